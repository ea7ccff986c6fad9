"""An edition -> which people, after which crime, in which area, find no service; or none that names what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.edition import Edition
from generator.l10n.plurals import listed
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME, EVERYONE, Term

HelpFound = Literal["none", "any-crime"]
"""none: no service at all; any-crime: only services for people hurt by any crime, and none that names this one."""
ADULTS = "adults"
GROWN, OLD = 25, 70
AGES = {"children": 11, "young-people": 16, "older": OLD}
"""An age at which somebody is one of these; everyone else is taken for grown up."""
EVERY_SEX = frozenset({"women", "men"})
NO_GROUP = frozenset({EVERYONE, "families-carers", "witnesses"})
"""Audiences that are no people harmed by the crime itself, or are all of them."""
FEW = 2
"""So few groups that are helped are named in the place of all those that are not."""

Cells = frozenset[tuple[str, str]]
"""Each area and audience for which there is a service."""


@dataclass(frozen=True, slots=True)
class HelpGap:
    """One crime, and for whom and where there is nothing. No area: everywhere; no audience: for anyone."""

    id: str
    term: Term
    found: HelpFound
    areas: Sequence[str]
    audiences: Sequence[str]
    but: Sequence[str] = ()
    """In the place of audiences: the few for whom there is a service."""

    def for_whom(self, edition: Edition, language: str) -> str:
        """For whom and where, in words: "children and young people, in Barrow"; "" for anyone, everywhere."""
        words = edition.catalogue.vocabulary.audiences
        groups = listed([in_language(words[name].name, language) for name in self.audiences])
        if self.but:
            groups = f"anyone but {listed([in_language(words[name].name, language) for name in self.but])}"
        places = listed([in_language(edition.catalogue.areas[name].name, language) for name in self.areas])
        return ", ".join(filter(None, (groups, f"in {places}" if places else "")))


def help_gaps(edition: Edition) -> tuple[HelpGap, ...]:
    """Every gap: crimes in order, what has no help at all first; the cells with the same people or places as one."""
    catalogue = edition.catalogue
    areas = tuple(name for name in catalogue.areas if not catalogue.areas_within.get(name))
    groups = tuple(name for name in catalogue.vocabulary.audiences if name not in NO_GROUP)
    services = [one for one in catalogue.public_services if edition.is_listed(one)]
    reached = {
        one.id: frozenset(area for area in areas if catalogue.reach(one, area) in ("local", "wider"))
        for one in services
    }

    def cells(helps_with: str) -> Cells:
        return _cells([one for one in services if helps_with in one.helps_with], reached, groups)

    every = [(area, group) for group in groups for area in areas]
    general = cells(ANY_CRIME)
    found: list[HelpGap] = []
    for crime, term in catalogue.vocabulary.crimes.items():
        if crime != ANY_CRIME:
            named = cells(crime)
            missing = [one for one in every if one not in named]
            none = [one for one in missing if one not in general]
            found += _together(crime, term, "none", none, areas, groups)
            found += _together(crime, term, "any-crime", [one for one in missing if one in general], areas, groups)
    return tuple(found)


def _cells(services: Iterable[Service], reached: Mapping[str, frozenset[str]], groups: Sequence[str]) -> Cells:
    found: set[tuple[str, str]] = set()
    of_any_sex: dict[tuple[str, int], set[str]] = {}
    for one in services:
        for group in groups:
            for area in reached[one.id] if _takes(one, group, AGES.get(group, GROWN)) else ():
                found.add((area, group))
        for sex in EVERY_SEX:
            for age in (GROWN, OLD):
                for area in reached[one.id] if _takes(one, sex, age) else ():
                    of_any_sex.setdefault((area, age), set()).add(sex)
    for (area, age), sexes in of_any_sex.items():
        if sexes == EVERY_SEX:  # who is disabled, or came from elsewhere, is one of them
            grown = [group for group in groups if AGES.get(group, GROWN) == age]
            found |= {(area, group) for group in grown}
    return frozenset(found)


def _takes(service: Service, group: str, age: int) -> bool:
    """Whether people of a group and an age may come to a service, as far as its record says."""
    who, ages = service.who, service.who.ages
    named = {EVERYONE, group} | ({ADULTS} if age >= GROWN else set())
    if named.isdisjoint(who.audiences):
        return False
    first, last = (ages.first, ages.last) if ages else (None, None)
    return (first or 0) <= age and (last is None or age <= last)


def _together(
    crime: str,
    term: Term,
    found: HelpFound,
    missing: Iterable[tuple[str, str]],
    areas: Sequence[str],
    groups: Sequence[str],
) -> Iterator[HelpGap]:
    """Cells of one crime, those of the same areas as one."""
    by_group: dict[str, list[str]] = {}
    for area, group in missing:
        by_group.setdefault(group, []).append(area)
    by_areas: dict[tuple[str, ...], list[str]] = {}
    for group, some in by_group.items():
        by_areas.setdefault(tuple(some), []).append(group)
    for places, for_whom in by_areas.items():
        but = [group for group in groups if group not in for_whom]
        where = () if len(places) == len(areas) else places
        if len(but) <= FEW < len(for_whom):
            yield HelpGap(crime, term, found, where, (), tuple(but))
        else:
            yield HelpGap(crime, term, found, where, tuple(for_whom))
