"""The accessibility statement names each fault that the tests found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("fault-not-in-statement",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    statement, results = content.standing.accessibility, content.standing.results
    said = {issue.criterion.split()[0] for issue in statement.record.problems} if statement else set()
    for violation in results.record.violations if results and statement else ():
        if statement and violation.criterion.split()[0] not in said:
            words = f"the tests found a fault that the statement does not name: {violation.criterion}, {violation.what}"
            hint = "mend it, or add it to problems with a day to fix it by"
            yield Diagnostic("fault-not-in-statement", "error", statement.at("problems"), words, hint=hint)
