"""Campaigns' rules and runs -> a word on each that still wants a day, and by when somebody must have confirmed it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign
from generator.model.confirmations import ToConfirm, is_more_than_a_year_off, next_run, to_confirm


def advice_on_runs(campaigns: list[Found[Campaign]], today: date) -> Iterator[Diagnostic]:
    """A word for each rule without a confirmed run in the next twelve months, and each run that nobody confirmed."""
    for one in campaigns:
        following = next_run(one.record, today)
        if one.record.rule and following and following.confirmed and is_more_than_a_year_off(following, today):
            mark = one.at("runs", one.record.runs.index(following))
            yield Diagnostic(mark, _far_off(following.first), may_wait=True)
        for wanted in to_confirm(one.record, today):
            if wanted.number is None or wanted.run is None:
                yield Diagnostic(one.at("rule"), _rule_without_a_run(wanted), wanted.may_wait)
            else:
                mark = one.at("runs", wanted.number)
                yield Diagnostic(mark, _unconfirmed(wanted.run.first, wanted.by, today), wanted.may_wait)


def _far_off(first: date) -> str:
    return f"the next run is confirmed, and starts on {first}; nothing of this campaign is planned for a year before it"


def _rule_without_a_run(wanted: ToConfirm) -> str:
    if wanted.run is None:
        return "no run of this campaign is confirmed for the next twelve months; look the days up, and add a run"
    return (
        "no run of this campaign is confirmed for the next twelve months; "
        f"confirm the one from {wanted.run.first} by {wanted.by}"
    )


def _unconfirmed(first: date, by: date | None, today: date) -> str:
    days = (first - today).days
    starts = f"starts in {days} day{'' if days == 1 else 's'}" if days > 0 else "has begun"
    return f"this run {starts}, on {first}, and nobody has confirmed it: confirm it by {by}, or nothing goes out"
