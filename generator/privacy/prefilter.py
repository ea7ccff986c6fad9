"""Everything withheld -> a quick answer for each piece of a file: nothing of it can be said here, or look closely.

It may send a reader to look in vain, and never lets anything pass that `Sought` finds. Of every row of letters that
`Sought` looks for, the core is its longest stretch without a digit ("milllane" of "12milllane"): in whatever way an
address is written, these letters stand in a row once its words are read. A core begins where a word does, or behind a
digit, so only there are a few letters looked up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from itertools import accumulate

from generator.privacy.address_forms import How
from generator.privacy.address_words import A_DIGIT
from generator.privacy.adjacent_numbers import BORDER, Beside, Neighbours, may_count, number_at
from generator.privacy.disguises import COMMON_MARKS
from generator.privacy.normalise import A_WORD, DROPPED, canonical
from generator.privacy.withheld_search import Sought

FIRST = 6
"""So many first letters of a core are looked up."""
TO_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
TO_WORDS |= {code: chr(code).lower() for code in range(65, 91)} | {ord("'"): "'"}
MOST_WORDS = 100_000
"""So many words are remembered: open data has ids without end, and each is met a few times."""
LONG_ENOUGH = 10
"""So many letters of a part of an address are looked for in what is no text."""


class Read(dict[str, str]):
    """Words as they stand -> as they are read: each is worked out once."""

    def __init__(self, begun: Container[str], cores: Collection[str], may_head: Callable[[str], bool]) -> None:
        super().__init__()
        self.begun, self.cores, self.may_head = begun, cores, may_head
        self.firsts = frozenset(core[0] for core in [*cores, BORDER])
        self.within: dict[str, tuple[int, ...]] = {}
        """Of words as "12mill": behind how many letters a core may begin, each time behind digits."""
        self.begin_a_core = {BORDER}
        """Those with which a core may begin, those within which one may, and the border."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        read = self[word] = "" if (small := canonical.__wrapped__(word.strip("'"))) in DROPPED else small
        if read and not (read.isalpha() or read.isdigit()):
            firsts = self.firsts
            ends = [end for found in A_DIGIT.finditer(read) if read[(end := found.end()) : end + 1] in firsts]
            if within := tuple(end for end in ends if self.may_head(read[end:])):
                self.within[read] = within
                self.begin_a_core.add(read)
        if read[:1] in self.firsts and (
            read in self.begun or any(read[:at] in self.cores for at in range(1, len(read) + 1))
        ):
            self.begin_a_core.add(read)
        return read


