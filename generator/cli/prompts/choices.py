"""A list to choose from -> the ids of what somebody named, by number, name, id or nearly so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import click

from generator.cli.prompts.session import Asking, joined, width
from generator.diagnostics import quoted
from generator.model.fields.suggestions import nearest, words_in
from generator.model.fields.text import slug_of
from generator.staff.spreadsheets.lookups import same_name, sole_names
from generator.staff.spreadsheets.sole_guesses import FELT, sole_guess

MOST = 12
"""So many choices a refusal names."""


AGAIN = "?"


FIELDS = {
    "kind": "kind",
    "helps-with": "helps_with",
    "about": "helps_with",
    "audience": "who.audiences",
    "area": "areas",
    "organisation": "organisation",
}
"""By option: the field of a table that holds the same names. What a table is read as, is what an answer means."""


NUMBERS = re.compile(r"\d+(?: +\d+)+")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its id, its name, and a sentence about it or none."""

    id: str
    name: str
    plain: str = ""
    also: Sequence[str] = ()
    """Other words for it."""
    synonyms: Sequence[str] = ()
    """Of these, the ones that mean the same."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from, what it is called ("a kind of service"), and the option that names it."""

    option: str
    what: str
    choices: Sequence[Choice]
    first: int = 0
    """So many are shown at first; 0: all of them."""

    def find(self, text: str, *, numbered: bool = False, grows: bool = False) -> Choice:
        """The choice that a text names. LookupError with the nearest ones, best first, where it names none.

        Of a list that grows, a new name may well share one word with an old one: Harbour Trust is no other trust.
        """
        word = _plainly(text)
        if numbered and word.isascii() and word.isdigit() and 1 <= int(word) <= len(self.choices):
            return self.choices[int(word) - 1]
        exact = self._exact(word)
        begun = [
            choice for choice in self.choices if choice.id.startswith(word) or choice.name.casefold().startswith(word)
        ]
        if exact or (len(begun) == 1 and numbered and len(word) > 2):
            return (exact or begun)[0]
        near = [*begun, *self._near(word)]
        if not near and numbered and not grows:
            words = {part for part in words_in(word) if len(part) > 3}
            near = [one for one in self.choices if words.intersection(words_in(f"{one.name} {one.plain}"))]
        raise LookupError(*dict.fromkeys(near))

    def _exact(self, word: str) -> list[Choice]:
        """The one thing that a text names whole: by its id or name however it is spelt, or by a word for it alone."""
        plain, key = same_name(word), slug_of(word)
        for named in (
            [one for one in self.choices if word in (one.id, one.name.casefold())],
            [one for one in self.choices if plain == same_name(one.name) or key == one.id],
            [one for one in self.choices if plain in map(same_name, one.synonyms)],
        ):
            if len(named) == 1:
                return named
        if self.option not in FIELDS:
            return []
        ids = {one.id: one.name for one in self.choices}
        names = sole_names((one.id, word) for one in self.choices for word in (*one.synonyms, one.name))
        meant = sole_guess(FIELDS[self.option], plain, ids, names, slips=False)
        return [one for one in self.choices if meant and one.id == meant]

    def _near(self, word: str) -> list[Choice]:
        """The nearest by name; where no name is near, by the other words for it."""
        for named in ([f"{one.name} {one.id}" for one in self.choices], [" ".join(one.also) for one in self.choices]):
            if found := nearest(word, named):
                return [self.choices[at] for at in found]
        return []

    def parts(self, typed: str) -> list[str]:
        """What was typed, between commas or semicolons. Names with a comma stay whole; numbers need none: 1 2 3."""
        if NUMBERS.fullmatch(typed):
            return typed.split()
        if ";" in typed:
            return [part.strip() for part in typed.split(";") if part.strip()]
        names, parts, found = {_plainly(one.name) for one in self.choices}, typed.split(","), []
        while parts:
            whole = (n for n in range(len(parts), 1, -1) if _plainly(",".join(parts[:n])) in names)
            size = next(whole, 1)
            found.append(",".join(parts[:size]).strip())
            del parts[:size]
        return [part for part in found if part]

    def show(self, asking: Asking, *, every: bool = True) -> None:
        """The numbered list; where it is long and not every choice is wanted, its first part."""
        first = len(self.choices) if every or not self.first else self.first
        for number, choice in enumerate(self.choices[:first], 1):
            text = f"{choice.name}: {choice.plain}" if choice.plain else choice.name
            asking.say(*wrap(text, width(), initial_indent=f"  {number:>2}  ", subsequent_indent="      "))
        if first < len(self.choices):
            asking.say(f"  These come first of {len(self.choices)}. To see them all, type {AGAIN}")

    def refusal(self, text: str, near: Iterable[Choice]) -> str:
        """Why a text names none of the choices, and which it may have meant."""
        names = [choice.id for choice in near]
        if len(names) == 1:
            return f'{quoted(text)} is not {self.what}; did you mean "{names[0]}"?'
        names = names or [choice.id for choice in self.choices]
        more = ", ..." if len(names) > MOST else ""
        hint = f"choose one of: {', '.join(names[:MOST])}{more}" if names else "there is none yet"
        return f"{quoted(text)} is not {self.what}; {hint}"


def _plainly(text: str) -> str:
    return " ".join(text.split()).casefold()


def vocabulary_offer(option: str, what: str, terms: Mapping[str, Any]) -> Offer:
    """A closed list: each with its name and its plain sentence."""
    felt = FELT.get(FIELDS.get(option, ""), frozenset())
    return Offer(
        option,
        what,
        [
            Choice(
                name,
                str(term.name),
                str(term.plain),
                (*map(str, term.synonyms), *map(str, term.terms)),
                tuple(one for one in map(str, term.synonyms) if one.casefold() not in felt),
            )
            for name, term in terms.items()
        ],
    )


def named_offer(option: str, what: str, records: Mapping[str, Any]) -> Offer:
    """Records with a name: areas, organisations."""
    return Offer(option, what, [Choice(name, str(record.name)) for name, record in records.items()])


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
        return offer.find(word, numbered=True, grows=add is not None)
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
