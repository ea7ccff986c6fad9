"""Planned runs -> the weeks in which too much is on at once, or the same people are spoken to twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from generator.model.campaign import Campaign
from generator.planning.period import A_DAY, Period
from generator.planning.planned import Planned

MOST = 2
"""So many campaigns may be on in one week."""
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Clash:
    """One or more weeks on end with the same campaigns: from a Monday to a Sunday, as far as the period goes.

    `shared` are the audiences that two or more of them speak to, in the campaigns' order; `crowded`: there are more
    than two campaigns. A clash is one or the other, or both.
    """

    first: date
    last: date
    campaigns: Sequence[Campaign]
    shared: Mapping[str, Sequence[Campaign]]

    @property
    def crowded(self) -> bool:
        """Whether more than two campaigns are on."""
        return len(self.campaigns) > MOST


def clashes(runs: Sequence[Planned], period: Period) -> tuple[Clash, ...]:
    """Every clash, first week first. Runs that nobody has confirmed count: this is a plan."""
    found: list[Clash] = []
    for week in weeks(period):
        on = _each_once(run.campaign for run in runs if run.touches(week))
        clash = Clash(week.first, week.last, on, _shared(on))
        if not clash.crowded and not clash.shared:
            continue
        before = found[-1] if found else None
        if before and before.last + A_DAY == clash.first and before.campaigns == clash.campaigns:
            found[-1] = Clash(before.first, clash.last, on, clash.shared)
        else:
            found.append(clash)
    return tuple(found)


def weeks(period: Period) -> Iterator[Period]:
    """The weeks of a period, Monday to Sunday; the first and the last may be cut short."""
    monday = period.first - timedelta(days=period.first.weekday())
    while monday <= period.last:
        yield Period(max(monday, period.first), min(monday + A_WEEK - A_DAY, period.last))
        monday += A_WEEK


def _each_once(campaigns: Iterable[Campaign]) -> tuple[Campaign, ...]:
    return tuple(sorted({campaign.id: campaign for campaign in campaigns}.values(), key=lambda one: one.id))


def _shared(campaigns: Sequence[Campaign]) -> Mapping[str, Sequence[Campaign]]:
    names = dict.fromkeys(chain.from_iterable(campaign.audiences for campaign in campaigns))
    by_name = {name: tuple(one for one in campaigns if name in one.audiences) for name in names}
    return {name: found for name, found in by_name.items() if len(found) > 1}
