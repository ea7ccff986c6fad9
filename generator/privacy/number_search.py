"""Phone numbers that nobody may see -> where a text says or dials them, however they are spaced."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from generator.model.fields.phones import RELAY

A_RUN = re.compile(r"\d[\d\s()./\u2010-\u2015\u2212-]{5,}")
A_LONG_RUN = re.compile(r"\d(?:[^\w<>=*~`]|\d){8,}")
"""What may be a number of ten digits or so, with any sign between them but the marks of Markdown."""
A_LONG_RUN_WITH_MARKS = re.compile(r"\d(?:[^\w<>=]|[\d_]){8,}")
"""The same with those marks too, for what is no Markdown any more."""
A_RUN_OF_ANY_SIGNS = re.compile(r"\d[^a-zA-Z<>=]{8,}+")
"""What may hold either, quickly."""
FROM_THE_END = re.compile(r"(?:[^\w<>=]|[\d_])*")
"""What a number at the end of a text is in, read backwards."""
LONGEST_RUN = 80
A_GROUP = re.compile(r"\d+")
A_DIALLED = re.compile(r"(?:tel|sms):(\d{3,6})(?!\d)")
CALLED = r"\b(?:call|dial|phone|ring|text|to|on)\s+"
"""What stands before a number of three or four digits, and not before "101 people"."""
A_LETTER = re.compile(r"[^\W\d_]")
SHORT = 6
"""Numbers of so few digits (101, 116 123) are looked for in links and where they are spaced: not in sizes and ids."""
SPREADSHEET = 9
"""Numbers of more digits are looked for without their nought too: a spreadsheet drops it."""
MOST_RUNS = 20_000
"""How many runs of digits to remember."""
NO_DIGITS = bytes(byte for byte in range(256) if not 48 <= byte <= 57)
END = 9
"""So many last digits are the same in all ways to write a number."""
A_FRACTION = re.compile(r"0\.\d+(?!\d|\.\d)")
NOT_KEPT = re.compile(r"(?:[.,]|#\w{0,20} ?)$")
"""What stands before digits that no spreadsheet keeps as a number: the rest of a fraction, or of a colour or an id."""
AMOUNTS = frozenset("\u00a3$\u20ac")


class Numbers:
    """Withheld numbers, given as digits: "01632960001"."""

    def __init__(self, numbers: Collection[str], *, marked: bool = True) -> None:
        """Take digits of numbers, and whether they are looked for in Markdown, whose marks no page shows."""
        self.long_run = A_LONG_RUN if marked else A_LONG_RUN_WITH_MARKS
        self.written = {way: number for number in numbers for way in _ways(number)}
        self.begun = {way[:length] for way in self.written for length in range(1, len(way))}
        self.dialled = frozenset(number for number in numbers if len(number) <= SHORT)
        self.bare = re.compile(rf"(?:{'|'.join(map(_bare, self.dialled)) or '(?!)'})(?![\w/-]|[.,]\d)", re.IGNORECASE)
        self.ends: dict[int, set[bytes]] = {}
        for number in numbers:
            end = number.lstrip("0")[-END:].encode()
            self.ends.setdefault(len(end), set()).add(end)
        self.harmless: set[str] = set()
        """Runs of digits and signs that make up none of them."""

    def may_go_on(self, text: str, beyond: int = 0) -> bool:
        """Whether a text ends within a number that goes on behind it, and began before its last so many digits."""
        run = FROM_THE_END.match(text.rstrip()[: -LONGEST_RUN - 1 : -1]) if self.begun else None
        groups, end = A_GROUP.findall(run[0][::-1]) if run else [], ""
        for group in reversed(groups):
            end = _ascii(group) + end
            if len(end) > beyond and end in self.begun:
                return True
        return False

    def may_be_in(self, data: bytes) -> bool:
        """Whether the digits of some text, in a row without gaps, hold the end of any number."""
        digits = data.translate(None, NO_DIGITS)
        return any(
            not ends.isdisjoint([digits[start : start + length] for start in range(len(digits) - length + 1)])
            for length, ends in self.ends.items()
        )

    def may_be_said(self, text: str) -> bool:
        """Whether digits of some text make up a number, quickly: what stands around them is not looked at."""
        runs = set(A_RUN_OF_ANY_SIGNS.findall(text)) - self.harmless
        if self.dialled:
            if A_DIALLED.search(text):
                return True
            runs |= set(A_RUN.findall(text)) - self.harmless
        for run in runs:
            groups = list(map(_ascii, A_GROUP.findall(run)))
            if any(self._is_begun_by(groups[first:]) for first in range(len(groups))):
                return True
        if len(self.harmless) > MOST_RUNS:
            self.harmless.clear()
        self.harmless |= runs
        return False

    def _is_begun_by(self, groups: Sequence[str]) -> bool:
        digits = ""
        for group in groups:
            digits += group
            if digits in self.written:
                return True
            if digits not in self.begun:
                return False
        return False

    def in_text(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and digits of each place where whole groups of digits make up a number."""
        for link in A_DIALLED.finditer(text) if self.dialled else ():
            if link[1] in self.dialled:
                yield link.start(), link.end(), link[1]
        for pattern in (self.long_run, A_RUN) if self.dialled else (self.long_run,):
            for run in pattern.finditer(text):
                groups = [group.span() for group in A_GROUP.finditer(text, run.start(), run.end())]
                if A_LETTER.match(text, run.start() - 1):
                    groups.pop(0)  # the first digits belong to a word: "a01632"
                if groups and A_LETTER.match(text, groups[-1][1]):
                    groups.pop()  # so do the last: "960001px"
                end = 0
                for first in range(len(groups)):
                    found = self._from(text, groups, first) if groups[first][0] >= end else None
                    if found and (len(found[2]) > SHORT) == (pattern is self.long_run):
                        yield found
                        end = found[1]

    def in_words(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The same, and short ones too, for words that are meant for people: "Text 88858"."""
        yield from self.in_text(text)
        for one in self.bare.finditer(text) if self.dialled else ():
            digits = one[0].split()[-1]
            yield one.end() - len(digits), one.end(), digits

    def _from(self, text: str, groups: list[tuple[int, int]], first: int) -> tuple[int, int, str] | None:
        """The number that begins with one group of a run."""
        start = groups[first][0]
        if A_FRACTION.match(text, start) or text[max(0, start - 1) : start] in AMOUNTS:
            return None
        digits = ""
        for left, right in groups[first:]:
            digits += _ascii(text[left:right])
            number = self.written.get(digits)
            if number is None and digits not in self.begun:
                break
            if number == f"0{digits}" and not _is_kept(text, start, right):
                continue
            if number is not None and (len(number) > SHORT or (len(groups) > 1 and len(digits) == _length(groups))):
                return start - text.startswith(("+", "("), max(0, start - 1)), right, number
        return None


def _is_kept(text: str, start: int, end: int) -> bool:
    """Whether digits without their nought stand as a spreadsheet keeps a number: in a row, and part of nothing."""
    return text[start:end].isdigit() and not NOT_KEPT.search(text[max(0, start - 24) : start])


def _ascii(digits: str) -> str:
    """Digits of another script as ours. Wide ones, which `plain` makes ours, stay as they are until it has."""
    if digits.isascii() or unicodedata.normalize("NFKC", digits).isascii():
        return digits
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _length(groups: list[tuple[int, int]]) -> int:
    return sum(right - left for left, right in groups)


def _bare(number: str) -> str:
    return rf"(?<![\w.,:/£$€-]){number}" if len(number) > SHORT - 2 else f"{CALLED}{number}"


def _ways(number: str) -> Iterator[str]:
    """The digits of a number in every way to dial or keep it: 01632..., 441632..., +44 (0) 1632..., 18001 01632..."""
    yield number
    if len(number) > SHORT:
        yield RELAY + number
    if number.startswith("0") and len(number) > SPREADSHEET:
        yield number[1:]
    if number.startswith("0"):
        yield from (f"{abroad}{number[skip:]}" for abroad in ("44", "0044") for skip in (0, 1))
