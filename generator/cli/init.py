"""`waymark init FOLDER`: six questions -> a folder with a site of an office's own, which checks and builds at once."""

from __future__ import annotations

import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from generator.cli.console import fitting, handbook_page, stop
from generator.cli.context import site_command
from generator.cli.prompts.parsers import Read, one_of, reading
from generator.cli.prompts.session import Asking, answerable
from generator.content.editing.save import FileChange, save
from generator.diagnostics import AnswerError, ContentError
from generator.exit_page import EXIT
from generator.feed_settings import A_TAG_OWNER
from generator.l10n.calendar_words import language_name
from generator.l10n.translations import translations
from generator.site_languages import Name, PublicAddress
from generator.site_loader import Site
from generator.staff.new_site.areas import Council, PoliceArea, area_called
from generator.staff.new_site.hosts import FILES
from generator.staff.new_site.office_files import FIRST_LINES, NO_LINE, NewOffice, in_a_sentence, office_files
from generator.template_folder import SHIPPED

NO_NAME_HAS = frozenset("<>[]{}`*_\\|#~$")
EXAMPLE = "https://help.example.org/"


def languages(shipped: Path = SHIPPED) -> list[str]:
    """The languages that the words of the site are there in: English, and each that was translated but for a little."""
    begun = sorted(path.stem for path in (shipped / "words").glob("*.po"))
    return ["en", *(one for one in begun if translations(shipped / "words", one).is_nearly_whole)]


def reading_languages(text: str) -> str:
    """Take the codes of languages whose words are there. English is always the first: what ships is written in it.

    A site in Welsh alone would say English words under a Welsh name, and to a screen reader that they are Welsh.
    """
    codes = dict.fromkeys(filter(None, re.split(r"[,\s]+", text.strip().lower())))
    for code in codes:
        if code not in languages():
            known = ", ".join(languages())
            raise AnswerError(f"nobody has put the words of the site into '{code}' yet; type {known}", shows_right=True)
    return ", ".join(dict.fromkeys(("en", *codes)))


def reading_name(text: str) -> str:
    """Take what a body is called: it stands in the middle of sentences, so it is words and no Markdown."""
    name = reading(Name)(text)
    if found := next((sign for sign in name if sign in NO_NAME_HAS), ""):
        raise AnswerError(
            f"'{name}' has a {found}, which no name on a page may have; write letters and spaces", shows_right=True
        )
    return name


def reading_address(text: str) -> str:
    """Take where the site will stand, in its right form: a name that readers reach, and not where they leave to."""
    address = reading(PublicAddress)(text).rstrip("/") + "/"
    host = urlsplit(address).hostname or ""
    if not A_TAG_OWNER.fullmatch(f"{host},2026"):
        raise AnswerError(
            f"'{host}' is no name on the internet that readers can reach; write {EXAMPLE}", shows_right=True
        )
    if host == urlsplit(EXIT).hostname:
        raise AnswerError(f"'{host}' is where readers go who leave the site; write {EXAMPLE}", shows_right=True)
    return address


def reading_area(text: str) -> str:
    """Take the name of a police area, and give it as people call it."""
    return area_called(text).name


