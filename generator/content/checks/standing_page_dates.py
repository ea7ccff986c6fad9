"""What standing pages must not say on a day: a Code that was superseded, a fix date that has passed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from generator.content.checks.citations import codes_unknown_in
from generator.content.loading.pages import RESULTS, StandingFiles
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location
from generator.model.accessibility import Results, Statement, months_after
from generator.model.fields.suggestions import one_of
from generator.model.rights import Rights

CHECK_EVERY = 180
"""Days after which the words of a safety page want another look."""


def broken_standing_rules(
    files: StandingFiles, today: date, services: Collection[str] | None, codes: Collection[str]
) -> Iterator[Diagnostic]:
    """A problem for each rule that a standing page breaks.

    Args:
        files: the standing pages.
        today: the day in Europe/London.
        services: the ids of all services; None, where they are not all known.
        codes: the codes of all sources; none, where the directory has no list of them.
    """
    for page in (files.about, files.stay_safe, files.rights, files.accessibility):
        if page and page.record.checked and page.record.checked.on > today:
            yield _in_the_future(page, today, "checked", "on", day=page.record.checked.on)
    if files.rights:
        yield from _rights(files.rights, today, services)
        yield from codes_unknown_in(files.rights, codes) if codes else ()
    if files.results and files.results.record.on > today:
        yield _in_the_future(files.results, today, "on", day=files.results.record.on)
    if files.accessibility:
        yield from _statement(files.accessibility, files.results, today)


def _rights(one: Found[Rights], today: date, services: Collection[str] | None) -> Iterator[Diagnostic]:
    rights = one.record
    if rights.in_force_from > today:
        yield Diagnostic(
            "code-not-in-force",
            "error",
            one.at("in_force_from"),
            f"this Code is not in force before {rights.in_force_from}",
            hint="keep the one that is in force until that day",
        )
    for number, right in enumerate(rights.rights):
        for place, service in enumerate(right.services):
            if services is not None and service not in services:
                yield Diagnostic(
                    "unknown-service",
                    "error",
                    one.at("rights", number, "services", place),
                    f"'{service}' is not a service in services.yaml",
                    hint=one_of(service, services),
                )


def _statement(one: Found[Statement], results: Found[Results] | None, today: date) -> Iterator[Diagnostic]:
    statement = one.record
    for name in ("prepared", "reviewed"):
        if getattr(statement, name) > today:
            yield _in_the_future(one, today, name, day=getattr(statement, name))
    said = {issue.criterion.split()[0] for issue in statement.problems}
    for violation in results.record.violations if results else ():
        if violation.criterion.split()[0] not in said:
            yield Diagnostic(
                "fault-not-in-statement",
                "error",
                one.at("problems"),
                f"the tests found a fault that the statement does not name: {violation.criterion}, {violation.what}",
                hint="mend it, or add it to problems with a day to fix it by",
            )


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


def advice_on(files: StandingFiles, today: date) -> Iterator[Diagnostic]:
    """What is still right, but not for long. Advice never stops a build."""
    for page in (files.stay_safe, files.rights):
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
        elif check.on + timedelta(days=CHECK_EVERY) < today:
            yield Diagnostic(
                "page-check-due",
                "warning",
                page.at("checked", "on"),
                f"last checked on {check.on}, more than {CHECK_EVERY} days ago",
                hint="read the page again, and write the day",
            )
    if files.accessibility:
        reviewed = files.accessibility.record.reviewed
        review_by = files.accessibility.record.review_by
        if months_after(reviewed, 11) <= today < review_by:
            yield Diagnostic(
                "statement-review-due",
                "warning",
                files.accessibility.at("reviewed"),
                f"last reviewed on {reviewed}",
                hint=f"review the statement before {review_by}",
            )
        if files.results is None:
            yield Diagnostic(
                "no-test-results",
                "warning",
                Location(files.accessibility.source.file),
                "there are no test results, so the site says it does not comply",
                hint=f"run the browser tests: {RESULTS}",
            )


def _in_the_future(one: Found[Any], today: date, *path: str | int, day: date) -> Diagnostic:
    return Diagnostic(
        "day-in-the-future",
        "error",
        one.at(*path),
        f"{day} is in the future",
        hint=f"write the day it was done, {today} at the latest",
    )
