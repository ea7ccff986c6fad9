"""Names in a language -> their order from A to Z, and the letter that each stands under."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

ALPHABETS: Mapping[str, Sequence[str]] = {
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split(),
}
"""Languages in which two signs can be one letter: its letters in order, those of names from English among them.

Of another language names stand as their signs do.
"""
NO_LETTER = "0-9"
"""What stands under no letter."""


def sort_key(text: str, language: str) -> tuple[object, ...]:
    """What names are sorted by. Accents count last: ty, tŷ."""
    alphabet = ALPHABETS.get(_base(language))
    if alphabet is None:
        return (text.casefold(),)
    places = {letter: (1, str(number).zfill(2)) for number, letter in enumerate(alphabet)}
    return tuple(places.get(letter, (0, letter)) for letter in _letters(text, alphabet)), text.casefold()


def first_letter(text: str, language: str) -> str:
    """The letter that a name stands under; "0-9" for what begins with none."""
    start = next((place for place, sign in enumerate(text) if sign.isalpha() or sign.isdigit()), None)
    if start is None or text[start].isdigit():
        return NO_LETTER
    alphabet = ALPHABETS.get(_base(language))
    return text[start].upper() if alphabet is None else _letters(text[start:], alphabet)[0].upper()


def _base(language: str) -> str:
    return language.partition("-")[0]


def _letters(text: str, alphabet: Sequence[str]) -> list[str]:
    """A text in the letters of an alphabet, the longest first, without accents; other signs one by one."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    longest = sorted(alphabet, key=len, reverse=True)
    return re.findall("|".join([*longest, "."]), plain, re.DOTALL)
