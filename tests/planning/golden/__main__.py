"""Writes the golden table anew."""

from __future__ import annotations

from generator.planning.table import plan_table
from tests.planning.golden import FILE, golden_year

if __name__ == "__main__":
    FILE.write_bytes(plan_table(golden_year(), "en"))
