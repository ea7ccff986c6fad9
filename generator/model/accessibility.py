"""The accessibility statement as a record, and the last test results that its status is worked out from."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from generator.diagnostics import FieldError
from generator.model.fields.dates import Day
from generator.model.fields.phones import UKPhone
from generator.model.fields.text import EmailAddress, Label, Name, Sentence, WebLink
from generator.model.record import Many, Record
from generator.model.standing_page import StandingPage

A_CRITERION = re.compile(r"[1-4]\.[1-5]\.[0-9]{1,2}(?: .+)?")
Status = Literal["fully", "partially", "not"]


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(first_of_next - timedelta(days=1), date(year, month + 1, 1) + timedelta(days=day.day - 1))


def _criterion(text: str) -> str:
    if not A_CRITERION.fullmatch(text):
        raise FieldError(
            "not-a-wcag-criterion", f'"{text}" is not a WCAG success criterion', "write it as 1.4.3 Contrast (Minimum)"
        )
    return text


class Issue(Record):
    """One part that fails: what, which criterion, and by when it will be mended."""

    what: Sentence
    """What fails, in plain words."""
    criterion: Label
    """The WCAG success criterion: 1.4.3 Contrast (Minimum)."""
    fix_by: Day
    """The day by which it will be mended. Once it has passed, the site is not built."""

    _criterion = field_validator("criterion")(_criterion)


class Feedback(Record):
    """How to tell the office, and how soon it answers."""

    email: EmailAddress | None = None
    """Where to write."""
    phone: UKPhone | None = None
    """Where to call."""
    replies_within: Sentence | None = None
    """How soon the office answers: 5 working days."""
    text: Sentence | None = None
    """The same in one sentence, where words are needed."""


class AccessibilityStatement(StandingPage):
    """What the regulations ask a public body to say about its site."""

    organisation: Name
    """The public body whose statement this is."""
    prepared: Day
    """The day it was written."""
    reviewed: Day
    """The day somebody last read it through. After a year the site is not built."""
    tested_by: Sentence
    """Who tested the site, and how."""
    tested_with_people: Literal["yes", "no"] = "no"
    """Whether disabled people have tried the site: yes or no."""
    not_tested: Many[Sentence] = ()
    """What nobody has tested yet."""
    problems: Many[Issue] = ()
    """Parts that fail, each with the day by which it will be mended."""
    disproportionate_burden: Many[Sentence] = ()
    """Parts that would cost too much to mend, and why."""
    not_in_scope: Many[Sentence] = ()
    """Parts that the law does not ask for."""
    feedback: Feedback = Feedback()
    """How to tell the office what does not work."""

    @property
    def review_by(self) -> date:
        """The day from which the statement is too old to stand: a year after somebody last read it through."""
        return months_after(self.reviewed, 12)

    @field_validator("reviewed")
    @classmethod
    def _after_it_was_written(cls, reviewed: date, statement: ValidationInfo) -> date:
        prepared = statement.data.get("prepared")
        if prepared and reviewed < prepared:
            raise FieldError(
                "reviewed-before-prepared",
                f"it was reviewed on {reviewed}, before it was prepared on {prepared}",
                "mend one of the two",
            )
        return reviewed


class Violation(Record):
    """One fault that the tests found: the criterion it breaks, and on how many pages."""

    criterion: Label
    """The WCAG success criterion that it breaks."""
    what: Sentence
    """What fails."""
    pages: int = Field(ge=1)
    """On how many pages."""

    _criterion = field_validator("criterion")(_criterion)


class Results(Record):
    """What the last test of the built site in browsers found. The browser suite writes this file."""

    site: WebLink | None = None
    """The address of the site that was tested."""
    on: Day
    """The day of the test."""
    tools: Many[Label] = Field(min_length=1)
    """What tested it."""
    pages: int = Field(ge=1)
    """How many pages were tested."""
    pages_with_violations: int = Field(0, ge=0)
    """On how many pages something fails."""
    violations: Many[Violation] = ()
    """What fails."""


def status(statement: AccessibilityStatement, results: Results | None) -> Status:
    """How far the site complies, from what is known: never "fully" before people have tested it.

    Nobody may claim what nobody has tested, so no results is "not"; so are faults on more than half of the pages.
    """
    if results is None or results.pages_with_violations * 2 > results.pages:
        return "not"
    if results.violations or statement.problems or statement.tested_with_people == "no":
        return "partially"
    return "fully"
