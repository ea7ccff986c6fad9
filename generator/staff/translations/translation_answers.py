"""A table that came back from a translator -> each answer that goes into a record, and why each other can't.

Nothing that was changed since the table was made is written over. Who has read a text stands with the record, or where
that would say too much, with the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.diagnostics import AnswerError, quoted
from generator.l10n.calendar_words import language_name
from generator.model.fields.dates import A_DAY, written_day
from generator.model.standing_page import ReadBy
from generator.staff.spreadsheets.cells import unguarded
from generator.staff.spreadsheets.table import Cell, Table, TableError, normalised
from generator.staff.translations.translation_table import ID, READ_BY, READ_ON, VERSION, TextRow

LOOKED_AT = 20
"""So many rows are looked at for the headings."""
Outcome = Literal["taken", "read", "unchanged", "empty", "to mend"]


@dataclass
class AnswerRow:
    """What one row of the table says, and what becomes of it."""

    number: int
    """The row, as a spreadsheet counts."""
    outcome: Outcome
    row: TextRow | None = None
    text: str = ""
    reader: ReadBy | None = None
    why: str = ""
    """Why it can't be taken."""

    def refuse(self, why: str) -> None:
        """Leave it out, and say why."""
        self.outcome, self.why = "to mend", why


@dataclass(frozen=True)
class Answers:
    """All rows of a table, and what to say of it as a whole."""

    rows: Sequence[AnswerRow]
    told: Sequence[str]
    absent: int
    """How many texts of the site are not in the table."""

    def with_outcome(self, outcome: Outcome) -> list[AnswerRow]:
        """The rows of which that becomes."""
        return [one for one in self.rows if one.outcome == outcome]


@dataclass(frozen=True)
class Asked:
    """What is known beside the table."""

    first: str
    code: str
    today: date
    by: str = ""
    """Who read every answer, where no cell says who read it."""
    on: date | None = None


def answers_in(table: Table, rows: Sequence[TextRow], asked: Asked) -> Answers:
    """Each row below the headings that says something. TableError where this is no such table."""
    table, _ = normalised(table, ours=True)
    start, columns = _headings(table, asked)
    split = {row for first, last, column in table.merged if column == columns.text for row in range(first, last + 1)}
    known = _Known(rows)
    found: list[AnswerRow] = []
    for number, cells in enumerate(table.rows[start:], start + 1):
        if not any(cell.text.strip() or cell.kind == "formula" for cell in cells):
            continue
        try:
            answer = _answer(number, cells, columns, known, asked)
            if number in split and answer.outcome != "empty":
                raise AnswerError("its cell is one with those of other rows; split them, and write each answer once")
        except AnswerError as error:
            answer = AnswerRow(number, "to mend", why=str(error))
        found.append(answer)
    _refuse_twice(found)
    told = [*table.told, *_extra(table.rows[start - 1], columns)]
    return Answers(found, told, len({row.id for row in rows} - {one.row.id for one in found if one.row}))


@dataclass(frozen=True, slots=True)
class _Columns:
    id: int
    text: int
    own: int | None
    version: int | None
    by: int | None
    on: int | None

    @property
    def known(self) -> set[int | None]:
        return {self.id, self.text, self.own, self.version, self.by, self.on}


@dataclass
class _Known:
    """The texts of the site as they are now, however a row names one."""

    rows: Sequence[TextRow]
    by_id: dict[str, TextRow] = field(init=False)
    by_words: dict[tuple[str, tuple[str, ...], str], TextRow] = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {row.id: row for row in self.rows}
        self.by_words = {(row.record, row.shape, row.version): row for row in self.rows}

    def row(self, name: str, version: str) -> TextRow | None:
        """The text of this id; one that moved in a list since is known by its words."""
        found = self.by_id.get(name)
        if found is not None and found.version == version:
            return found
        record, _, path = name.rpartition("|")
        shape = tuple(part for part in path.split(".") if not part.isdecimal())
        return self.by_words.get((record, shape, version), found)


def _headings(table: Table, asked: Asked) -> tuple[int, _Columns]:
    """The row below the headings, from 0, and what each column is."""
    for number, row in enumerate(table.rows[:LOOKED_AT], 1):
        names = {_plain(cell.text): column for column, cell in reversed([*enumerate(row)])}
        if _plain(ID) not in names:
            continue
        own, other = (_either(names, code) for code in (asked.first, asked.code))
        if other is None:
            words = f"there is no column {quoted(language_name(asked.code))} in row {number}, so there are no answers"
            raise TableError(f"{words}; give it that heading again")
        more = (names.get(_plain(heading)) for heading in (VERSION, READ_BY, READ_ON))
        return number, _Columns(names[_plain(ID)], other, own, *more)
    right = f"the column {quoted(ID)} tells which text each answer is of"
    raise TableError(f"this is no table that `waymark translate --export` made; {right}")


