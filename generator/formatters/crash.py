"""An exception that nobody foresaw -> one line for whoever looks after Waymark: what, and where. No traceback."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import PurePath

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
