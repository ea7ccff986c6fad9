"""Somebody reads the words of a safety page, and what to do first, again every half year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location
from generator.model.emergency import FirstSteps
from generator.model.standing_page import StandingPage

CODES = ("page-never-checked", "page-check-due")
NEEDS = nothing

CHECK_EVERY = 180
"""Days after which the words of a safety page want another look."""


def check(content: Content) -> Iterator[Diagnostic]:
    standing = content.standing
    pages: list[Found[StandingPage] | Found[FirstSteps] | None] = [standing.stay_safe, standing.rights]
    for page in (*pages, *(own for own in standing.steps.own.values() if own.record.steps)):
        if page is None:
            continue
        check = page.record.checked
        if check is None:
            yield Diagnostic(
                "page-never-checked",
                "warning",
                Location(page.source.file),
                "nobody has checked this page",
                hint="add checked: {on: ..., by: ..., how: ...}",
            )
        elif check.on + timedelta(days=CHECK_EVERY) < content.today:
            yield Diagnostic(
                "page-check-due",
                "warning",
                page.at("checked", "on"),
                f"last checked on {check.on}, more than {CHECK_EVERY} days ago",
                hint="read the page again, and write the day",
            )
