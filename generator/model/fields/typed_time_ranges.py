"""A span of time as people type it, "9.30am-5" -> every span that it may mean, as files have it: 09:30-17:00."""

from __future__ import annotations

import re
from dataclasses import dataclass

A_HALF = r"(?: ?(?:[ap]\.? ?m\.?|[ap])(?![a-z]))?"
A_TIME = (
    rf"(?:noon|midday|midnight|\d{{3,4}}(?!\d)(?: ?h(?:ou)?rs?\b|{A_HALF})|\d{{1,2}}(?:[:.]\d{{2}})?(?!\d){A_HALF})"
)
A_SPAN = rf"{A_TIME} ?(?:-|to\b) ?{A_TIME}"
A_CLOCK = re.compile(r"(\d{1,2}?)(?:[:.]?(\d{2}))? ?(?:([ap])\.? ?(?:m\.?)?)?")
NOON, DAY = 12 * 60, 24 * 60
LONGEST = 14 * 60
"""A span that somebody has to guess at is no longer: 12pm-8am is hardly from noon to the next morning."""
EARLIEST = 6 * 60
"""Nobody who types 2-4pm means from two in the morning."""
EVENING, MORNING = 17 * 60, 10 * 60
A_SURE_MORNING = 7
"""9-5 and 8 until 8 are in the daytime, as everyone says them; 1-5 may be day or night."""


@dataclass(frozen=True, slots=True)
class _Time:
    """One end of a span. `sure`: it says itself which half of the day it is in, or is by a clock of 24 hours."""

    minutes: tuple[int, ...]
    sure: bool
    by_24: bool = False
    with_minutes: bool = False
    twelve: bool = False


def readings(words: str) -> list[str]:
    """Every span of time that some words may mean; none where there are no such times."""
    start, end = (_time(word) for word in re.fullmatch(rf"({A_TIME}) ?(?:-|to) ?({A_TIME})", words).groups())  # type: ignore[union-attr]
    if start is None or end is None or start.minutes == (DAY,):
        return []  # 24:00 is the end of a day, and no day begins there
    if start.by_24 or end.by_24:
        start, end = _by_24(start), _by_24(end)
    spans = [(begins, DAY) if (begins, ends) == (0, DAY - 1) else (begins, ends) for begins, ends in _spans(start, end)]
    return [f"{_clock(begins)}-{_clock(ends)}" for begins, ends in spans]


def _spans(start: _Time, end: _Time) -> list[tuple[int, int]]:
    if not start.sure and not end.sure:
        return _bare(start, end)
    if start.twelve and end.twelve:
        return [(0, DAY)] if start.minutes == end.minutes == (0, NOON) else [(0, NOON), (NOON, DAY)]
    found = [
        (begins, last)
        for begins in dict.fromkeys(minute % DAY for minute in start.minutes)
        for ends in dict.fromkeys(minute or DAY for minute in end.minutes)
        for last in ([ends] if ends > begins else [ends + DAY])
        if last - begins not in (0, DAY) or (begins, last) == (0, DAY)
    ]
    if start.sure and end.sure and len(found) == 1 and not (start.twelve and found[0][1] - found[0][0] > LONGEST):
        return found
    if start.twelve and start.minutes == (NOON,) and all(last - begins > LONGEST for begins, last in found):
        return [(0, last - DAY) for _, last in found] + found
    return [span for span in found if _is_likely(*span) and (start.sure or span[0] >= EARLIEST)]


def _is_likely(begins: int, ends: int) -> bool:
    by_night = begins >= EVENING and ends - DAY <= MORNING
    return (ends <= DAY and ends - begins <= DAY - EARLIEST) or (by_night and ends - begins <= LONGEST)


def _bare(start: _Time, end: _Time) -> list[tuple[int, int]]:
    """What two times mean of which neither says morning or afternoon: 9-5, 1-5, 10-12."""
    first, last = start.minutes[0], end.minutes[0]
    if start.minutes[0] // 60 == 12:
        return [(first, last + NOON)] if last < NOON else []
    if last // 60 == 12:
        return [(first, last), (first + NOON, last + NOON)]
    if first < last:
        return [(first, last), (first + NOON, last + NOON)]
    by_day = (first, last + NOON)
    if first // 60 >= A_SURE_MORNING and not (start.with_minutes or end.with_minutes):
        return [by_day]
    return [by_day, (first + NOON, last + DAY)]


def _time(word: str) -> _Time | None:
    """One end of a span; None where there is no such time."""
    if word in ("noon", "midday"):
        return _Time((NOON,), sure=True)
    if word == "midnight":
        return _Time((0,), sure=True)
    joined = bool(re.fullmatch(r"\d{3,4}(?: ?h(?:ou)?rs?)?", word))
    found = A_CLOCK.fullmatch(re.sub(r" ?h(?:ou)?rs?$", "", word))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    at = hour * 60 + minute
    if minute > 59 or at > DAY or (half and hour > 12):
        return None
    if half:
        if at == NOON:
            return _Time((0, NOON) if half == "a" else (NOON,), sure=True, twelve=True)
        return _Time((hour % 12 * 60 + minute + (NOON if half == "p" else 0),), sure=True)
    if joined or hour > 12 or hour == 0 or found[1].startswith("0"):
        return _Time((at,), sure=True, by_24=True)
    return _Time((at,) if hour == 12 else (at, at + NOON), sure=False, with_minutes=bool(found[2]))


def _by_24(time: _Time) -> _Time:
    return time if time.sure else _Time(time.minutes[:1], sure=True, by_24=True)


def _clock(minute: int) -> str:
    if minute > DAY:
        minute -= DAY
    return f"{minute // 60:02}:{minute % 60:02}"
