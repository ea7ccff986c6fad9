"""Problems for a log or a file that others read -> the same with nothing repeated of what stands in a place.

The rule, and the only place that knows it. On the terminal of whoever edits, everything is said, and each line is
quoted. Everywhere else:

- no line of the directory is quoted, and no line elsewhere that says where a secret place is;
- of what stands in a place, only this is said: where, what is needed, and a right example.

Which lines are a place's is not asked before a line is quoted: where a line has slipped out of its place, or the file
can't be read, nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Location
from generator.report import LinesOf, Report

A_KEY = re.compile(r"""(?:^|[\s{,\[-])["']?(?:places|points)["']?[ \t]*:""")


A_SECRET = re.compile(r"""(?:^|[\s{,\[-])["']?(?:address|postcode|coordinates|directions)["']?[ \t]*:""")
"""The fields of a place alone, also where a slip has moved them out of it."""


A_START = re.compile(r"""([ \t]*(?:-[ \t]+)*)["']?(?:places|points)["']?[ \t]*:""")


class OfPlaces:
    """The marks that stand on the line of a place. Each file is looked through once."""

    def __init__(self, lines: LinesOf) -> None:
        self.lines = lines
        self.known: dict[str, frozenset[int]] = {}

    def __contains__(self, mark: Location) -> bool:
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
    """The column that what belongs to such a list stands right of; whether the list may stand in that column itself."""
    alone = A_START.match(line)
    if alone is None:  # it stands behind other fields, in brackets
        return _indent(line), False
    return _indent(alone[1].replace("-", " ") + "x"), True


def _goes_on(line: str, words: str, column: int, on_its_own: bool) -> bool:
    """Whether a line below `places:` or `points:` still belongs to it; a list may stand no deeper than its name."""
    here = _indent(line)
    return here > column or (here == column and on_its_own and words.startswith("-"))


def _indent(line: str) -> int:
    line = line.expandtabs(8)
    return len(line) - len(line.lstrip(" "))


NO_DIRECTORY = (".md", ".csv", "mkdocs.yml")
"""How the names of files end that hold no records of services: campaigns, pages, tables, settings."""


NOT_REPEATED = "(what stands here is not repeated, as it may be of a secret place)"


UNSAID = f"there is something to mend here; run waymark check in a terminal of your own {NOT_REPEATED}"


class Others:
    """Everybody but the author: who reads a log. Each file is looked through once."""

    def __init__(self, lines: LinesOf) -> None:
        self.of_places = OfPlaces(lines)

    def may_hold_a_place(self, mark: Location) -> bool:
        """Whether the line that a mark stands on may be one of a place in the directory."""
        return not mark.file.endswith(NO_DIRECTORY) and mark in self.of_places

    def may_see_the_line_of(self, problem: Diagnostic) -> bool:
        """Whether the line that a problem stands on may be quoted."""
        where = problem.location
        return where.file.endswith(NO_DIRECTORY) and where not in self.of_places and not problem.secret

    def told(self, problem: Diagnostic) -> Diagnostic:
        """A problem as they may read it."""
        hushed = problem.secret or problem.location in self.of_places
        if problem.found is None:
            return replace(problem, message=UNSAID, hint="", found="") if hushed else problem
        if problem.found and (hushed or not problem.location.file.endswith(NO_DIRECTORY)):
            return replace(problem, message=f"{problem.without_found} {NOT_REPEATED}", hint="", found="")
        return problem


def for_others(report: Report, lines: LinesOf) -> Report:
    """Everything that a check has to say, as others may read it."""
    others = Others(lines)

    def told(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(others.told(problem) for problem in problems)

    return replace(report, problems=told(report.problems), advice=told(report.advice))
