"""A row of words as one -> its longest stretch of letters, which stands wherever the row is said."""

from __future__ import annotations

import re
from collections.abc import Container

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
