"""`waymark translate`: a table for a translator without our tools, and their answers back into the records."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import counted, stop
from generator.cli.context import A_FILE, DayOption, site_command
from generator.cli.import_services import read_table
from generator.cli.output_file import hand_over
from generator.diagnostics import ContentError
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.content.loading.content import Content
    from generator.settings import Settings
    from generator.staff.translations.translation_answers import Answers
    from generator.staff.translations.translation_table import TextRow

FORMATS = (".xlsx", ".csv")


@site_command(
    "translate",
    help="Each text of your records beside its translation, as a table that a translator opens in Excel or "
    "LibreOffice; and their answers back. Without --write, --import only says what would happen.",
    example="waymark translate --export welsh.xlsx\n"
    "waymark translate --export welsh.csv --state missing\n"
    "waymark translate --import welsh.xlsx\n"
    "waymark translate --import welsh.xlsx --write \\\n"
    '  --read-by "Sam Reed" --read-on 2027-01-12',
)
@click.option("--export", "to", type=A_FILE, help="Write the table to this file: .xlsx or .csv.")
@click.option("--import", "taken", type=A_FILE, help="Take the answers from this file.")
@click.option("--language", help="The language of the site: which one beside the first, where there are several.")
@click.option("--state", "only", type=click.Choice(("missing", "unread")), help="Only texts that are so, in the table.")
@click.option("--in", "files", multiple=True, metavar="FILE", help="Only texts of this file; again for more.")
@click.option("--with-shared", is_flag=True, help="Also texts that several offices share.")
@click.option("--read-by", "by", default="", help="Who read every answer whose row does not say so: a person.")
@click.option("--read-on", "on", type=DayOption(), help="The day on which they did.")
@click.option("--write", is_flag=True, help="Do it. Without this, --import writes nothing.")
def command(
    site: Site,
    to: Path | None,
    taken: Path | None,
    language: str | None,
    only: str | None,
    files: tuple[str, ...],
    with_shared: bool,
    by: str,
    on: date | None,
    write: bool,
) -> None:
    """One table out, one table in."""
    if (to is None) == (taken is None):
        raise click.UsageError(
            "say where the table goes, --export welsh.xlsx, or which one came back, --import welsh.xlsx"
        )
    if bool(by) != bool(on):
        raise click.UsageError('--read-by and --read-on go together: --read-by "Sam Reed" --read-on 2027-01-12')
    try:
        settings = site.settings()
        code = _language(settings, language)
        content = site.content(settings)
    except ContentError as error:
        stop(error.problems)
    from generator.staff.translations.translation_table import text_rows

    unknown = [file for file in files if file not in {source.file for source in content.sources}]
    if unknown:
        raise click.UsageError(f"{unknown[0]} has no records; name one of {', '.join(sorted(_files(content)))}")
    rows = text_rows(content, code, shared=with_shared, files=files)
    if to is not None:
        _export(site, settings, [row for row in rows if not only or row.one.state == only], code, to)
    elif taken is not None:
        _import(site, settings, content, rows, code, taken, by=by, on=on, write=write)


def _files(content: Content) -> set[str]:
    return {source.file for source in content.sources}


def _language(settings: Settings, wanted: str | None) -> str:
    from generator.model.fields.suggestions import nearest_code

    others = tuple(settings.languages)[1:]
    if not others:
        raise click.UsageError("the site has one language; write the other below languages: in mkdocs.yml")
    if wanted is None and len(others) > 1:
        raise click.UsageError(f"say which language: --language {others[0]}; there are {', '.join(others)}")
    if wanted is not None and wanted not in others:
        words = f"the site is not there in '{wanted}'; {nearest_code(wanted, others)}"
        raise click.BadParameter(words, param_hint="--language")
    return wanted or others[0]


def _export(site: Site, settings: Settings, rows: list[TextRow], code: str, to: Path) -> None:
    from generator.output import csv_table
    from generator.privacy.outgoing import searched
    from generator.staff.spreadsheets.table import MOST_ROWS, TableError
    from generator.staff.spreadsheets.xlsx_writer import to_xlsx
    from generator.staff.translations.translation_table import STATES, as_cells, headings

    if to.suffix.lower() not in FORMATS:
        raise click.UsageError(f"{to} is neither .csv nor .xlsx; name it welsh.xlsx")
    if len(rows) >= MOST_ROWS:
        words = f"there are {len(rows):,} texts, and a table takes {MOST_ROWS - 1:,}"
        raise click.UsageError(f"{words}; make several, each of one file: --in services.yaml, or --state missing")
    table = [headings(settings.language, code), *map(as_cells, rows)]
    try:
        if to.suffix.lower() == ".csv":
            data = csv_table(table[0], table[1:], for_people=True)
        else:
            data = to_xlsx(table, {"State": [*STATES.items()]}, {}, "Texts")
    except TableError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    withheld = site.edition(settings).withheld
    says = [*(cell for row in table for cell in row), *STATES.values()]
    hand_over(searched(data, to.suffix.lower()[1:], withheld, says=says), to, f", {counted(rows, 'text')}.")


def _import(
    site: Site,
    settings: Settings,
    content: Content,
    rows: list[TextRow],
    code: str,
    file: Path,
    *,
    by: str,
    on: date | None,
    write: bool,
) -> None:
    from generator.content.editing.save import FileChange, save, text_of
    from generator.staff.spreadsheets.table import TableError
    from generator.staff.translations.translation_answers import Asked, answers_in

    if on is not None and on > site.today:
        raise click.BadParameter(f"{on} is in the future", param_hint="--read-on")
    try:
        found = answers_in(read_table(file, None), rows, Asked(settings.language, code, site.today, by, on))
        before = {name: text_of(site.root / name, name) for name in sorted({row.one.found.source.file for row in rows})}
        after = _after(site, settings, before, rows, found, code)
        if write and after:
            save([FileChange(site.root / name, name, before[name], text) for name, text in after.items()])
    except TableError as error:
        click.echo(f"{file.name}: {error}", err=True)
        sys.exit(1)
    except ContentError as error:
        stop(error.problems)
    _tell(file, found, [*after], write=write)
    sys.exit(1 if found.with_outcome("to mend") else 0)


def _after(
    site: Site, settings: Settings, before: dict[str, str], rows: list[TextRow], found: Answers, code: str
) -> dict[str, str]:
    """The files that change, with every answer in them that they are right with: the others say what is wrong."""
    from generator.staff.translations.translation_edits import at_fault, edited

    while True:
        made = edited(before, rows, found.rows, settings.language, code)
        after = {name: text for name, text in made.texts.items() if text != before[name]}
        faults = made.by_hand
        if not faults:
            try:
                site.catalogue(settings, after)
            except ContentError as error:
                faults = at_fault(made.texts, found.rows, error.problems, code)
                if not faults:
                    raise
        if not faults:
            return after
        for answer, why in faults:
            answer.refuse(why)


def _tell(file: Path, found: Answers, changed: list[str], *, write: bool) -> None:
    for line in found.told:
        click.echo(line)
    to_mend = found.with_outcome("to mend")
    for one in to_mend:
        where = f" ({one.row.id})" if one.row else ""
        click.echo(f"row {one.number}{where}: {one.why}", err=True)
    new, read = found.with_outcome("taken"), found.with_outcome("read")
    click.echo(f"{file.name}: {len(new)} new or changed, {len(read)} read and unchanged, {len(to_mend)} to mend.")
    if found.absent:
        click.echo(f"Of {found.absent:,} texts of the site the table says nothing.")
    if write and changed:
        click.echo(f"Written: {', '.join(changed)}")
    elif changed:
        click.echo(f"Nothing was written. To write {', '.join(changed)}: the same command with --write")
