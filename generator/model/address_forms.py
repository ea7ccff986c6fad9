"""An address as its author wrote it -> the parts of it that find the door, in each order in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.normalise import SHORT, UNITS, Token, canonical, tokens

Words = tuple[str, ...]
How = Literal["whole", "part", "behind", "street"]
"""whole: all of it; part: enough to find the door; behind: the same with its number last; street: the road alone."""

A_GAP = re.compile(r"[,;\n()\[\]/|]|\s[-\u2010-\u2015]\s")
A_RANGE = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]|to|until|thru|through|i)\s*", re.IGNORECASE)
A_PAIR = re.compile(r"\s*(?:[/&+]|and)\s*", re.IGNORECASE)
WIDEST = 20
"""A range of more numbers than these is no row of houses."""
CONNECTED_BY = ("", "on", "in", "at", "off", "by", "near")
STREET_WORDS = """street road lane avenue court close crescent drive garden place square terrace park grove heights
    estate walk way mews view yard parade boulevard bridge row hill gate green rise quay wharf alley passage circus
    bank side fold brow croft meadow mount parc"""
STREET_FIRST_WORDS = "heol ffordd stryd lon rhodfa maes clos cilgant rhes gerddi bryn rhiw lôn"
DIRECTION_WORDS = "n s e w"
HOUSE_WORDS = """church library town community school village civic university college hall house building block floor
    unit market bus railway train station police hospital health medical magistrates county fire first second third
    lower upper north south east west old new chapel museum theatre park"""
MEASURE_WORDS = "minute minutes min mins mile miles metre metres km hour hours day days bed beds week weeks"
STREETS = frozenset(canonical(word) for word in STREET_WORDS.split())
STREETS_FIRST = frozenset(map(canonical, STREET_FIRST_WORDS.split()))
DIRECTIONS = frozenset(DIRECTION_WORDS.split())
PART_OF_A_HOUSE = frozenset({"unit", "fl"})
COMMON_HOUSES = frozenset(canonical(word) for word in HOUSE_WORDS.split())
MEASURES = frozenset(map(canonical, MEASURE_WORDS.split()))


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write something: its words as they are read, and how they find the door."""

    words: Words
    how: How


def forms(text: str, *, ordinary: frozenset[str]) -> Iterator[Form]:
    """The whole, and each part that says where the door is alone; the street alone, as such.

    Args:
        text: the address.
        ordinary: words that any such place may be called by.
    """
    parts = [found for part in A_GAP.split(_ranges_kept(text)) if (found := tokens(part))]
    yield Form(tuple(token.text for token in tokens(text)), "whole")
    parts = _numbers_joined(parts)
    at = _street_at(parts)
    if at is None:
        if len(parts) > 1:
            yield from _named(_words(parts[0]), [_words(part) for part in parts[1:]], ordinary)
        return
    numbers, street, rest = _taken_apart(parts[at])
    before = [_words(part) for part in parts[:at]]
    behind = ([rest] if rest else []) + [_words(part) for part in parts[at + 1 :]]
    units = [part for part in before if part[0] in PART_OF_A_HOUSE or part[-1] in PART_OF_A_HOUSE]
    houses = [part for part in before if part not in units]
    for number in numbers:
        yield Form((*number, *street), "part")
        yield Form((*street, *number), "behind")
        for town in behind:
            yield Form((*street, *town, *number), "behind")
    for name in (*units, *houses):
        yield from _joined(name, street)
        yield Form((*street, *name), "part" if not name[-1].isdigit() else "behind")
        for number in numbers:
            yield Form((*name, *number, *street), "part")
        for town in behind:
            yield Form((*street, *town, *name), "part")
    for unit in units:
        for house in houses:
            yield from _joined(unit, house)
    for house in houses:
        yield from _named(house, behind, ordinary)
    if len(street) > 1 and (numbers or before):
        yield Form(street, "street")


