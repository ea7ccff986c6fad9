"""A word that is not known -> the known word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "summary"?`, or nothing where no known word is near."""
    close = _closest(word.lower(), tuple(known))
    return f'; did you mean "{close}"?' if close else ""


@lru_cache(maxsize=1024)
def _closest(word: str, known: tuple[str, ...]) -> str:
    """Remembered, because the same slip is often made in many records, and there may be thousands of known words."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


def one_of(word: str, known: Iterable[str], most: int = 12) -> str:
    """The nearest known word, else the known words themselves: `; use one of: no, yes`."""
    names = list(known)
    near = did_you_mean(word, names)
    if near or not names:
        return near
    return f"; use one of: {', '.join(names[:most])}{', ...' if len(names) > most else ''}"
