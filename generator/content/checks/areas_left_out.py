"""An area that a service leaves out lies in one that it is for, and something of that is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content.analysis.needs import the_whole_directory
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.place import Area

CODES = ("left-out-elsewhere", "left-out-whole")
NEEDS = the_whole_directory


def check(content: Content) -> Iterator[Diagnostic]:
    areas = {name: found.record for name, found in content.directory.areas.items()}
    for one in content.directory.services:
        named, out = set(one.record.areas), set(one.record.all_but)
        for number, area in enumerate(one.record.all_but):
            if area in areas and named.isdisjoint(_around(area, areas)):
                yield Diagnostic(
                    "left-out-elsewhere",
                    "error",
                    one.at("all_but", number),
                    f"'{area}' does not lie in an area of this service, so it can't be left out",
                    hint="take it out here, or write the larger area in areas",
                )
        if out and not any(_is_left(area, out, areas) for area in named if area in areas):
            yield Diagnostic(
                "left-out-whole",
                "error",
                one.at("all_but"),
                "these are all the areas of this service, so it is for none",
                hint="take out those that it does help",
            )


def _around(area: str, areas: Mapping[str, Area]) -> Iterator[str]:
    """The areas around one, as far as they are known; a ring is named by another rule."""
    seen = {area}
    outer = areas[area].within
    while outer is not None and outer not in seen:
        seen.add(outer)
        yield outer
        outer = areas[outer].within if outer in areas else None


def _is_left(area: str, out: set[str], areas: Mapping[str, Area], above: frozenset[str] = frozenset()) -> bool:
    """Whether any of an area is left: it holds no other, or one that is not left out."""
    if area in out or area in above:
        return False
    inside = [name for name, one in areas.items() if one.within == area]
    return not inside or any(_is_left(name, out, areas, above | {area}) for name in inside)
