"""A first and a last day -> the months of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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
