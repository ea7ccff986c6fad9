"""What there is to choose from -> the choice that a text names, by number, name, id or nearly so; the numbered list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from generator.commands.asking import Asking, width
from generator.commands.nearest import nearest, words_in
from generator.model.text import slug_of
from generator.problems import quoted
from generator.spreadsheets.names import same_name

MOST = 12
"""So many choices a refusal names."""
AGAIN = "?"
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

    def find(self, text: str, *, numbered: bool = False) -> Choice:
        """The choice that a text names. LookupError with the nearest ones, best first, where it names none."""
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
        if not near and numbered:
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
        return []

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
    return Offer(
        option,
        what,
        [
            Choice(
                name,
                str(term.name),
                str(term.plain),
                (*map(str, term.synonyms), *map(str, term.terms)),
                tuple(map(str, term.synonyms)),
            )
            for name, term in terms.items()
        ],
    )


def named_offer(option: str, what: str, records: Mapping[str, Any]) -> Offer:
    """Records with a name: areas, organisations."""
    return Offer(option, what, [Choice(name, str(record.name)) for name, record in records.items()])
