"""The points of services <-> rows of their own: below their service in a table; beside it, one set of columns each.

A service may have dozens of points. In a table each has a row with the id of its service, a number, and nothing else
but the columns of a point. Where a table is read, these rows become columns of the service's own row: the number says
which point a row is, so that rows may be sorted, taken out and added, and what is withheld stays with its own point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.staff.spreadsheets.headings import Heading, Headings, plain_heading
from generator.staff.spreadsheets.lookups import same_name
from generator.staff.spreadsheets.table import Cell, Table

NUMBER = "Point number"
"""The heading of the column that counts the points of a service, from 1. A new point has none."""
MOST = 1000
"""No service has so many points."""


@dataclass(frozen=True, slots=True)
class _Columns:
    id: int | None
    name: int | None
    number: int | None
    points: tuple[Heading, ...]

    @staticmethod
    def of(headings: Headings) -> _Columns:
        at = {one.key: one.column for one in headings.columns}
        called = {plain_heading(one.text): one.column for one in headings.columns}
        points = tuple(one for one in headings.columns if one.key and one.key[0].startswith("points.#."))
        return _Columns(at.get(("id", 0)), at.get(("name", 0)), called.get(plain_heading(NUMBER)), points)

    def owner(self, row: Sequence[Cell]) -> str:
        """What says whose row this is: the id of the service, else its name."""
        return _text(row, self.id) or same_name(_text(row, self.name))

    def is_of_a_point(self, row: Sequence[Cell]) -> bool:
        return any(_text(row, column) for column in (self.number, *(one.column for one in self.points)))


@dataclass
class _Service:
    """The rows of one service: its own, and for each point its number and its row."""

    row: int
    points: dict[int, int] = field(default_factory=dict)


def folded(table: Table, headings: Headings, known: Mapping[str, int]) -> tuple[Table, Headings, list[str]]:
    """A table that Waymark made with every point beside its service; its headings; and what is told of that.

    Args:
        table: the whole sheet.
        headings: what its columns hold.
        known: how many points each service has that is there, by id.
    """
    columns = _Columns.of(headings)
    if not headings.ours or not columns.points:
        return table, headings, []
    rows = {number: table.rows[number] for number in range(headings.row, len(table.rows))}
    services, told = _services(rows, columns, known)
    most = max([0, *known.values(), *(number for one in services.values() for number in one.points)])
    width = max((one.column for one in headings.columns), default=-1) + 1
    of_points = {one.column for one in columns.points} | {columns.number}
    each = len(columns.points)
    wide = [
        Heading(width + at + (number - 1) * each, f"{one.called}, point {number}", (one.key[0], number), "known")
        for number in range(1, most + 1)
        for at, one in enumerate(columns.points)
        if one.key
    ]
    made = [list(row) for row in table.rows]
    for service in services.values():
        whole = [cell if column not in of_points else Cell() for column, cell in enumerate(rows[service.row])]
        if service.points:
            whole += [Cell()] * (width + most * each - len(whole))
        for number, row in service.points.items():
            for at, one in enumerate(columns.points):
                whole[width + at + (number - 1) * each] = _cell(rows[row], one.column)
            if row != service.row:
                told += _not_taken(row, rows[row], rows[service.row], headings, of_points)
                made[row] = []
        made[service.row] = whole
    kept = tuple(one for one in headings.columns if one.column not in of_points)
    return replace(table, rows=tuple(map(tuple, made))), replace(headings, columns=(*kept, *wide)), told


def _services(
    rows: Mapping[int, Sequence[Cell]], columns: _Columns, known: Mapping[str, int]
) -> tuple[dict[str, _Service], list[str]]:
    """The rows of each service that the table speaks of, and what was not taken of them.

    Its own is the first that is no row of a point.
    """
    found: dict[str, _Service] = {}
    told: list[str] = []
    for number, row in rows.items():
        owner = columns.owner(row)
        if owner and not columns.is_of_a_point(row):
            found.setdefault(owner, _Service(number))
    later: list[tuple[_Service, str, int]] = []
    for number, row in rows.items():
        owner = columns.owner(row)
        if not columns.is_of_a_point(row) or not owner:
            continue
        service = found.setdefault(owner, _Service(number))
        text = _text(row, columns.number)
        if text.isascii() and text.isdigit() and 0 < int(text) < MOST and int(text) not in service.points:
            service.points[int(text)] = number
        else:
            later.append((service, owner, number))
            if text:
                told.append(f"Row {number + 1}: {NUMBER} was not taken, so it is a new point. A new one needs none.")
    for service, owner, number in later:
        service.points[max([known.get(owner, 0), *service.points]) + 1] = number
    return found, told


def _not_taken(
    number: int, row: Sequence[Cell], own: Sequence[Cell], headings: Headings, of_points: set[int | None]
) -> Iterator[str]:
    """What a row of a point says of its service, where the service's own row says otherwise."""
    for one in headings.columns:
        text = _text(row, one.column)
        if one.key and one.column not in of_points and text and text != _text(own, one.column):
            yield f"Row {number + 1} is a point: {one.called} was not taken. Write it in the row of the service."


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else Cell()


def _text(row: Sequence[Cell], column: int | None) -> str:
    return " ".join(_cell(row, column).text.split()) if column is not None else ""
