"""An address as its author wrote it -> the parts of it that find the door, in each order in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise, product
from typing import Literal

from generator.privacy.address_words import (
    A_PAIR,
    A_RANGE,
    BUILDINGS,
    COMMON_HOUSES,
    HOUSE_ENDS,
    KIND_OF_ESTATE,
    MEASURES,
    MOVED,
    PART_OF_A_HOUSE,
    ROADS,
    STREETS,
    STREETS_FIRST,
    UNIT,
    Words,
    is_welsh,
    mutated,
    numbers_between,
    ways_to_write,
)
from generator.privacy.normalise import SHORT, Token, tokens

How = Literal["whole", "part", "bare", "behind", "street", "house"]
"""whole: all of it; part: enough to find the door; bare: the same with a street of one word that says other things too
("1 The Green"); behind: with its number last; street, house: the road or the name of the house alone."""

A_GAP = re.compile(r"[,;\n()\[\]/|]|\s[-\u2010-\u2015]\s")
NEAR = ("near", "nr", "by")
"""How an address in the country names its town: "Brock Farm, near Sawdale"."""
A_CARE_OF = re.compile(r"\b(?:[cd]/o|care of)\b", re.IGNORECASE)
A_BOX = re.compile(r"\bp\.?\s?o\.?\s?box\s(?:no\.?\s?)?(\d{1,6})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write something: its words as they are read, and how they find the door."""

    words: Words
    how: How
    pauses: tuple[int, ...] = ()
    """Behind how many words another part of the address begins: little words may stand there."""


def _form(how: How, *parts: Words) -> Form:
    ends = tuple(accumulate(len(part) for part in parts))
    return Form(tuple(chain(*parts)), how, ends[:-1])


def forms(text: str, *, ordinary: frozenset[str]) -> Iterator[Form]:
    """Each part that says where the door is alone; the street alone and the house alone, as such.

    Args:
        text: the address.
        ordinary: words that any such place may be called by.
    """
    for box in A_BOX.finditer(text):
        for po in (("po",), ("p", "o"), ("post", "office")):
            yield Form((*po, "box", box[1]), "part")
    text = A_BOX.sub(", ", A_CARE_OF.sub(" ", text))
    parts = _numbers_joined(_apart(text))
    at = _street_at(parts)
    words = [tuple(token.text for token in part) for part in parts]
    units = [part for number, part in enumerate(words) if number != at and _is_unit(part)]
    doors = [way for part, one in zip(parts, words, strict=True) if one in units for way in ways_of_unit(text, part)]
    words = [part[1:] if part[0] in NEAR and len(part) > 1 else part for part in words]
    welsh = is_welsh(token.text for part in parts for token in part)
    if at is None:
        for house in [part for part in words if part not in units][:1] if len(words) > 1 else ():
            yield from _named(house, _also_mutated(words[words.index(house) + 1 :], welsh), doors, ordinary)
        return
    numbers, street, rest = _taken_apart(text, parts[at])
    houses = [part for part in words[:at] if part not in units]
    towns = ([rest] if rest else []) + [part for part in words[at + 1 :] if part not in units]
    for number in numbers:
        for way in _ways_of(street):
            bare = len(way) == 1 and way[0] in STREETS
            yield _form("bare" if bare else "part", number, way)
            yield _form("behind", way, number)
        for town in towns:
            yield _form("part", number, street, town)
            yield _form("behind", street, town, number)
        for unit in doors:
            yield _form("part", number, unit[unit[0] == "unit" :], street)
    if not numbers:
        for unit, way in product(
            (unit[1:] for unit in doors if len(unit) == 2 and unit[0] == "unit"), _ways_of(street)
        ):
            yield _form("part", unit, way)
            yield _form("behind", way, unit)
    for name in (*doors, *houses):
        for way in _ways_of(street):
            yield _form("part", name, way)
            yield _form("part" if not name[-1].isdigit() else "behind", way, name)
        for number in numbers:
            yield _form("part", name, number, street)
        for town in towns:
            yield _form("part", street, town, name)
    for house in houses:
        if house[-1] in BUILDINGS and _tells(house[:-1], ordinary):
            yield Form((*house[:-1], *street), "part")
        if _tells(house, ordinary):
            for number in numbers:
                yield _form("behind", house, number)
        yield from _named(house, _also_mutated(towns, welsh), doors, ordinary)
    for one, other in pairwise(houses):
        if _tells((*one, *other), ordinary):
            yield _form("part", one, other)
            yield _form("part", other, one)
    if numbers or houses or units:
        for alone in [street] if len(street) > 1 else [(*street, *town) for town in towns]:
            yield Form(alone, "street")


