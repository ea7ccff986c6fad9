"""What mkdocs.yml says of the hours -> the span of the day at which posts may go out."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from generator.diagnostics import FieldError

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
