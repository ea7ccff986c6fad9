"""Styles, an empty table, days in short -> how the commands for staff look in a terminal."""

from __future__ import annotations

from datetime import date

from rich import box
from rich.table import Table

BOLD, QUIET, ALERT, WARN, GOOD = "bold", "dim", "bold red", "yellow", "green"


def a_table(*columns: str) -> Table:
    """`columns`: a heading each. One that begins with "-" is as narrow as what stands in it."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style=BOLD)
    for column in columns:
        table.add_column(column.removeprefix("-"), no_wrap=column.startswith("-"), overflow="fold")
    return table


def day_of(day: date) -> str:
    """1 Feb 2027."""
    return f"{day.day} {day:%b %Y}"


def span(first: date, last: date) -> str:
    """1 Feb 2027; 1 to 28 Feb 2027; 31 Oct to 5 Nov 2027; 1 Dec 2026 to 3 Jan 2027."""
    if first == last:
        return day_of(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_of(last)}"
    start = f"{first.day} {first:%b}" if first.year == last.year else day_of(first)
    return f"{start} to {day_of(last)}"
