"""Settings and the directory -> which police area the office is for, who says so, and which others it knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from urllib.parse import urlsplit

from generator.content.analysis.covered_areas import covered_areas
from generator.content.loading.services import Directory
from generator.content.loading.source_file import Source
from generator.diagnostics import ContentError, Diagnostic
from generator.model.force_areas import ForceArea, ForceAreas
from generator.settings import Settings


@lru_cache(maxsize=1)
def read_force_areas() -> ForceAreas:
    """The police areas that come with Waymark."""
    problems: list[Diagnostic] = []
    text = resources.files("generator.model.data").joinpath("force_areas.yaml").read_text(encoding="utf-8")
    source = Source(text, "generator/model/data/force_areas.yaml", problems)
    areas = source.record(ForceAreas, source.value, (), problems)
    if areas is None:
        raise ContentError(problems)
    return areas


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