class Prefilter:
    """The cores of everything withheld, made ready once."""

    def __init__(self, sought: Sought) -> None:
        self.signs: Collection[str] = sought.signs
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
        self.heads = {core[:length] for core in [*self.beside, BORDER] for length in range(1, FIRST + 1)}
        """The first letters of each core, as many as a text may have of it."""
        self.fewest = min(self.by_first, default=0)
        self.short = {core[: self.fewest] for core in self.beside if len(core) < FIRST}
        """Those of cores that have fewer than are looked up."""
        self.wants = {
            core: {(one.before is not None, one.behind is not None) for one in every}
            for core, every in self.beside.items()
        }
        """By its core, whether a number must stand before it, and whether one must behind it."""
        self.begun = {core[:length] for core in self.beside for length in range(1, len(core))}
        self.longest_core = max(map(len, self.beside), default=0)
        self.read = Read(self.begun, self.beside, self._may_head)

    def __bool__(self) -> bool:
        return bool(self.beside)

    def _add(self, sign: str, start: int, core: str, numbers: set[str]) -> None:
        before, behind = None, None
        if not A_DIGIT.search(core):
            before = number_at(sign[:start].rpartition("|")[2], -1, numbers)
            behind = number_at(sign[start + len(core) :].partition("|")[0], 0, numbers)
        self.beside.setdefault(core, set()).add(Beside(before, behind))

    def look(self, view: str, *, beyond: int | None = 0) -> tuple[bool, bool]:
        """Whether some text may say something withheld, and whether it may begin something that goes on behind it.

        Args:
            view: the text.
            beyond: only what begins before its last so many letters counts as begun; None: nothing does.
        """
        words = self.words(view)
        goes_on = beyond is not None and self._may_go_on(words, beyond)
        begin = self._beginnings(words, self._may_begin(words))
        return any(self._begins_in(words, at) for at in begin) and self._may_say(view), goes_on

    def suspects(self, view: str, *, at_ends: bool) -> tuple[int, set[int], list[int]]:
        """How many pieces have a border behind them, which of them may say something, and which end with a digit.

        Args:
            view: the pieces as one text.
            at_ends: whether what begins at the end of one may go on behind it.
        """
        words = self.words(view)
        begin = self._may_begin(words)
        found: set[int] = set()
        counted: list[int] = []
        number = 0
        for at in self._beginnings(words, begin):
            if words[at] == BORDER:
                if at_ends and self._may_end_begun(words, begin, at):
                    found.add(number)
                elif at_ends and at and words[at - 1][-1:].isdigit():
                    counted.append(number)
                number += 1
            elif number not in found and self._begins_in(words, at):
                found.add(number)
        return number, found, counted

    def _may_begin(self, words: list[str]) -> list[int]:
        """The borders, and the words with which, or within which, a core may begin, whatever stands behind them."""
        begin_a_core = self.read.begin_a_core
        return [at for at, word in enumerate(words) if word in begin_a_core]

    def _beginnings(self, words: list[str], begin: list[int]) -> list[int]:
        """The borders, and of the words in `begin` those where the first letters of a core may stand."""
        heads, within = self.heads, self.read.within
        behind = [*words[1:], ""] if begin else []
        # First what most have not: a call for each would take as long as all else here.
        return [
            at
            for at in begin
            if (words[at] + behind[at])[:FIRST] in heads
            or words[at] in within
            or self._may_head(words[at] + behind[at])
        ]

    def _may_head(self, letters: str) -> bool:
        """Whether a core may begin with some letters, as far as they go."""
        return letters[:FIRST] in self.heads or letters[: self.fewest] in self.short

    def _begins_in(self, words: list[str], at: int) -> bool:
        """Whether a core begins with a word, or behind digits in it, and no word beside it rules out its number."""
        within = self.read.within.get(words[at], ())
        return self._begins(words, at, 0) or any(self._begins(words, at, end) for end in within)

    def _begins(self, words: list[str], at: int, within: int) -> bool:
        """Whether a core begins with a word, or so many letters within it."""
        behind = at + 10
        letters = "".join(words[at:behind])[within:]
        if not self._may_head(letters):
            return False
        while len(letters) < self.longest_core and behind < len(words):
            letters += words[behind]
            behind += 1
        for length, by in self.by_first.items():
            for core in by.get(letters[:length], ()):
                if letters.startswith(core):
                    after = self._behind(words, at, within + len(core))
                    if self._may_fit(core, words, 0 if within else at, after):
                        return True
        return False

    def _behind(self, words: list[str], at: int, letters: int) -> int:
        """Behind how many words so many letters from one of them on end; 0 where they end within a word."""
        while at < len(words) and letters >= len(words[at]):
            letters -= len(words[at])
            at += 1
        return 0 if letters else at

    def _may_end_begun(self, words: Sequence[str], begin: Sequence[int], end: int) -> bool:
        """Whether words end, before a border, within a core. `begin`: where one may begin, and every border."""
        letters, last = "", end
        for place in range(bisect_left(begin, end) - 1, -1, -1):
            at = begin[place]
            if words[at] == BORDER:
                return False
            behind = "".join(words[at + 1 : last]) + letters
            if len(behind) >= self.longest_core:
                return False
            word, last = words[at], at
            letters = word + behind
            within = self.read.within.get(word, ())
            if letters in self.begun or any(word[end:] + behind in self.begun for end in within):
                return True
        return False

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
            view = view.replace("\u2019", "'").replace("\u2018", "'")
            for mark in COMMON_MARKS:
                view = view.replace(mark, " ")
        if view.isascii() and "''" not in view:
            return list(map(self.read.__getitem__, view.translate(TO_WORDS).split()))
        return list(map(self.read.__getitem__, A_WORD.findall(view)))

    def _letters(self, words: list[str]) -> tuple[str, list[int]]:
        letters, starts = "".join(words), [0, *accumulate(map(len, words))]
        if not letters.isalpha():
            within = self.read.within
            starts += [starts[at] + end for at, word in enumerate(words) if word in within for end in within[word]]
        return letters, starts

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
        before = first == 0 or may_count(words, first - 1, -1)
        behind = after == 0 or may_count(words, after, 1)
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
