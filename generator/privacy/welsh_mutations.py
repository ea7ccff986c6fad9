"""A word in Welsh, as it is read -> how it begins behind other words: "Tywyn", "yn Nhywyn", "i Dywyn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.privacy.address_words import STREETS_FIRST

SAY_THAT_IT_IS = STREETS_FIRST | frozenset(("y", "yr", "ty", "tyr", "hen"))
MUTATIONS = {
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
    "ll": ("l",),
    "rh": ("r",),
}
UNCHANGED = ("ch", "dd", "ff", "ph", "th")


def is_welsh(words: Iterable[str]) -> bool:
    """Whether words of an address, as they are read, say that it is in Welsh."""
    return not SAY_THAT_IT_IS.isdisjoint(words)


def mutated(word: str) -> Iterator[str]:
    """A word with each other beginning that it may have: none where its first letter never changes."""
    if not word.startswith(UNCHANGED):
        head = word[:2] if word[:2] in MUTATIONS else word[:1]
        yield from (first + word[len(head) :] for first in MUTATIONS.get(head, ()))
