"""Door 2: the `waymark` command. Exit status: 0 good, 1 problems in the content, 2 wrong use."""

from __future__ import annotations

from typing import Any

import click

from generator.commands.group import Door
from generator.commands.site import of_the_site

COMMANDS = {
    "check": "check",
    "new": "new",
    "build": "build",
    "serve": "serve",
    "release": "release",
    "due": "due",
    "links": "links",
    "plan": "plan",
    "schema": "schema",
    "diff": "diff",
    "import": "import_services",
    "export": "export",
}
"""What may be typed behind `waymark`, in the order of the help, and the file of generator/commands/ it stands in."""


@click.command(
    cls=Door,
    files=COMMANDS,
    help="From services.yaml, campaigns and pages to a public site, its feeds and open data.",
    example="waymark check\nwaymark serve --now 2027-02-14T09:00\nwaymark COMMAND --help",
)
@of_the_site
def main(**_: Any) -> None:
    """Every command works on the site in one folder, at one moment."""
