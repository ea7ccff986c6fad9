"""Headings between rows, and sums below them, are no services: passed over, and told; what may be a service is kept."""

from __future__ import annotations

import pytest

from generator.staff.spreadsheets.csv_files import read_csv
from generator.staff.spreadsheets.headings import find_headings
from generator.staff.spreadsheets.service_rows import without_sections

HEAD = "Organisation,Service name,Type,Summary,Area,Tel"
ROW = "Harbour,Adult line,helpline,Help for anyone.,cumbria,01632 960111"


def told(row: str, head: str = HEAD) -> list[str]:
    table = read_csv(f"{head}\n{ROW}\n{row}\n{ROW}\n".encode())
    made, said = without_sections(table, find_headings(table, {}))

    assert [bool(cells) for cells in made.rows] == [True, True, not said, True]
    return said


@pytest.mark.parametrize(
    "row",
    [
        "DOMESTIC ABUSE,,,,,",
        "Domestic abuse,,,,,",
        ",,Helplines,,,",
        ",,,,Cumbria,",
        ",DOMESTIC ABUSE,,,,",
        ",Helplines:,,,,",
        "Helplines,Helplines,Helplines,Helplines,Helplines,Helplines",
        "North and west,,,,,",
    ],
)
def test_a_heading_between_rows_is_told(row: str) -> None:
    text = next(cell for cell in row.split(",") if cell)

    assert told(row) == [f"Row 3 is a heading, and no service: '{text}'. It was passed over."]


@pytest.mark.parametrize(
    "row",
    ["Total,6,,,,", "TOTAL,,,,,6", "Grand total,,,6,,", "Sub-total,6,,,,", "Totals:,6,,,,", "Number of services,6,,,,"],
)
def test_a_sum_is_told(row: str) -> None:
    assert told(row) == [f"Row 3 is a sum, and no service: '{row.split(',')[0]}'. It was passed over."]


@pytest.mark.parametrize(
    "row",
    [
        ",Young line,,,,",
        ",,,,,01632 960112",
        "Harbour,Young line,,,,",
        "17 Lantern Row,,,,,",
        "Total Care,Young line,helpline,Help.,cumbria,",
        "Total Care,Adult line,,,,",
        ",,,Call 01632 960112,,",
        ",,,More words of their own.,,",
    ],
)
def test_what_may_be_a_service_or_says_a_place_is_kept(row: str) -> None:
    assert told(row) == []


def test_a_table_of_two_columns_keeps_its_rows() -> None:
    table = read_csv(b"Service name,Tel\nHARBOUR LINE,\n")

    assert without_sections(table, find_headings(table, {})) == (table, [])
