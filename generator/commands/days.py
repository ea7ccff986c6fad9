"""The questions about days: which others keep, and who has made sure of ours. No date ever confirms itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from generator.commands.asking import Asking
from generator.commands.made_sure import Wording, ask_made_sure
from generator.commands.offers import Choice, Offer
from generator.commands.site import Day, Site

if TYPE_CHECKING:
    from generator.planning.awareness import Falls

AHEAD = timedelta(days=550)
"""How far ahead of today we look for days to plan for: a year and a half."""
OPTIONS: tuple[tuple[str, Any, str], ...] = (
    ("--from/first", Day(), "The first day."),
    ("--until/last", Day(), "The last day."),
    ("--announce", Day(), "The day from which the public may see that it comes."),
    ("--confirmed-by", str, "Who made sure of the days. Nobody: leave it out, and nothing is published."),
    ("--confirmed-source", str, "Where you found the days."),
    ("--confirmed-on", Day(), "When. Default: today."),
)


def day_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a run: its days, and who has made sure of them."""
    for name, kind, told in reversed(OPTIONS):
        function = click.option(*name.split("/"), type=kind, help=told)(function)
    return function


CONFIRMATION = Wording(
    option="confirmed",
    who="Who has made sure of these days? Until somebody has, nothing of it goes out.",
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
    """A day or week that others keep: when, how sure that is, by what rule, and who says so."""
    from generator.pages.said import day

    days = day(falls.first) if falls.first == falls.last else f"{day(falls.first)} to {day(falls.last)}"
    sure = "" if falls.is_sure else ", to confirm"
    what = falls.what
    plain = f"{days} ({falls.how_sure}{sure}). Rule: {what.rule}. Source: {what.source}"
    return Choice(what.id, what.name, plain)


def coming(site: Site, about: Sequence[str] = (), words: str = "") -> list[Falls]:
    """The next time of each awareness date within a year and a half, by crime types and by words in its name."""
    from generator.planning.awareness import awareness_between
    from generator.reading.awareness import read_awareness

    found: dict[str, Falls] = {}
    for falls in awareness_between(read_awareness(), site.today, site.today + AHEAD, about=about):
        if all(word in f"{falls.what.name} {falls.what.id}".casefold() for word in words.casefold().split()):
            found.setdefault(falls.what.id, falls)
    return list(found.values())


def _not_announced(site: Site, words: str = "", about: Sequence[str] = ()) -> list[str]:
    """What others keep, but nobody has said when next year: a question for whoever organises it."""
    from generator.planning.awareness import not_announced
    from generator.reading.awareness import read_awareness

    year = site.today.year + 1
    return [
        f"  {what.name}: nobody has announced its days of {year} yet. Ask, or look: {what.source}"
        for what in not_announced(read_awareness(), year)
        if all(word in f"{what.name} {what.id}".casefold() for word in words.casefold().split())
        and (not about or set(about) & set(what.about))
    ]


def ask_awareness(asking: Asking, site: Site, given: str | None, about: Sequence[str] = ()) -> Falls | None:
    """The awareness date that something is for; None where it is for none."""
    if given is not None:
        known = coming(site)
        offer = Offer("awareness", "an awareness date of the next 18 months", [awareness_choice(one) for one in known])
        try:
            chosen = offer.find(given)
        except LookupError as error:
            raise click.UsageError(f"--awareness: {offer.refusal(given, error.args)}") from None
        return next(one for one in known if one.what.id == chosen.id)
    known = coming(site, about) if about else []
    asking.next_question()
    if about:
        asking.say("", *_not_announced(site, about=about))
    question = "Is it for an awareness day, week or month? Type words to look for, such as stalking (Enter: none)"
    while asking.asks:
        if known:
            offer = Offer("awareness", "one of these", [awareness_choice(one) for one in known])
            asking.say("", "Days that others keep. None of them is confirmed by being on this list:")
            offer.show(asking)
            question = "Type its number, or other words to look for (Enter: none of them)"
        else:
            asking.say("")
        typed = asking.typed(question)
        if not typed:
            return None
        if known and typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(known):
            return known[int(typed) - 1]
        found = coming(site, words=typed)
        asking.say(*_not_announced(site, typed))
        if not found:
            asking.say(f"  No date of the next 18 months is known for '{typed}'.")
        known = found or known
    return None
