"""Two tables of the Office for National Statistics -> generator/staff/new_site/councils.csv, which ships.

    python tools/councils.py councils.csv districts.csv

The first has a row for each council: code, name, county, police_force. The second has a row for each council in which a
postcode district lies: district, council, and how many postcodes of the one are in the other. A district is said to lie
in a council where at least one in a hundred of its postcodes do: else readers at its edge would be told of councils
that hold one house.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

TO = Path(__file__).parents[1] / "generator" / "staff" / "new_site" / "councils.csv"
ONE_IN = 100
A_DISTRICT = re.compile(r"([A-Z]{1,2})([0-9][0-9A-Z]?)")
"""NPT, which was Newport's before 1980, is none: nobody has it in an address."""
BEHIND = re.compile(r", (?:City|County) of$")
"""Herefordshire, County of."""


def rows(path: Path) -> list[dict[str, str]]:
    """A table, with its first row for names."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shortened(districts: Sequence[str]) -> str:
    """CA1 CA2 LA8 -> CA1.2 LA8."""
    found: dict[str, list[str]] = {}
    for district in districts:
        if parts := A_DISTRICT.fullmatch(district):
            found.setdefault(parts[1], []).append(parts[2])
    return " ".join(letters + ".".join(numbers) for letters, numbers in found.items())


def districts_of(lies_in: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    """The districts of each council, by its code."""
    whole: Counter[str] = Counter()
    for row in lies_in:
        whole[row["district"]] += int(row["postcodes"])
    found: dict[str, list[str]] = {}
    for row in lies_in:
        if int(row["postcodes"]) * ONE_IN >= whole[row["district"]]:
            found.setdefault(row["council"], []).append(row["district"])
    return {council: sorted(them, key=in_order) for council, them in found.items()}


def in_order(district: str) -> tuple[str, int, str]:
    """CA2 stands before CA10."""
    parts = A_DISTRICT.fullmatch(district)
    return (parts[1], int(re.sub("[A-Z]", "", parts[2])), district) if parts else (district, 0, district)


def main(councils: Path, districts: Path) -> None:
    """Write the table that ships."""
    found = districts_of(rows(districts))
    with TO.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("name", "area", "districts"))
        for row in sorted(rows(councils), key=lambda one: (one["police_force"], one["name"])):
            name = BEHIND.sub("", row["name"])
            table.writerow((name, row["police_force"], shortened(found[row["code"]])))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
