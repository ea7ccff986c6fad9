"""Opening hours name each day once, and say whether somebody is there on bank holidays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Fault, quoted
from generator.model.fields.hours import Hours
from generator.model.service import Service

CODES = ("day-given-twice", "bank-holidays-not-said")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    yield from advice_on_hours(content.directory.services)


def advice_on_hours(services: Sequence[Found[Service]]) -> Iterator[Diagnostic]:
    """What would make hours plain to everyone who reads them, people and programs."""
    for one in services:
        kept = [(path, contact.hours) for path, contact in one.record.ways]
        kept += [(("points", number), point.hours) for number, point in enumerate(one.record.points)]
        for path, hours in kept:
            for fault in _said_of(hours) if hours else ():
                yield fault.at(one.at(*path, "hours"), "warning")


def _said_of(hours: Hours) -> Iterator[Fault]:
    if hours.day_given_twice:
        yield Fault(
            "day-given-twice",
            f"{quoted(hours.text)} gives times to {hours.day_given_twice} in two rules",
            f"the site takes it as {hours.right_form}: write that, or what is right",
        )
    if hours.says_nothing_of_bank_holidays:
        yield Fault(
            "bank-holidays-not-said",
            "these hours say nothing of bank holidays, so the site says then neither open nor closed",
            "add PH off, or PH 10:00-16:00, once they have told you",
        )
