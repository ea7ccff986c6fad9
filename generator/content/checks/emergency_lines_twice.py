"""An emergency line that comes with Waymark need not be written again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.shipped import shipped_as
from generator.diagnostics import Diagnostic, quoted

CODES = ("emergency-line-twice",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for found in content.directory.emergency:
        if shipped := shipped_as(found.record):
            yield Diagnostic(
                "emergency-line-twice",
                "warning",
                found.at("say"),
                f"{quoted(shipped.say)} comes with Waymark, and the site shows that",
                hint="take this line out",
            )
