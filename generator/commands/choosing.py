"""A list of things to choose from -> the ids of those that somebody named, by number, name, id or nearly so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from textwrap import wrap
from typing import Any

import click

from generator.commands.asking import Asking, joined, width
from generator.problems import quoted

MOST = 12
"""So many choices a refusal names."""
NEAREST = 3
"""So many choices somebody is asked about."""
SHORT = 8
"""Below a longer list the question stands again, as its first lines may be off the screen."""
AGAIN = "?"
NUMBERS = re.compile(r"\d+(?: +\d+)+")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its id, its name, and a sentence about it or none."""

    id: str
    name: str
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from, what it is called ("a kind of service"), and the option that names it."""

    option: str
    what: str
    choices: Sequence[Choice]

    def find(self, text: str, *, numbered: bool = False) -> Choice:
        """The choice that a text names. LookupError with the nearest ones, best first, where it names none."""
        word = " ".join(text.split()).casefold()
        if numbered and word.isascii() and word.isdigit() and 1 <= int(word) <= len(self.choices):
            return self.choices[int(word) - 1]
        exact = [choice for choice in self.choices if word in (choice.id, choice.name.casefold())]
        begun = [
            choice for choice in self.choices if choice.id.startswith(word) or choice.name.casefold().startswith(word)
        ]
        if exact or (len(begun) == 1 and numbered and word):
            return (exact or begun)[0]
        holding = [
            choice for choice in self.choices if len(word) > 2 and word in f"{choice.id} {choice.name.casefold()}"
        ]
        by_word = {choice.id: choice for choice in self.choices}
        by_word |= {choice.name.casefold(): choice for choice in self.choices}
        close = [] if holding else [by_word[name] for name in get_close_matches(word, by_word, n=1, cutoff=0.6)]
        near = [*begun, *holding, *close]
        if not near and numbered:
            words = {part for part in re.split(r"\W+", word) if len(part) > 3}
            near = [one for one in self.choices if words & set(re.split(r"\W+", f"{one.name} {one.plain}".casefold()))]
        raise LookupError(*dict.fromkeys(near))

    def show(self, asking: Asking) -> None:
        """The numbered list."""
        for number, choice in enumerate(self.choices, 1):
            text = f"{choice.name}: {choice.plain}" if choice.plain else choice.name
            asking.say(*wrap(text, width(), initial_indent=f"  {number:>2}  ", subsequent_indent="      "))

    def refusal(self, text: str, near: Iterable[Choice]) -> str:
        """Why a text names none of the choices, and which it may have meant."""
        names = [choice.id for choice in near]
        if len(names) == 1:
            return f'{quoted(text)} is not {self.what}; did you mean "{names[0]}"?'
        names = names or [choice.id for choice in self.choices]
        more = ", ..." if len(names) > MOST else ""
        hint = f"choose one of: {', '.join(names[:MOST])}{more}" if names else "there is none yet"
        return f"{quoted(text)} is not {self.what}; {hint}"


def vocabulary_offer(option: str, what: str, terms: Mapping[str, Any]) -> Offer:
    """A closed list: each with its name and its plain sentence."""
    return Offer(option, what, [Choice(name, str(term.name), str(term.plain)) for name, term in terms.items()])


def named_offer(option: str, what: str, records: Mapping[str, Any]) -> Offer:
    """Records with a name: areas, organisations."""
    return Offer(option, what, [Choice(name, str(record.name)) for name, record in records.items()])


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
        add: makes a new choice of a name that is not in the list, where somebody wants that.
    """
    words = [word for text in given for word in ([text] if one else text.split(",")) if word.strip()]
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
    usual = joined([names.get(word, word) for word in default.split(", ")]) if default else ""
    ending = f"Enter: {usual}" if usual else "" if required else "Enter: none"
    how = f"Type {how}{f' ({ending})' if ending else ''}:"
    asking.next_question()
    asking.say("", question if add is None else f"{question} A name that is not in the list can be added.")
    offer.show(asking)
    while True:
        typed = asking.typed(f"{question} {how}" if len(offer.choices) > SHORT else how)
        if typed == AGAIN:
            offer.show(asking)
            continue
        words = [typed] if one else typed.split() if NUMBERS.fullmatch(typed) else typed.split(",")
        words = [word for word in words if word.strip()]
        if not words and (default or not required):
            return default.split(", ") if default else []
        found = [_asked(asking, offer, word.strip(), add) for word in words]
        if found and all(found):
            chosen = {choice.id: choice.name for choice in found if choice}
            asking.say(f"  {joined(list(chosen.values()))}.")
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
        if add is not None and asking.agrees(f"  {quoted(word)} is not in the list. Add it?"):
            return add(word)
        names = [f"{choice.name} ({offer.choices.index(choice) + 1})" for choice in near[:NEAREST]]
        meant = f" Did you mean {' or '.join(names)}?" if len(near) > 1 else ""
        asking.say(f"  {quoted(word)} is not {offer.what}.{meant} To see the list again, type {AGAIN}")
        return None
