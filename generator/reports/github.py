"""A report -> annotations: lines in the log of a GitHub job, which GitHub shows beside the lines of a change.

The form is "workflow commands" of GitHub's own documentation. Anyone may read the log of a public project, so nothing
is said of the words on a line that may hold the address of a place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.problems import Problem
from generator.reports.report import Lines, Report
from generator.reports.withheld import OfPlaces
from generator.reports.words import many

UNSAID = "there is something to mend on this line; what it is stays unsaid, as a place may be secret: run waymark check"
MOST_NAMES = 20


def annotated(report: Report, lines: Lines, path: Callable[[str], str]) -> Iterator[str]:
    """One line for each thing to say. `path` turns a file's name into its path in the repository."""
    stopping, secret = set(report.stopping), OfPlaces(lines)
    for problem in report.problems:
        yield _at(problem, "error", "To mend", secret, path)
    for advice in report.advice:
        stops = advice in stopping
        yield _at(advice, "error" if stops else "warning", "To mend" if stops else "Advice", secret, path)
    for note in report.notes:
        yield f"::warning title=Advice::{data(note)}"
    if report.due:
        names = ", ".join(one.service for one in report.due[:MOST_NAMES])
        more = ", and more" if len(report.due) > MOST_NAMES else ""
        want = f"{many(len(report.due), 'service wants', 'services want')} a check: {names}{more}"
        yield f"::notice title=Due for a check::{data(want)}"


def _at(problem: Problem, level: str, title: str, secret: OfPlaces, path: Callable[[str], str]) -> str:
    mark = problem.mark
    text = UNSAID if mark in secret else problem.text
    place = f"file={value(path(mark.file))},line={mark.line},col={mark.column},title={value(title)}"
    return f"::{level} {place}::{data(text)}"


def data(text: str) -> str:
    """Words as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Words as one of a command's properties."""
    return data(text).replace(":", "%3A").replace(",", "%2C")
