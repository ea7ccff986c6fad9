"""A report -> annotations: lines in the log of a GitHub job, which GitHub shows beside the lines of a change.

The form is "workflow commands" of GitHub's own documentation. Anyone may read the log of a public project: hand over a
report `for_others`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.l10n.plurals import many
from generator.report import Report

MOST_NAMES = 20


def annotated(report: Report, path: Callable[[str], str]) -> Iterator[str]:
    """One line for each thing to say. `path` turns a file's name into its path in the repository."""
    stopping = set(report.stopping)
    for problem in report.problems:
        yield _at(problem, "error", path)
    for advice in report.advice:
        yield _at(advice, "error" if advice in stopping else advice.severity, path)
    for note in report.notes:
        yield f"::notice title=Advice::{data(note)}"
    if report.due:
        names = ", ".join(one.service for one in report.due[:MOST_NAMES])
        more = ", and more" if len(report.due) > MOST_NAMES else ""
        want = f"{many(len(report.due), 'service wants', 'services want')} a check: {names}{more}"
        yield f"::notice title=Due for a check::{data(want)}"


def _at(problem: Diagnostic, level: Severity, path: Callable[[str], str]) -> str:
    mark = problem.location
    title = f"{'To mend' if level == 'error' else 'Advice'}: {problem.code}"
    place = f"file={value(path(mark.file))},line={mark.line},col={mark.column},title={value(title)}"
    return f"::{level} {place}::{data(problem.text)}"


def data(text: str) -> str:
    """Words as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Words as one of a command's properties."""
    return data(text).replace(":", "%3A").replace(",", "%2C")
