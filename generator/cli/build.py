"""`waymark build`: checks, builds beside the old site, checks what came out, and only then swaps."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.console import counted, fitting, stop
from generator.cli.context import WHERE, site_command
from generator.cli.engine import ENGINE
from generator.cli.output_file import refuse_what_is_no_site
from generator.cli.progress_line import progress_line
from generator.cli.revisions import bytes_of, rows_that_git_has
from generator.cli.unbuildable import unbuildable
from generator.content.editing.atomic import real
from generator.diagnostics import ContentError
from generator.model.ledger import FILE
from generator.progress import Stage, tell
from generator.site.build_folder import BuildFolder, FolderError, build_folder
from generator.site.target import is_a_drive
from generator.site_loader import ContentRead, Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.settings import Settings

Sources = Callable[[], Mapping[str, str]]


@site_command(
    "build",
    help="Check, build beside the old site, check what came out, and only then put it in the old one's place.",
    example="waymark build\nwaymark build --to public\nwaymark build --explain",
)
@click.option(
    "--to", type=click.Path(file_okay=False, path_type=Path), default=None, help=f"{WHERE}site/ in the folder."
)
@click.option("--explain", is_flag=True, help="Say of each page whether it is new, changed, kept or gone, and why.")
def command(site: Site, to: Path | None, explain: bool) -> None:
    """The old site stays whole until the new one is."""
    try:
        settings = site.settings()
    except ContentError as error:
        stop(error.problems)
    site.templates(settings)
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
            _build(site, settings, folder, explain=explain)
    except FolderError as error:
        raise click.UsageError(str(error)) from None
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"Built {pages} pages in {target}.")
    say_whether_it_fits(target, settings)


def say_whether_it_fits(target: Path, settings: Settings) -> None:
    """One line, where the site has become more than its host takes."""
    if settings.hosted_by is None:
        return
    from generator.content.loading.hosts import read_hosts
    from generator.site.host_limits import over_limits

    said = over_limits(target, read_hosts()[settings.hosted_by])
    if said:
        click.echo(fitting(said, sys.stdout))


def _stop_at_lost_rows(site: Site, settings: Settings, edition: Edition) -> None:
    """Build nothing while git has rows of the ledger that the file has not: those posts would leave the feeds."""
    ledger = f"{settings.campaigns}/{FILE}"
    posts = frozenset(post.id for _, post in edition.due_posts)
    gone = rows_that_git_has(site.root, ledger, bytes_of(site.root / ledger), posts)
    if gone:
        raise ContentError(gone)


def _build(site: Site, settings: Settings, folder: BuildFolder, *, explain: bool) -> None:
    """Build in one folder, look at all of it, and only then put it in the place of the other."""
    from generator.site.check_output import broken_html

    try:
        with progress_line(sys.stderr) as seen_by:
            said, advice, sources = _engine_builds(site, settings, folder, seen_by)
            problems = [] if said else sorted(broken_html(folder.built, settings))
        if said:
            _say_why_not(site, said)
        for one in advice:
            click.echo(fitting(one, sys.stdout))
        if problems:
            folder.kept = True
            click.echo(f"The old site stays. What was built is in {folder.built}.", err=True)
            stop(problems)
        if explain:
            _explain(folder, sources())
        folder.put_in_place()
    except ContentError as error:
        stop(error.problems)
    except KeyboardInterrupt:
        click.echo("\nStopped. The site is as it was.", err=True)
        sys.exit(1)
    except OSError as error:
        if error.errno in (errno.EBUSY, errno.EXDEV):
            raise click.UsageError(is_a_drive(folder.target)) from None
        raise


def _engine_builds(
    site: Site, settings: Settings, folder: BuildFolder, seen_by: Sequence[int]
) -> tuple[Sequence[str], Sequence[str], Sources]:
    """Build the site and look through it; what the engine or the search complained of, if anything, and advice.

    Also what each page was made from, for whoever asks.

    The engine works in a process of its own. The search is ours, when it has ended: what is written after it is seen.
    `seen_by`: what it keeps open, as whoever looks on hears of it there. ContentError: what is wrong in the content.
    """
    tell(Stage.READ)
    seen = site.stamp(settings)
    settings, edition = _read(site, to_publish=True)
    _stop_at_lost_rows(site, settings, edition)
    read = ContentRead(settings, edition.catalogue, seen)
    tell(Stage.MAKE)
    with ENGINE.build(site.root, folder.built, site.now, [folder.lock, *seen_by], read) as engine:
        outcome = engine.ended()
    if outcome.refused:
        return outcome.refused, (), _sources(site, settings, edition)
    folder.begin_search()
    found = _got_out(site, settings, edition, folder.built)
    if not found and site.stamp(settings) != seen:  # what somebody withheld meanwhile is withheld too
        found = _got_out(site, *_read(site), folder.built)
    return found, outcome.advice, _sources(site, settings, edition)


def _read(site: Site, *, to_publish: bool = False) -> tuple[Settings, Edition]:
    """The content, as a check reads it where it is to be published."""
    settings = site.settings()
    return settings, site.edition(settings, to_publish=to_publish)


def _got_out(site: Site, settings: Settings, edition: Edition, folder: Path) -> list[str]:
    """What is in the new site, and may not be public."""
    from generator.site.check_output import got_out

    return got_out(folder, site.root, settings, edition, _sources(site, settings, edition))


def _sources(site: Site, settings: Settings, edition: Edition) -> Sources:
    """The file that an author edits to change a page, by the page's file: made when somebody wants it, which few do."""
    return lambda: site.published(edition.catalogue, settings).sources


def _explain(folder: BuildFolder, sources: Mapping[str, str]) -> None:
    """Each page that is new, changed or gone, with the reason; and how many are the same bytes as in the old site."""
    from generator.site.rebuilt import rebuilt

    pages = list(rebuilt(folder.target, folder.built, sources))
    for page in pages:
        if page.how != "kept":
            click.echo(page)
    kept = [page for page in pages if page.how == "kept"]
    click.echo(f"kept: {counted(kept, 'page')} (the same bytes as before)")


def _say_why_not(site: Site, said: Sequence[str]) -> NoReturn:
    """Why there is no new site: in our words where the content is at fault, else in the engine's."""
    try:
        settings = site.settings()
        problems = unbuildable(site, settings, site.edition(settings, to_publish=True))
    except ContentError as error:
        stop(error.problems)
    if problems:
        stop(problems)
    for line in said:
        click.echo(line, err=True)
    sys.exit(1)
