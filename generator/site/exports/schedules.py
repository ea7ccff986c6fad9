"""Opening hours -> rows of `schedules`, as Open Referral writes them: closing is the absence of a row.

There a day can't be closed, and a bank holiday is not known. So rows end before a holiday and begin again behind it,
and what is open on the day itself is a row of that one day. All times are by the clock on the wall. A night is taken
apart at midnight: no reader of these rows knows what a closing time before the opening time would mean. 23:59 is the
end of the day. Rows are made from the first day of this month, so that files stay as they are from one day to the
next, and for so long that on any day of it the next 400 are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from generator.model.fields.hours import A_DAY_LONG, Hours, Span, Spans, bank_holidays, joined

A_DAY = timedelta(days=1)
TOLD_AHEAD = timedelta(days=431)
"""From the first day of a month: 400 days from its last."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Row = Mapping[str, str]


def schedule_rows(hours: Hours, today: date, *, while_closed: bool = False) -> tuple[Row, ...]:
    """The rows from this month on: the week as it is, broken where a bank holiday differs, and the holidays.

    Args:
        hours: as an author wrote them.
        today: the day for which they are asked.
        while_closed: whether they are asked for that are left, of a line that is open when another is not.
    """
    return _rows(hours, today.replace(day=1), while_closed)


@lru_cache(maxsize=4096)
def _rows(hours: Hours, first: date, while_closed: bool) -> tuple[Row, ...]:
    days = dict(_open_on(hours, first, while_closed=while_closed))
    usual = [_usual(days, weekday) for weekday in range(7)]
    others = [day for day, spans in days.items() if spans != usual[day.weekday()]]
    groups: dict[Span, list[int]] = {}
    for weekday, spans in enumerate(usual):
        for span in spans:
            groups.setdefault(span, []).append(weekday)
    rows: list[Row] = []
    for span, weekdays in groups.items():
        breaks = [day for day in others if day.weekday() in weekdays and span not in days[day]]
        rows += _between(span, weekdays, breaks, first)
    for day in others:
        own = usual[day.weekday()]
        rows += (_row(span, [day.weekday()], day, day) for span in days[day] if span not in own)
    return tuple(rows)


def _usual(days: Mapping[date, Spans], weekday: int) -> Spans:
    """What holds on most of the days of one name."""
    counts: dict[Spans, int] = {}
    for day, spans in days.items():
        if day.weekday() == weekday:
            counts[spans] = counts.get(spans, 0) + 1
    return max(counts, key=lambda spans: counts[spans])


def _open_on(hours: Hours, first: date, *, while_closed: bool) -> Iterator[tuple[date, Spans]]:
    """What is open on each day by itself, from its midnight to the next; nothing where nobody knows."""
    day, week = first, hours.week
    night = _beyond(_of(hours, day - A_DAY))
    while day <= first + TOLD_AHEAD:
        own = _of(hours, day)
        until_midnight = [(start, min(end, A_DAY_LONG)) for start, end in own or ()]
        spans = joined(sorted([*night, *until_midnight]))
        if while_closed:
            spans = () if own is None else _rest(spans)
        yield day, (((0, A_DAY_LONG),) if week.always and not while_closed else spans)
        night, day = _beyond(own), day + A_DAY


def _of(hours: Hours, day: date) -> Spans | None:
    """What begins on a day; None where nobody said what holds on a bank holiday."""
    return hours.week.holiday if day in bank_holidays(day.year) else hours.week.days[day.weekday()]


def _beyond(spans: Spans | None) -> list[Span]:
    """What of a day's spans falls into the day after."""
    return [(max(start - A_DAY_LONG, 0), end - A_DAY_LONG) for start, end in spans or () if end > A_DAY_LONG]


def _rest(spans: Spans) -> Spans:
    edges = [0, *(edge for span in spans for edge in span), A_DAY_LONG]
    return tuple((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


def _between(span: Span, weekdays: Sequence[int], breaks: Sequence[date], start: date) -> Iterator[Row]:
    """One row for each stretch of time without one of these days; none for a stretch in which no such day falls."""
    first: date | None = None
    for day in breaks:
        if _holds(first or start, day - A_DAY, weekdays):
            yield _row(span, weekdays, first, day - A_DAY)
        first = day + A_DAY
    yield _row(span, weekdays, first, None)


def _holds(first: date, last: date, weekdays: Sequence[int]) -> bool:
    return any((first + ahead * A_DAY).weekday() in weekdays for ahead in range(min((last - first).days + 1, 7)))


def _row(span: Span, weekdays: Sequence[int], first: date | None, last: date | None) -> Row:
    row = {
        "freq": "WEEKLY",
        "byday": ",".join(WEEKDAYS[one] for one in weekdays),
        "opens_at": _clock(span[0]),
        "closes_at": _clock(span[1]),
    }
    if first:
        row["valid_from"] = first.isoformat()
    if last:
        row["valid_to"] = last.isoformat()
    return row


def _clock(minute: int) -> str:
    return "23:59" if minute >= A_DAY_LONG else f"{minute // 60:02}:{minute % 60:02}"
