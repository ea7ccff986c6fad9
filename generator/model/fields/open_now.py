"""Opening hours -> whether somebody is there at a moment; the week as numbers, for the script that says so.

A night belongs to the day on which it begins: Fr 20:00-02:00; Sa off is open until two in the morning of Saturday. All
is by the clock on the wall in the United Kingdom, also in the nights in which it changes. `hours.js` does the same with
the same week on the reader's device; a test compares the two minute by minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from generator.model.fields.dates import LONDON
from generator.model.fields.hours import A_DAY_LONG, Hours, Span, Spans, Week, bank_holidays, joined

AHEAD = 8
"""So many days are looked at, today among them."""


@dataclass(frozen=True, slots=True)
class OpenStatus:
    """Open or closed; None where the hours say nothing of a bank holiday, and so of this moment.

    `change`: when it closes or next opens, on the wall's clock; None where that is not known, or not within a week.
    """

    open: bool | None
    change: datetime | None = None


def status(hours: Hours, at: datetime) -> OpenStatus:
    """Whether somebody is there at a moment, with the bank holidays of England and Wales."""
    local = at.astimezone(LONDON)
    minute = local.hour * 60 + local.minute
    spans: list[Span] = []
    unknown: list[int] = []
    for ahead in range(-1, AHEAD + 1):
        day = local.date() + timedelta(days=ahead)
        holiday = day in bank_holidays(day.year)
        given = hours.week.holiday if holiday else hours.week.days[day.weekday()]
        if given is None:
            unknown.append(ahead * A_DAY_LONG)
        else:
            spans += [(start + ahead * A_DAY_LONG, end + ahead * A_DAY_LONG) for start, end in given]
    whole = joined(spans)
    until = next((end for start, end in whole if start <= minute < end), None)
    if until is not None:
        return OpenStatus(True, _moment(local, until) if until < AHEAD * A_DAY_LONG else None)
    if any(start <= minute < start + A_DAY_LONG for start in unknown):
        return OpenStatus(None)
    opens = next((start for start, _ in whole if minute < start < AHEAD * A_DAY_LONG), None)
    if opens is None or any(minute < start <= opens for start in unknown):
        return OpenStatus(False)
    return OpenStatus(False, _moment(local, opens))


def _moment(local: datetime, minute: int) -> datetime:
    day = local.date() + timedelta(days=minute // A_DAY_LONG)
    return datetime.combine(day, time(minute % A_DAY_LONG // 60, minute % 60), LONDON)


NOT_KNOWN = "?"


def week(hours: Hours) -> str:
    """Seven days from Monday as "540-1020|...", then a bank holiday; "" for a closed day, "?" for what nobody said.

    Each span in minutes from midnight. A span that ends after midnight ends after minute 1440.
    """
    return "|".join(map(_spans, (*hours.week.days, hours.week.holiday)))


def week_of_the_rest(hours: Hours) -> str:
    """The same of all the time in which it is closed: of a line that is open then."""
    week, last = hours.week, DAYS_IN_A_WEEK * A_DAY_LONG
    days = [
        (start + day * A_DAY_LONG, end + day * A_DAY_LONG)
        for day, spans in enumerate(week.days)
        for start, end in spans
    ]
    monday = [(0, end - last) for _, end in days if end > last]  # the night of Sunday ends then
    gaps = _between(joined(sorted([*monday, *((start, min(end, last)) for start, end in days)])), last)
    rest = [
        tuple(
            (max(start - at, 0), min(end - at, A_DAY_LONG))
            for start, end in gaps
            if start < at + A_DAY_LONG and end > at
        )
        for at in range(0, last, A_DAY_LONG)
    ]
    return "|".join(map(_spans, (*rest, _rest_of_a_holiday(week))))


DAYS_IN_A_WEEK = 7


def _rest_of_a_holiday(week: Week) -> Spans | None:
    """The same of a bank holiday. Any night may go on into it, as nobody knows on which day of the week it is."""
    if week.holiday is None:
        return None
    ends = [end - A_DAY_LONG for spans in (*week.days, week.holiday) for _, end in spans if end > A_DAY_LONG]
    nights = [(0, max(ends))] if ends else []
    return _between(
        joined(sorted([*nights, *((start, min(end, A_DAY_LONG)) for start, end in week.holiday)])), A_DAY_LONG
    )


def _between(spans: Spans, last: int) -> Spans:
    """The gaps before, between and behind spans, as far as the last minute."""
    edges = [0, *(edge for span in spans for edge in span), last]
    return tuple((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


def _spans(spans: Spans | None) -> str:
    return NOT_KNOWN if spans is None else ",".join(f"{start}-{end}" for start, end in spans)
