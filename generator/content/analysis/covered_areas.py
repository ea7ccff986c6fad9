"""The directory and the police areas -> the areas of the directory in which somebody helps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.content.loading.services import Directory
from generator.model.force_areas import ForceAreas


def covered_areas(directory: Directory, areas: ForceAreas) -> Collection[str]:
    """The ids of areas that somebody helps in: those that services and places name, what is around them, and in them.

    What lies in a whole nation is no part of that kind: national helplines would make every area one that is used.
    """
    above = {name: found.record.within for name, found in directory.areas.items()}
    named = {area for found in directory.services for area in found.record.areas}
    named |= {place.area for found in directory.services for place in found.record.places if place.area}
    own = {name for name in named if name in directory.areas and not areas.is_wider(directory.areas[name].record.name)}
    if not own:  # a site that has only begun: every service is a national one
        return frozenset(above)
    covered = set(named)
    for name in above:
        around = [name, *_outer(name, above)]
        if name in named:
            covered.update(around)
        elif own.intersection(around):
            covered.add(name)
    return covered


def _outer(name: str, above: Mapping[str, str | None]) -> Iterator[str]:
    """What an area lies in, from the inside out. A ring ends."""
    seen = {name}
    outer = above.get(name)
    while outer is not None and outer not in seen:
        yield outer
        seen.add(outer)
        outer = above.get(outer)
