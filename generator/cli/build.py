"""`waymark build`: checks, builds beside the old site, checks what came out, and only then swaps."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.console import ADVICE, fitting, stop
from generator.cli.context import CONFIG, Site, site_command
from generator.cli.errors import REASONS
from generator.cli.options import WHERE
from generator.cli.output_file import refuse_what_is_no_site
from generator.cli.revisions import bytes_of, rows_that_git_has
from generator.content.editing.atomic import real
from generator.diagnostics import ContentError
from generator.engines.mkdocs.runner import engine_started
from generator.formatters.crash import without_tracebacks
from generator.model.ledger import FILE
from generator.site.build_folder import BuildFolder, FolderError, build_folder
from generator.site.target import is_a_drive

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.settings import Settings

A_SETTING = re.compile(r"^(?:ERROR|WARNING)\s+-\s+Config value '([^']*)': ")
ABORTED = ("Aborted with a configuration error!", "Aborted with a BuildError!")
AN_ERROR = re.compile(r"^ERROR\s+-\s+")
A_REFUSAL = re.compile(r"^\w*Error: \[Errno (\d+)\] [^:]*(?:: '([^']*)')?")
"""What the engine says when the machine stood in its way."""


@site_command(
    "build",
    help="Check, build beside the old site, check what came out, and only then put it in the old one's place.",
    example="waymark build\nwaymark build --to public",
)
@click.option(
    "--to", type=click.Path(file_okay=False, path_type=Path), default=None, help=f"{WHERE}site/ in the folder."
)
def command(site: Site, to: Path | None) -> None:
    """The old site stays whole until the new one is."""
    try:
        settings = site.settings()
    except ContentError as error:
        stop(error.problems)
    site.templates(settings, "main.html")
    site.pages(settings)
    refuse_what_is_no_site(to or site.root / "site", site.root, settings)
    if problems := site.missing(settings):
        try:
            site.edition(settings)
        except ContentError as error:  # a file that is gone says more of itself than the setting that names it
            stop(error.problems)
        stop(problems)
    target = real(to or site.root / "site")
    try:
        with build_folder(target) as folder:
            _build(site, settings, folder)
    except FolderError as error:
        raise click.UsageError(str(error)) from None
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"Built {pages} pages in {target}.")


def _stop_at_lost_rows(site: Site, settings: Settings, edition: Edition) -> None:
    """Build nothing while git has rows of the ledger that the file has not: those posts would leave the feeds."""
    ledger = f"{settings.campaigns}/{FILE}"
    posts = frozenset(post.id for _, post in edition.due_posts)
    gone = rows_that_git_has(site.root, ledger, bytes_of(site.root / ledger), posts)
    if gone:
        stop(gone)


def _build(site: Site, settings: Settings, folder: BuildFolder) -> None:
    """Build in one folder, look at all of it, and only then put it in the place of the other."""
    from generator.site.check_output import broken_html

    try:
        said = _engine_builds(site, settings, folder)
        if said:
            _explain(site, said)
        problems = sorted(broken_html(folder.built, settings))
        if problems:
            folder.kept = True
            click.echo(f"The old site stays. What was built is in {folder.built}.", err=True)
            stop(problems)
        folder.put_in_place()
    except KeyboardInterrupt:
        click.echo("\nStopped. The site is as it was.", err=True)
        sys.exit(1)
    except OSError as error:
        if error.errno in (errno.EBUSY, errno.EXDEV):
            raise click.UsageError(is_a_drive(folder.target)) from None
        raise


def _engine_builds(site: Site, settings: Settings, folder: BuildFolder) -> list[str]:
    """Build the site and look through it; what the engine or the search complained of, else nothing.

    The engine works in a process of its own. The search is ours, when it has ended: nothing can be written after it.
    """
    arguments = site.engine("build", "--strict", "--site-dir", str(folder.built))
    with engine_started(arguments, site.environment, [folder.lock]) as engine:
        seen = _saved(site, settings)
        settings, edition = _read(site)
        _stop_at_lost_rows(site, settings, edition)
        status, lines = engine.ended()
    if status != 0:
        said = without_tracebacks([line for line in lines if line and not line.startswith("INFO ")])
        said = [_in_our_words(site, line) for line in said if line not in ABORTED]
        return said or [f"The engine stopped with status {status}, and did not say why."]
    found = _got_out(site, settings, edition, folder.built)
    if not found and _saved(site, settings) != seen:  # what somebody withheld meanwhile is withheld too
        found = _got_out(site, *_read(site), folder.built)
    if not found:
        for line in lines:
            if ADVICE in line:
                click.echo(fitting(line[line.index(ADVICE) :], sys.stdout))
    return found


def _in_our_words(site: Site, line: str) -> str:
    """A line of the engine's: a setting that it refuses and a disk that is full without its jargon."""
    refusal = A_REFUSAL.match(line)
    if refusal:
        number, file = int(refusal[1]), refusal[2] or ""
        where = f"{file.removeprefix(f'{site.root}{os.sep}')}: " if file else ""
        if number == errno.ENOENT and file:
            return f"{where}this was taken away while the site was built; build again"
        if number in REASONS:
            return f"{where}{REASONS[number]}"
    return AN_ERROR.sub("", A_SETTING.sub(rf"{CONFIG}: \1: ", line))


def _read(site: Site) -> tuple[Settings, Edition]:
    """The content, as a check reads it."""
    try:
        settings = site.settings()
        return settings, site.edition(settings)
    except ContentError as error:
        stop(error.problems)


def _saved(site: Site, settings: Settings) -> tuple[tuple[int, int], ...]:
    """What tells that somebody saved a record meanwhile: the time and the size of each file of records."""
    from generator.content.load import campaign_files, directory_files

    files = (CONFIG, *directory_files(site.root, settings), *campaign_files(site.root, settings))
    found = [(site.root / file).stat() for file in files if (site.root / file).exists()]
    return tuple((one.st_mtime_ns, one.st_size) for one in found)


def _got_out(site: Site, settings: Settings, edition: Edition, folder: Path) -> list[str]:
    """What is in the new site, and may not be public."""
    from generator.site.build import publish
    from generator.site.check_output import got_out

    def sources() -> dict[str, str]:  # only wanted where something got out
        pages = publish(edition.catalogue, settings, site.now, site.root).pages
        return {f"{page.address}index.html": page.source for page in pages}

    return got_out(folder, site.root, settings, edition, sources)


def _explain(site: Site, said: Sequence[str]) -> NoReturn:
    """Why there is no new site: in our words where the content is at fault, else in the engine's."""
    try:
        settings = site.settings()
        problems = site.unbuildable(settings, site.edition(settings, to_publish=True))
    except ContentError as error:
        stop(error.problems)
    if problems:
        stop(problems)
    for line in said:
        click.echo(line, err=True)
    sys.exit(1)
