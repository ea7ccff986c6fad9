"""Everything withheld -> a quick answer for each piece of a file: nothing of it can be said here, or look closely.

It may send a reader to look in vain, and never lets anything pass that `Sought` finds. Of every row of letters that
`Sought` looks for, the core is its longest stretch without a digit ("milllane" of "12milllane"): in whatever way an
address is written, these letters stand in a row once its words are read. A core begins where a word does, or behind a
digit, so only there are a few letters looked up.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.privacy.address_forms import How, numbers_between
from generator.privacy.normalise import (
    A_WORD,
    BEFORE_A_NUMBER,
    BETWEEN_NUMBERS,
    DROPPED,
    HUNDREDS,
    NOUGHTS,
    canonical,
    tokens,
)
from generator.privacy.withheld_search import BETWEEN, MOST_BETWEEN, Sought

FIRST = 6
"""So many first letters of a core are looked up."""
TO_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
TO_WORDS |= {code: chr(code).lower() for code in range(65, 91)}
# What stands between words in nearly every text that is not ASCII alone, and what stands within a word.
COMMON_MARKS = dict.fromkeys(map(ord, "\u00a0\u00a3\u00a6\u00a9\u00b7\u2013\u2014\u201c\u201d\u2022\u2026\u2192"), " ")
COMMON_MARKS |= {ord("\u2019"): "'", ord("\u2018"): "'"}
LONG_ENOUGH = 10
"""So many letters of a part of an address are looked for in what is no text."""
BESIDE_NUMBERS = BEFORE_A_NUMBER | BETWEEN_NUMBERS
IN_NUMBERS = BESIDE_NUMBERS | HUNDREDS | NOUGHTS
"""Words that a number may be written with, or behind."""
A_DIGIT = re.compile(r"\d+")
PARTED = re.compile(r"\d+|\D+")
FEWEST = 12
"""So many words around a piece can change what is read in it: a number, a row of single letters."""


class Read(dict[str, str]):
    """Words as they stand -> as they are read: each is worked out once."""

    def __init__(self, begun: Container[str], cores: Container[str]) -> None:
        super().__init__()
        self.begun, self.cores = begun, cores
        self.mixed: set[str] = set()
        """Those of letters and digits, as "12mill"."""
        self.begin_a_core: set[str] = set()
        """Those with which a core may begin, and those within which one may."""

    def __missing__(self, word: str) -> str:
        read = self[word] = "" if (small := canonical(word)) in DROPPED else small
        if read and not (read.isalpha() or read.isdigit()):
            self.mixed.add(read)
        if read in self.mixed or read in self.begun or any(read[:at] in self.cores for at in range(1, len(read) + 1)):
            self.begin_a_core.add(read)
        return read


@dataclass(frozen=True, slots=True)
class Beside:
    """Which number must stand before and behind a core; None where any may, or none."""

    before: str | None
    behind: str | None


class Prefilter:
    """The cores of everything withheld, made ready once."""

    def __init__(self, sought: Sought) -> None:
        self.beside: dict[str, set[Beside]] = {}
        self.longest = max(map(len, sought.signs), default=0)
        self.rows: dict[str, set[tuple[str, str, How]]] = {}
        """By its core, each row of letters that tells enough where words do not stand apart."""
        for (text, form), joined in sought.forms.items():
            if form.how not in ("street", "house"):
                numbers = {word for word in form.words if word.isdigit()}
                for sign in joined:
                    for start, core in sought.cores[sign]:
                        self._add(sign, start, core, numbers)
                    if form.how == "whole" or len(sign) >= LONG_ENOUGH:
                        row = sign.replace("|", ""), text, form.how
                        self.rows.setdefault(sought.cores[sign][0][1], set()).add(row)
        self.by_first: dict[int, dict[str, list[str]]] = {}
        for core in self.beside:
            first = core[:FIRST]
            self.by_first.setdefault(len(first), {}).setdefault(first, []).append(core)
        self.wants = {
            core: {(one.before is not None, one.behind is not None) for one in every}
            for core, every in self.beside.items()
        }
        """By its core, whether a number must stand before it, and whether one must behind it."""
        self.begun = {core[:length] for core in self.beside for length in range(1, len(core))}
        self.longest_core = max(map(len, self.beside), default=0)
        self.read = Read(self.begun, self.beside)

    def __bool__(self) -> bool:
        return bool(self.beside)

    def _add(self, sign: str, start: int, core: str, numbers: set[str]) -> None:
        before, behind = None, None
        if not A_DIGIT.search(core):
            before = _number(sign[:start].rpartition("|")[2], -1, numbers)
            behind = _number(sign[start + len(core) :].partition("|")[0], 0, numbers)
        self.beside.setdefault(core, set()).add(Beside(before, behind))

    def look(self, view: str, *, beyond: int | None = 0) -> tuple[bool, bool]:
        """Whether some text may say something withheld, and whether it may begin something that goes on behind it.

        Args:
            view: the text.
            beyond: only what begins before its last so many letters counts as begun; None: nothing does.
        """
        words = self.words(view)
        goes_on = beyond is not None and self._may_go_on(words, beyond)
        return self._has_a_core(words) and self._may_say(view), goes_on

    def in_letters(self, text: str) -> Iterator[tuple[str, How]]:
        """What a text says, and how, that is no text: its words may touch whatever stands beside them."""
        for run in text.splitlines():
            letters, _ = self._letters(self.words(run))
            for length, by in self.by_first.items():
                firsts = {letters[at : at + length] for at in range(len(letters))} & by.keys()
                for core in (core for first in sorted(firsts) for core in by[first]):
                    yield from sorted((said, how) for row, said, how in self.rows.get(core, ()) if row in letters)

    def words(self, view: str) -> list[str]:
        """The words of a text as they are read, quickly: numbers of several words may come out as several."""
        if not view.isascii():
            view = view.translate(COMMON_MARKS)
        if view.isascii() and "'" not in view:
            return list(map(self.read.__getitem__, view.translate(TO_WORDS).split()))
        return list(map(self.read.__getitem__, A_WORD.findall(view)))

    def _letters(self, words: list[str]) -> tuple[str, list[int]]:
        letters, starts = "".join(words), [0, *accumulate(map(len, words))]
        mixed = None if letters.isalpha() else self.read.mixed.intersection(words)
        if mixed:
            within = {word: [found.end() for found in A_DIGIT.finditer(word)] for word in mixed}
            starts += [starts[at] + end for at, word in enumerate(words) if word in mixed for end in within[word]]
        return letters, starts

    def _has_a_core(self, words: list[str]) -> bool:
        """Whether a core stands in some words, and no word beside it rules out the number that must be there."""
        if self.read.begin_a_core.isdisjoint(words):
            return False
        letters, starts = self._letters(words)
        ends: dict[int, int] = {}
        for length, by in self.by_first.items():
            if not by.keys().isdisjoint([letters[start : start + length] for start in starts]):
                for start in starts:
                    for core in by.get(letters[start : start + length], ()):
                        if letters.startswith(core, start):
                            ends = ends or {end: at for at, end in enumerate(accumulate(map(len, words)), 1)}
                            if self._may_fit(core, words, ends.get(start, 0), ends.get(start + len(core), 0)):
                                return True
        return False

    def _may_fit(self, core: str, words: Sequence[str], first: int, after: int) -> bool:
        """Whether numbers may stand where any one wants them that looks for a core.

        Args:
            core: letters that were found.
            words: those of the text; a number of several may come out as several.
            first: of how many words the letters before the core are; 0 where it begins within a word, or the text.
            after: the same of those up to its end; 0 where it ends within a word.
        """
        wants = self.wants[core]
        if (False, False) in wants:
            return True
        before = first == 0 or _may_count(words, first - 1, -1)
        behind = after == 0 or _may_count(words, after, 1)
        return any((before or not one) and (behind or not other) for one, other in wants)

    def _may_go_on(self, words: list[str], beyond: int) -> bool:
        """Whether words end within a core that began before their last so many letters."""
        at, length = len(words), 0
        while at and length < self.longest_core:
            at -= 1
            length += len(words[at])
        letters, starts = self._letters(words[at:])
        return any(letters[start:] in self.begun for start in starts if start < len(letters) - beyond)

    def _may_say(self, view: str) -> bool:
        """The same for a text that holds the first letters of a core, with the numbers beside it."""
        beside = Neighbours(view)
        return any(
            beside.letters.startswith(core, start) and any(beside.fit(start, core, one) for one in self.beside[core])
            for start in beside.starts
            for length, by in self.by_first.items()
            for core in by.get(beside.letters[start : start + length], ())
        )


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


def _may_count(words: Sequence[str], at: int, step: int) -> bool:
    """Whether the number next to some letters may be in a word, or in one that stands behind little words only.

    What is said goes on with a digit there: a word that begins (before the letters: ends) with none is no number, but
    for the words that numbers are written with. Beyond either end of a text anything may stand.
    """
    over = 0
    while 0 <= at < len(words):
        word = words[at]
        if word and (word not in BETWEEN or over == MOST_BETWEEN):
            return word in IN_NUMBERS or (not word.isalpha() and (step < 0 or word[0].isdigit()))
        over += bool(word)
        at += step
    return True


def _number(part: str, which: int, numbers: Iterable[str]) -> str | None:
    """The number at one end of what stands beside a core, where it is a word of its own."""
    found = PARTED.findall(part)
    return found[which] if found and found[which] in numbers else None
