"""Words that may say a withheld address, and those behind them -> whether they do, or are a part of another one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.privacy.address_forms import A_GAP, How
from generator.privacy.address_words import MEASURES, STREETS
from generator.privacy.normalise import Token

A_NUMBER_WORD = re.compile(
    r"(?:#|\b(?:no|nos|nr|num|numbers?|numbered|rhif|house|hse|property|door|building|block|plot))[. \t]*$",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"[ \t]*(?:(?:[-\u2010-\u2015:.]|to\b)[ \t]*\d|am\b|pm\b|noon\b|%|o.clock)", re.IGNORECASE)
"""What stands behind a number that is a time or an amount: "Open in Mill Lane 12-2pm"."""
IN_FULL = re.compile(
    r"(?:street|road|lane|avenue|terrace|crescent|drive|close|court|place|square|gate|hill|side|park|bank|view|field|fields|"
    r"wood|croft|house|stryd|heol|ffordd)$",
    re.IGNORECASE,
)
"""How a word ends in which a name and the sort of its road are written as one, in full: "Highgate"."""
A_STOP = re.compile(r"[;.!?\n]")
"""What ends one address before the next."""


def is_meant(how: How, text: str, words: Sequence[Token], last: int, after: int) -> bool:
    """Whether words that may say a door do: a street of one word is one, and a number behind a street is its own."""
    number = words[after - 1]
    if how == "bare":
        return (
            bool(re.search(r"\bthe\b", text[words[last].end : number.start], re.IGNORECASE))
            or not text[number.start].islower()
        )
    return how != "behind" or not _is_of_another(text, words, last, after)


def is_longer_name(how: How, text: str, words: Sequence[Token], after: int) -> bool:
    """Whether what was read as two words of an address is one word of another: the "12 Forest" of "12 Forest Road".

    A road's name alone is none either where a word only ends as its short form does: "a walk in the forest".
    """
    end = words[after - 1].end
    if after < len(words) and words[after].text in STREETS and text[end : words[after].start].strip(" -\u00a0") == "":
        return True
    return how in ("street", "house") and not IN_FULL.search(text, words[after - 1].start, end)


def _is_of_another(text: str, words: Sequence[Token], last: int, after: int) -> bool:
    """Whether a number behind a street is none of it: a time, an amount, or the number of the next street."""
    number = words[after - 1]
    between = text[words[last].end : number.start] if last >= 0 else ""
    named = A_NUMBER_WORD.search(between)
    follow = [word.text for word in words[after : after + 4]]
    counts = after < len(words) and follow[0] in MEASURES and not A_GAP.search(text, number.end, words[after].start)
    if GOES_ON.match(text, number.end) or counts or STREETS & set(follow):
        return True
    return bool(A_STOP.search(between[: named.start()] if named else between)) or (last < after - 2 and not named)