@site_command(
    "init",
    help="Start a site of your own in a new folder. It asks six things, and what it writes checks and builds at once.",
    example="waymark init our-site\nwaymark init our-site --no-input --police-area Sussex --host gitlab\n"
    "waymark init our-site --kit ../hand-over",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--police-area", help="For which of the 43 police areas it is: Sussex.")
@click.option("--councils", help="Which of its councils, with commas between them. Default: all.")
@click.option("--office", help="What your office is called.")
@click.option("--police", help="What your police force is called.")
@click.option("--address", help=f"Where the site will stand. Default: {EXAMPLE}.")
@click.option(
    "--language", help="The language of the site; several with commas: 'en, cy'. English is always one. Default: en."
)
@click.option("--first-line", help=f"Whom anyone may call first: {', '.join(FIRST_LINES)} or {NO_LINE}.")
@click.option(
    "--host",
    type=click.Choice(list(FILES)),
    help="Whose files for publishing. Default: github; with --kit, those of the kit.",
)
@click.option(
    "--kit",
    "kit",
    type=click.Path(file_okay=False, path_type=Path),
    help="Take over a site: the folder that `waymark hand-over` made.",
)
@answerable
def command(
    site: Site, folder: Path, kit: Path | None, host: str | None, no_input: bool, dry_run: bool, **given: Any
) -> None:
    """Ask, then write everything or nothing."""
    _refuse_what_is_there(site.root / folder)
    asking = Asking(no_input)
    if kit:
        from generator.cli.kits.take_over import take_over  # whoever starts anew needs none of it

        readers = {"office": reading_name, "address": reading_address}
        take_over(site, folder, kit, asking, readers, given, host=host, dry_run=dry_run)
        return
    answers: list[NewOffice] = []
    asking.begin("A new site")
    asking.talk(lambda: answers.append(_asked(asking, host or "github", **given)), answers.clear)
    new = answers[-1]
    files = office_files(new, site.today, version("waymark"))
    if not asking.lets_write_files(folder, files, dry_run=dry_run):
        return
    _write(site.root / folder, files)
    click.echo(f"\nWritten: {len(files)} files in {folder}. What to do now:")
    for line in (
        f"- See it:  waymark --root {folder} serve",
        "- Each place where your office has something to decide says so: look for the word Decide.",
        f"- Add your first local service:  waymark --root {folder} new service",
        f"- Put the file that you got Waymark in, which ends in .whl, into {folder}: a host installs it from there.",
        "- Call each number before the site is public; then take out demonstration: true in mkdocs.yml.",
        *_of_languages(folder, new.languages),
    ):
        click.echo(fitting(line, sys.stdout))
    click.echo(f"- The handbook for all of this:\n  {handbook_page('index', site.root)}")


def _of_languages(folder: Path, codes: tuple[str, ...]) -> list[str]:
    """What is there in English alone, and what nobody has read."""
    if len(codes) == 1:
        return []
    named = " and ".join(language_name(code) for code in codes[1:])
    return [
        f"- The site is in English and {named}. Nobody has read the {named} yet, and each page says so. "
        "What is there in English alone, such as the services, is shown in English there, and marked.",
        f"- A table of your records for a translator:  waymark --root {folder} translate --export FILE.xlsx. "
        "The words of pages are files of their own, which end in "
        f"{' or '.join(f'.{code}.md' for code in codes[1:])}.",
    ]


def _asked(asking: Asking, host: str, **given: Any) -> NewOffice:

    def ask(option: str, question: str, read: Read, example: str, default: str = "") -> str:
        answer = asking.text(
            option.replace("_", "-"), question, given[option], read, example=example, default=default, required=True
        )
        return answer or default

    area = area_called(ask("police_area", "Which police area is the site for?", reading_area, "Sussex"))
    councils = _councils(asking, area, given["councils"])
    where = in_a_sentence(area.name)
    return NewOffice(
        area,
        councils,
        ask(
            "office",
            "What is your office called?",
            reading_name,
            "Office of the Police and Crime Commissioner",
            area.office,
        ),
        ask("police", "What is your police force called?", reading_name, "Sussex Police", f"Police in {where}"),
        ask("address", "Where will the site stand?", reading_address, EXAMPLE, EXAMPLE),
        tuple(ask("language", "In which languages is the site?", reading_languages, "en, cy", "en").split(", ")),
        ask(
            "first_line",
            f"Whom may anyone call first, by day and night? {', '.join(FIRST_LINES)} or {NO_LINE}",
            one_of((*FIRST_LINES, NO_LINE)),
            FIRST_LINES[0],
            FIRST_LINES[0],
        ),
        host,
    )


def _councils(asking: Asking, area: PoliceArea, given: str | None) -> tuple[Council, ...]:
    def read(text: str) -> str:
        return ", ".join(one.name for one in area.of(text))

    names = ", ".join(one.name for one in area.councils)
    answer = asking.text(
        "councils",
        f"Which of its councils? {names}",
        given,
        read,
        example=area.councils[0].name,
        empty="all",
    )
    return area.of(answer) if answer else area.councils


def _refuse_what_is_there(folder: Path) -> None:
    """A site is started in a folder that is new, or empty."""
    if folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty; name a new folder, such as our-site")


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save([FileChange(folder / name, name, None, text) for name, text in files.items()])
    except OSError as error:
        raise click.UsageError(f"{folder} can't be written: {error.strerror}; name another folder") from None
    except ContentError as error:
        stop(error.problems)
