"""An edition and a period -> every run that is planned in it, confirmed or not, as far as it lies in the period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.campaign import Campaign, Post, Run
from generator.model.edition import Edition
from generator.planning.period import Month, Period


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
