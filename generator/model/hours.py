"""An author's opening hours -> rules to say in plain words, and whether a line is open, bank holidays included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.model.dates import LONDON
from generator.problems import quoted

DAYS = {
    "Mo": "Monday",
    "Tu": "Tuesday",
    "We": "Wednesday",
    "Th": "Thursday",
    "Fr": "Friday",
    "Sa": "Saturday",
    "Su": "Sunday",
}
A_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
A_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
AN_END = rf"(?:{A_TIME}|24:00)"
A_RULE = re.compile(
    rf"(?:(?P<days>(?:{A_DAY}(?:-{A_DAY})?|PH)(?:,(?:{A_DAY}(?:-{A_DAY})?|PH))*) )?"
    rf"(?P<times>{A_TIME}-{AN_END}(?:,{A_TIME}-{AN_END})*|off|closed)"
)
A_YEAR = 366
EXAMPLE = 'write them as "Mo-Fr 09:00-17:00; PH off", or 24/7'


@dataclass(frozen=True, slots=True)
class Rule:
    """One part of the hours: days ("Mo-Fr", "PH", or "" for every day) and times ("09:00-17:00"), empty for closed."""

    days: tuple[str, ...]
    times: tuple[tuple[str, str], ...]

    def fits(self, day: date, holiday: bool) -> bool:
        """Whether this rule speaks of a day, which may be a bank holiday."""
        return not self.days or any(holiday if days == "PH" else _within(days, day) for days in self.days)


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours in the OpenStreetMap form, of which we take the part that can be said in plain words."""

    text: str
    rules: tuple[Rule, ...]

    @property
    def always(self) -> bool:
        """Open day and night, all year."""
        return self.text == "24/7"

    def is_open(self, at: datetime) -> bool:
        """Whether this is open at a moment, with the bank holidays of England and Wales."""
        at = at.astimezone(UTC)
        return any(start <= at < end for start, end in self._spans_around(at, days=1))

    def next_change(self, at: datetime) -> datetime | None:
        """When this next opens or closes after a moment; None for hours that never change."""
        at = at.astimezone(UTC)
        until: datetime | None = None  # where what is open at the moment ends, as far as one span runs into the next
        for start, end in self._spans_around(at, days=A_YEAR):
            if until is None and start > at:
                return start.astimezone(LONDON)
            if until is not None and start > until:
                return until.astimezone(LONDON)
            if end > at:
                until = max(end, until or end)
        return None

    def times(self, day: date, *, holiday: bool) -> tuple[tuple[str, str], ...]:
        """What holds on a day: what is said of bank holidays counts there, else the last rule that fits."""
        fitting = [rule for rule in self.rules if rule.fits(day, holiday)]
        named = [rule for rule in fitting if "PH" in rule.days] or fitting
        return named[-1].times if named else ()

    def _spans_around(self, at: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
        """The spans that begin between the day before a moment and some days after it, in order."""
        today = at.astimezone(LONDON).date()
        for number in range(-1, days):
            yield from self._spans_from(today + timedelta(days=number))

    def _spans_from(self, day: date) -> list[tuple[datetime, datetime]]:
        """The spans that begin on a day."""
        times = self.times(day, holiday=day in bank_holidays(day.year))
        return sorted((_at(day, start), _at(day + timedelta(days=end <= start), end)) for start, end in times)


def hours(value: Any) -> Hours:
    """Read "Mo-Fr 09:00-17:00; PH off". ValueError, in an author's words, for anything else."""
    if isinstance(value, Hours):
        return value
    if not isinstance(value, str):
        raise ValueError(f"opening hours are needed here; {EXAMPLE}")
    text = " ".join(value.split()).rstrip("; ")
    if text == "24/7":
        return Hours(text, (Rule((), (("00:00", "24:00"),)),))
    rules = []
    for part in text.split(";"):
        match = A_RULE.fullmatch(part.strip())
        if not match:
            raise ValueError(f"{quoted(text)} is not in a form we can read; {EXAMPLE}")
        times = match["times"]
        spans = () if times in ("off", "closed") else tuple(_span(span, text) for span in times.split(","))
        rules.append(Rule(tuple(match["days"].split(",")) if match["days"] else (), spans))
    if not any(rule.times for rule in rules):
        raise ValueError(f"{quoted(text)} is never open; {EXAMPLE}")
    return Hours(text, tuple(rules))


def _span(span: str, text: str) -> tuple[str, str]:
    start, end = span.split("-")
    if start == end:
        raise ValueError(f"{quoted(text)} opens and closes at {start}; {EXAMPLE}")
    return start, end


def _within(days: str, day: date) -> bool:
    """Whether a day is one of "Mo-Fr"; "Fr-Mo" runs over the week's end."""
    names = list(DAYS)
    first, last = (names.index(name) for name in (days[:2], days[-2:]))
    return (day.weekday() - first) % 7 <= (last - first) % 7


def _at(day: date, clock: str) -> datetime:
    """A day's time on the clock, as a moment. 24:00 is the next day's first; in a lost hour, an hour later."""
    if clock == "24:00":
        day, clock = day + timedelta(days=1), "00:00"
    return datetime.combine(day, time.fromisoformat(clock), LONDON).astimezone(UTC)


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> Mapping[date, str]:
    """The bank holidays of England and Wales in a year, each with its name."""
    from holidays import country_holidays

    return MappingProxyType(dict(country_holidays("GB", subdiv="ENG", years=year).items()))


OpeningTimes = Annotated[
    Hours,
    PlainValidator(hours),
    WithJsonSchema({"type": "string", "examples": ["24/7", "Mo-Fr 09:00-17:00; PH off"]}),
]
"""Opening hours, written "Mo-Fr 09:00-17:00; PH off"."""
