"""A first and a last day -> the months of a plan, and every run that is planned in them, confirmed or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.edition import Edition
from generator.model.campaign import Campaign, Post, Run

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one calendar month that a plan looks at; the first and last month may be cut short."""

    first: date
    last: date

    @property
    def is_whole(self) -> bool:
        """Whether every day of the calendar month is in it."""
        return self.first.day == 1 and (self.last + A_DAY).day == 1


@dataclass(frozen=True, slots=True)
class Period:
    """The days a plan looks at, first and last day included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> tuple[Month, ...]:
        """Its months in order, together every day of it and no other."""
        found = []
        first = self.first
        while first <= self.last:
            last = min(_next_month(first) - A_DAY, self.last)
            found.append(Month(first, last))
            first = last + A_DAY
        return tuple(found)

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last


def a_year_from(first: date) -> Period:
    """Twelve months: from a day to the one before the same day of the next year."""
    if (first.month, first.day) == (2, 29):
        return Period(first, date(first.year + 1, 2, 28))
    return Period(first, first.replace(year=first.year + 1) - A_DAY)


def calendar_year(year: int) -> Period:
    """From 1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """A run of a campaign, and those of its days that lie in the period."""

    campaign: Campaign
    run: Run
    first: date
    last: date

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody made sure of its days: only then does any of it go out."""
        return self.run.confirmed is not None

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts that are meant to go out on these days, earliest first."""
        return tuple(post for post in posts_of(self.campaign, self.run) if self.first <= post.at.date() <= self.last)

    def touches(self, days: Period | Month) -> bool:
        """Whether it is on, on any of some days."""
        return self.first <= days.last and self.last >= days.first


def planned_runs(edition: Edition, period: Period) -> tuple[Planned, ...]:
    """Every run with a day in the period that was not called off; first day first, ties by the campaign's id."""
    return tuple(one for one in _runs(edition, period) if not one.run.called_off)


def called_off_runs(edition: Edition, period: Period) -> tuple[Planned, ...]:
    """Every run with a day in the period that was called off, in the same order."""
    return tuple(one for one in _runs(edition, period) if one.run.called_off)


def _runs(edition: Edition, period: Period) -> list[Planned]:
    found = [
        Planned(campaign, run, max(run.first, period.first), min(run.last, period.last))
        for campaign in edition.catalogue.campaigns
        for run in campaign.runs
        if run.first <= period.last and run.last >= period.first
    ]
    return sorted(found, key=lambda one: (one.run.first, one.run.last, one.campaign.id))


def posts_of(campaign: Campaign, run: Run) -> tuple[Post, ...]:
    """The posts of one run that are meant to go out, earliest first."""
    posts = [post for post in campaign.posts if post.withdrawn == "false" and run.holds(post.at.date())]
    return tuple(sorted(posts, key=lambda post: (post.at, post.id)))
