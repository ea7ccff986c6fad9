"""Problems and advice -> lines for people: the place and the words, then the line of the file with the place marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.problems import Problem
from generator.reports.excerpts import cells, excerpt
from generator.reports.others import Others
from generator.reports.report import Lines, Report

ADVICE = "advice: "
"""In front of what could be better. The plugin writes it into the engine's log."""
ROOM = 100
"""Cells in a line of a log, where there is no terminal to ask."""
BOLD, RED, YELLOW, BLUE, PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[34m", "\x1b[0m"


def blocks(
    problems: Iterable[Problem],
    lines: Lines,
    *,
    prefix: str = "",
    room: int = ROOM,
    colour: bool = False,
    alone: bool = False,
) -> Iterator[str]:
    """One block of lines for each problem. Its first line alone says everything: `file:line:column: words`.

    Args:
        problems: in the order in which to show them.
        lines: how to read the file that a problem stands in.
        prefix: what to write in front of the first line.
        room: how many cells wide a line may be.
        colour: whether to use colours.
        alone: whether only the author sees this, in a terminal: there words go on to the next line where there is no
            room. Else it is told as `others` may read it.
    """
    tint = YELLOW if prefix else RED
    others = Others(lines)
    for problem in problems if alone else map(others.told, problems):
        said = f"{prefix}{problem}"
        said = "\n".join(folded(said, room)) if alone else said
        if colour:
            sign = f"{tint}{prefix}{PLAIN}" if prefix else ""
            said = said.replace(f"{prefix}{problem.mark}:", f"{sign}{BOLD}{problem.mark}:{PLAIN}", 1)
        quotes = alone or others.may_see_the_line_of(problem)
        yield "\n".join([said, *(_quoted(problem, lines, room, tint if colour else "") if quotes else ())])


def folded(text: str, room: int) -> list[str]:
    """A text over as many lines as it needs, whole words on each, those behind the first set in by four spaces."""
    made = [""]
    for word in text.split(" "):
        here = made[-1]
        if here.strip() and cells(here) + 1 + cells(word) > room:
            made.append(f"    {word}")
        else:
            made[-1] = f"{here} {word}" if here.strip() else here + word
    return made


def _quoted(problem: Problem, lines: Lines, room: int, tint: str) -> list[str]:
    """The line of the file, and the mark below it; nothing where the file has no such line, or it is empty."""
    number = problem.mark.line
    known = lines(problem.mark.file)
    if not 0 < number <= len(known) or not known[number - 1].strip():
        return []
    shown, mark = excerpt(known[number - 1], problem.mark.column, problem.text, room - len(f"  {number} | "))
    side, below = f"  {number} |", f"  {'':{len(str(number))}} |"
    if tint:
        side, below, mark = f"{BLUE}{side}{PLAIN}", f"{BLUE}{below}{PLAIN}", f"{tint}{mark}{PLAIN}"
    return [f"{side} {shown}", f"{below} {mark}"]


def many(number: int, name: str, several: str = "") -> str:
    """1 service; 2 services."""
    return f"{number} {name if number == 1 else several or f'{name}s'}"


def to_mend(report: Report) -> str:
    """3 to mend in 2 files; 4 pieces of advice."""
    return f"{len(report.stopping)} to mend in {many(report.files, 'file')}{_suggestions(report)}."


def good(report: Report) -> str:
    """Good: 43 services, 12 campaigns, nothing to mend; 4 pieces of advice."""
    content = f"{many(report.services, 'service')}, {many(report.campaigns, 'campaign')}"
    return f"Good: {content}, nothing to mend{_suggestions(report)}."


def _suggestions(report: Report) -> str:
    some = report.suggestions
    return f"; {many(some, 'piece of advice', 'pieces of advice')}" if some else ""
