from __future__ import annotations

import pytest

from generator.reports.withheld import is_of_a_place

RECORD = """\
services:
  - id: harbour
    contact:
      - phone: 999
    places:
      - {name: Larkspur House, address: 7 Gooseberry Lane}
      # a comment

      - name: Two
        address: 8 Gooseberry Lane
    status: open
  - id: two
    places: [{name: x}]
    cost: free
  - {id: three, places: [{name: y,
      address: z}], cost: free}
  - id: four
    places:
    - name: Deep
      address: 9 Gooseberry Lane
    name: Four
"""
SECRET = (5, 6, 7, 8, 9, 10, 13, 15, 16, 18, 19, 20)


def test_the_lines_of_places_are_known_and_no_others() -> None:
    lines = RECORD.splitlines()

    assert tuple(number for number in range(1, len(lines) + 1) if is_of_a_place(lines, number)) == SECRET


@pytest.mark.parametrize(
    "lines",
    [
        ["    places:", "\t\t- address: 7 Gooseberry Lane"],
        ["    places:", '      - address: "7 Gooseberry Lane', "        and more"],
        ["    'places' :", "      - address: x"],
        ["    - places:", "        - address: x"],
    ],
)
def test_a_place_in_broken_yaml_is_still_a_place(lines: list[str]) -> None:
    assert is_of_a_place(lines, len(lines))


@pytest.mark.parametrize("lines", [[], ["workplaces: x"], ["# no places here", "name: x"], ["places: []", "name: x"]])
def test_other_lines_are_not(lines: list[str]) -> None:
    assert not is_of_a_place(lines, len(lines))
