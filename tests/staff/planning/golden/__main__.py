"""Writes the golden table anew."""

from __future__ import annotations

from generator.formatters.plan_csv import plan_table
from tests.staff.planning.golden import FILE, golden_year

if __name__ == "__main__":
    FILE.write_bytes(plan_table(golden_year(), "en"))
