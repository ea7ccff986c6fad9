"""`waymark import`: a spreadsheet or a feed -> records in the directory, once somebody has seen what will happen."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import stop
from generator.cli.context import site_command
from generator.cli.feed_source import allow_local, is_a_feed, services_of_feed
from generator.diagnostics import HIDDEN, ContentError
from generator.model.fields.dates import LONDON
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.settings import Settings
    from generator.staff.spreadsheets.apply import Texts
    from generator.staff.spreadsheets.table import Table

SIGN = "="


@site_command(
    "import",
    help="Take services from a spreadsheet (CSV or Excel), or from another office's feed of Open Referral UK: its "
    "address, a file or a folder. Without --write it only says what would happen. "
    "Contacts that nobody has checked are not shown on the site until somebody checks them.",
    example="waymark import harbour.xlsx\n"
    'waymark import harbour.xlsx --map "Tel=contact.phone" \\\n'
    '  --default "areas=cumbria"\n'
    "waymark import harbour.xlsx --write\n"
    "waymark import services.xlsx --update --write\n"
    "waymark import https://example.org/data/oruk/services",
)
@click.argument("file", metavar="FILE")
@click.option("--sheet", help="The sheet of a workbook to read. Default: the first.")
@click.option(
    "--map", "maps", multiple=True, metavar="HEADING=FIELD", help='What a column holds; "Notes=-" leaves it out.'
)
@click.option(
    "--map-file", type=click.Path(dir_okay=False, path_type=Path), help="A file with one HEADING=FIELD on each line."
)
@click.option(
    "--default", "defaults", multiple=True, metavar="FIELD=VALUE", help="What holds where a new row says nothing."
)
@click.option("--into", help="The file that new services go to. Default: the first of the directory.")
@click.option("--add-organisations", is_flag=True, help="Also add the organisations that the directory does not have.")
@click.option("--update", is_flag=True, help="Also change services that are there already.")
@allow_local
@click.option("--write", is_flag=True, help="Do it. Without this, nothing is written.")
def command(
    site: Site,
    file: str,
    sheet: str | None,
    maps: tuple[str, ...],
    map_file: Path | None,
    defaults: tuple[str, ...],
    into: str | None,
    add_organisations: bool,
    update: bool,
    allow_local: bool,
    write: bool,
) -> None:
    """Every row is new, changed, unchanged, or named with the reason why it can't be taken."""
    from generator.content.editing.save import FileChange, save
    from generator.formatters.import_report import tell
    from generator.staff.feed_import.feed_rows import read_feed_services
    from generator.staff.spreadsheets.apply import Wanted, taken_in
    from generator.staff.spreadsheets.headings import MapError
    from generator.staff.spreadsheets.import_rows import read_services
    from generator.staff.spreadsheets.table import TableError

    try:
        settings = site.settings()
        catalogue = site.edition(settings).catalogue
        texts = own_texts(site, settings)
        told = _pairs([*_lines(map_file), *maps], "Tel=contact.phone")
        given = _pairs(defaults, "areas=cumbria")
        today = site.now.astimezone(LONDON).date()
        if is_a_feed(file):
            if told or sheet is not None:
                raise click.UsageError("a feed has no columns and no sheets; leave out --map, --map-file and --sheet")
            services, more = services_of_feed(file, settings, today, local=allow_local)
            rows = read_feed_services(services, catalogue, given, add_organisations)
            rows = replace(rows, told=(*more, *rows.told))
        else:
            rows = read_services(read_table(Path(file), sheet), catalogue, told, given, add_organisations)
        called = file if is_a_feed(file) else Path(file).name
        wanted = Wanted(
            results=rows.results,
            update=update,
            organisations=rows.organisations if add_organisations else {},
            into=_into(into, texts),
            source=" ".join(HIDDEN.sub("", called).split()),
            today=today,
            root=site.root,
            settings=settings,
            origins=rows.origins,
        )
        taken = taken_in(texts, wanted)
    except MapError as error:
        raise click.UsageError(str(error)) from None
    except TableError as error:
        click.echo(f"{Path(file).name}: {error}", err=True)
        sys.exit(1)
    except ContentError as error:
        stop(error.problems)
    changed = [name for name, text in taken.texts.items() if text != texts[name]]
    if write:
        try:
            save([FileChange(site.root / name, name, texts[name], taken.texts[name]) for name in changed])
        except ContentError as error:
            stop(error.problems)
    tell(rows, taken, wanted, file=called, written=changed if write else None)
    sys.exit(1 if any(result.state == "to mend" for result in rows.results) else 0)


