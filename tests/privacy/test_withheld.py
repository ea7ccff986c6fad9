from __future__ import annotations

import pytest

from generator.diagnostics import Location
from generator.privacy.redact import OfPlaces, lines_of_places

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

    assert sorted(lines_of_places(lines)) == list(SECRET)


@pytest.mark.parametrize(
    "lines",
    [
        ["    places:", "\t\t- address: 7 Gooseberry Lane"],
        ["    places:", '      - address: "7 Gooseberry Lane', "        and more"],
        ["    'places' :", "      - address: x"],
        ["    - places:", "        - address: x"],
        ['    "places":', "    - address: x"],
        ["    places:", "      - name: x", "  address: 7 Gooseberry Lane"],
        ["    paces:", "      - {name: x, address: 7 Gooseberry Lane}"],
        ["    places: # two", "", "# nothing", "    - address: x"],
        ["    places:", "      - places: [x]", "      - address: x"],
    ],
)
def test_a_place_in_broken_yaml_is_still_a_place(lines: list[str]) -> None:
    assert len(lines) in lines_of_places(lines)


@pytest.mark.parametrize(
    "lines",
    [[], ["workplaces: x"], ["    postcodes: [CA1]"], ["# no places here", "name: x"], ["places: []", "name: x"]],
)
def test_other_lines_are_not(lines: list[str]) -> None:
    assert len(lines) not in lines_of_places(lines)


def test_each_file_is_looked_through_once() -> None:
    asked = []

    def lines(file: str) -> list[str]:
        asked.append(file)
        return ["places:", "  - x", "name: y"]

    secret = OfPlaces(lines)

    assert [Location("a", line) in secret for line in (1, 2, 3)] == [True, True, False]
    assert asked == ["a"]
