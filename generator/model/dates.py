"""An author's dates and times -> days, and moments in Europe/London."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema

from generator.model.typed_dates import YEARS, why_no_day, why_no_moment
from generator.problems import quoted

__all__ = ["LONDON", "YEARS", "Day", "Moment", "day", "moment"]

LONDON = ZoneInfo("Europe/London")
A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
A_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})")


def day(value: Any) -> date:
    """Read "2026-11-25". ValueError, in an author's words, for anything else."""
    if type(value) is date:
        return value
    try:
        if not A_DAY.fullmatch(value) or int(value[:4]) not in YEARS:
            raise ValueError
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        if isinstance(value, (dict, list)):
            raise ValueError("one date is needed here; write it as 2026-11-25") from None
        raise ValueError(f"{quoted(value)} is not a date; {why_no_day(str(value), '2026-11-25')}") from None


def moment(value: Any) -> datetime:
    """Read "2027-02-01 09:00" as a time in the United Kingdom.

    ValueError for a time that does not exist or comes twice, on the nights when the clocks change.
    """
    if isinstance(value, datetime):
        return value
    parts = A_MOMENT.fullmatch(value) if isinstance(value, str) else None
    try:
        naive = datetime.fromisoformat("T".join(parts.groups())) if parts else None
    except ValueError:
        naive = None
    if isinstance(value, (dict, list)):
        raise ValueError("a day and a time are needed here; write them as 2027-02-01 09:00")
    if naive is None or naive.year not in YEARS:
        why = why_no_moment(str(value), "2027-02-01 09:00")
        raise ValueError(f"{quoted(value)} is not a day and a time; {why}")
    early, late = (naive.replace(tzinfo=LONDON, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early
    if early.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != naive:
        raise ValueError(f"'{value}' does not exist: the clocks go forward that night; choose 02:00 or later")
    raise ValueError(f"'{value}' comes twice: the clocks go back that night; choose 02:00 or later")


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
