"""Dates, times and hours for posts, as in files or as people type them -> days, moments in Europe/London; or why not.

Files keep one form, so that everybody reads them alike: there a typed form is only what somebody may have meant.
Answers and options are taken in any form that can mean no other day. The day always comes before the month.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from typing import Annotated, Any, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema

from generator.diagnostics import FieldError, quoted

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"


YEAR_FIRST = re.compile(r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})")


DAY_FIRST = re.compile(
    r"(?P<d>[0-9]{1,2})(?:[/.](?P<m>[0-9]{1,2})[/.](?P<y>[0-9]{4}|[0-9]{2})|-(?P<m4>[0-9]{1,2})-(?P<y4>[0-9]{4}))"
)


IN_WORDS = re.compile(
    rf"{WEEKDAY}(?:the\s)?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s-]?(?P<m>[a-z]{{3,9}})\.?,?[\s-]"
    rf"(?P<y>[0-9]{{4}}|[0-9]{{2}})|"
    rf"{WEEKDAY}(?P<m4>[a-z]{{3,9}})\.?\s(?P<d4>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>[0-9]{{4}})",
    re.IGNORECASE,
)


MIDNIGHT = re.compile(r"(?<=[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?Z?\Z")
"""What a program puts behind a day that has no time."""


A_TIME = re.compile(
    r"(?P<day>.+?)(?:,? at |, ?| |T)"
    r"(?:(?P<noon>noon|midday)|(?P<h>[0-9]{1,2})(?:[:.](?P<min>[0-9]{2}))? ?(?P<half>[ap]\.?m\.?)?)",
    re.IGNORECASE,
)


CENTURY = 2000


YEARS = range(1900, 2101)
"""A year outside these is a slip of the finger, and calendars elsewhere can't hold it."""


A_MONTH_ALONE = re.compile(
    r"(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ ,./-]{0,2}(?:20)?\d\d|"
    r"(?:0?[1-9]|1[0-2])[./-]20\d\d|20\d\d[./-](?:0?[1-9]|1[0-2])"
)
"""Nov 2026, 11/2026, 2026-11."""


def written_day(text: str) -> str:
    """A real day as Waymark writes it; any other text as it is."""
    parts = _parts(text)
    return _written(*parts) if parts and not _impossible(*parts) else text


def written_moment(text: str) -> str:
    """A real day with a time as Waymark writes them, 2027-02-14 09:00; any other text as it is."""
    found = A_TIME.fullmatch(" ".join(text.split()))
    time = _time(found) if found else None
    parts = _parts(found["day"]) if found else None
    if not parts or not time or _impossible(*parts):
        return text
    written = f"{_written(*parts)} {time}"
    return text if text == written.replace(" ", "T") else written


def why_no_day(text: str, right: str) -> str:
    """What to say of a text that is not a day in the one form that files have: the day it may mean, or why not.

    Args:
        text: what somebody wrote.
        right: one right example.
    """
    parts = _parts(text)
    if parts is None and A_MONTH_ALONE.fullmatch(text.strip()):
        return f"a month alone does not say which day: find it, and write it as {right}"
    if parts is None or parts[0] not in YEARS:
        return f"write it as {right}"
    return _impossible(*parts) or f"did you mean {_written(*parts)}?"


