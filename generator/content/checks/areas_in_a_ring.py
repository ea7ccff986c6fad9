"""No area lies within itself, by whatever way round."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import the_whole_directory
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("areas-in-a-ring",)
NEEDS = the_whole_directory


def check(content: Content) -> Iterator[Diagnostic]:
    for name, found in content.directory.areas.items():
        outer = found.record.within
        trail = [name]
        while outer in content.directory.areas and outer not in trail:
            trail.append(outer)
            outer = content.directory.areas[outer].record.within
        if outer == name:
            ring = " -> ".join([*trail, name])
            words = f"these areas lie within each other in a ring: {ring}"
            yield Diagnostic("areas-in-a-ring", "error", found.at("within"), words, hint="take one link out")
