"""Words of addresses, as they are read -> what each says: a street, a house, a part of one; and how else to say it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from generator.privacy.normalise import UNITS, Token, canonical

STREET_WORDS = """street road lane avenue court close crescent drive garden place square terrace park grove heights
    estate walk way mews view yard parade boulevard bridge row hill gate green rise quay wharf alley passage circus
    bank side fold brow croft meadow mount parc"""
STREET_FIRST_WORDS = "heol ffordd stryd lon rhodfa maes clos cilgant rhes gerddi bryn rhiw lôn"
DIRECTION_WORDS = "n s e w"
HOUSE_WORDS = """church library town community school village civic university college hall house building block floor
    unit market bus railway train station police hospital health medical magistrates county fire first second third
    lower upper north south east west old new chapel museum theatre park plot annexe annex wing cottage lodge studio"""
MEASURE_WORDS = """minute minutes min mins mile miles metre metres km hour hours day days bed beds week weeks month
    months year years people women men girls boys children adults families victims survivors places rooms calls cases
    of percent january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec"""
STREETS = frozenset(canonical(word) for word in STREET_WORDS.split())
ROAD_WORDS = "street road lane avenue way drive crescent"
ROADS = frozenset(map(canonical, ROAD_WORDS.split()))
STREETS_FIRST = frozenset(map(canonical, STREET_FIRST_WORDS.split()))
MOVED = frozenset(DIRECTION_WORDS.split()) | {"upr", "lwr"}
PART_OF_A_HOUSE = frozenset(map(canonical, ("unit", "floor")))
BUILDING_WORDS = "house cottage lodge hall villa centre building works"
BUILDINGS = frozenset(map(canonical, BUILDING_WORDS.split()))
HOUSE_END_WORDS = "farm barn vicarage rectory manor grange inn hotel school"
HOUSE_ENDS = BUILDINGS | frozenset(map(canonical, HOUSE_END_WORDS.split()))
"""How the name of a house ends, also where a word of it may be a street's: "Fell View Farm"."""
KIND_OF_ESTATE_WORDS = "trading industrial business enterprise retail"
KIND_OF_ESTATE = frozenset(map(canonical, KIND_OF_ESTATE_WORDS.split()))
COMMON_HOUSES = frozenset(canonical(word) for word in HOUSE_WORDS.split())
MEASURES = frozenset(map(canonical, MEASURE_WORDS.split()))


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


A_DIGIT = re.compile(r"\d+")
LETTERS_IN_A_ROW = re.compile(r"[^\d|]+")
SHORTEST_CORE = 3
A_POSTCODE_TAKEN_FOR_WORDS = re.compile(r"(?=.*\d)[a-z01]{1,2}[0-9oil][a-z0-9]?[0-9oil][a-z01]{2}")
"""A postcode without its gap, with any letter that may be taken for a digit, and any digit for a letter."""


def cores_of(sign: str, pauses: Container[str]) -> list[tuple[int, str]]:
    """Letters of which some stand in a row wherever a row of words is said, and where in it they begin.

    It is a long stretch without a digit, up to a pause, best beside a number, from where its word begins: behind a
    digit, or behind any pause before. A row of hardly a letter, or a postcode, has no such stretch: it is all of it,
    and no number in it may be written as a word or as a range.
    """
    letters = sign.replace("|", "")
    cuts = [at for at in range(1, len(sign)) if sign[:at] in pauses]
    parts = [
        (max([found.start(), *(cut for cut in cuts if cut < end)]), end, found.start())
        for found in LETTERS_IN_A_ROW.finditer(sign)
        for end in [*(cut for cut in cuts if found.start() < cut < found.end()), found.end()]
    ]
    long_enough = [part for part in parts if part[1] - part[0] >= SHORTEST_CORE]
    start, end, first = max(long_enough, key=lambda part: _rarity(sign, *part), default=(0, 0, 0))
    if end - start < SHORTEST_CORE or A_POSTCODE_TAKEN_FOR_WORDS.fullmatch(letters):
        return [(0, letters)]
    return [(at, sign[at:end]) for at in sorted({first, *(cut for cut in cuts if first <= cut <= start)})]


def _rarity(sign: str, start: int, end: int, _: int) -> tuple[bool, int]:
    return sign[start - 1 : start].isdigit() or sign[end : end + 1].isdigit(), end - start


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