def why_no_moment(text: str, right: str) -> str:
    """The same of a text that is not a day and a time."""
    written = written_moment(text)
    found = A_TIME.fullmatch(" ".join(text.split()))
    parts = _parts(found["day"]) if found else None
    if written != text and parts and parts[0] in YEARS:
        return f"did you mean {written}?"
    no_day = _impossible(*parts) if parts and parts[0] in YEARS else ""
    return no_day or f"write it as {right}"


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day, whether or not there is such a day."""
    text = MIDNIGHT.sub("", " ".join(text.split()))
    for form in (YEAR_FIRST, DAY_FIRST, IN_WORDS):
        if found := form.fullmatch(text):
            part = {name.rstrip("4"): value for name, value in found.groupdict().items() if value}
            year = int(part["y"]) + (CENTURY if len(part["y"]) == 2 else 0)
            month = int(part["m"]) if part["m"].isdigit() else _month(part["m"].lower())
            return (year, month, int(part["d"])) if month is not None else None
    return None


def _month(word: str) -> int | None:
    """The number of a month by its name or the first letters of it: jan, sept, november."""
    return next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), None)


def _impossible(year: int, month: int, day: int) -> str:
    """Why there is no such day; nothing where there is one."""
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    days = monthrange(year, month)[1] if year else 0
    return "" if 1 <= day <= days else f"{MONTHS[month - 1]} {year} has {days} days"


def _time(found: re.Match[str]) -> str | None:
    if found["noon"]:
        return "12:00"
    if not found["half"] and not found["min"]:
        return None
    hour, minute = int(found["h"]), int(found["min"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _written(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


__all__ = ["LONDON", "YEARS", "Day", "Moment", "day", "moment"]


LONDON = ZoneInfo("Europe/London")


A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


A_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})")


def day(value: Any, *, example: str = "2026-11-25") -> date:
    """Read "2026-11-25". ValueError, in an author's words and with the example, for anything else."""
    if type(value) is date:
        return value
    try:
        if not A_DAY.fullmatch(value) or int(value[:4]) not in YEARS:
            raise ValueError
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        if isinstance(value, (dict, list)):
            raise FieldError("not-a-date", "one date is needed here", f"write it as {example}") from None
        why = why_no_day(str(value), example)
        raise FieldError("not-a-date", f"{quoted(value)} is not a date", why) from None


def moment(value: Any, *, typed: object = None, example: str = "2027-02-01 09:00") -> datetime:
    """Read "2027-02-01 09:00" as a time in the United Kingdom.

    ValueError for a time that does not exist or comes twice, on the nights when the clocks change.

    Args:
        value: the text.
        typed: what somebody typed, where the text is made of it.
        example: a right one, to show.
    """
    if isinstance(value, datetime):
        return value
    parts = A_MOMENT.fullmatch(value) if isinstance(value, str) else None
    try:
        naive = datetime.fromisoformat("T".join(parts.groups())) if parts else None
    except ValueError:
        naive = None
    if isinstance(value, (dict, list)):
        raise FieldError("not-a-moment", "a day and a time are needed here", f"write them as {example}")
    if naive is None or naive.year not in YEARS:
        why = why_no_moment(str(value), example)
        raise FieldError("not-a-moment", f"{quoted(value if typed is None else typed)} is not a day and a time", why)
    early, late = (naive.replace(tzinfo=LONDON, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early
    if early.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != naive:
        raise FieldError(
            "time-skipped-by-clocks",
            f"'{value}' does not exist: the clocks go forward that night",
            "choose 02:00 or later",
        )
    raise FieldError(
        "time-repeated-by-clocks", f"'{value}' comes twice: the clocks go back that night", "choose 02:00 or later"
    )


Day = Annotated[
    date, PlainValidator(day), WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"})
]
"""A calendar day, written 2026-11-25."""


Moment = Annotated[
    datetime,
    PlainValidator(moment),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$"}),
]
"""A time in the United Kingdom, written 2027-02-01 09:00."""


SOME_HOURS = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)")


class PostingHours(NamedTuple):
    """The hours of a day at which posts may go out, in minutes from midnight in Europe/London."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first // 60:02}:{self.first % 60:02}-{self.last // 60:02}:{self.last % 60:02}"


def posting_hours(value: Any) -> PostingHours:
    """08:00-20:00, of one day. ValueError says what is wrong."""
    found = SOME_HOURS.fullmatch(str(value).replace("–", "-").replace(" ", ""))
    if not found:
        raise FieldError("not-posting-hours", f"{str(value)!r} is not a span of hours", "write it as 08:00-20:00")
    first = int(found[1]) * 60 + int(found[2])
    last = int(found[3]) * 60 + int(found[4]) if found[3] else 24 * 60
    if last <= first:
        raise FieldError(
            "posting-hours-over-midnight",
            f"{str(value)!r} goes over midnight",
            "write the hours of one day: 08:00-20:00",
        )
    return PostingHours(first, last)