def _named(house: Words, towns: Sequence[Words], units: Sequence[Words], ordinary: frozenset[str]) -> Iterator[Form]:
    """A house by its name and its town: not where any town may have one called so."""
    for unit in units:
        if len(unit) > 1 and _is_door(unit[1]):
            yield _form("part", unit[1:], house)
            yield _form("behind", house, unit[1:])
        yield _form("part", unit, house)
        yield _form("part", house, unit)
    if not _tells(house, ordinary):
        return
    yield Form(house, "house")
    for town in towns:
        yield _form("part", house, town)
        yield _form("part", town, house)


def _also_mutated(towns: Sequence[Words], welsh: bool) -> list[Words]:
    """Towns, in an address in Welsh also as they are said behind "in", "to" and "with"."""
    return [*towns, *((first, *town[1:]) for town in towns if welsh for first in mutated(town[0]))]


def _tells(house: Words, ordinary: frozenset[str]) -> bool:
    return not all(word in ordinary or word in COMMON_HOUSES or word.isdigit() or len(word) == 1 for word in house)


def _is_unit(part: Words) -> bool:
    return part[0] in PART_OF_A_HOUSE or part[-1] in PART_OF_A_HOUSE


def ways_of_unit(text: str, part: Sequence[Token]) -> Iterator[Words]:
    """A flat, a unit or a floor as people write it; of "Units 4A-4C" each."""
    words = tuple(token.text for token in part)
    yield from ways_to_write(words)
    if len(part) == 3 and words[0] == UNIT:
        for door in numbers_between(text, part[1], part[2]):
            yield from ways_to_write((UNIT, door))


def _ways_of(street: Words) -> Iterator[Words]:
    """A street as people call it: with its "North" at the other end or left out, "Upper Bridge" for the street."""
    yield street
    if len(street) > 2 and street[-1] in MOVED:
        yield street[:-1]
        yield street[-1], *street[:-1]
    elif len(street) > 2 and street[0] in MOVED:
        yield *street[1:], street[0]
    if len(street) > 2 and street[-1] in STREETS and street[0] != SHORT["saint"]:
        yield street[:-1]
    if len(street) > 2 and street[-2] in KIND_OF_ESTATE:
        yield *street[:-2], street[-1]


def _apart(text: str) -> list[list[Token]]:
    """The words of an address in its parts: at signs, before a number within, and behind "Flat 2a"."""
    parts: list[list[Token]] = []
    for token in tokens(text):
        part = parts[-1] if parts else []
        if not part or _begins_a_part(text, part, token):
            parts.append([token])
        else:
            part.append(token)
    return list(chain.from_iterable(map(_house_apart, parts)))


def _house_apart(part: list[Token]) -> Iterator[list[Token]]:
    """A part, or its two where nobody set a comma: "Oak Tree House Old Mill Road"."""
    words = tuple(token.text for token in part)
    ends = (at for at in range(2, len(words) - 1) if words[at - 1] in BUILDINGS and _ends_at(words[at:]))
    at = None if _is_door(words[0]) else next(ends, None)
    yield from [part] if at is None else [part[:at], part[at:]]


