"""Planned runs -> the posts and beginnings that fall on a day to think about twice, and what a pause keeps back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.campaign import Campaign, Post
from generator.model.hours import bank_holidays
from generator.planning.period import Period
from generator.planning.planned import Planned
from generator.settings import Pause


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A campaign that begins, or a post of it that goes out, on a day with a name: a bank holiday, or a pause's why."""

    day: date
    name: str
    campaign: Campaign
    post: Post | None
    """None: the campaign begins that day."""


def on_bank_holidays(runs: Sequence[Planned], period: Period) -> tuple[Sensitive, ...]:
    """Beginnings and posts on a bank holiday of England and Wales: fewer services answer. First day first."""
    found = []
    for run in runs:
        days = [(run.run.first, None), *((post.at.date(), post) for post in run.posts)]
        for day, post in days:
            name = bank_holidays(day.year).get(day)
            if name and period.holds(day):
                found.append(Sensitive(day, name, run.campaign, post))
    return tuple(sorted(found, key=_order))


def kept_back(runs: Sequence[Planned], pause: Pause | None) -> tuple[Sensitive, ...]:
    """The posts whose time falls into a pause: they wait for its end, or never go out. First day first."""
    if pause is None:
        return ()
    found = [
        Sensitive(post.at.date(), pause.why, run.campaign, post)
        for run in runs
        for post in run.posts
        if pause.holds_on(post.at.date())
    ]
    return tuple(sorted(found, key=_order))


def _order(one: Sensitive) -> tuple[date, str, str]:
    return (one.day, one.campaign.id, one.post.id if one.post else "")
