"""Hours that give times to one day in several rules -> what their author may have meant, each in the right form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.model.fields.hours import DAYS, Hours, Rule, Spans, Week, in_one_rule_a_day, of_a_day

Way = Literal["joined", "last", "first"]
"""What two rules for one day come to, where their times lie over each other: both, the later, or the earlier."""
WAYS: tuple[Way, ...] = ("joined", "last", "first")
HOLIDAY = len(DAYS)
"""Bank holidays, as the day behind Sunday."""


def meanings(hours: Hours) -> tuple[str, ...]:
    """Every week that hours may stand for. Of what is given twice nothing is dropped, but for a plain exception."""
    if hours.day_given_twice is None:
        return (hours.right_form,)
    weeks = {way: _week(hours.rules, way) for way in WAYS}
    asked = dict.fromkeys(one for _, several in weeks.values() for one in several)
    return tuple(dict.fromkeys(in_one_rule_a_day(weeks[way][0]) for way in asked or WAYS[:1]))


def _week(rules: tuple[Rule, ...], way: Way) -> tuple[Week, list[Way]]:
    """The week by one way; and which ways there are, where there are several."""
    several: list[Way] = []
    days: dict[int, Spans] = {}
    given: dict[int, set[int]] = {}
    """The days of the rule that gave each day its times."""
    for rule in rules:
        own = set(_days_of(rule))
        for day in own:
            before = days.get(day, ())
            if not rule.times or not _lie_over(before, rule.spans):
                days[day] = of_a_day([*before, *rule.spans]) if rule.times else ()
                given[day] = own if rule.times else given.get(day, own)
                continue
            may_be = _ways(before, rule.spans, given[day], own)
            several += may_be if len(may_be) > 1 else ()
            taken = way if way in may_be else may_be[0]
            both = of_a_day([*before, *rule.spans])
            days[day] = both if taken == "joined" else rule.spans if taken == "last" else before
            given[day] = given[day] if taken == "first" else own
    named = any(rule.holidays for rule in rules)
    week = Week(tuple(days.get(day, ()) for day in range(HOLIDAY)), days.get(HOLIDAY, ()) if named else None)
    return week, several


def _ways(before: Spans, after: Spans, those: set[int], own: set[int]) -> tuple[Way, ...]:
    """What the times of a day may come to, that were given with `those` days and then again with their `own`."""
    if before == after:
        return ("last",)
    one_holds_the_other = of_a_day([*before, *after]) in (before, after)
    if own < those:  # "Mon-Fri 9-5, Fri 9-4" is an exception; "Fri 4pm-6pm" may come on top
        return ("last",) if one_holds_the_other else ("joined", "last")
    if own == those:
        return ("joined", "last") if one_holds_the_other else ("joined",)
    return WAYS  # "Fri 9-4, Mon-Fri 9-5" may have its exception first


def _lie_over(before: Spans, after: Spans) -> bool:
    return any(start < ends and begins < end for start, end in before for begins, ends in after)


def _days_of(rule: Rule) -> Iterator[int]:
    yield from (day for day in range(HOLIDAY) if rule.fits(day))
    if rule.holidays:
        yield HOLIDAY
