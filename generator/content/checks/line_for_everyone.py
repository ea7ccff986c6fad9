"""The line that everyone is offered was checked, and no reason is given why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.content.analysis.needs import all_to_be_right
from generator.content.checks.somebody_to_call import lines_of, place_in_settings
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.catalogue import Catalogue
from generator.settings import Settings

CODES = ("somebody-to-call-after-all", "first-line-overdue")
NEEDS = all_to_be_right


def check(content: Content) -> Iterator[Diagnostic]:
    yield from advice_on_line(content.root, content.settings, content.catalogue, content.today)


def advice_on_line(root: Path, settings: Settings, catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """What could be better about the line that everyone is offered."""
    lines, edition = lines_of(settings, catalogue, today)
    offered = lines.offered()
    if offered and settings.no_first_line is not None:
        yield Diagnostic(
            "somebody-to-call-after-all",
            "warning",
            place_in_settings(root, "no_first_line"),
            f"there is somebody to call after all, '{offered[0].id}'",
            hint="take this line out",
        )
    if offered and edition.freshness(offered[0]) == "overdue":
        yield Diagnostic(
            "first-line-overdue",
            "warning",
            place_in_settings(root, "first_line"),
            f"everyone is offered '{offered[0].id}', and its details are old, so the site says to call first",
            hint=f"check it, and write that down: waymark due --done {offered[0].id}",
        )
