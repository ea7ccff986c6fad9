"""Planned runs and a list of terms -> the days on which nobody hears of a term, or of anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.campaign import Campaign
from generator.model.vocabulary import Term
from generator.planning.period import A_DAY, Period
from generator.planning.planned import Planned

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
