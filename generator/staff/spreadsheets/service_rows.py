"""A table as people lay it out -> the same with one row a service: no headings between, no sums, no second rows.

A row carries another on where it names that row, has its id or its name, and says nothing else that is new. A row that
says something of its own, such as another summary, is left as it is: which is right, nobody but its author knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import quoted
from generator.model.fields.placeholders import is_placeholder
from generator.privacy.whereabouts import told_by
from generator.staff.spreadsheets.flatten import Key
from generator.staff.spreadsheets.headings import Heading, Headings, plain_heading
from generator.staff.spreadsheets.lookups import same_name
from generator.staff.spreadsheets.table import Cell, Table

FEWEST = 3
"""In a table of fewer columns that are taken, a row with one cell may be a whole one."""
A_SUM = re.compile(r"(?:(?:grand|sub|overall)[ -]?)?totals?\b.*|sum|count|(?:number|no\.?|total) of .+", re.IGNORECASE)
A_FIGURE = re.compile(r"[\d.,£%\s]*")
GROUPS = ("organisation", "kind", "helps_with", "areas", "who.audiences")
"""What the parts of a table are named after. A row that says another field alone may carry on the one above it."""


def without_sections(table: Table, headings: Headings) -> tuple[Table, list[str]]:
    """A table whose headings between its rows, and sums below them, are empty; and what is told of each.

    Args:
        table: the whole sheet, its merged cells filled.
        headings: what its columns hold. A table that Waymark made has no such rows.
    """
    taken = {one.column: one for one in headings.columns if one.key}
    if headings.ours or len(taken) < FEWEST:
        return table, []
    rows, told = list(table.rows), []
    for number in range(headings.row, len(rows)):
        what = _what_it_is(rows[number], taken)
        if what:
            words = next(cell.text for cell in rows[number] if cell.text.strip())
            told.append(
                f"Row {number + 1} is {what}, and no service: {quoted(' '.join(words.split()))}. It was passed over."
            )
            rows[number] = ()
    return replace(table, rows=tuple(rows)), told


def _what_it_is(row: Sequence[Cell], taken: dict[int, Heading]) -> str:
    """A heading, a sum; "" for what may be a service."""
    full = [(column, cell) for column, cell in enumerate(row) if cell.text.strip()]
    if not full or any(cell.kind == "mistake" or cell.aside or told_by(cell.text) for _, cell in full):
        return ""  # what says a place, or how to reach somebody, belongs to a service
    (column, first), others = full[0], full[1:]
    if A_SUM.fullmatch(first.text.strip()) and all(A_FIGURE.fullmatch(cell.text) for _, cell in others):
        return "a sum"
    if others:
        same = {cell.text.strip() for _, cell in full}
        return "a heading" if len(same) == 1 and len(full) >= len(taken) else ""  # one text in every cell of the row
    key = taken[column].key if column in taken else None
    field = key[0] if key else ""
    named = field in GROUPS or (not key and column == 0) or (field == "name" and _is_shouted(first.text))
    return "a heading" if named else ""


def _is_shouted(text: str) -> bool:
    """Whether a name alone in its row is set as a heading is: DOMESTIC ABUSE, or Helplines: with a colon."""
    text = text.strip()
    return text.endswith(":") or (text.isupper() and len(text) > 3)


AN_ID = ("import id", "id", "service id", "record id", "row id", "ref", "reference", "service ref", "service reference")
ANOTHERS_ID = ("import id reference", "parent", "parent id", "parent service id", "belongs to", "continues", "same as")
SEVERAL = ("contact", "places", "outcomes")
NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table tell whose row it is, and which may come several times for one service."""

    id: int | None
    parent: int | None
    name: int | None
    several: Mapping[int, Key]
    """By column: the field, and the number, of a contact, a place or an outcome."""
    once: Sequence[int]
    """Every other column that is taken."""


def carried_on(table: Table, headings: Headings) -> tuple[Table, Headings, tuple[int, ...]]:
    """One row a service, and the rows that went into another. A table that Waymark made stays as it is.

    Args:
        table: the whole sheet, its merged cells filled.
        headings: what its columns hold.
    """
    if headings.ours:
        return table, headings, ()
    columns = _columns(headings)
    rows = {number: table.rows[number - 1] for number in range(headings.row + 1, len(table.rows) + 1)}
    owners = _owners({number: row for number, row in rows.items() if _says(row)}, columns)
    if not owners:
        return table, headings, ()
    made = _Wider(table, headings, columns)
    for number, owner in owners.items():
        made.carry(number, owner)
    return made.table(), made.headings(), tuple(owners)


def _columns(headings: Headings) -> Columns:
    taken = {one.column: one.key for one in headings.columns if one.key}
    several = {column: key for column, key in taken.items() if key[0].partition(".#")[0] in SEVERAL and key[1]}
    called = {plain_heading(one.text): one.column for one in reversed(headings.columns)}
    ids = [called[name] for name in AN_ID if name in called]
    parents = [called[name] for name in ANOTHERS_ID if name in called]
    names = [column for column, key in taken.items() if key == ("name", 0)]
    once = [column for column in taken if column not in several and column not in ids]
    return Columns(next(iter(ids), None), next(iter(parents), None), next(iter(names), None), several, once)