def _either(names: Mapping[str, int], code: str) -> int | None:
    return names.get(_plain(language_name(code)), names.get(_plain(code)))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _extra(row: Sequence[Cell], columns: _Columns) -> Iterator[str]:
    ours = {"where", "what", "state"}
    more = [one.text for at, one in enumerate(row) if at not in columns.known and _plain(one.text) not in {"", *ours}]
    if more:
        yield f"Not taken: the column{'s' if len(more) > 1 else ''} {', '.join(map(quoted, more))}."


def _answer(number: int, cells: Sequence[Cell], columns: _Columns, known: _Known, asked: Asked) -> AnswerRow:
    text = _text(cells, columns.text)
    name = _text(cells, columns.id)
    if not name:
        if not text:
            return AnswerRow(number, "empty")
        raise AnswerError(f"it has no {quoted(ID)}, so nobody knows which text this is")
    row = known.row(name, _text(cells, columns.version))
    if row is None:
        raise AnswerError(f"the site has no text {quoted(name)} now; it may have been taken out")
    reader = _reader(cells, columns, asked)
    if not text:
        return AnswerRow(number, "empty", row)
    if text == row.said or ("\n" not in row.said and text.split() == row.said.split()):
        return _same(number, row, text, reader)
    if _is_older(cells, columns, row):
        words = "the text was changed after this table was made, in one language or the other"
        raise AnswerError(f"{words}; nothing of it was written over: export the table again")
    if _plain(text) == _plain(row.own):
        raise AnswerError(
            f"it says the same as the {language_name(asked.first)}; leave it empty where nobody knows better"
        )
    return AnswerRow(number, "taken", row, text, reader)


def _same(number: int, row: TextRow, text: str, reader: ReadBy | None) -> AnswerRow:
    """An answer that is there already: perhaps somebody has read it since."""
    is_new = reader is not None and reader != row.one.reader
    return AnswerRow(number, "read" if is_new else "unchanged", row, text, reader)


def _is_older(cells: Sequence[Cell], columns: _Columns, row: TextRow) -> bool:
    """Whether one of the two texts was another when the table was made."""
    version = _text(cells, columns.version)
    if version:
        return version != row.version
    return columns.own is None or _plain(_text(cells, columns.own)) != _plain(row.own) or bool(row.said)


def _text(cells: Sequence[Cell], column: int | None) -> str:
    if column is None or column >= len(cells):
        return ""
    cell = cells[column]
    if cell.kind == "formula" or cell.kind == "mistake":
        raise AnswerError(f"{quoted(cell.text)} is a formula; write the words themselves")
    return unguarded(cell.text.strip()).strip()


def _reader(cells: Sequence[Cell], columns: _Columns, asked: Asked) -> ReadBy | None:
    """Who read the answer: as its row says, else as is known of all."""
    by, on = _text(cells, columns.by), _text(cells, columns.on)
    if not by and not on:
        return ReadBy(by=asked.by, on=asked.on) if asked.by and asked.on else None
    day = written_day(on) if on else asked.on.isoformat() if asked.on else ""
    by = by or asked.by
    if not by:
        raise AnswerError(f"{quoted(READ_ON)} says when it was read, and {quoted(READ_BY)} does not say by whom")
    if not A_DAY.fullmatch(day):
        said = f"{quoted(on)} is not a day" if on else f"{quoted(READ_BY)} says who read it, and nothing says when"
        raise AnswerError(f"{said}; write {quoted(READ_ON)} as 2027-01-12")
    try:
        reader = ReadBy.model_validate({"by": by, "on": day})
    except ValueError:
        raise AnswerError(f"{quoted(by)} and {quoted(on)} do not say who read it and when") from None
    if reader.on > asked.today:
        raise AnswerError(f"{reader.on} is in the future; write the day on which it was read")
    return reader


def _refuse_twice(answers: Sequence[AnswerRow]) -> None:
    """Two rows with one id and two answers: nobody knows which is meant."""
    by_id: dict[str, list[AnswerRow]] = {}
    for one in answers:
        if one.row is not None and one.outcome != "empty":
            by_id.setdefault(one.row.id, []).append(one)
    for some in by_id.values():
        if len({(one.text, one.reader) for one in some}) > 1:
            numbers = " and ".join(str(one.number) for one in some)
            for one in some:
                one.refuse(f"rows {numbers} say different things of one text; keep one of them")
        for again in some[1:]:
            again.outcome = "unchanged" if again.outcome != "to mend" else again.outcome
