"""The table that ships -> the 43 police areas, the councils in each, and the postcode districts of each council."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from io import StringIO

from generator.content.analysis.police_areas import read_force_areas
from generator.diagnostics import AnswerError
from generator.model.fields.suggestions import nearest

CALLED = {"Metropolitan": "London"}
"""What people call an area whose police have another name."""
WELSH = frozenset({"Dyfed-Powys", "Gwent", "North Wales", "South Wales"})
"""The areas in Wales, as their police are called."""
OFFICES = {
    "commissioner": "Office of the Police and Crime Commissioner for {}",
    "fire-commissioner": "Office of the Police, Fire and Crime Commissioner for {}",
    "mayor": "The mayor's office for policing and crime in {}",
    "corporation": "The office for policing and crime in the {}",
}
"""What the office of an area is probably called; whoever starts a site says what it is called."""


@dataclass(frozen=True, slots=True)
class Council:
    """One council, and every postcode district that lies in it, or partly."""

    name: str
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PoliceArea:
    """One police area, as people call it, and its councils."""

    name: str
    police: str
    """The area as its police are called: Metropolitan."""
    office: str
    """What its office is probably called."""
    councils: tuple[Council, ...]

    @property
    def is_welsh(self) -> bool:
        """Whether it lies in Wales."""
        return self.police in WELSH

    @property
    def districts(self) -> tuple[str, ...]:
        """Every postcode district that lies in the area, or partly, in the order of their numbers."""
        every = {district for council in self.councils for district in council.districts}
        return tuple(sorted(every, key=_by_number))

    @property
    def short(self) -> str:
        """The same as the table writes them: CA1.2 LA8."""
        groups: dict[str, list[str]] = {}
        for district in self.districts:
            letters = _letters(district)
            groups.setdefault(letters, []).append(district.removeprefix(letters))
        return " ".join(f"{letters}{'.'.join(numbers)}" for letters, numbers in groups.items())

    def of(self, names: str) -> tuple[Council, ...]:
        """The councils of these names, with commas between them. AnswerError names one that is not in the area."""
        known = {one.name.casefold(): one for one in self.councils}
        found = []
        for name in filter(None, (part.strip() for part in names.split(","))):
            council = known.get(name.casefold())
            if council is None:
                near = _nearest(name, [one.name for one in self.councils]) or self.councils[0].name
                raise AnswerError(f"'{name}' is no council of {self.name}; write {near}", shows_right=True)
            found.append(council)
        return tuple(found)


@lru_cache(maxsize=1)
def police_areas() -> tuple[PoliceArea, ...]:
    """All 43, by name."""
    text = resources.files(__package__).joinpath("councils.csv").read_text(encoding="utf-8")
    councils: dict[str, list[Council]] = {}
    for row in csv.DictReader(StringIO(text)):
        councils.setdefault(row["area"], []).append(Council(row["name"], _districts(row["districts"])))
    return tuple(
        PoliceArea(
            CALLED.get(area.name, area.name),
            area.name,
            OFFICES[area.led_by].format(CALLED.get(area.name, area.name)),
            tuple(councils[area.name]),
        )
        for area in read_force_areas().areas
    )


def area_called(name: str) -> PoliceArea:
    """The area that somebody means. AnswerError with the nearest name where there is none."""
    typed = _plain(name)
    for area, force in zip(police_areas(), read_force_areas().areas, strict=True):
        if typed in {_plain(one) for one in (area.name, *force.names)}:
            return area
    near = _nearest(name, [area.name for area in police_areas()]) or "its name, such as Sussex"
    raise AnswerError(f"'{name}' is no police area of England and Wales; write {near}", shows_right=True)


def _nearest(typed: str, names: list[str]) -> str:
    found = nearest(typed, names)
    return names[found[0]] if found else ""


def _plain(name: str) -> str:
    return re.sub("[^a-z]+", " ", name.lower().replace("&", " and ")).strip()


def _districts(short: str) -> tuple[str, ...]:
    """CA1.2 LA8 -> CA1, CA2, LA8."""
    found = []
    for group in short.split():
        first, *others = group.split(".")
        found += [first, *(_letters(first) + other for other in others)]
    return tuple(found)


def _letters(district: str) -> str:
    return re.split("[0-9]", district)[0]


def _by_number(district: str) -> tuple[str, int, str]:
    """CA2 stands before CA10, and W1 before W1A."""
    found = re.fullmatch("([A-Z]+)([0-9]+)([A-Z]?)", district)
    return (found[1], int(found[2]), found[3]) if found else (district, 0, "")
