"""A language -> the way it is written; a text read from right to left -> the same with each number in one piece."""

from __future__ import annotations

import re
from functools import lru_cache

A_NUMBERS_SPACES = re.compile(r"(?<![\w:.,-])\+?\d+(?: \d+)+(?![\w:-])")
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    from babel import Locale, UnknownLocaleError

    try:
        return "rtl" if Locale.parse(language, sep="-").character_order == "right-to-left" else "ltr"
    except (UnknownLocaleError, ValueError):
        return "ltr"


def numbers_whole(text: str, language: str) -> str:
    """A text in which no number changes its order: among Arabic words 0300 123 4567 is drawn as 4567 123 0300.

    Each group of digits is a number of its own to whatever draws it, and numbers follow each other from right to left.
    A no-break space, unlike a space, joins digits to one number (Unicode Standard Annex 9, rule W4). Copied or dialled,
    it is a space. Text that is read from left to right stays as it is.
    """
    return text if direction(language) == "ltr" else numbers_joined(text)


def numbers_joined(text: str) -> str:
    """A text in which no number can be taken apart, neither at the end of a line nor by the way it is read."""
    return A_NUMBERS_SPACES.sub(lambda number: number[0].replace(" ", NO_BREAK_SPACE), text)
