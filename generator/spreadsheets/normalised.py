"""A table from elsewhere -> the same with its cells as they were meant: no unseen characters, nothing for "N/A"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.model.stray_characters import SPACES, UNSEEN, cleaned
from generator.spreadsheets.table import Cell, Table

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
            if cell.text.isascii() and "&" not in cell.text and not UNSEEN.search(cell.text):
                made.append(cell)
                continue
            text, told = cleaned(cell.text, unseen_alone=ours)
            if any(one.sort != "lost" for one in told):
                before[number, column] = visible(cell.text)
                made.append(Cell(text.strip(" "), cell.kind, cell.aside))
            else:
                made.append(cell)
        rows.append(tuple(made))
    return replace(table, rows=tuple(rows)), before


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
