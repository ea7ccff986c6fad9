"""Table: rows of cells as any kind of file gave them; and the same with its cells as they were meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.diagnostics import WaymarkError
from generator.model.fields.stray_characters import SPACES, UNSEEN, cleaned

MOST_ROWS = 10_000


MOST_COLUMNS = 1_000


MOST_BYTES = 20_000_000


Kind = Literal["text", "number", "day", "formula", "mistake"]


class TableError(WaymarkError):
    """A file is not a table we can read. Says what was found, and what to do, in an author's words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says. The kind is what the spreadsheet takes it for; in CSV every cell is text."""

    text: str = ""
    kind: Kind = "text"
    aside: str = ""
    """What stands there and is not taken: a comment, what is struck out or hidden. It may say a place all the same."""
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet. `rows[0]` is row 1 of the file, as a spreadsheet counts; a row may be short or empty."""

    rows: tuple[tuple[Cell, ...], ...]
    told: tuple[str, ...] = ()
    """What a reader of the result should know about how the file was read."""
    merged: tuple[tuple[int, int, int], ...] = ()
    """Cells that are one over several rows: the first row and the last, from 1, and the column, from 0."""


def column_name(number: int) -> str:
    """The letters that a spreadsheet shows above a column: 0 is A, 26 is AA."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def counted(name: str, numbers: Sequence[int | str]) -> str:
    """Some rows or columns as one says them: "row 4", "rows 4, 5"; of many, the first twenty."""
    shown = ", ".join(map(str, numbers[:20]))
    more = f" and {len(numbers) - 20} more" if len(numbers) > 20 else ""
    return f"{name}{'' if len(numbers) == 1 else 's'} {shown}{more}"


def too_many_rows() -> TableError:
    """The error for a table of more rows than we take."""
    return TableError(f"this has more than {MOST_ROWS:,} rows; split it into several files")


def too_many_columns(row: int) -> TableError:
    """The error for a row of more cells than we take."""
    return TableError(f"row {row} has more than {MOST_COLUMNS:,} columns; take out the empty columns on the right")


Cleaned = Mapping[tuple[int, int], str]
"""By row and column, from 0: what a cell said before, with what nobody sees made visible."""


def normalised(table: Table, *, ours: bool) -> tuple[Table, Cleaned]:
    """A table without characters that nobody meant, and what its cells said before.

    Args:
        table: as a file gave it.
        ours: whether Waymark made it: then only what nobody sees is taken out, and all else is an author's.
    """
    before: dict[tuple[int, int], str] = {}
    rows = []
    for number, row in enumerate(table.rows):
        made = []
        for column, cell in enumerate(row):
            if cell.text.isascii() and not SUSPECT.search(cell.text) and not UNSEEN.search(cell.text):
                made.append(cell)
                continue
            text, told = cleaned(cell.text, unseen_alone=ours)
            bare = text if ours else without_markup(text)
            if bare != text or any(one.sort != "lost" for one in told):
                before[number, column] = visible(cell.text)
                made.append(Cell(bare.strip(" "), cell.kind, cell.aside))
            else:
                made.append(cell)
        rows.append(tuple(made))
    return replace(table, rows=tuple(rows)), before


SUSPECT = re.compile("[&<]")
A_BLOCK = re.compile(r"</?(?:p|div|br|ul|ol|li|h[1-6]|table|tr|section|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
A_MARK_UP = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|font|sup|sub|small|td|th|tbody|img|o:p)\b[^<>]{0,500}>", re.IGNORECASE
)
"""HTML that comes along from websites: what ends a paragraph, and what stands within one."""


def without_markup(text: str) -> str:
    """A text of paragraphs from a website without its HTML: they stay apart."""
    if "<" not in text or not A_BLOCK.search(text):
        return text
    parts = A_MARK_UP.sub("", A_BLOCK.sub("\n\n", text)).split("\n\n")
    return "\n\n".join(part.strip() for part in parts if part.strip())


def visible(text: str) -> str:
    """A text with every character that nobody sees by its number: "Har[U+00AD]bour"."""
    both = re.compile(f"{UNSEEN.pattern}|{SPACES.pattern}")
    return both.sub(lambda hit: f"[U+{ord(hit[0]):04X}]", text)


def filled_down(table: Table, below: int) -> tuple[Table, list[tuple[int, int, int]]]:
    """A table in which a cell that is one over several rows stands in each; and which these are.

    Args:
        table: the whole sheet.
        below: the row of the headings, from 1. What is one cell above or beside that is no value of a row.
    """
    rows = [list(row) for row in table.rows]
    filled = []
    for first, last, column in table.merged:
        if first > below and first <= len(rows) and column < len(rows[first - 1]) and rows[first - 1][column].text:
            for row in rows[first : min(last, len(rows))]:
                if row:  # an empty row, or one that is left out, stays so
                    row += [Cell()] * (column + 1 - len(row))
                    row[column] = rows[first - 1][column]
            filled.append((first, last, column))
    return replace(table, rows=tuple(map(tuple, rows))), filled
