"""A table, a catalogue and what somebody said of the columns -> what becomes of every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import quoted
from generator.model.catalogue import Catalogue
from generator.model.fields.text import slug, slug_of
from generator.model.place import Organisation
from generator.privacy.whereabouts import joined, told_by
from generator.staff.spreadsheets.cells import CellError, CellReader
from generator.staff.spreadsheets.column_layouts import one_fact_a_column
from generator.staff.spreadsheets.heading_kinds import FREE, HeadingKind, sort_by_values
from generator.staff.spreadsheets.headings import (
    Heading,
    Headings,
    MapError,
    find_headings,
    heading_row,
    is_ours,
    key_of,
    known_field,
    plain_heading,
)
from generator.staff.spreadsheets.lookups import Names, names_in
from generator.staff.spreadsheets.outpost_format import from_outpost, is_outposts
from generator.staff.spreadsheets.point_rows import folded
from generator.staff.spreadsheets.row_changes import NEEDED, Comparison, Result
from generator.staff.spreadsheets.row_parser import ParsedCells, ParsedRow, read_row, take
from generator.staff.spreadsheets.service_rows import carried_on, without_sections
from generator.staff.spreadsheets.table import Cell, Cleaned, Table, counted, filled_down, normalised

FROM_THE_COMMAND = "--default"
LOOKED_AT = 200
"""So many values of a column that is not taken are asked what they hold."""


@dataclass(frozen=True)
class Left:
    """A column that nobody takes, and what stands in it."""

    heading: str
    values: int
    example: str
    sort: HeadingKind | None = None
    """What it seems to hold, by its heading or by its values, where that must not be read by everyone."""


@dataclass(frozen=True)
class Imported:
    """Everything there is to say about a table of services."""

    headings: Headings
    told: tuple[str, ...]
    results: list[Result]
    left: tuple[Left, ...]
    nowhere: tuple[str, ...]
    """What a service needs, and no column or default says."""
    organisations: Mapping[str, str]
    """Organisations that the table names and the directory does not have: the id of each, and its name."""
    carried: tuple[int, ...] = ()
    """Rows that only say more of the service of another row, and have no result of their own."""
    sections: tuple[str, ...] = ()
    """What is told of rows that are headings or sums, and no services."""
    origins: Mapping[int, str] = field(default_factory=dict)
    """Of a feed, by row: where each service stands, and when it was checked there."""

    @property
    def is_a_feed(self) -> bool:
        """Whether these are services of a feed of Open Referral: no column can be told what it holds."""
        return self.headings.row == 0


def read_services(
    table: Table, catalogue: Catalogue, told: Mapping[str, str], defaults: Mapping[str, str], add_organisations: bool
) -> Imported:
    """Read every row below the headings.

    Args:
        table: one sheet.
        catalogue: what the directory has.
        told: what columns hold: {"Tel": "contact.phone"}.
        defaults: what holds where a new row says nothing: {"areas": "cumbria"}.
        add_organisations: whether organisations that the directory does not have will be added.

    Raises:
        TableError: where there are no headings.
        MapError: where `told` or `defaults` name what is not there.
    """
    table, before = normalised(table, ours=is_ours(table))
    known: Mapping[str, str] = {}
    if is_outposts(table):
        table, known = from_outpost(table)
    elif is_ours(table) is False:
        table = _one_fact_a_column(table, told, catalogue)
    headings = find_headings(table, told, known)
    headings, named = _named_by_its_organisation(headings)
    table, filled = filled_down(table, headings.row)
    table, headings, carried = carried_on(table, headings)
    table, sections = without_sections(table, headings)
    known_points = {service.id: len(service.points) for service in catalogue.services}
    table, headings, of_points = folded(table, headings, known_points)
    called = {heading.column: heading.called for heading in headings.columns}
    merged = [
        f"{called[column]}: the cell that is one over rows {first} to {last} was taken for each of them."
        for first, last, column in filled
        if column in called
    ]
    more = f"Taken as more contacts and places of the service that another row names: {counted('row', carried)}."
    told_before = (*table.told, *named, *merged, *of_points, *sections, *[more] * bool(carried))
    found = imported(table, headings, before, catalogue, defaults, add_organisations)
    return replace(found, told=(*told_before, *found.told), carried=carried, sections=tuple(sections))


def imported(
    table: Table,
    headings: Headings,
    before: Cleaned,
    catalogue: Catalogue,
    defaults: Mapping[str, str],
    add_organisations: bool,
    notes: Mapping[int, Sequence[str]] | None = None,
    more_services: Mapping[str, str] | None = None,
) -> Imported:
    """What becomes of every row below the headings, one row a service.

    Args:
        table: one sheet, laid out so.
        headings: what its columns hold.
        before: what its cells said before they were cleaned.
        catalogue: what the directory has.
        defaults: what holds where a new row says nothing.
        add_organisations: whether organisations that the directory does not have will be added.
        notes: of a feed, by row: what was not taken of it.
        more_services: of a feed, ids and names of services that come with it.
    """
    rows = list(enumerate(table.rows[headings.row :], headings.row + 1))
    unknown = _unknown_organisations(rows, headings, names_in(catalogue, {}), catalogue)
    names = names_in(catalogue, unknown if add_organisations else {}, more_services)
    reader = CellReader(names, headings.ours)
    given = _defaults(defaults, reader)
    comparison = Comparison(catalogue, headings)
    order = {heading.called: heading.column for heading in headings.columns}
    results = []
    for number, cells in rows:
        if any(cell.text.strip() or cell.kind != "text" for cell in cells):
            row = read_row(number, cells, headings, reader)
            _tell_cleaned(row, cells, headings, before)
            if notes is not None:
                row.told += notes.get(number, ())
                row.has_columns = False
            if comparison.existing(row) is None:
                _add_defaults(row, given, reader)
            results.append(comparison.result(row))
            row.problems.sort(key=lambda problem: order.get(problem.column, len(order)))
    said = {heading.key[0] for heading in headings.columns if heading.key} | {
        heading.key[0] for heading, _ in given if heading.key
    }
    lost = {name for result in results for name in result.lost}
    nowhere = tuple(name for field, name in NEEDED.items() if field not in said and name in lost)
    return Imported(headings, tuple(_empty(results)), results, _left(headings, rows), nowhere, unknown)


def _named_by_its_organisation(headings: Headings) -> tuple[Headings, list[str]]:
    """The headings of a list of bodies: where no column says what a service is called, its body's name does."""
    keys = {one.key: one for one in headings.columns}
    body = keys.get(("organisation", 0))
    if headings.ours or body is None or body.column < 0 or ("name", 0) in keys or ("id", 0) in keys:
        return headings, []
    name = replace(body, key=("name", 0), how="guessed")
    words = f"No column says what a service is called, so each has the name of {quoted(body.called)}."
    return replace(headings, columns=(*headings.columns, name)), [words]


