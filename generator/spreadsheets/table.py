"""Table: rows of cells as a file gave them, whichever kind of file it was; and the error for a file that gives none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

MOST_ROWS = 10_000
MOST_COLUMNS = 1_000
MOST_BYTES = 20_000_000

Kind = Literal["text", "number", "day", "formula", "mistake"]


class UnreadableError(Exception):
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


def too_many_rows() -> UnreadableError:
    """The error for a table of more rows than we take."""
    return UnreadableError(f"this has more than {MOST_ROWS:,} rows; split it into several files")


def too_many_columns(row: int) -> UnreadableError:
    """The error for a row of more cells than we take."""
    return UnreadableError(f"row {row} has more than {MOST_COLUMNS:,} columns; take out the empty columns on the right")
