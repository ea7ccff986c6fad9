"""`waymark serve`: a preview of the site on this machine."""

from __future__ import annotations

import os
import subprocess
import sys

from generator.commands.site import Site, site_command


@site_command(
    "serve",
    help="Show the site on this machine as on the day of --now, and again after each change.",
    example="waymark serve\nwaymark serve --now 2027-02-14T09:00",
)
def command(site: Site) -> None:
    """A preview: mistakes show in the terminal, and mending them brings the page back."""
    command = site.engine("serve", "--livereload")
    if os.name == "posix":  # to become the engine, so that whatever stops this command stops the server
        os.execve(sys.executable, command, site.environment)  # noqa: S606 # our own interpreter
    sys.exit(subprocess.run(command, env=site.environment, check=False).returncode)  # noqa: S603 # the same
