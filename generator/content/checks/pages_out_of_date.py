"""What was right when it was written is still right. A demonstration says it on the page, and to staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.pages import StandingFiles
from generator.diagnostics import Diagnostic

CODES = ("rights-superseded", "statement-not-reviewed", "fix-overdue")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in out_of_date(content.standing, content.today):
        yield replace(one, severity="warning") if content.settings.demonstration else one


def out_of_date(files: StandingFiles, today: date) -> Iterator[Diagnostic]:
    """What was right when it was written, and is no more, only because time has gone by.

    It stops the build of a site that people rely on. A demonstration says it on the page, and to staff.
    """
    if files.rights:
        superseded_on = files.rights.record.superseded_on
        if superseded_on and superseded_on <= today:
            yield Diagnostic(
                "rights-superseded",
                "error",
                files.rights.at("superseded_on"),
                f"these rights were superseded on {superseded_on}",
                hint="write those of the new Code, with its in_force_from, and take this line out",
            )
    if files.accessibility:
        statement = files.accessibility.record
        if statement.review_by <= today:
            yield Diagnostic(
                "statement-not-reviewed",
                "error",
                files.accessibility.at("reviewed"),
                f"the statement was last reviewed on {statement.reviewed}, a year ago or more",
                hint="review it, and write the day",
            )
        for number, issue in enumerate(statement.problems):
            if issue.fix_by < today:
                yield Diagnostic(
                    "fix-overdue",
                    "error",
                    files.accessibility.at("problems", number, "fix_by"),
                    f"the fix was due on {issue.fix_by}",
                    hint="take the problem out if it is mended, or give a day to come",
                )