NO_TABLES = (".ods", ".pdf", ".doc", ".docx", ".numbers")
"""Endings of files of which people send tables, and that we do not read."""


def read_table(file: Path, sheet: str | None) -> Table:
    """The table that somebody sent. UsageError where the file can't be read, TableError where it holds no table."""
    from generator.staff.feed_import.open_referral_packs import read_pack
    from generator.staff.spreadsheets.csv_files import read_csv
    from generator.staff.spreadsheets.open_referral_files import from_open_referral, is_one_beside, is_open_referral
    from generator.staff.spreadsheets.table import MOST_BYTES, TableError
    from generator.staff.spreadsheets.xlsx_reader import read_xlsx

    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise click.UsageError(f"there is no file {file}") from None
    except OSError as error:
        raise click.UsageError(f"{file} can't be read: {error.strerror}") from None
    suffix = file.suffix.lower()
    if data[:2] == b"PK" and suffix not in NO_TABLES:
        return read_pack(data, sheet)
    if suffix in (".xlsx", ".xlsm", ".xls"):
        return read_xlsx(data, sheet)
    if suffix in NO_TABLES:
        raise TableError("only CSV and Excel workbooks can be read; save it as one of them")
    if sheet is not None:
        raise click.UsageError("a CSV file has no sheets; leave out --sheet")
    table = read_csv(data)
    if is_one_beside(table):
        raise TableError("this is one of Open Referral's files; name the one of the services, services.csv, beside it")
    return from_open_referral(table, _beside(file)) if is_open_referral(table) else table


def _beside(file: Path) -> dict[str, Table]:
    """The other files of Open Referral's that stand in the same folder, by their names without .csv."""
    from generator.staff.spreadsheets.csv_files import read_csv
    from generator.staff.spreadsheets.open_referral_files import BESIDE
    from generator.staff.spreadsheets.table import MOST_BYTES, TableError

    found = {}
    for name in BESIDE:
        path = file.with_name(f"{name}.csv")
        if path.is_file() and path != file:
            try:
                with path.open("rb") as opened:
                    found[name] = read_csv(opened.read(MOST_BYTES + 1))
            except OSError as error:
                raise TableError(f"{path.name} beside it can't be read: {error.strerror}") from None
            except TableError as error:
                raise TableError(f"{path.name} beside it: {error}") from None
    return found


def own_texts(site: Site, settings: Settings) -> Texts:
    """Each file of the directory that is the office's own."""
    from generator.content.editing.save import text_of
    from generator.content.loading.folder import own_files

    return {name: text_of(site.root / name, name) for name in own_files(site.root, settings)}


def _into(wanted: str | None, texts: Texts) -> str:
    if wanted is not None and wanted not in texts:
        raise click.UsageError(f"{wanted} is not a file of the directory; it has {', '.join(texts)}")
    return wanted or next(iter(texts))


def _lines(file: Path | None) -> list[str]:
    if file is None:
        return []
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise click.UsageError(
            f"{file} can't be read; it needs one HEADING=FIELD on each line, as UTF-8 text"
        ) from None
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _pairs(given: list[str] | tuple[str, ...], example: str) -> dict[str, str]:
    for one in given:
        if SIGN not in one:
            raise click.UsageError(f"'{one}' says nothing of what goes where; write it as \"{example}\"")
    return {left.strip(): right.strip() for left, _, right in (one.rpartition(SIGN) for one in given)}
