"""There are results of the accessibility tests."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.pages import RESULTS
from generator.diagnostics import Diagnostic, Location

CODES = ("no-test-results",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    statement = content.standing.accessibility
    if statement and content.standing.results is None:
        words = "there are no test results, so the site says it does not comply"
        mark, hint = Location(statement.source.file), f"run the browser tests: {RESULTS}"
        yield Diagnostic("no-test-results", "warning", mark, words, hint=hint)
