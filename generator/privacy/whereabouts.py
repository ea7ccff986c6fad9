"""A text -> what of it says where a place is, or how to reach somebody: streets, postcodes, numbers, links, handles.

Such things have fields of their own, which know who may see them. In free words nobody keeps them back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.privacy.telling_patterns import PATTERNS, TellingKind, What


@dataclass(frozen=True, order=True, slots=True)
class Telling:
    """A part of a text, and what it is."""

    start: int
    end: int
    kind: TellingKind
    what: What


COMPILED = tuple((kind, what, re.compile(pattern, flags)) for kind, what, pattern, flags in PATTERNS)
LEADS_TO = re.compile(
    r"^(?:(?:at|behind|opposite|beside|near|next to|inside|called|based in|located in|come to|go to|in)"
    r"\s+(?:the\s)?|no\.?\s+)",
    re.IGNORECASE,
)
A_KEYPAD_RUN = re.compile(r"[^\W\d_]{4}")
"""Letters that stand for the digits of a number: 0800 REFUGE."""
A_BRAND = ("GOV.UK", "NHS.UK")
"""Written like this, a name that everyone knows, and no address."""
NAMES_OF_THEIR_OWN = {TellingKind.STREET, TellingKind.BUILDING}
"""What a service may be called after: "Mill Lane Counselling"."""


def tellings(text: str) -> list[Telling]:
    """Every part of a text that says where a place is, or how to reach somebody, from left to right."""
    plain = _same_length(text)
    found = {
        Telling(*hit.span(), kind, what)
        for kind, what, pattern in COMPILED
        for hit in pattern.finditer(plain)
        if (kind != TellingKind.PHONE or _is_a_number(hit[0])) and hit[0] not in A_BRAND
    }
    inside = [one for one in found if not any(_covers(other, one) for other in found)]
    return sorted(inside)


def _same_length(text: str) -> str:
    """The text with wide letters and foreign digits as plain ones, each still at its place."""
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(letter: str) -> str:
    if letter.isdigit() and not letter.isascii():
        return str(unicodedata.digit(letter))
    made = unicodedata.normalize("NFKC", letter)
    return (made if len(made) == 1 else letter) if not made.isspace() or letter == "\n" else " "


def _is_a_number(text: str) -> bool:
    """Not a span of years, nor digits that are mostly letters: "O1632 96OlOl" is a number, "oil 0" is none."""
    digits = sum(letter.isdigit() for letter in text)
    return digits >= 5 or not digits or (digits > 3 and bool(A_KEYPAD_RUN.search(text)))


def _covers(whole: Telling, part: Telling) -> bool:
    if whole is part or not (whole.start <= part.start and part.end <= whole.end):
        return False
    if TellingKind.MAP_LINK in (whole.kind, part.kind) and (whole.start, whole.end) == (part.start, part.end):
        return whole.kind == TellingKind.MAP_LINK  # it is a web address too
    return (whole.end - whole.start) > (part.end - part.start) or (whole.what, whole.kind) > (part.what, part.kind)


def told_by(text: str, *, is_name: bool = False) -> list[TellingKind]:
    """What a text tells, each thing once: a street, a phone number.

    Args:
        text: words for people.
        is_name: whether it is what a service is called; a street's name alone may be a part of that.
    """
    kinds = [
        one.kind
        for one in tellings(text)
        if not (is_name and one.kind in NAMES_OF_THEIR_OWN and not any(letter.isdigit() for letter in text))
    ]
    return list(dict.fromkeys(kinds))


def places_in(text: str) -> Iterator[str]:
    """Each part of a text that says where a place is, without the words that lead up to it.

    For kinds whose places are secret: what is found is kept back, and looked for.
    """
    for one in tellings(text):
        if one.what == "place":
            yield LEADS_TO.sub("", " ".join(text[one.start : one.end].split()).strip(" ,;"))


def joined(names: Sequence[str]) -> str:
    """The names as one says them: "a street, a postcode and a phone number"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
