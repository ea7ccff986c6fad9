"""An exception -> one line: what the machine refused, for whoever runs Waymark; or what nobody foresaw, and where."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Sequence
from pathlib import PurePath

AGAIN = "then run the command again"
REASONS = {
    errno.ENOSPC: f"the disk is full; make room on it, {AGAIN}",
    errno.EDQUOT: f"your share of the disk is full; make room on it, {AGAIN}",
    errno.EROFS: f"nothing can be written there; copy the folder to your own disk, {AGAIN}",
    errno.EACCES: f"that is not allowed; ask whoever looks after this computer, {AGAIN}",
    errno.EPERM: f"that is not allowed; ask whoever looks after this computer, {AGAIN}",
    errno.ELOOP: f"links lead round in a circle there; take one of them out, {AGAIN}",
    errno.EMFILE: f"too many files are open; close some programs, {AGAIN}",
}


A_TRACEBACK = "Traceback (most recent call last):"
BETWEEN = ("During handling of the above exception", "The above exception was")
PARTS = 3
"""So many parts of a path say which file it is."""


def fault(error: BaseException, *, words: bool = True) -> str:
    """KeyError: 'office' (generator/site/render/single_pages.py, line 12).

    Args:
        error: the exception.
        words: whether its own words may be repeated; they may hold what only staff may know.
    """
    said = " ".join(str(error).split()) if words else ""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    place = f" ({'/'.join(PurePath(last.filename).parts[-PARTS:])}, line {last.lineno})" if last else ""
    return f"{type(error).__name__}{f': {said}' if said else ''}{place}"


def without_tracebacks(lines: Sequence[str]) -> list[str]:
    """The lines of a program that say something, with the last alone of each traceback: the one that says what."""
    kept: list[str] = []
    inside = False
    for line in lines:
        if line.strip() == A_TRACEBACK:
            inside = True
        elif line and not line.startswith(BETWEEN) and not (inside and line.startswith(" ")):
            inside = False
            kept.append(line)
    return kept
