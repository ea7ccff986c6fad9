"""What got out of a built folder, and the same search in the authors' files -> each thing where somebody wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Location
from generator.privacy.number_search import END
from generator.privacy.scan import HIDDEN_NUMBER


def traced(found: Iterable[Diagnostic], written: Iterable[Diagnostic], sources: Mapping[str, str]) -> list[Diagnostic]:
    """Every place where somebody wrote what got out; the first place where it came out, if nobody wrote it.

    Args:
        found: the leaks of a built folder.
        written: those of the authors' files, but for the records that may hold what is withheld.
        sources: the file that an author edits to change a made file, by the made file's path.
    """
    places: dict[str, list[Location]] = {}
    for problem in written:
        places.setdefault(_thing(problem), []).append(problem.location)
    out: dict[str, list[Diagnostic]] = {}
    for problem in found:
        out.setdefault(_thing(problem), []).append(problem)
    return [line for thing, leaks in out.items() for line in _lines(leaks, places.get(thing, ()), sources)]


def _lines(leaks: Sequence[Diagnostic], places: Sequence[Location], sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    first, more = leaks[0], len(leaks) - 1
    also = f" and in {more} more file{'s' if more > 1 else ''}" if more else ""
    for mark in places:
        yield replace(first, location=mark, hint=f"take it out: it came out at {first.location}{also}")
    if not places:
        source = sources.get(first.location.file)
        made = f"; this page is made from {source}" if source else ""
        yield replace(first, message=f"{first.message}{made}{f'; it came out here{also}' if also else ''}")


def _thing(problem: Diagnostic) -> str:
    """What a leak is of: the same in whatever way a number is written."""
    return re.sub(r"\D", "", problem.text)[-END:] if problem.code == HIDDEN_NUMBER else problem.text
