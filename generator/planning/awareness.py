"""Awareness dates and a span of days -> what falls in it, soonest first, and what nobody has announced yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.awareness import AwarenessDate, Status

HOW_SURE: dict[Status, str] = {
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
    status: Status

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
