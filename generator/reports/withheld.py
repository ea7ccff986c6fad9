"""The lines of a file -> which of them may hold the address of a place, and so never stand in a log for others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.problems import Mark
from generator.reports.report import Lines

A_KEY = re.compile(r"""(?:^|[\s{,\[-])["']?places["']?[ \t]*:""")
A_SECRET = re.compile(r"""(?:^|[\s{,\[-])["']?(?:address|postcode|directions)["']?[ \t]*:""")
"""The fields of a place alone, also where a slip has moved them out of it."""
A_START = re.compile(r"""([ \t]*(?:-[ \t]+)*)["']?places["']?[ \t]*:""")


class OfPlaces:
    """The marks that stand on the line of a place. Each file is looked through once."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.known: dict[str, frozenset[int]] = {}

    def __contains__(self, mark: Mark) -> bool:
        if mark.file not in self.known:
            self.known[mark.file] = lines_of_places(self.lines(mark.file))
        return mark.line in self.known[mark.file]


def lines_of_places(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines (the first is 1) that belong to places of services; in doubt, a line does."""
    found = set()
    open_: list[tuple[int, bool]] = []
    for number, line in enumerate(lines, 1):
        words = line.strip()
        if words and not words.startswith("#"):
            open_ = [block for block in open_ if _goes_on(line, words, *block)]
        if A_KEY.search(line):
            open_.append(_opened(line))
        if open_ or A_SECRET.search(line):
            found.add(number)
    return frozenset(found)


def _opened(line: str) -> tuple[int, bool]:
    """The column that what belongs to `places:` stands right of; whether its list may stand in that column itself."""
    alone = A_START.match(line)
    if alone is None:  # it stands behind other fields, in brackets
        return _indent(line), False
    return _indent(alone[1].replace("-", " ") + "x"), True


def _goes_on(line: str, words: str, column: int, on_its_own: bool) -> bool:
    """Whether a line below `places:` still belongs to it; a list may stand no deeper than its name."""
    here = _indent(line)
    return here > column or (here == column and on_its_own and words.startswith("-"))


def _indent(line: str) -> int:
    line = line.expandtabs(8)
    return len(line) - len(line.lstrip(" "))
