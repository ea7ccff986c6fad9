"""Rows of hours, as Open Referral has them -> opening hours as authors write them: "Mo-Fr 09:00-17:00"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.staff.open_referral.safe_values import day, text

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
A_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?")
MIDNIGHT = 24 * 60
THE_END = MIDNIGHT - 1
"""23:59 means until midnight."""


def hours_of(rows: Iterable[Mapping[str, Any]], today: date) -> tuple[str, bool]:
    """The week as it is today, and whether all of it could be said: bank holidays and other rules can't.

    Args:
        rows: `schedules` of 3.0, `regular_schedules` of 1.0.
        today: rows that have ended, or are still to begin, say nothing of now.
    """
    spans: dict[int, set[tuple[int, int]]] = {}
    whole = True
    for row in rows:
        first, last = day(row.get("valid_from")), day(row.get("valid_to"))
        if (first and first > today) or (last and last < today):
            continue
        opens, closes = _clock(row.get("opens_at")), _clock(row.get("closes_at"))
        weekdays = _days(row)
        plain = text(row.get("freq")).upper() in ("", "WEEKLY") and text(row.get("interval")) in ("", "1")
        if opens is None or closes is None or not weekdays or not plain or opens == closes:
            whole = False
            continue
        for one in weekdays:
            spans.setdefault(one, set()).add((opens, MIDNIGHT if closes in (0, THE_END) else closes))
    if len(spans) == len(DAYS) and all(one == {(0, MIDNIGHT)} for one in spans.values()):
        return "24/7", whole
    return "; ".join(_rules(spans)), whole


def _rules(spans: Mapping[int, set[tuple[int, int]]]) -> Iterable[str]:
    """One rule for each run of days with the same hours."""
    numbers = sorted(spans)
    while numbers:
        first = last = numbers.pop(0)
        while numbers and numbers[0] == last + 1 and spans[numbers[0]] == spans[first]:
            last = numbers.pop(0)
        called = DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
        yield f"{called} {','.join(f'{_said(start)}-{_said(end)}' for start, end in sorted(spans[first]))}"


def _said(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _clock(value: Any) -> int | None:
    found = A_CLOCK.fullmatch(text(value))
    minute = int(found[1]) * 60 + int(found[2]) if found else MIDNIGHT + 1
    return minute if minute <= MIDNIGHT else None


def _days(row: Mapping[str, Any]) -> list[int]:
    """The days of a row: "MO,TU", or "Monday" where version 1 has `weekday`; none where one of them is no day."""
    given = row.get("byday") or row.get("weekday")
    parts = [text(one) for one in given] if isinstance(given, list) else text(given).split(",")
    names = [one.strip().capitalize()[:2] for one in parts if one.strip()]
    return [DAYS.index(one) for one in names] if all(one in DAYS for one in names) else []
