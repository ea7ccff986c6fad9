"""The year as a table: one row for each thing the plan says, and counts that are those of the plan."""

from __future__ import annotations

import csv
from io import StringIO

from generator.formatters.plan_csv import COLUMNS, plan_table, rows
from tests.staff.planning.golden import FILE, golden_year


def test_the_table_is_the_golden_one_to_the_byte() -> None:
    assert plan_table(golden_year(), "en") == FILE.read_bytes()


def test_r34_the_counts_of_the_table_are_those_of_the_matrix() -> None:
    year = golden_year()
    found = list(csv.DictReader(StringIO(plan_table(year, "en").decode("utf-8-sig"))))

    for part, lines in (("crime type by month", year.by_crime), ("audience by month", year.by_audience)):
        counted = sum(int(row["number"]) for row in found if row["part"] == part)
        assert counted == sum(cell.count for line in lines for cell in line.cells) > 0
        assert counted == sum(len(row["campaigns"].split()) for row in found if row["part"] == part)


def test_every_row_has_a_cell_for_every_column() -> None:
    assert {len(row) for row in rows(golden_year(), "en")} == {len(COLUMNS)}


def test_r35_a_cell_that_begins_like_a_formula_is_made_harmless() -> None:
    why = [row["details"] for row in csv.DictReader(StringIO(FILE.read_bytes().decode("utf-8-sig")))]

    assert '\'=an election, and "quotes"' in why