def _named(house: Words, towns: Sequence[Words], ordinary: frozenset[str]) -> Iterator[Form]:
    """A house by its name and its town: not where any town may have one called so."""
    if all(word in ordinary or word in COMMON_HOUSES or word.isdigit() for word in house):
        return
    for town in towns:
        yield from _joined(house, town)


def _joined(first: Words, second: Words) -> Iterator[Form]:
    for word in CONNECTED_BY:
        yield Form((*first, *([word] if word else ()), *second), "part")


def _words(part: Sequence[Token]) -> Words:
    return tuple(token.text for token in part)


def _ranges_kept(text: str) -> str:
    """The same with "12 / 14" and "12 - 14" as one part: a sign between two numbers parts no address."""
    return re.sub(r"(?<=\d)\s*/\s*(?=\d)", "&", re.sub(r"(?<=\d)\s+[-\u2010-\u2015]\s+(?=\d)", "-", text))


def _numbers_joined(parts: list[list[Token]]) -> list[list[Token]]:
    """Parts, with a number that stands alone before a comma in front of its street."""
    found: list[list[Token]] = []
    waiting: list[Token] = []
    for part in parts:
        if not waiting and all(_is_door(token.text) for token in part):
            waiting = part
        else:
            found.append([*waiting, *part])
            waiting = []
    return [*found, waiting] if waiting else found


def _is_door(word: str) -> bool:
    return re.fullmatch(r"\d+[a-z]?", word) is not None


def _street_at(parts: Sequence[Sequence[Token]]) -> int | None:
    """Which part is the street: one with a number in front, else one that ends or begins as streets do."""
    for at, part in enumerate(parts):
        if len(part) > 1 and _is_door(part[0].text) and part[1].text not in MEASURES:
            return at
    for at, part in enumerate(parts):
        words = _words(part)
        if len(words) > 1 and words[0] not in PART_OF_A_HOUSE and not words[-1].isdigit() and _ends_at(words):
            return at
    return None


def _ends_at(words: Words) -> int:
    """How many words are the street's; 0 where no word says that it is one."""
    if words[0] in STREETS_FIRST and len(words) > 1 and not any(word in STREETS for word in words[1:]):
        return len(words)
    ends = [at for at, word in enumerate(words) if at and word in STREETS]
    if not ends:
        return 0
    end = ends[0] + 1
    while end < len(words) and (words[end] in DIRECTIONS or (words[end] in STREETS and words[end] != SHORT["saint"])):
        end += 1
    return end


def _taken_apart(part: Sequence[Token]) -> tuple[list[Words], Words, Words]:
    """The numbers of a door, each as it may be written alone, its street, and what stands behind it."""
    words = _words(part)
    used = 0
    while used < len(words) - 1 and (_is_door(words[used]) or (used and _is_letter(words[used], words[used + 1 :]))):
        used += 1
    street = words[used:]
    end = _ends_at(street) or len(street)
    return _numbers(words[:used]), street[:end], street[end:]


def _is_letter(word: str, after: Words) -> bool:
    return len(word) == 1 and "a" <= word <= "h" and bool(after)


def _numbers(doors: Words) -> list[Words]:
    found: list[Words] = [doors] if doors else []
    digits = [int(word) for word in doors if word.isdigit()]
    if len(digits) > 1 and 0 < digits[-1] - digits[0] <= WIDEST:
        found += [(str(number),) for number in range(digits[0], digits[-1] + 1)]
    elif len(doors) > 1 and all(map(_is_door, doors)):
        found += [(word,) for word in doors]
    return found


def numbers_between(text: str, first: Token, second: Token) -> list[str]:
    """The numbers that two in a text name together: "12-14" is 12, 13 and 14; "12 & 14" its ends; "12, 14" none."""
    if not (first.is_number and second.is_number) or max(len(first.text), len(second.text)) > len(UNITS[0]) + 1:
        return []
    gap = text[first.end : second.start]
    low, high = int(first.text), int(second.text)
    if A_RANGE.fullmatch(gap) and 0 < high - low <= WIDEST:
        return [str(number) for number in range(low, high + 1)]
    return [first.text, second.text] if A_PAIR.fullmatch(gap) else []
