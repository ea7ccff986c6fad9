"""An area that a service leaves out lies in one that it is for, and something of that is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content.analysis.needs import the_whole_directory
from generator.content.analysis.police_areas import areas_around
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("left-out-elsewhere", "left-out-whole")
NEEDS = the_whole_directory


def check(content: Content) -> Iterator[Diagnostic]:
    above = {name: found.record.within for name, found in content.directory.areas.items()}
    for one in content.directory.services:
        named, out = set(one.record.areas), set(one.record.all_but)
        for number, area in enumerate(one.record.all_but):
            if area in above and named.isdisjoint(areas_around(area, above)):
                yield Diagnostic(
                    "left-out-elsewhere",
                    "error",
                    one.at("all_but", number),
                    f"'{area}' does not lie in an area of this service, so it can't be left out",
                    hint="take it out here, or write the larger area in areas",
                )
        if out and not any(_is_left(area, out, above) for area in named if area in above):
            yield Diagnostic(
                "left-out-whole",
                "error",
                one.at("all_but"),
                "these are all the areas of this service, so it is for none",
                hint="take out those that it does help",
            )


def _is_left(area: str, out: set[str], above: Mapping[str, str | None], passed: frozenset[str] = frozenset()) -> bool:
    """Whether any of an area is left: it holds no other, or one that is not left out."""
    if area in out or area in passed:
        return False
    inside = [name for name, outer in above.items() if outer == area]
    return not inside or any(_is_left(name, out, above, passed | {area}) for name in inside)
