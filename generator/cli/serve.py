"""`waymark serve`: the site as on any day, in a browser on this machine, and again after each change."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import in_blocks
from generator.cli.context import Number, clock, site_command
from generator.diagnostics import ContentError
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.preview.snapshot import View

PORT = 8000
LAST_PORT = 65535


@site_command(
    "serve",
    help="Show the site on this machine as on the day of --now, with what is not public yet, and again after each "
    "change. A bar at the foot of the window leads to other days. Mistakes show in the page.",
    example="waymark serve\nwaymark serve --now 2027-02-14T09:00\nwaymark serve --public-only --port 8001\n"
    "waymark serve --edit",
)
@click.option("--port", type=Number(1, LAST_PORT, 8001), help=f"Where to listen. Default: {PORT}.")
@click.option("--public-only", is_flag=True, help="Hide campaigns that are not public on that day.")
@click.option("--edit", is_flag=True, help="Also a form in the browser that changes the content.")
def command(site: Site, port: int | None, public_only: bool, edit: bool) -> None:
    """Serve until somebody stops it."""
    from generator.cli.engine import ENGINE
    from generator.l10n.formats import moment as in_words
    from generator.model.fields.dates import LONDON
    from generator.preview.current_site import Showing
    from generator.preview.server import HERE, Handler, PreviewServer
    from generator.preview.snapshot import PreviewDay
    from generator.preview.watcher import watching
    from generator.template_folder import OWN_TEMPLATES, TemplateFolder

    with suppress(ContentError):  # the page says what is wrong, until it is mended
        settings = site.settings()
        site.templates(settings)
        site.pages(settings)
    listen = port or PORT
    try:
        server = PreviewServer((HERE, listen), Handler)
    except PermissionError:
        raise click.UsageError(f"port {listen} is kept for this computer's own use; write --port {PORT}") from None
    except OSError:
        other = listen + 1 if listen < LAST_PORT else PORT
        words = f"port {listen} is taken, perhaps by another preview; stop that, or write --port {other}"
        raise click.UsageError(words) from None
    address = f"http://{HERE}:{listen}/"
    showing = server.showing = Showing(
        site.root,
        TemplateFolder.of(site.root, OWN_TEMPLATES),
        PreviewDay(site.now, not public_only),
        clock,
        address,
        ENGINE,
    )
    if edit:
        from generator.preview.form_gate import Gate
        from generator.preview.forms import Forms

        server.forms = Forms(site.root, lambda: showing.templates, clock, Gate(listen))
    stopped = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stopped.set())
    _tell(showing.view, showing.failed, site.root)

    def changed(files: Sequence[Path], seconds: float) -> None:
        names = ", ".join(Path(os.path.relpath(file, site.root)).as_posix() for file in files[:3])
        more = f" and {len(files) - 3} more" if len(files) > 3 else ""
        click.echo(f"Changed: {names}{more}. Shown again after {seconds:.2f} s.")
        _tell(showing.view, showing.failed, site.root)

    showing.told = changed
    with watching(showing.refresh):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        # Only now, so that whoever saves a file as soon as it stands there sees the change.
        click.echo(f"Preview as on {in_words(site.now.astimezone(LONDON))}: {address}  Ctrl+C stops it.")
        if server.forms is not None:
            click.echo(
                f"To change it: {server.forms.gate.address}\nGive that address to nobody: it lets whoever has it write."
            )
        stopped.wait()
        server.shutdown()
    server.server_close()
    click.echo("Stopped.")


def _tell(view: View, failed: str, root: Path) -> None:
    """In the terminal, what the page says too."""
    from generator.content.source.text_files import lines_of

    if failed:
        click.echo(f"The pages can't be made: {failed}.", err=True)
    if view.problems:
        in_blocks(view.problems, sys.stderr, quoting=lines_of(root))
        click.echo(f"{len(view.problems)} to mend. The page says so too, until it is done.", err=True)
