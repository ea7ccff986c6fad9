"""Problems -> the same as anyone may read them, in a log or a file: nothing that stands in a place is repeated.

The rule, and the only place that knows it. On the terminal of whoever edits, everything is said, and each line is
quoted. Everywhere else:

- no line of the directory is quoted, and no line elsewhere that says where a secret place is;
- of what stands in a place, only this is said: where, what is needed, and a right example.

Which lines are a place's is not asked before a line is quoted: where a line has slipped out of its place, or the file
can't be read, nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.problems import Mark, Problem
from generator.reports.report import Lines, Report
from generator.reports.withheld import OfPlaces

NO_DIRECTORY = (".md", ".csv", "mkdocs.yml")
"""How the names of files end that hold no records of services: campaigns, pages, tables, settings."""
NOT_REPEATED = "(what stands here is not repeated, as it may be of a secret place)"
UNSAID = f"there is something to mend here; run waymark check in a terminal of your own {NOT_REPEATED}"


class Others:
    """Everybody but the author: who reads a log. Each file is looked through once."""

    def __init__(self, lines: Lines) -> None:
        self.of_places = OfPlaces(lines)

    def may_hold_a_place(self, mark: Mark) -> bool:
        """Whether the line that a mark stands on may be one of a place in the directory."""
        return not mark.file.endswith(NO_DIRECTORY) and mark in self.of_places

    def may_see_the_line_of(self, problem: Problem) -> bool:
        """Whether the line that a problem stands on may be quoted."""
        mark = problem.mark
        return mark.file.endswith(NO_DIRECTORY) and mark not in self.of_places and not problem.secret

    def told(self, problem: Problem) -> Problem:
        """A problem as they may read it."""
        hushed = problem.secret or problem.mark in self.of_places
        if problem.unquoted and (hushed or not problem.mark.file.endswith(NO_DIRECTORY)):
            same = problem.unquoted == problem.text
            return problem if same else replace(problem, text=f"{problem.unquoted} {NOT_REPEATED}")
        return replace(problem, text=UNSAID) if hushed else problem


def for_others(report: Report, lines: Lines) -> Report:
    """Everything that a check has to say, as others may read it."""
    others = Others(lines)

    def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(others.told(problem) for problem in problems)

    return replace(report, problems=told(report.problems), advice=told(report.advice))
