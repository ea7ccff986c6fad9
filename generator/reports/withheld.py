"""The lines of a file -> which of them may hold the address of a place, and so never stand in a log for others."""

from __future__ import annotations

import re
from collections.abc import Sequence

A_KEY = re.compile(r"""(?:^|[\s{,\[-])["']?places["']?[ \t]*:""")
A_START = re.compile(r"""[ \t]*(?:-[ \t]+)*["']?places["']?[ \t]*:""")


def is_of_a_place(lines: Sequence[str], number: int) -> bool:
    """Whether a line (the first is 1) belongs to the places of a service. In doubt, and in broken YAML: yes."""
    here = min(number, len(lines))
    above = next((at for at in range(here, 0, -1) if A_KEY.search(lines[at - 1])), 0)
    if above == 0:
        return False
    if above == here:
        return True
    opening = lines[above - 1]
    on_its_own = A_START.match(opening) is not None
    column = _indent(opening[: opening.index("places")].replace("-", " ") + "x") if on_its_own else _indent(opening)
    return all(_is_inside(line, column, on_its_own) for line in lines[above:here])


def _is_inside(line: str, column: int, on_its_own: bool) -> bool:
    """Whether a line below `places:` still belongs to it; a list may stand no deeper than its name."""
    words = line.strip()
    if not words or words.startswith("#"):
        return True
    if _indent(line) == column:
        return on_its_own and words.startswith("-")
    return _indent(line) > column


def _indent(line: str) -> int:
    line = line.expandtabs(8)
    return len(line) - len(line.lstrip(" "))
