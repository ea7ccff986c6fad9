"""Settings and the directory -> the police area of the office, who says so; the areas in which somebody helps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from generator.content.loading.service_directory import Directory
from generator.content.loading.shipped import read_shipped
from generator.model.force_areas import ForceArea, ForceAreas
from generator.settings import Settings


def covered_areas(directory: Directory, areas: ForceAreas) -> Collection[str]:
    """The ids of areas that somebody helps in: those that services and places name, what is around them, and in them.

    What lies in a whole nation is no part of that kind: national helplines would make every area one that is used.
    """
    above = {name: found.record.within for name, found in directory.areas.items()}
    named = {area for found in directory.services for area in found.record.areas}
    named |= {place.area for found in directory.services for _, _, place in found.record.spots if place.area}
    own = {name for name in named if name in directory.areas and not areas.is_wider(directory.areas[name].record.name)}
    if not own:  # a site that has only begun: every service is a national one
        return frozenset(above)
    covered = set(named)
    for name in above:
        around = [name, *areas_around(name, above)]
        if name in named:
            covered.update(around)
        elif own.intersection(around):
            covered.add(name)
    return covered


def areas_around(name: str, above: Mapping[str, str | None]) -> Iterator[str]:
    """What an area lies in, from the inside out, as far as it is known: of a ring, each area once."""
    seen = {name}
    outer = above.get(name)
    while outer is not None and outer not in seen:
        yield outer
        seen.add(outer)
        outer = above.get(outer)


@lru_cache(maxsize=1)
def read_force_areas() -> ForceAreas:
    """The police areas that come with Waymark."""
    return read_shipped(ForceAreas, "force_areas.yaml")


class OwnArea:
    """The police areas of this office, by their names; none, where nothing says which."""

    def __init__(self, settings: Settings, directory: Directory, areas: ForceAreas) -> None:
        """Learn it from the office's name, else the site's words, else their addresses, else the areas listed."""
        self.areas = areas
        self.directory = directory
        self.names: frozenset[str] = frozenset()
        self.said_by = ""
        for said_by, found in self._said(settings):
            self.names = frozenset(area.name for area in found)
            if self.names:
                self.said_by = said_by
                break
        local = list(self._local_areas())
        served = [frozenset(area.name for area in areas.within(directory.areas[one].record.name)) for one in local]
        self.other_alone: str | None = None
        """The id of an area, where every service near people is for an area of another office."""
        if self.names and served and all(served) and not self.names & frozenset().union(*served):
            self.other_alone = local[0]
        self.served = self.names & frozenset().union(*served) or self.names
        """Those of its names that its own areas bear too. "Mayor's office for policing and crime" is London's also."""
        self.neighbours: frozenset[str] = frozenset() if self.other_alone else frozenset().union(*served) - self.names
        """Other areas that services here are for: words may well speak of them."""

    def __str__(self) -> str:
        return " and ".join(sorted(self.names))

    def is_other(self, area: ForceArea) -> bool:
        """Whether it is none of this office's."""
        return area.name not in self.names

    def _said(self, settings: Settings) -> Iterator[tuple[str, Iterable[ForceArea]]]:
        office, within = settings.office, self.areas.within
        yield "office.name", within(office.name)
        yield "site_name", within(settings.site_name)
        yield "site_description", within(settings.site_description)
        yield "office.website", self.areas.of_host(urlsplit(office.website or "").hostname or "")
        yield "site_url", self.areas.of_host(urlsplit(settings.site_url).hostname or "")
        for one in self._local_areas():
            yield "services.yaml", within(self.directory.areas[one].record.name)

    def _local_areas(self) -> Iterator[str]:
        """The ids of the widest areas that services are for, below whole nations."""
        records = {name: found.record for name, found in self.directory.areas.items()}
        covered = covered_areas(self.directory, self.areas)
        for name, area in records.items():
            outer = records.get(area.within or "")
            if (
                name in covered
                and not self.areas.is_wider(area.name)
                and (not outer or self.areas.is_wider(outer.name))
            ):
                yield name
