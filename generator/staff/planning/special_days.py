"""Awareness dates, bank holidays and planned runs -> days to announce, and days to think about twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.feed_settings import Pause
from generator.model.awareness_dates import AwarenessDate, DayStatus
from generator.model.campaign import Campaign, Post
from generator.model.fields.hours import bank_holidays
from generator.staff.planning.runs import Period, Planned

HOW_SURE: dict[DayStatus, str] = {
    "confirmed": "announced",
    "derived": "worked out",
    "inferred": "a guess",
    "unverified": "not checked",
    "local window": "our own days",
}


@dataclass(frozen=True, slots=True)
class Falls:
    """An awareness date in one year. A day that is not fixed or confirmed is a question for the organiser."""

    what: AwarenessDate
    first: date
    last: date
    status: DayStatus

    @property
    def how_sure(self) -> str:
        """How sure the days are, in plain words."""
        return HOW_SURE.get(self.status, self.status)

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.status in ("fixed", "confirmed", "local window")


def awareness_between(
    known: Iterable[AwarenessDate],
    first: date,
    last: date,
    *,
    about: Iterable[str] = (),
    audiences: Iterable[str] = (),
) -> tuple[Falls, ...]:
    """What falls on any day from `first` to `last`, soonest first, ties by id.

    Args:
        known: the dates to look through.
        first: the first day.
        last: the last day.
        about: crime types, one of which it must be about; none: any.
        audiences: audiences, one of which it must be for; none: any.
    """
    about, audiences = frozenset(about), frozenset(audiences)
    found = [
        Falls(what, *year.days, year.status)
        for what in known
        for year in what.years.values()
        if year.days
        and year.days[0] <= last
        and year.days[1] >= first
        and (not about or about.intersection(what.about))
        and (not audiences or audiences.intersection(what.audiences))
    ]
    return tuple(sorted(found, key=lambda falls: (falls.first, falls.last, falls.what.id)))


def not_announced(known: Iterable[AwarenessDate], year: int) -> tuple[AwarenessDate, ...]:
    """What has no date in a year: to chase, or to look up."""
    found = (what for what in known if year not in what.years or what.years[year].days is None)
    return tuple(sorted(found, key=lambda what: what.id))


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
