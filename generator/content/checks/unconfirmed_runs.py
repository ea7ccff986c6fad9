"""Whoever plans a campaign confirms its next run in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Fault, Severity
from generator.model.campaign import Campaign
from generator.model.confirmations import ToConfirm, is_more_than_a_year_off, next_run, to_confirm

CODES = ("nothing-planned-for-a-year", "rule-without-run", "run-not-confirmed")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    yield from advice_on_runs(content.campaigns, content.today)


def advice_on_runs(campaigns: list[Found[Campaign]], today: date) -> Iterator[Diagnostic]:
    """A word for each rule without a confirmed run in the next twelve months, and each run that nobody confirmed."""
    for one in campaigns:
        following = next_run(one.record, today)
        if one.record.rule and following and following.confirmed and is_more_than_a_year_off(following, today):
            mark = one.at("runs", one.record.runs.index(following))
            yield _far_off(following.first).at(mark, "notice")
        for wanted in to_confirm(one.record, today):
            severity: Severity = "notice" if wanted.may_wait else "warning"
            if wanted.number is None or wanted.run is None:
                yield _rule_without_a_run(wanted).at(one.at("rule"), severity)
            else:
                mark = one.at("runs", wanted.number)
                yield _unconfirmed(wanted.run.first, wanted.by, today).at(mark, severity)


def _far_off(first: date) -> Fault:
    words = f"the next run is confirmed, and starts on {first}"
    return Fault("nothing-planned-for-a-year", words, "nothing of this campaign is planned for a year before it")


def _rule_without_a_run(wanted: ToConfirm) -> Fault:
    words = "no run of this campaign is confirmed for the next twelve months"
    if wanted.run is None:
        return Fault("rule-without-run", words, "look the days up, and add a run")
    return Fault("rule-without-run", words, f"confirm the one from {wanted.run.first} by {wanted.by}")


def _unconfirmed(first: date, by: date | None, today: date) -> Fault:
    days = (first - today).days
    starts = f"starts in {days} day{'' if days == 1 else 's'}" if days > 0 else "has begun"
    words = f"this run {starts}, on {first}, and nobody has confirmed it: confirm it by {by}, or nothing goes out"
    return Fault("run-not-confirmed", words)
