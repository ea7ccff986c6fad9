"""Opening hours -> the week as numbers, for the script that says "open now" on the reader's own device."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.hours import Hours

A_MONDAY = date(2024, 1, 1)
A_WEEK = tuple(A_MONDAY + timedelta(days=number) for number in range(7))


def week(hours: Hours) -> str:
    """Seven days from Monday as "540-1020|...", each span in minutes from midnight; "" for a closed day.

    Where bank holidays differ, the same seven days follow as they are on a bank holiday. A span that ends after
    midnight ends after minute 1440.
    """
    normal = [_spans(hours, day, holiday=False) for day in A_WEEK]
    holidays = [_spans(hours, day, holiday=True) for day in A_WEEK]
    return "|".join(normal if normal == holidays else normal + holidays)


def _spans(hours: Hours, day: date, *, holiday: bool) -> str:
    return ",".join(_minutes(*span) for span in hours.times(day, holiday=holiday))


def _minutes(start: str, end: str) -> str:
    begins, ends = (int(time[:2]) * 60 + int(time[3:]) for time in (start, end))
    return f"{begins}-{ends if ends > begins else ends + 1440}"
