"""A Welsh word -> the words that it may be a form of, and the forms that it takes; as `mutations.js` undoes them.

The first letter of a Welsh word changes with what stands before it: cymorth, gymorth, nghymorth, chymorth. Who types
one form means all of them, and so does a text. No dictionary is shipped: what is undone counts where both sides meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

UNDONE: Mapping[str, str] = {
    "ngh": "c", "mh": "p", "nh": "t", "ng": "g", "ch": "c", "ph": "p", "th": "t", "dd": "d",
    "ll": "", "rh": "", "ff": "",
    "b": "p", "d": "t", "g": "c", "f": "b,m", "m": "b", "n": "d", "l": "ll,gl", "r": "rh,gr",
}  # fmt: skip
"""A beginning, the longest first, and what a word began with before it changed; nothing for a letter of its own."""
SOFT = {"c": "g", "p": "b", "t": "d", "g": "", "b": "f", "d": "dd", "ll": "l", "m": "f", "rh": "r"}
NASAL = {"c": "ngh", "p": "mh", "t": "nh", "g": "ng", "b": "m", "d": "n"}
ASPIRATE = {"c": "ch", "p": "ph", "t": "th"}
VOWELS = "aeiouwy"
SHORTEST = 3
"""Of a word of fewer letters nothing is undone."""
CLITIC = re.compile(r"['’‘`´](?:r|n|i|u|m|w|ch|th)(?![^\W_])", re.IGNORECASE)
"""What is written on to the end of a word: a'r, i'ch, mae'n."""


def is_welsh(language: str) -> bool:
    """Whether words of a language mutate: "cy", "cy-GB"."""
    return language.partition("-")[0] == "cy"


def bases(word: str) -> tuple[str, ...]:
    """What a word may be a form of, itself first: gymorth, cymorth. Small letters without accents, as in search."""
    return (word, *_undone(word))


def _undone(word: str) -> Iterator[str]:
    if len(word) < SHORTEST or not word.isalpha():
        return
    start = next((start for start in UNDONE if word.startswith(start)), "")
    yield from (before + word[len(start) :] for before in filter(None, UNDONE.get(start, "").split(",")))
    if not start and word[0] in VOWELS:
        yield f"g{word}"
    if word[0] == "h" and word[1] in VOWELS:
        yield word[1:]


def mutated(word: str) -> tuple[str, ...]:
    """A word and the forms that it takes: cymorth, gymorth, nghymorth, chymorth. An h before a vowel is left out."""
    if not word.isalpha():
        return (word,)
    start = _first_letter(word)
    changed = (change[start] + word[len(start) :] for change in (SOFT, NASAL, ASPIRATE) if start in change)
    return (word, *changed)


def _first_letter(word: str) -> str:
    """The first letter of a word, which may be written with two signs."""
    two = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")
    return word[:2] if word.startswith(two) else word[:1]


def without_clitics(text: str) -> str:
    """A text without what is written on to the ends of its words."""
    return CLITIC.sub("", text)


def in_every_form(pattern: str) -> str:
    """A pattern of words of danger in which each word may stand in any of its forms."""
    return " ".join(one for part in pattern.split() for one in _forms(part))


def _forms(part: str) -> Sequence[str]:
    how = part[0] if part[0] in "=~" else ""
    return (part,) if part in {"+", "-", "^"} else [how + form for form in mutated(part.removeprefix(how))]
