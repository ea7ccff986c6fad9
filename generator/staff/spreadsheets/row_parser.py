"""A row of a table -> the values it holds, each with the column it came from; and what of it can't be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.diagnostics import quoted
from generator.model.contact import WAYS
from generator.model.fields.age_words import WhomSaid, ages_in
from generator.model.fields.placeholders import is_placeholder
from generator.model.fields.text import slug_of
from generator.model.fields.typed_hours import TypedHours
from generator.staff.spreadsheets.cells import KEEP, CellError, CellReader, HoursError
from generator.staff.spreadsheets.columns import BY_FIELD
from generator.staff.spreadsheets.flatten import UNNUMBERED, Flat, Key
from generator.staff.spreadsheets.headings import Heading, Headings
from generator.staff.spreadsheets.table import Cell

NOTHING = Cell()
WHOM = "who.audiences"
NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row can't be imported: where, and what to do."""

    row: int
    column: str
    """The heading; "" for something that no column holds."""
    text: str

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column}: {self.text}" if self.column else f"row {self.row}: {self.text}"


@dataclass(frozen=True, slots=True)
class ParsedCells:
    """A value that was read as something other than what the cell says, for people to look at."""

    column: str
    said: str
    read_as: str


@dataclass
class ParsedRow:
    """What one row says."""

    number: int
    values: Flat = field(default_factory=dict)
    keep: set[Key] = field(default_factory=set)
    """What the cell calls withheld: whatever services.yaml has."""
    origins: dict[Key, str] = field(default_factory=dict)
    """The heading each value came from."""
    taken: list[ParsedCells] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    """What people wrote where they have nothing to say: "N/A"."""
    told: list[str] = field(default_factory=list)
    """What of it was not taken, and why."""
    cells: list[tuple[str, str, str, bool]] = field(default_factory=list)
    """Every cell that says something: its heading, the field it goes to or "", its text, whether it is of a place."""
    problems: list[RowProblem] = field(default_factory=list)
    has_columns: bool = True
    """Whether somebody may give what it says another column: nobody can, of a feed."""

    def wrong(self, column: str, text: str) -> None:
        """Note what can't be taken."""
        self.problems.append(RowProblem(self.number, column, text))


def read_row(number: int, cells: Sequence[Cell], headings: Headings, reader: CellReader) -> ParsedRow:
    """The values of one row.

    Args:
        number: the row, as a spreadsheet counts.
        cells: its cells.
        headings: what the columns hold.
        reader: how cells are read.
    """
    row = ParsedRow(number)
    for heading in headings.columns:
        cell = cells[heading.column] if heading.column < len(cells) else NOTHING
        says = " ".join(filter(None, (cell.text.strip(), cell.aside)))
        if says and not (heading.key and headings.ours and not cell.aside):
            is_place = bool(heading.sort and heading.sort.holds == "place")
            row.cells.append((heading.called, heading.key[0] if heading.key and not cell.aside else "", says, is_place))
        if not headings.ours and is_placeholder(cell.text):
            row.empty += [cell.text.strip()] if heading.key else []
        elif cell.text.strip() or cell.kind != "text":
            take(row, heading, cell, reader)
    _settle_contacts(row, headings, reader)
    _settle_points(row, reader)
    return row


def take(row: ParsedRow, heading: Heading, cell: Cell, reader: CellReader) -> None:
    """Put the value of one cell in its place in a row."""
    key = heading.key
    if key is None:
        return
    if key[0] == WHOM and not reader.ours and (whom := ages_in(cell.text)):
        _put_ages(row, heading, cell, whom)
        if not whom.words:
            return
        cell = replace(cell, text=whom.words)
    try:
        value = reader.read(key[0], cell)
    except HoursError as error:
        if reader.ours:
            row.wrong(heading.called, str(error))
        else:  # when somebody answers is asked of the service anyway: for that, nobody loses the row
            row.told.append(f"{heading.called} was not taken: {error}")
        return
    except CellError as error:
        row.wrong(heading.called, str(error))
        row.origins.setdefault(_where(key), heading.called)
        return
    if value is KEEP:
        row.keep.add(key)
        row.origins[key] = heading.called
        return
    said = cell.text.strip()
    if isinstance(value, TypedHours):
        value = _hours(row, heading, said, value, key)
        if value is None:
            return
    elif _reads_otherwise(key[0], said, value):
        row.taken.append(ParsedCells(heading.called, said, "; ".join(value) if isinstance(value, list) else str(value)))
    if key[0] in UNNUMBERED:
        row.values["contact.#.way", key[1]] = key[0].rpartition(".")[2]
        row.origins["contact.#.way", key[1]] = heading.called
        if heading.above and value is not None:  # two numbers of one name: "Office" and "Out of hours" tell them apart
            row.values.setdefault(("contact.#.label", key[1]), heading.above)
            row.origins.setdefault(("contact.#.label", key[1]), heading.called)
    key = _where(key)
    if key in row.values and isinstance(row.values[key], str) and isinstance(value, str):
        between = " " if key[0] == "contact.#.note" else ", "  # what was left of hours; the lines of an address
        value = f"{row.values[key]}{between}{value}"
    row.values[key] = value
    row.origins[key] = heading.called


