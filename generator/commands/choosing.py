"""A question with a list to choose from -> the ids of what somebody named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from generator.commands.asking import Asking, joined
from generator.commands.offers import AGAIN, Choice, Offer
from generator.problems import quoted

NEAREST = 4
"""So many choices somebody is asked about."""
SHORT = 8
"""Below a longer list the question stands again, as its first lines may be off the screen."""


def choose_one(
    asking: Asking, offer: Offer, question: str, given: str | None, *, add: Callable[[str], Choice] | None = None
) -> str:
    """The id of the one thing that is needed. `add`: as for `choose_some`."""
    return choose_some(asking, offer, question, (given,) if given is not None else (), one=True, add=add)[0]


def choose_some(
    asking: Asking,
    offer: Offer,
    question: str,
    given: Sequence[str],
    *,
    default: str = "",
    one: bool = False,
    required: bool = True,
    empty: str = "none",
    add: Callable[[str], Choice] | None = None,
) -> list[str]:
    """The ids of one or more things, in the order in which they were named.

    Args:
        asking: the conversation.
        offer: what there is.
        question: in plain words.
        given: what the option says; each may hold several, with commas between them.
        default: the ids of whoever types nothing.
        one: whether exactly one is needed.
        required: whether there must be one.
        empty: what it means to type nothing, where that may be.
        add: makes a new choice of a name that is not in the list, where somebody wants that.
    """
    words = [word for text in given for word in ([text] if one else offer.parts(text)) if word.strip()]
    if words:
        return _given(offer, words)
    if not asking.asks:
        if default:
            return default.split(", ")
        if not required:
            return []
        asking.missing(offer.option, question, offer.choices[0].id if offer.choices else "...")
    how = "its number or name" if one else "numbers or names, with commas between them"
    names = {choice.id: choice.name for choice in offer.choices}
    usual = _together([names.get(word, word) for word in default.split(", ")]) if default else ""
    ending = f"Enter: {usual}" if usual else "" if required else f"Enter: {empty}"
    how = f"Type {how}{f' ({ending})' if ending else ''}:"
    asking.next_question()
    asking.say("", question if add is None else f"{question} A name that is not in the list can be added.")
    offer.show(asking, every=False)
    while True:
        typed = asking.typed(f"{question} {how}" if len(offer.choices) > SHORT else how)
        if typed == AGAIN:
            offer.show(asking)
            continue
        words = [word for word in ([typed] if one else offer.parts(typed)) if word.strip()]
        if not words and (default or not required):
            return default.split(", ") if default else []
        found = [_asked(asking, offer, word.strip(), add) for word in words]
        if found and all(found):
            chosen = {choice.id: choice.name for choice in found if choice}
            asking.say(f"  {_together(list(chosen.values()))}.")
            return list(chosen)
        if not words:
            asking.say(f"  This is needed. For example: {offer.choices[0].name if offer.choices else '...'}")


def _given(offer: Offer, words: Sequence[str]) -> list[str]:
    found = []
    for word in words:
        try:
            found.append(offer.find(word).id)
        except LookupError as error:
            raise click.UsageError(f"--{offer.option}: {offer.refusal(word.strip(), error.args)}") from None
    return list(dict.fromkeys(found))


def _asked(asking: Asking, offer: Offer, word: str, add: Callable[[str], Choice] | None) -> Choice | None:
    try:
        return offer.find(word, numbered=True)
    except LookupError as error:
        near: Sequence[Choice] = error.args
        if len(near) == 1 and asking.agrees(f"  There is no {quoted(word)}. Do you mean {near[0].name}?"):
            return near[0]
        if word.isascii() and word.isdigit():
            asking.say(
                f"  There is no number {word} in the list. Type 1 to {len(offer.choices)}, or {AGAIN} to see it."
            )
            return None
        if len(near) > 1:
            names = [f"{choice.name} ({offer.choices.index(choice) + 1})" for choice in near[:NEAREST]]
            asking.say(
                f"  {quoted(word)} is not {offer.what}. Did you mean {', '.join(names[:-1])} or {names[-1]}? "
                f"To see the list again, type {AGAIN}"
            )
        if add is not None and len(word) > 1 and asking.agrees(f"  {quoted(word)} is not in the list. Add it?"):
            return add(word)
        if len(near) < 2:
            asking.say(f"  {quoted(word)} is not {offer.what}. To see the list again, type {AGAIN}")
        return None


def _together(names: Sequence[str]) -> str:
    """Names as one reads them: a name with a comma in it is told from the next by a semicolon."""
    return "; ".join(names) if any("," in name for name in names) else joined(names)
