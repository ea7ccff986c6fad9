"""An author's opening hours -> rules to say in plain words, and the one week that words and "open now" are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.diagnostics import FieldError, quoted

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
Span = tuple[int, int]
Spans = tuple[Span, ...]
"""From and to, in minutes from a day's midnight; in order."""
A_DAY_LONG = 24 * 60
ALL_DAY: Spans = ((0, A_DAY_LONG),)
ALWAYS = "24/7"
LONG_DASHES = re.compile(
    "[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}]"
)
"""What word processors, telephones and the web put where somebody typed a hyphen."""
EXAMPLE = 'write them as "Mo-Fr 09:00-17:00; PH off", or 24/7'


@dataclass(frozen=True, slots=True)
class Rule:
    """One part of the hours: days ("Mo-Fr", "PH", or "" for every day) and times ("09:00-17:00"), empty for closed."""

    days: tuple[str, ...]
    times: tuple[tuple[str, str], ...]

    @property
    def holidays(self) -> bool:
        """Whether this rule speaks of bank holidays."""
        return "PH" in self.days

    def fits(self, weekday: int) -> bool:
        """Whether this rule speaks of a day of the week, from 0 for Monday."""
        return not self.days or any(_within(days, weekday) for days in self.days if days != "PH")

    @property
    def spans(self) -> Spans:
        """The times in minutes from midnight, those that touch as one; what ends after midnight, after minute 1440."""
        return of_a_day([_minutes(*times) for times in self.times])


