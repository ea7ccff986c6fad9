"""The accessibility statement is reviewed within a year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.accessibility import months_after

CODES = ("statement-review-due",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    statement = content.standing.accessibility
    if statement:
        reviewed, review_by = statement.record.reviewed, statement.record.review_by
        if months_after(reviewed, 11) <= content.today < review_by:
            words, hint = f"last reviewed on {reviewed}", f"review the statement before {review_by}"
            yield Diagnostic("statement-review-due", "warning", statement.at("reviewed"), words, hint=hint)
