"""Campaigns' rules and runs -> which still want a day, and by when somebody must have confirmed it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.campaign import Campaign, Run
from generator.problems import Problem
from generator.reading.source import Found

WARNED = timedelta(days=60)
"""An unconfirmed run that starts within this time is worth a word."""
PRESSING = timedelta(days=21)
"""An unconfirmed run that starts within this time fails a strict check: pictures, partners and posts need the days."""


def advice_on_runs(campaigns: list[Found[Campaign]], today: date) -> Iterator[Problem]:
    """A word for each rule without a confirmed run in the next twelve months, and each run that nobody confirmed."""
    for one in campaigns:
        runs = one.record.runs
        if one.record.rule and not any(run.confirmed and _is_within_a_year(run, today) for run in runs):
            yield Problem(one.at("rule"), _rule_without_a_run(one.record, today))
        for number, run in enumerate(runs):
            if not run.confirmed and today <= run.last and run.first <= today + WARNED:
                yield Problem(one.at("runs", number), _unconfirmed(run, today), may_wait=run.first > today + PRESSING)


def _is_within_a_year(run: Run, today: date) -> bool:
    return run.last >= today and run.first <= today + timedelta(days=365)


def _rule_without_a_run(campaign: Campaign, today: date) -> str:
    coming = [run for run in campaign.runs if not run.confirmed and _is_within_a_year(run, today)]
    if not coming:
        return "no run of this campaign is confirmed for the next twelve months; look the days up, and add a run"
    first = min(run.first for run in coming)
    by = max(first - PRESSING, today)
    return f"no run of this campaign is confirmed for the next twelve months; confirm the one from {first} by {by}"


def _unconfirmed(run: Run, today: date) -> str:
    days = (run.first - today).days
    starts = f"starts in {days} day{'' if days == 1 else 's'}" if days > 0 else "has begun"
    by = max(run.first - PRESSING, today)
    return f"this run {starts}, on {run.first}, and nobody has confirmed it: confirm it by {by}, or nothing goes out"
