"""The year for staff -> what it comes to, in a few plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from datetime import date

from generator.planning.year import Year


def at_a_glance(year: Year) -> Iterator[str]:
    """What is planned, then what wants a hand; nothing is said of what is in order."""
    posts = sum(len(run.posts) for run in year.runs)
    yield f"{_some(year.campaigns, 'campaign')}, {_some(year.runs, 'run')}, {_some(range(posts), 'post')}."
    if year.to_confirm:
        now = f"; now: {len(year.pressing)}" if year.pressing else ""
        yield f"{_some(year.to_confirm, 'date')} to confirm{now}."
    late = [one for one in year.readiness if one.is_late]
    if late:
        yield f"{_some(late, 'run')} that should be ready and {'is' if len(late) == 1 else 'are'} not."
    if year.clashes:
        yield f"{_some(year.clashes, 'clash', 'clashes')}: too much at once, or the same people spoken to twice."
    if year.silences:
        yield f"{_some(year.silences, 'time')} of two weeks or more with no campaign at all."
    for rows, name, names in (
        (year.by_crime, "crime type", "crime types"),
        (year.by_audience, "audience", "audiences"),
    ):
        without = [row for row in rows if not row.campaigns]
        if without:
            yield f"{_some(without, name, names)} without any message."
    if year.never_promoted:
        yield f"{_some(year.never_promoted, 'service')} that no campaign leads to."
    if year.pause:
        until = f" to {_day(year.pause.last)}" if year.pause.last else ", until somebody ends it"
        yield f"New posts are paused from {_day(year.pause.first)}{until}: {year.pause.why}."


def _some(things: Sized, one: str, more: str = "") -> str:
    return f"{len(things)} {one if len(things) == 1 else more or one + 's'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
