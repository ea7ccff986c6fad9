"""A table's rows -> the same without those that are no services: headings between the rows, and sums below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import quoted
from generator.privacy.whereabouts import told_by
from generator.staff.spreadsheets.headings import Heading, Headings
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
