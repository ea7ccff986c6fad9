"""`waymark init FOLDER --kit KIT`: a kit and two answers -> the site in a new folder, and what to decide anew."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli.console import fitting, handbook_page, stop
from generator.cli.kits.output_folder import put_folder
from generator.cli.prompts.parsers import Read
from generator.cli.prompts.session import Asking
from generator.diagnostics import ContentError, Diagnostic
from generator.l10n.plurals import many
from generator.settings import Settings
from generator.site_loader import Site
from generator.staff.hand_over.kit_keys import KitError
from generator.staff.hand_over.kit_manifest import Kit, read_kit
from generator.staff.hand_over.taking_over import decisions, settings_of, still_said, taken_over

ASKED_ANEW = ("office", "address")


@dataclass(slots=True)
class NewFolder:
    """What was found in the new folder before it took its place."""

    settings: Settings
    since: tuple[str, ...]
    """Posts whose time came after the kit was made: the old site may have sent them out since."""


def take_over(
    site: Site,
    folder: Path,
    given_kit: Path,
    asking: Asking,
    readers: Mapping[str, Read],
    given: Mapping[str, str | None],
    *,
    host: str | None,
    dry_run: bool,
) -> None:
    """Ask what the office is called and where the site will stand; write everything or nothing.

    Args:
        site: the folder and the moment of the command.
        folder: where the new site is to stand: new, or empty.
        given_kit: the kit.
        asking: the conversation.
        readers: how `office` and `address` are read.
        given: what options say.
        host: whose files for publishing; None: those of the kit.
        dry_run: whether to say what would be written, and no more.
    """
    if wrong := next((name for name, value in given.items() if value is not None and name not in ASKED_ANEW), ""):
        option = wrong.replace("_", "-")
        raise click.UsageError(f"--{option} does not go with --kit: the kit has it; change it in the new folder")
    try:
        kit = read_kit(Path.cwd() / given_kit)
        answers = _asked(asking, kit, readers, given)
        files = taken_over(kit, *answers, host)
    except KitError as error:
        _refuse(error)
    if not asking.lets_write_files(folder, sorted(files), dry_run=dry_run):
        return
    new = _written(site, folder, kit, files)
    click.echo(f"\nWritten: {many(len(files), 'file')} in {folder}. What to do now:")
    before = settings_of(kit)
    for line in _told(folder, kit, new, before):
        click.echo(fitting(f"- {line}", sys.stdout))
    pairs = ((before.office.name, new.settings.office.name), (before.site_url, new.settings.site_url))
    old = [str(was).rstrip("/") for was, now in pairs if str(was) != str(now)]
    if said := list(still_said(files, *old)):
        click.echo("- These still say what the office before was called, or where its site stood. Read each:")
        for one in said:
            click.echo(f"  {one}")
    click.echo(f"- The handbook for all of this:\n  {handbook_page('hand-over', site.root)}")


def _asked(asking: Asking, kit: Kit, readers: Mapping[str, Read], given: Mapping[str, str | None]) -> tuple[str, str]:
    answers: list[tuple[str, str]] = []

    def ask(option: str, question: str, example: str, default: str) -> str:
        read = readers[option]
        return asking.text(option, question, given[option], read, example=example, default=default, required=True) or ""

    def ask_all() -> None:
        office = ask("office", "What is the office called that takes over?", "Mayor of Exampleshire", kit.facts.office)
        answers.append((office, ask("address", "Where will the site stand?", kit.facts.site_url, kit.facts.site_url)))

    asking.begin("Taking over a site")
    asking.talk(ask_all, answers.clear)
    return answers[-1]


def _written(site: Site, folder: Path, kit: Kit, files: dict[str, bytes]) -> NewFolder:
    """Put the folder there, once its content has been read as a build reads it."""
    from generator.privacy.outgoing import Exempt, exempt
    from generator.staff.planning.ledger_rows import plan_release

    found: list[NewFolder] = []

    def look(path: Path) -> None:
        new = Site(path, site.now)
        settings = new.settings()
        edition = new.edition(settings)
        release = plan_release(edition, settings)
        came = {row.post for row in release.new} | {post.id for post, _ in release.waiting}
        since = [post.id for _, post in edition.due_posts if post.id in came and post.at > kit.facts.moment]
        found.append(NewFolder(settings, tuple(since)))

    own = {name: exempt(data, Exempt.OWN_CONTENT) for name, data in files.items()}
    try:
        put_folder(own, site.root / folder, look=look)
    except ContentError as error:
        click.echo(f"What is in the kit is not right for this Waymark, so nothing is in {folder}:", err=True)
        stop(error.problems, {name: data.decode("utf-8", "replace") for name, data in files.items()})
    return found[-1]


def _told(folder: Path, kit: Kit, new: NewFolder, before: Settings) -> Iterator[str]:
    yield f"See it:  waymark --root {folder} serve"
    if new.since:
        yield (
            f"{many(len(new.since), 'post')} came due since the kit was made at {kit.facts.made}: "
            f"{', '.join(new.since)}. If the old site sent them out, copy its campaigns/published.csv here before you "
            "release: else they go out twice."
        )
    yield (
        f"Posts and open data keep their ids: owner: in feeds: is still {kit.facts.owner}, and must stay so. "
        f"Stop the old site's job before this one releases: waymark --root {folder} release --dry-run"
    )
    if kit.facts.withheld == "left out":
        yield 'Where secret places are was not handed over: look for "Not handed over" in the records.'
    yield from decisions(new.settings, before, new.settings.site_url != before.site_url)
    yield "Checks keep who made them and when. What is due is yours to make:  waymark due"


def _refuse(error: KitError) -> None:
    problems = [one for one in error.problems if isinstance(one, Diagnostic)]
    if problems:
        stop(problems)
    raise click.UsageError(str(error)) from None