def _owners(rows: Mapping[int, Sequence[Cell]], columns: Columns) -> dict[int, int]:
    """The rows that carry on another, each with the one in which its service begins."""
    ids: dict[str, int] = {}
    names: dict[str, int] = {}
    found: dict[int, int] = {}
    for number, row in rows.items():
        ids.setdefault(_text(row, columns.id), number)
    last = 0
    for number, row in rows.items():
        named, own, name = (_text(row, column) for column in (columns.parent, columns.id, columns.name))
        if named:
            owner = ids.get(named, 0)
        elif name:
            owner = names.setdefault(same_name(name), number)
        elif own and ids[own] != number:
            owner = ids[own]
        else:
            owner = last if not own and not _once(row, columns) else 0
        if owner and owner != number and (named or _adds_alone(row, rows[owner], columns)):
            found[number] = owner
        elif name:
            last = number
        else:
            last = 0
    return {number: root for number, owner in found.items() if (root := _root(owner, found)) and root not in found}


def _root(owner: int, found: Mapping[int, int]) -> int:
    """The row in which a service begins; 0 where rows name each other in a ring."""
    seen = set()
    while owner in found:
        if owner in seen:
            return 0
        seen.add(owner)
        owner = found[owner]
    return owner


def _adds_alone(row: Sequence[Cell], owner: Sequence[Cell], columns: Columns) -> bool:
    """Whether a row says nothing but more contacts and places of another, and at least one."""
    others = [column for column in _once(row, columns) if column != columns.name]
    return all(_same(row, owner, column) for column in others) and any(
        _text(row, column) and not _same(row, owner, column) for column in columns.several
    )


def _same(row: Sequence[Cell], other: Sequence[Cell], column: int) -> bool:
    return _text(row, column).casefold() == _text(other, column).casefold()


def _once(row: Sequence[Cell], columns: Columns) -> list[int]:
    return [column for column in columns.once if _text(row, column)]


def _text(row: Sequence[Cell], column: int | None) -> str:
    text = " ".join(row[column].text.split()) if column is not None and column < len(row) else ""
    return "" if is_placeholder(text) else text


def _says(row: Sequence[Cell]) -> bool:
    return any(cell.text.strip() or cell.kind != "text" for cell in row)


class _Wider:
    """A table that grows columns at its right end, one set for each further contact or place."""

    def __init__(self, table: Table, headings: Headings, columns: Columns) -> None:
        self.before = table
        self.row = headings
        self.columns = columns
        self.rows = [list(row) for row in table.rows]
        self.added: list[Heading] = []
        self.at: dict[tuple[int, int], int] = {}
        """By column and how often it came before: the new column."""
        self.times: dict[tuple[int, str], int] = {}
        """By owner and group: how many rows were carried on."""

    def carry(self, number: int, owner: int) -> None:
        """Put what a row says into the row of its service, and leave it empty."""
        row, whole = self.rows[number - 1], self.rows[owner - 1]
        first = self.before.rows[owner - 1]
        for group in SEVERAL:
            own = [column for column, key in self.columns.several.items() if key[0].startswith(f"{group}.#")]
            own = [column for column in own if _text(row, column)]
            new = [column for column in own if not _same(row, first, column)]
            if group == "contact" and new and all(self._hours(column) for column in new):
                for column in new:
                    whole[column] = replace(whole[column], text=_joined(whole[column].text, row[column].text))
            elif new:
                self.times[owner, group] = times = self.times.get((owner, group), 0) + 1
                for column in own:
                    self._put(owner, self._column(column, group, times), row[column])
        for column, cell in enumerate(row):
            if column not in self.columns.several:
                self._aside(owner, column, cell)
            elif cell.aside:
                self._aside(owner, column, Cell("", "text", cell.aside))
        self.rows[number - 1] = []

    def _hours(self, column: int) -> bool:
        return self.columns.several[column][0] == "contact.#.hours"

    def _column(self, column: int, group: str, times: int) -> int:
        if (column, times) not in self.at:
            heading = next(one for one in self.row.columns if one.column == column)
            field, number = self.columns.several[column]
            most = max(key[1] for key in self.columns.several.values() if key[0].startswith(f"{group}.#"))
            new = len(self.row.columns) + len(self.added)
            key = (field, number + times * most)
            self.added.append(replace(heading, column=new, text=f"{heading.called} {times + 1}", key=key))
            self.at[column, times] = new
        return self.at[column, times]

    def _up_to(self, number: int, column: int) -> list[Cell]:
        """A row, once it has a cell in a column."""
        row = self.rows[number - 1]
        row += [NOTHING] * (column + 1 - len(row))
        return row

    def _put(self, number: int, column: int, cell: Cell) -> None:
        self._up_to(number, column)[column] = cell

    def _aside(self, number: int, column: int, cell: Cell) -> None:
        """Keep what is not taken beside the service's own cell: it may say a place that has to be kept back."""
        own = self._up_to(number, column)[column]
        says = " ".join(filter(None, (cell.text.strip(), cell.aside)))
        if says and says not in (own.text.strip(), own.aside):
            self._put(number, column, replace(own, aside=f"{own.aside} {says}".strip()))

    def table(self) -> Table:
        """The table with its new columns."""
        return replace(self.before, rows=tuple(map(tuple, self.rows)))

    def headings(self) -> Headings:
        """The headings with those of the new columns."""
        return replace(self.row, columns=(*self.row.columns, *self.added))


def _joined(first: str, more: str) -> str:
    return f"{first.strip()}; {more.strip()}" if first.strip() else more
