"""The year for staff -> what it comes to, in a few plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from datetime import date

from generator.planning.year import Year


def at_a_glance(year: Year) -> Iterator[str]:
    """What is planned, then what wants a hand; nothing is said of what is in order."""
    posts = sum(len(run.posts) for run in year.runs)
    runs = f"{_some(year.runs, 'run')} ({'time' if len(year.runs) == 1 else 'times'} when one is on)"
    yield f"{_some(year.campaigns, 'campaign')}, {runs}, {_some(range(posts), 'post')}."
    if year.missed:
        yield f"{year.missed}."
    if year.to_confirm:
        yield f"{_some(year.to_confirm, 'date')} to confirm{_how_soon(len(year.pressing), len(year.to_confirm))}."
    late = [one for one in year.readiness if one.is_late]
    if late:
        begins, is_on = ("begins", "is") if len(late) == 1 else ("begin", "are")
        yield f"{_some(late, 'run')} that {begins} within 6 weeks, or {is_on} on, and {is_on} not ready."
    if year.clashes:
        what = "more than two campaigns in a week, or two for the same people"
        yield f"{_some(year.clashes, 'clash', 'clashes')}: {what}."
    if year.silences:
        yield f"{_some(year.silences, 'time')} of two weeks or more with no campaign at all."
    for rows, name, names in (
        (year.by_crime, "crime type that no campaign is about", "crime types that no campaign is about"),
        (year.by_audience, "audience that no campaign is for", "audiences that no campaign is for"),
    ):
        without = [row for row in rows if not row.campaigns]
        if without:
            yield f"{_some(without, name, names)}."
    if year.never_promoted:
        yield f"{_some(year.never_promoted, 'service')} that no campaign leads to."
    if year.pause:
        until = f" to {_day(year.pause.last)}" if year.pause.last else ", until somebody ends it"
        yield f"New posts are paused from {_day(year.pause.first)}{until}: {year.pause.why}."


def _how_soon(now: int, every: int) -> str:
    """What stands behind "3 dates to confirm"."""
    return " now" if now == every else f", {now} of them now" if now else "; there is still time"


def _some(things: Sized, one: str, more: str = "") -> str:
    return f"{len(things)} {one if len(things) == 1 else more or one + 's'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
