"""`waymark export`: every service as one table, for staff: CSV, or an Excel workbook."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.console import counted, stop
from generator.cli.context import IN_FORM, site_command, to_a_file
from generator.cli.output_file import hand_over
from generator.diagnostics import ContentError
from generator.site_loader import Site

FORMATS = ("csv", "xlsx")


@site_command(
    "export",
    help="Every service as one table that staff can edit in Excel or LibreOffice, and `waymark import` reads back. "
    "Places that the public may not see are left out, so that you can send it by e-mail.",
    example="waymark export --to services.xlsx\nwaymark export --to services.csv",
)
@to_a_file
@click.option("--format", "form", type=click.Choice(FORMATS), help=f"{IN_FORM}. Default: as the file's name ends.")
@click.option("--with-withheld", is_flag=True, help="Also say where refuges and other secret places are.")
def command(site: Site, to: Path | None, form: str | None, with_withheld: bool) -> None:
    """One row a service, one column a field; text cells, none of which a spreadsheet would run."""
    form = form or _form_of(to)
    if to is None and form == "xlsx":
        raise click.UsageError("a workbook can't be printed; say where it goes: --to services.xlsx")
    from generator.output import csv_table
    from generator.privacy.outgoing import Exempt, exempt, searched
    from generator.privacy.scan import Search
    from generator.staff.spreadsheets.export_table import services_table
    from generator.staff.spreadsheets.table import TableError
    from generator.staff.spreadsheets.xlsx_writer import to_xlsx

    try:
        edition = site.edition(site.settings())
    except ContentError as error:
        stop(error.problems)
    search = Search(edition.withheld, (), ())

    def leaks(text: str) -> bool:
        return bool(search) and next(search.problems_in("cell.txt", text.encode()), None) is not None

    table = services_table(edition.catalogue, with_withheld=with_withheld, leaks=leaks)
    try:
        if form == "csv":
            data = csv_table(table.rows[0], table.rows[1:], for_people=True)
        else:
            data = to_xlsx(table.rows, table.words, table.offers)
    except TableError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    secret = with_withheld and bool(edition.withheld_words)
    says = [*(cell for row in table.rows for cell in row), *map(str, table.words.values()), *table.offers.values()]
    made = exempt(data, Exempt.ASKED_FOR) if with_withheld else searched(data, form, edition.withheld, says=says)
    hand_over(made, to, f", {counted(edition.catalogue.services, 'service')}.")
    if to is not None and table.withheld:
        places = f"{table.withheld} place is" if table.withheld == 1 else f"{table.withheld} places are"
        click.echo(
            f'{places} not for the public, and marked "withheld" in it. `waymark import` keeps what the file has.'
        )
    if secret:
        click.echo(
            "This table says where secret places are. Do not send it by e-mail; delete it when you are done.", err=True
        )


def _form_of(to: Path | None) -> str:
    """The form that a file's name asks for."""
    form = to.suffix.lower().removeprefix(".") if to else "csv"
    if form not in FORMATS:
        raise click.UsageError(f"{to} is neither .csv nor .xlsx; name it services.xlsx, or say --format xlsx")
    return form
