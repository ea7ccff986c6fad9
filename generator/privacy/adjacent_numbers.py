"""A text with the letters that a withheld place has -> whether the number that must stand beside them does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.privacy.address_words import A_DIGIT, numbers_between
from generator.privacy.normalise import BEFORE_A_NUMBER, BETWEEN_NUMBERS, HUNDREDS, NOUGHTS, tokens
from generator.privacy.withheld_search import BETWEEN, MOST_BETWEEN

BESIDE_NUMBERS = BEFORE_A_NUMBER | BETWEEN_NUMBERS
IN_NUMBERS = BESIDE_NUMBERS | HUNDREDS | NOUGHTS
"""Words that a number may be written with, or behind."""
PARTED = re.compile(r"\d+|\D+")
BORDER = "zqxkzqxj"
"""A word that stands between pieces of files, and begins nothing."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Which number must stand before and behind a core; None where any may, or none."""

    before: str | None
    behind: str | None


class Neighbours:
    """The words of a text, and which numbers stand beside any letters in it."""

    def __init__(self, view: str) -> None:
        self.view = view
        self.words = tokens(view)
        self.letters = "".join(word.text for word in self.words)
        ends = list(accumulate(len(word.text) for word in self.words))
        inside = (
            end - len(word.text) + found.end()
            for end, word in zip(ends, self.words, strict=True)
            for found in A_DIGIT.finditer(word.text)
        )
        self.starts = sorted({0, *ends, *inside})
        self.ending = {end: at for at, end in enumerate(ends)}
        self.beginning = {end: at + 1 for at, end in enumerate(ends[:-1])}

    def fit(self, start: int, core: str, beside: Beside) -> bool:
        """Whether the numbers beside a core are those that are looked for, or may be a range that holds them.

        At either end of a piece its number may stand in the piece beside it: there any number may be.
        """
        return (beside.before is None or self._before(start, beside.before)) and (
            beside.behind is None or self._behind(start + len(core), beside.behind)
        )

    def _before(self, start: int, number: str) -> bool:
        at = self._over_little_words(self.ending.get(start, -1), -1)
        return at is None or (self._holds(at, number, (at - 1, at)) if self._is_sure(at, at - 1) else self._counts(at))

    def _behind(self, end: int, number: str) -> bool:
        at = self._over_little_words(self.beginning.get(end, -1), 1)
        return at is None or (self._holds(at, number, (at, at + 1)) if self._is_sure(at, at + 1) else self._counts(at))

    def _over_little_words(self, at: int, step: int) -> int | None:
        """The next word that may be a number; None where some of it may stand in another piece, or in the same word."""
        for _ in range(MOST_BETWEEN):
            if 0 <= at < len(self.words) and self.words[at].text in BETWEEN:
                at += step
        edge = 0 if step < 0 else len(self.words) - 1
        near = {self.words[edge].text} if self.words and at == edge - step else set()
        return at if 0 <= at < len(self.words) and at != edge and near.isdisjoint(BESIDE_NUMBERS) else None

    def _counts(self, at: int) -> bool:
        """Whether a word may be a part of a number, or a number with its letter."""
        return A_DIGIT.search(self.words[at].text) is not None

    def _is_sure(self, at: int, beside: int) -> bool:
        """Whether a word is a number by itself: not some of its digits, as in "a1 22", nor one of several."""
        if not self.words[at].is_number:
            return False
        near = self.words[beside].text if 0 <= beside < len(self.words) else ""
        return len(self.words[at].text) > 1 and (near.isdigit() or near.isalpha() or not near)

    def _holds(self, at: int, number: str, pair: tuple[int, int]) -> bool:
        if self.words[at].text == number:
            return True
        first, second = pair
        return (
            first >= 0
            and second < len(self.words)
            and number in numbers_between(self.view, self.words[first], self.words[second])
        )


def may_count(words: Sequence[str], at: int, step: int) -> bool:
    """Whether the number next to some letters may be in a word, or in one that stands behind little words only.

    What is said goes on with a digit there: a word that begins (before the letters: ends) with none is no number, but
    for the words that numbers are written with. Beyond either end of a piece anything may stand.
    """
    over = 0
    while 0 <= at < len(words):
        word = words[at]
        if word == BORDER:
            return True
        if word and (word not in BETWEEN or over == MOST_BETWEEN):
            return word in IN_NUMBERS or (not word.isalpha() and (step < 0 or word[0].isdigit()))
        over += bool(word)
        at += step
    return True


def number_at(part: str, which: int, numbers: Iterable[str]) -> str | None:
    """The number at one end of what stands beside a core, where it is a word of its own."""
    found = PARTED.findall(part)
    return found[which] if found and found[which] in numbers else None