@dataclass(frozen=True, slots=True)
class Week:
    """The spans of each day from Monday, by the clock on the wall, and those of a bank holiday; None: not known."""

    days: tuple[Spans, ...]
    holiday: Spans | None

    @property
    def always(self) -> bool:
        """Whether this is open at every minute, on bank holidays too unless they are not spoken of."""
        day_long = ((day, *span) for day in range(7) for span in self.days[day])
        whole = joined([(start + day * A_DAY_LONG, end + day * A_DAY_LONG) for day, start, end in day_long])
        round_the_clock = len(whole) == 1 and whole[0][1] - whole[0][0] >= 7 * A_DAY_LONG
        return round_the_clock and self.holiday in (None, ALL_DAY)


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours in the OpenStreetMap form, of which we take the part that can be said in plain words."""

    text: str
    rules: tuple[Rule, ...]

    @property
    def always(self) -> bool:
        """Open day and night, all year."""
        return self.week.always

    @property
    def week(self) -> Week:
        """What the rules come to. Words, "open now" and the data of a page are all made of this."""
        return _week(self.rules)

    @property
    def says_nothing_of_bank_holidays(self) -> bool:
        """Whether nobody can tell from these hours what holds on a bank holiday."""
        return self.week.holiday is None

    @property
    def said(self) -> tuple[Rule, ...]:
        """The rules as they can be read aloud: no day has its times in two of them.

        These are the author's own where somebody who reads them takes them as they are meant: the one rule that names
        a day gives its times, and "closed" is an exception to it. Else they are put in that form.
        """
        return self.rules if _as_read(self.rules) == self.week else _rules_of(self.week)

    @property
    def right_form(self) -> str:
        """These hours with the times of each day in one rule: Mo 09:00-12:00,14:00-17:00."""
        return ALWAYS if self.always else "; ".join(map(_written, self.said))

    @property
    def day_given_twice(self) -> str | None:
        """The first day, by its name, to which two rules give times; None where each has them in one."""
        giving = [rule for rule in self.rules if rule.times]
        for number, name in enumerate(DAYS.values()):
            if sum(rule.fits(number) for rule in giving) > 1:
                return name
        return "bank holidays" if sum(rule.holidays for rule in giving) > 1 else None


def joined(spans: Iterable[Span]) -> Spans:
    """Spans in order, those that touch or overlap as one."""
    found: list[Span] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def of_a_day(spans: Iterable[Span]) -> Spans:
    """The spans that begin on a day, those that touch as one, unless that would be more than a day and a night."""
    found: list[Span] = []
    for span in sorted(spans):
        both = (found[-1][0], max(span[1], found[-1][1])) if found and span[0] <= found[-1][1] else None
        if both and (both[1] - both[0] < A_DAY_LONG or both == ALL_DAY[0]):
            found[-1] = both
        else:
            found.append(span)
    return tuple(found)


@lru_cache(maxsize=4096)
def _week(rules: tuple[Rule, ...]) -> Week:
    days = tuple(_holds([rule for rule in rules if rule.fits(day)]) for day in range(7))
    named = [rule for rule in rules if rule.holidays]
    week = Week(days, _holds(named) if named else None)
    return Week(days, ALL_DAY) if week.always else week


def _holds(rules: Iterable[Rule]) -> Spans:
    """What several rules for one day come to.

    Times beside each other both hold, and so do those of the same days that overlap. Else the last ones do.
    """
    found: Spans = ()
    given: tuple[str, ...] | None = None
    for rule in rules:
        both = of_a_day([*found, *rule.spans])
        over = any(start < other and begins < end for start, end in found for begins, other in rule.spans)
        adds = not over or (rule.days == given and both not in (found, rule.spans))
        found, given = (both if rule.times and adds else rule.spans), rule.days
    return found


def _as_read(rules: tuple[Rule, ...]) -> Week | None:
    """What somebody takes rules for who looks up a day in them; None where two give it times."""

    def taken(named: list[Rule]) -> Spans | None:
        giving = [rule for rule in named if rule.times]
        if len(giving) > 1:
            return None
        return giving[0].spans if giving and len(giving) == len(named) else ()

    days = [taken([rule for rule in rules if rule.fits(day)]) for day in range(7)]
    named = [rule for rule in rules if rule.holidays]
    holiday = taken(named) if named else None
    if any(spans is None for spans in days) or (named and holiday is None):
        return None
    return Week(tuple(spans or () for spans in days), holiday)


def _rules_of(week: Week) -> tuple[Rule, ...]:
    """A week as rules, one for each of the different days in it, in their order."""
    rules = [
        Rule(_days_with(spans, week.days), tuple(_clocks(*span) for span in spans))
        for spans in dict.fromkeys(filter(None, week.days))
    ]
    if week.holiday is not None:
        rules.append(Rule(("PH",), tuple(_clocks(*span) for span in week.holiday)))
    return tuple(rules)


def in_one_rule_a_day(week: Week) -> str:
    """A week as text, with the times of each day in one rule."""
    return ALWAYS if week.always else "; ".join(map(_written, _rules_of(week)))


def _days_with(spans: Spans, days: tuple[Spans, ...]) -> tuple[str, ...]:
    """The days with these spans, those in a row as one: ("Mo-We", "Fr")."""
    names, rows = list(DAYS), list[list[str]]()
    for number, own in enumerate(days):
        if own == spans:
            if rows and rows[-1][-1] == names[number - 1]:
                rows[-1].append(names[number])
            else:
                rows.append([names[number]])
    return tuple(name for row in rows for name in ([f"{row[0]}-{row[-1]}"] if len(row) > 2 else row))


def _written(rule: Rule) -> str:
    times = ",".join("-".join(_clocks(*span)) for span in rule.spans) or "off"
    return f"{','.join(rule.days)} {times}" if rule.days else times


def hours(value: Any) -> Hours:
    """Read "Mo-Fr 09:00-17:00; PH off". ValueError, in an author's words, for anything else."""
    if isinstance(value, Hours):
        return value
    if not isinstance(value, str):
        raise FieldError("not-opening-hours", "opening hours are needed here", EXAMPLE)
    text = " ".join(value.split()).rstrip("; ")
    if text == ALWAYS:
        return Hours(text, (Rule((), (("00:00", "24:00"),)),))
    rules = []
    for part in text.split(";"):
        match = A_RULE.fullmatch(part.strip())
        if not match:
            _name_the_dash(text)
            raise FieldError("not-opening-hours", f"{quoted(text)} is not in a form we can read", EXAMPLE)
        times = match["times"]
        spans = () if times in ("off", "closed") else tuple(_span(span, text) for span in times.split(","))
        rules.append(Rule(tuple(match["days"].split(",")) if match["days"] else (), spans))
    found = Hours(text, tuple(rules))
    if not any(found.week.days) and not found.week.holiday:
        raise FieldError("hours-never-open", f"{quoted(text)} is never open", EXAMPLE)
    return found


def _name_the_dash(text: str) -> None:
    """ValueError, with the right form, for hours that are right but for their dashes, which nobody can see."""
    right = LONG_DASHES.sub("-", text)
    if right != text:
        try:
            hours(right)
        except ValueError:
            return
        words = f"{quoted(text)} has a long dash, as word processors make of a hyphen"
        raise FieldError("hours-with-long-dash", words, f"write it as {right}")


def _span(span: str, text: str) -> tuple[str, str]:
    start, end = span.split("-")
    if start == end:
        raise FieldError("hours-of-no-length", f"{quoted(text)} opens and closes at {start}", EXAMPLE)
    return start, end


def _within(days: str, weekday: int) -> bool:
    """Whether a day is one of "Mo-Fr"; "Fr-Mo" runs over the week's end."""
    names = list(DAYS)
    first, last = (names.index(name) for name in (days[:2], days[-2:]))
    return (weekday - first) % 7 <= (last - first) % 7


def _minutes(start: str, end: str) -> Span:
    begins, ends = (int(time[:2]) * 60 + int(time[3:]) for time in (start, end))
    return begins, ends if ends > begins else ends + A_DAY_LONG


def _clocks(start: int, end: int) -> tuple[str, str]:
    if end > A_DAY_LONG:
        end -= A_DAY_LONG
    return f"{start // 60:02}:{start % 60:02}", f"{end // 60:02}:{end % 60:02}"


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
