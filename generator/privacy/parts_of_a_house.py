"""A part of an address that is a flat, a unit or a floor -> each way in which people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.normalise import UNITS, Token, canonical

Words = tuple[str, ...]
FLOOR = canonical("floor")
UNIT = "unit"
ORDINAL_WORDS = "ground first second third fourth fifth sixth seventh eighth ninth tenth"
ORDINALS = [canonical(word) for word in ORDINAL_WORDS.split()]
GROUND = (("g", "f"), ("gf",))
A_RANGE = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]|to|until|thru|through|i)\s*", re.IGNORECASE)
A_PAIR = re.compile(r"\s*(?:[/&+]|and)\s*", re.IGNORECASE)
WIDEST = 20
"""A range of more numbers than these is no row of houses."""
A_LETTERED = re.compile(r"(\d+)([a-z])")


def letters_between(first: str, last: str) -> list[str]:
    """The doors from "4a" to "4c", both included; none for anything else."""
    low, high = A_LETTERED.fullmatch(first), A_LETTERED.fullmatch(last)
    if not (low and high and low[1] == high[1] and low[2] < high[2]):
        return []
    return [f"{low[1]}{chr(letter)}" for letter in range(ord(low[2]), ord(high[2]) + 1)]


def ways_to_write(part: Words) -> Iterator[Words]:
    """A part as it stands; a floor by its number and by its name; a unit without its letter: others write it so."""
    yield part
    floor = _floor(part)
    if floor is not None:
        yield ORDINALS[floor], FLOOR
        yield FLOOR, str(floor)
        yield from GROUND if floor == 0 else ((f"{floor}f",), (str(floor), "f"))
    elif len(part) == 2 and part[0] == UNIT and (lettered := A_LETTERED.fullmatch(part[1])):
        yield UNIT, lettered[1]


def _floor(part: Words) -> int | None:
    """Which floor: 2 of "2nd floor" and of "Level 2"."""
    if len(part) != 2 or FLOOR not in part:
        return None
    which = part[part[0] == FLOOR]
    if which in ORDINALS:
        return ORDINALS.index(which)
    return int(which) if len(which) < 3 and which.isdecimal() and int(which) < len(ORDINALS) else None


def numbers_between(text: str, first: Token, second: Token) -> list[str]:
    """The numbers that two in a text name together: "12-14" is 12, 13 and 14; "12 & 14" its ends; "12, 14" none."""
    letters = letters_between(first.text, second.text)
    if letters:
        gap = text[first.end : second.start]
        return letters if A_RANGE.fullmatch(gap) else letters[:: len(letters) - 1] if A_PAIR.fullmatch(gap) else []
    if not (first.is_number and second.is_number) or max(len(first.text), len(second.text)) > len(UNITS[0]) + 1:
        return []
    gap = text[first.end : second.start]
    low, high = int(first.text), int(second.text)
    if A_RANGE.fullmatch(gap) and 0 < high - low <= WIDEST:
        return [str(number) for number in range(low, high + 1)]
    return [first.text, second.text] if A_PAIR.fullmatch(gap) else []
