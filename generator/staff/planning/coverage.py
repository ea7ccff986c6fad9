"""Planned runs, months and terms -> who hears of what when: the weeks with too much, the days with nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from generator.model.campaign import Campaign
from generator.model.vocabulary import Term
from generator.staff.planning.runs import A_DAY, Month, Period, Planned

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


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One term in one month: the campaigns that speak of it, each once, and those of them that nobody confirmed."""

    month: Month
    campaigns: Sequence[Campaign]
    to_confirm: Sequence[Campaign]

    @property
    def count(self) -> int:
        """How many campaigns."""
        return len(self.campaigns)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One crime type or audience, and its months in order."""

    id: str
    term: Term
    cells: Sequence[CoverageCell]

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign of the row, each once, in the order in which they come."""
        return tuple({campaign.id: campaign for cell in self.cells for campaign in cell.campaigns}.values())


def coverage(
    runs: Sequence[Planned],
    period: Period,
    terms: Mapping[str, Term],
    named_by: Callable[[Campaign], Iterable[str]],
) -> tuple[CoverageRow, ...]:
    """A row for every term, also for those that nothing speaks of.

    Args:
        runs: what is planned in the period.
        period: the months to show.
        terms: the crime types or the audiences, in the order to show.
        named_by: the terms that a campaign names.
    """
    months = [(month, [run for run in runs if run.touches(month)]) for month in period.months]
    return tuple(
        CoverageRow(
            name, term, [_cell(month, [run for run in on if name in named_by(run.campaign)]) for month, on in months]
        )
        for name, term in terms.items()
    )


def _cell(month: Month, runs: Sequence[Planned]) -> CoverageCell:
    campaigns = {run.campaign.id: run.campaign for run in runs}
    confirmed = {run.campaign.id for run in runs if run.is_confirmed}
    return CoverageCell(
        month, tuple(campaigns.values()), tuple(c for name, c in campaigns.items() if name not in confirmed)
    )


LONG = timedelta(days=91)
"""A quarter of a year: shorter than this, a time without a message for one group is no gap."""


SILENT = timedelta(days=14)
"""The same for a time without any campaign at all."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a confirmed run, first and last day included.

    `term` is the crime type or audience that it is about; None: nothing at all is on. `filled_by` are the runs in it
    that would fill it, or a part of it, if somebody confirmed them. `whole`: it is the whole period.
    """

    id: str
    term: Term | None
    first: date
    last: date
    filled_by: Sequence[Planned]
    whole: bool

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def gaps(
    runs: Sequence[Planned],
    period: Period,
    terms: Mapping[str, Term],
    named_by: Callable[[Campaign], Iterable[str]],
) -> tuple[Gap, ...]:
    """Every gap of three months or more, and every term without any message. Terms in order, then by day."""
    found = []
    for name, term in terms.items():
        own = [run for run in runs if name in named_by(run.campaign)]
        found += [gap for gap in _between(own, period, name, term) if gap.whole or gap.days >= LONG.days]
    return tuple(found)


def silences(runs: Sequence[Planned], period: Period) -> tuple[Gap, ...]:
    """Every two weeks or more on which no campaign is on at all."""
    return tuple(gap for gap in _between(runs, period, "", None) if gap.whole or gap.days >= SILENT.days)


def _between(runs: Sequence[Planned], period: Period, name: str, term: Term | None) -> Iterator[Gap]:
    """The days that no confirmed run takes."""
    free = period.first
    ends = [*sorted((run.first, run.last) for run in runs if run.is_confirmed), (period.last + A_DAY, period.last)]
    for first, last in ends:
        if free < first:
            days = Period(free, first - A_DAY)
            hopes = tuple(run for run in runs if not run.is_confirmed and run.touches(days))
            yield Gap(name, term, days.first, days.last, hopes, days == period)
        free = max(free, last + A_DAY)