def _one_fact_a_column(table: Table, told: Mapping[str, str], catalogue: Catalogue) -> Table:
    """The table of others with a column for each fact. What somebody told of a column counts: it stays as it is."""
    simple = {plain_heading(heading): field for heading, field in told.items()}
    names = names_in(catalogue, {})

    def id_of(field: str, text: str) -> str:
        try:
            return names.id_for(field, text)
        except ValueError:
            return ""

    row = heading_row(table, simple)
    return one_fact_a_column(table, row, lambda one: simple.get(one) or known_field(one), id_of, plain_heading)


def _tell_cleaned(row: ParsedRow, cells: Sequence[Cell], headings: Headings, before: Cleaned) -> None:
    """Note of each cell that was cleaned what it said before, for people to look at."""
    for heading in headings.columns:
        said = before.get((row.number - 1, heading.column))
        if said is not None and heading.key:
            row.taken = [one for one in row.taken if one.column != heading.called]
            row.taken.append(ParsedCells(heading.called, said, " ".join(cells[heading.column].text.split())))


def _empty(results: Sequence[Result]) -> Iterator[str]:
    """What was taken for nothing, said once."""
    seen = Counter(text for result in results for text in result.row.empty)
    if seen:
        parts = [f"{quoted(text)} ({times} time{'s' if times > 1 else ''})" for text, times in seen.most_common(8)]
        yield f"Taken as empty: {', '.join(parts)}{', and more' if len(seen) > 8 else ''}."


def _defaults(defaults: Mapping[str, str], reader: CellReader) -> list[tuple[Heading, Cell]]:
    found = []
    for name, text in defaults.items():
        key = key_of(name)
        heading = Heading(-1, FROM_THE_COMMAND, key, "told")
        try:
            reader.read(key[0], Cell(text))
        except CellError as error:
            raise MapError(f"--default {name}: {error}") from None
        names = told_by(text, is_name=key[0] == "name") if key[0] in FREE else []
        if names:
            raise MapError(f"--default {name}: this says {joined(names)}, and everyone would read it; take it out")
        found.append((heading, Cell(text)))
    return found


def _add_defaults(row: ParsedRow, given: Sequence[tuple[Heading, Cell]], reader: CellReader) -> None:
    seen = len(row.taken)
    for heading, cell in given:
        if heading.key not in row.values and heading.key not in row.origins:
            take(row, heading, cell, reader)
    del row.taken[seen:]


def _unknown_organisations(
    rows: Sequence[tuple[int, Sequence[Cell]]],
    headings: Headings,
    names: Names,
    catalogue: Catalogue,
) -> dict[str, str]:
    """The organisations that nobody knows yet, with the ids they would have."""
    column = next((one.column for one in headings.columns if one.key == ("organisation", 0)), None)
    texts = [cells[column].text.strip() for _, cells in rows if column is not None and column < len(cells)]
    found: dict[str, str] = {}
    for text in [" ".join(text.split()) for text in texts if text]:
        made = slug_of(text)
        try:
            names.id_for("organisation", text)
        except ValueError:
            if made not in catalogue.organisations and _can_be_one(made, text):
                found.setdefault(made, text)
    return found


def _can_be_one(made: str, text: str) -> bool:
    try:
        return bool(slug(made) and Organisation.model_validate({"name": text}))
    except ValueError:
        return False


def _left(headings: Headings, rows: Sequence[tuple[int, Sequence[Cell]]]) -> tuple[Left, ...]:
    found = []
    for heading in headings.columns:
        if heading.key is None:
            texts = [cells[heading.column].text.strip() for _, cells in rows if heading.column < len(cells)]
            texts = [text for text in texts if text]
            if texts or heading.text:
                sort = heading.sort or sort_by_values(texts[:LOOKED_AT])
                found.append(Left(heading.called, len(texts), texts[0] if texts else "", sort))
    return tuple(found)