def _put_ages(row: ParsedRow, heading: Heading, cell: Cell, whom: WhomSaid) -> None:
    """The ages that stand beside whom a service is for, where no column of their own says others."""
    ages = {"from": whom.first, "to": whom.last}
    for name, age in ages.items():
        if age is not None:
            row.values.setdefault((f"who.ages.{name}", 0), str(age))
            row.origins.setdefault((f"who.ages.{name}", 0), heading.called)
    said = " ".join(f"{name} {age}" for name, age in ages.items() if age is not None)
    row.taken.append(ParsedCells(heading.called, cell.text.strip(), f"{whom.words}, ages {said}".lstrip(", ")))


def _hours(row: ParsedRow, heading: Heading, said: str, read: TypedHours, key: Key) -> str | None:
    """The hours of a cell; its words that are none become the contact's note, so that no row is lost for them."""
    if read.note:
        field, number = key
        note = (f"{field.rpartition('.')[0]}.note", number)
        row.values[note] = f"{row.values[note]} {read.note}" if note in row.values else read.note
        row.origins.setdefault(note, heading.called)
    parts = (read.hours, read.note and f'note: "{read.note}"')
    as_read = "; ".join(part for part in parts if part)
    if as_read != said:
        row.taken.append(ParsedCells(heading.called, said, as_read))
    return read.hours or None


def _where(key: Key) -> Key:
    return ("contact.#.to", key[1]) if key[0] in UNNUMBERED else key


def _reads_otherwise(field: str, said: str, value: Any) -> bool:
    """Whether people should see how a cell was read: "Therapy" as counselling; not "Open" as open."""
    column = BY_FIELD.get(field)
    if column is None:
        other_digits = not said.startswith(str(value)) and NO_DIGIT.sub("", said) != NO_DIGIT.sub("", str(value))
        return said != value and (said.startswith("www.") or len(said) > len(str(value)) + 2 or other_digits)
    if column.form in ("day", "hours", "age"):
        return bool(said != value)
    if column.form in ("codes", "choice", "choices"):
        read = value if isinstance(value, list) else [value]
        parts = [slug_of(part) for part in re.split(r"[,;\n]", said)]
        return parts != read
    return False


def _settle_contacts(row: ParsedRow, headings: Headings, reader: CellReader) -> None:
    """Put what is said of a contact that this row does not have on the one it has; name what then is left."""
    numbers = sorted({number for field, number in row.values if field.startswith("contact.#")})
    there = [number for number in numbers if ("contact.#.to", number) in row.values]
    for number in numbers:
        if number in there:
            _check_way(row, number, reader)
            continue
        if ("contact.#.to", number) in row.origins:
            continue  # there is one, which can't be taken, and that is said
        lost = [key for key in row.values if key[1] == number and key[0].startswith("contact.#")]
        lost = [key for key in lost if key[0] != "contact.#.way"] or lost
        for key in lost:
            wanted = (key[0], there[0]) if there and not headings.ours else None
            heading = row.origins[key]
            if wanted and wanted not in row.values:
                row.values[wanted] = row.values.pop(key)
                row.origins[wanted] = heading
            elif row.empty and not there and not headings.ours:
                del row.values[key]
                if key[0] not in ("contact.#.way", "contact.#.label"):
                    row.told.append(f"{heading} was not taken, as the row has no number or address to go with it")
            elif not any(problem.column == heading for problem in row.problems):
                said = quoted(row.values[key])
                row.wrong(
                    heading, f"{said} has no number or address to go with in this row; add one, or empty this cell"
                )


def _settle_points(row: ParsedRow, reader: CellReader) -> None:
    """See that each way to reach a point says what kind it is, and read it so."""
    for name, number in list(row.values):
        if name.startswith("points.#.contact.") and name.endswith(".to"):
            _check_way(row, number, reader, name.removesuffix(".to"))


def _check_way(row: ParsedRow, number: int, reader: CellReader, contact: str = "contact.#") -> None:
    way, to = (f"{contact}.way", number), (f"{contact}.to", number)
    if way not in row.values:
        if not any(problem.column == row.origins[to] for problem in row.problems):
            words = f"what kind of contact is {quoted(row.values[to])}? In the column for its kind, write one of "
            words += ", ".join(WAYS)
            row.wrong(row.origins[to], words)
        return
    try:
        row.values[to] = reader.address(row.values[way], row.values[to], Cell(row.values[to]))
    except CellError as error:
        row.wrong(row.origins[to], str(error))


def missing(row: ParsedRow, needed: Mapping[str, str]) -> list[str]:
    """The names of needed fields that a row says nothing of."""
    said = {field for field, _ in row.values} | {field for field, _ in row.keep} | {field for field, _ in row.origins}
    return [name for field, name in needed.items() if field not in said]