def _begins_a_part(text: str, part: Sequence[Token], token: Token) -> bool:
    last = part[-1]
    gap = text[last.end : token.start]
    if part[0].text in PART_OF_A_HOUSE and len(part) > 1 and all(_is_door(one.text) for one in part[1:]):
        several = len(part) == 2 and text[part[0].end - 1] in "sS" and _is_door(token.text)
        if several and (A_RANGE.fullmatch(gap) or A_PAIR.fullmatch(gap)):
            return False  # "Units 7-9"; "Unit 7-9 Mill Lane" is unit 7 of number 9
        if len(part) == 3:
            return True
    if A_GAP.search(gap):
        return not (last.is_number and token.is_number and (A_RANGE.fullmatch(gap) or A_PAIR.fullmatch(gap)))
    is_floor = len(part) == 2 and last.text in PART_OF_A_HOUSE
    if is_floor or (len(part) > 1 and part[-2].text in PART_OF_A_HOUSE and _is_door(last.text)):
        return len(token.text) > 1 or _is_door(token.text)
    within = _is_door(token.text) and not _is_door(last.text) and last.text not in PART_OF_A_HOUSE
    return within and not _ends_at(tuple(one.text for one in part)) and len(last.text) > 1


def _numbers_joined(parts: list[list[Token]]) -> list[list[Token]]:
    """Parts, with a number that stands alone between commas in front of its street."""
    found: list[list[Token]] = []
    waiting: list[Token] = []
    for part in parts:
        alone = all(_is_door(token.text) for token in part)
        if alone and found and not waiting and _ends_at(tuple(one.text for one in found[-1])) == len(found[-1]):
            found[-1] = [*part, *found[-1]]
        elif alone and not waiting:
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
    every = [tuple(token.text for token in part) for part in parts]
    named = [at for at, words in enumerate(every) if words[0] not in PART_OF_A_HOUSE and _ends_at(words)]
    streets = [at for at in named if every[at][-1] not in HOUSE_ENDS]
    if len(streets) > 1 and every[streets[0]][-1] not in ROADS:
        return streets[1]  # "Tower Court, Harbour Road", "The Old Bank, Market Place"
    return streets[0] if streets else None


def _ends_at(words: Words) -> int:
    """How many words are the street's; 0 where no word says that it is one."""
    if words[0] in STREETS_FIRST and len(words) > 1 and not any(word in STREETS for word in words[1:]):
        return len(words) - _is_door(words[-1])
    ends = [at for at, word in enumerate(words) if at and word in STREETS]
    if not ends:
        return 0
    end = ends[0] + 1
    while end < len(words) and words[end] in STREETS and not (words[end] == SHORT["saint"] and end + 1 < len(words)):
        end += 1
    # "High Street North" is a street; "High Street, North Dunmere" and "Mill Lane, St Bees" are not its like.
    return end + (words[end:] != () and words[-1] in MOVED and end + 1 == len(words))


def _taken_apart(text: str, part: Sequence[Token]) -> tuple[list[Words], Words, Words]:
    """The numbers of a door, each as it may be written alone, its street, and what stands behind it."""
    words = tuple(token.text for token in part)
    used = 0
    while used < len(words) - 1 and (_is_door(words[used]) or (used and _is_letter(words[used], words[used + 1 :]))):
        used += 1
    street = words[used:]
    end = _ends_at(street) or len(street)
    doors, rest = part[:used], street[end:]
    if not doors and rest and all(map(_is_door, rest)):
        doors, rest = part[end:], ()
    return _numbers(text, doors), street[:end], rest


def _is_letter(word: str, after: Words) -> bool:
    return len(word) == 1 and "a" <= word <= "h" and bool(after)


def _numbers(text: str, doors: Sequence[Token]) -> list[Words]:
    """The numbers of a door together and each alone, also without its letter: others write it so."""
    words = tuple(token.text for token in doors)
    found = [words] if words else []
    for first, second in pairwise(doors):
        found += [(number,) for number in numbers_between(text, first, second)]
    for word in words:
        if _is_door(word):
            found += [(word,), (word.rstrip("abcdefghijklmnopqrstuvwxyz"),)]
    return list(dict.fromkeys(found))
