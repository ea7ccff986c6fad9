"""The questions about days: which others keep, and who has made sure of ours. No date ever confirms itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from generator.cli.context import DayOption
from generator.cli.prompts.choices import Choice, Offer
from generator.cli.prompts.session import Asking
from generator.cli.prompts.verification import VerificationQuestions, ask_made_sure
from generator.diagnostics import quoted
from generator.model.fields.suggestions import nearest
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.staff.planning.special_days import Falls

AHEAD = timedelta(days=550)
"""How far ahead of today we look for days to plan for: a year and a half."""
MOST = 6
"""So many of the days that others keep are offered before somebody looks for more."""
OPTIONS: tuple[tuple[str, Any, str], ...] = (
    ("--from/first", DayOption(), "The first day."),
    ("--until/last", DayOption(), "The last day."),
    ("--announce", DayOption(), "The day from which the public may see that it comes."),
    ("--confirmed-by", str, "Who made sure of the days. Nobody: leave it out, and nothing is published."),
    ("--confirmed-source", str, "Where you found the days."),
    ("--confirmed-on", DayOption(), "When. Default: today."),
)


def day_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a run: its days, and who has made sure of them."""
    for name, kind, told in reversed(OPTIONS):
        function = click.option(*name.split("/"), type=kind, help=told)(function)
    return function


CONFIRMATION = VerificationQuestions(
    option="confirmed",
    who="Who has checked these days with whoever sets them? Until somebody has, nothing of it goes out.",
    somebody="Communications team",
    then="source",
    question="Where did you find the days?",
    example="https://week.example.org/2027",
)


def ask_confirmation(
    asking: Asking, site: Site, by: str | None, source: str | None, on: date | None
) -> dict[str, str] | None:
    """Who made sure of a run's days, if anybody did. A date that comes with Waymark never confirms itself."""
    sure = ask_made_sure(asking, site, CONFIRMATION, by, source, on)
    return {"by": sure.by, "on": sure.on, "source": sure.said} if sure else None


def awareness_choice(falls: Falls) -> Choice:
    """A day or week that others keep: when, and how sure that is."""
    from generator.l10n.formats import day

    days = day(falls.first) if falls.first == falls.last else f"{day(falls.first)} to {day(falls.last)}"
    sure = "" if falls.is_sure else ", to confirm"
    return Choice(falls.what.id, falls.what.name, f"{days} ({falls.how_sure}{sure})")


def coming(site: Site, about: Sequence[str] = (), words: str = "") -> list[Falls]:
    """The next time of each awareness date within a year and a half, by crime types and by words in its name."""
    from generator.content.loading.shipped import read_awareness
    from generator.staff.planning.special_days import awareness_between

    found: dict[str, Falls] = {}
    for falls in awareness_between(read_awareness(), site.today, site.today + AHEAD, about=about):
        found.setdefault(falls.what.id, falls)
    every = list(found.values())
    if not words:
        return every
    holding = [one for one in every if _has(f"{one.what.name} {one.what.id}", words)]
    near = nearest(words, [f"{one.what.name} {one.what.id}" for one in every])
    return holding or [every[at] for at in near]


def nearest_to(site: Site, about: Sequence[str]) -> list[Falls]:
    """Of what comes, those that are most about some crime types: the few that are about little else, soonest first."""
    found = coming(site, about)
    best = sorted(found, key=lambda falls: -len(set(about) & set(falls.what.about)) / len(falls.what.about))[:MOST]
    return [falls for falls in found if falls in best]


def _has(name: str, words: str) -> bool:
    return all(word in name.casefold() for word in words.casefold().split())


def _not_announced(site: Site, words: str) -> list[str]:
    """What others keep, but nobody has said when next year: a question for whoever organises it."""
    from generator.content.loading.shipped import read_awareness
    from generator.staff.planning.special_days import not_announced

    year = site.today.year + 1
    return [
        f"  {what.name}: nobody has announced its days of {year} yet. Ask, or look: {what.source}"
        for what in not_announced(read_awareness(), year)
        if _has(f"{what.name} {what.id}", words)
    ]


def ask_awareness(asking: Asking, site: Site, given: str | None, about: Sequence[str] = ()) -> Falls | date | None:
    """The awareness date that something is for; None where it is for none; a day: the first day, and none of them."""
    if given is not None:
        known = coming(site)
        offer = Offer("awareness", "an awareness date of the next 18 months", [awareness_choice(one) for one in known])
        try:
            chosen = offer.find(given)
        except LookupError as error:
            raise click.UsageError(f"--awareness: {offer.refusal(given, error.args)}") from None
        return next(one for one in known if one.what.id == chosen.id)
    if not asking.asks:
        return None
    asking.next_question()
    asking.say("")
    known = nearest_to(site, about) if about else []
    question = "Is it for an awareness day, week or month? Type words to look for, such as stalking (Enter: no)"
    shown: list[Falls] = []
    while True:
        if known and known != shown:
            asking.say("Days and weeks that others set. Check each with its organiser:")
            Offer("awareness", "one of these", [awareness_choice(one) for one in known]).show(asking)
            question = "Is it for one of these? Type its number, words to look for, or your own first day (Enter: no)"
            shown = known
        typed = asking.typed(question)
        if not typed:
            return None
        if known and typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(known):
            return _said(asking, known[int(typed) - 1])
        if (own := _a_day(asking, typed)) is not None:
            return own
        if typed[:1].isdigit():  # it was said why
            continue
        found = coming(site, words=typed)
        asking.say(*_not_announced(site, typed))
        if not found:
            asking.say(f"  No date of the next 18 months is known for {quoted(typed)}.")
        known = found or known


def known_or_own(found: Falls | date | None) -> tuple[Falls | None, date | None]:
    """What `ask_awareness` gave: a date that others keep, or a first day of one's own."""
    return (None, found) if isinstance(found, date) else (found, None)


def _said(asking: Asking, chosen: Falls) -> Falls:
    what = chosen.what
    asking.say(f"  {what.name}. When it is: {what.rule}.", f"  Who says so: {what.source}")
    return chosen


def _a_day(asking: Asking, typed: str) -> date | None:
    """The day that was typed, if it is one; else, where it looks like one, why not."""
    from generator.model.fields.dates import day, written_day

    try:
        found = day(written_day(typed))
    except ValueError as error:
        if typed[:1].isdigit():
            asking.say(f"  {error}.")
        return None
    asking.say(f"  The first day is {found}.")
    return found
