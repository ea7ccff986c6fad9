"""A file's text -> each place where git could not decide between two versions and left both, or a mark of its own.

One problem for each, with what both sides say: what a parser would make of such a text helps nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.diagnostics import FOUND, Diagnostic, Location, quoted
from generator.privacy.whereabouts import places_in

MAY_HOLD = re.compile(r"<{7}|>{7}|={7}|\|{7}")
OPENS = re.compile(r"[\s\"'|>-]*(?<!<)(<{7,})(?!<)(?:\s++(.*))?\Z")
BASE = re.compile(r"[\s\"']*(\|{7,})(?:\s++([^|]*))?\Z")
BETWEEN = re.compile(r"[\s\"']*(={7,})(?:\s+(\S+))?\s*\Z")
CLOSES = re.compile(r"[\s\"']*(>{7,})(?:\s++(.*))?\Z")
INSIDE = re.compile(r"(?<!<)<{7}(?!<)(?=\s|\Z)|(?<!>)>{7}(?!>)(?=\s|\Z)")
A_FIELD_OF_A_PLACE = re.compile(
    r"^[^\S\n]*+(?:-[^\S\n]*+)?\{?[^\S\n]*+(?:places|address|postcode|coordinates|directions|show):", re.MULTILINE
)
TAKE_OUT = "keep the right words, and take out"
KEEP_ROWS = "keep every row of both sides, and take out"
HEADING = "=" * 7
DEEPEST = 20
"""So many conflicts may stand within the common version of another."""


@dataclass
class Conflict:
    """Both sides of what git could not decide, and the lines of its marks, from 0."""

    first: int
    length: int
    here: str
    there: str = ""
    base: int = -1
    between: int = -1
    last: int = -1
    ours: list[str] = field(default_factory=list)
    theirs: list[str] = field(default_factory=list)


def conflict_marks(text: str, file: str) -> list[Diagnostic]:
    """A problem for each conflict, and for each mark of one that somebody forgot to take out."""
    if not MAY_HOLD.search(text):
        return []
    lines = text.split("\n")
    found: list[Diagnostic] = []
    at = 0
    while at < len(lines):
        opens = OPENS.match(lines[at])
        conflict = _whole(lines, at, opens) if opens else None
        if conflict:
            found.append(_problem(conflict, lines, file))
            at = conflict.last + 1
            continue
        column = _alone(lines, at, file)
        if column is not None:
            found.append(_left_over(lines[at], at, column, file))
        at += 1
    return found


def _whole(lines: list[str], first: int, opens: re.Match[str]) -> Conflict | None:
    """The conflict that opens in a line; None where it has no other side, or never closes."""
    found = Conflict(first, len(opens[1]), (opens[2] or "").strip())
    depth = 0
    for at in range(first + 1, len(lines)):
        line = lines[at]
        inner, closes = OPENS.match(line), CLOSES.match(line)
        if inner and len(inner[1]) == found.length and not depth and found.base < 0:
            return None  # another begins: the first lacks its end
        depth += bool(inner) if found.base >= 0 and found.between < 0 else 0
        if depth > DEEPEST:
            return None
        if closes and depth and len(closes[1]) != found.length:
            depth -= 1
        elif closes and len(closes[1]) == found.length:
            if found.between < 0:
                return None
            found.there, found.last = (closes[2] or "").strip(), at
            return found
        elif (base := BASE.match(line)) and len(base[1]) == found.length and found.between < 0:
            found.base = at
        elif (between := BETWEEN.match(line)) and len(between[1]) == found.length and found.between < 0:
            found.between = at
        elif found.between >= 0:
            found.theirs.append(line)
        elif found.base < 0:
            found.ours.append(line)
    return None


def _problem(conflict: Conflict, lines: list[str], file: str) -> Diagnostic:
    ours, theirs = (_side(one) for one in (conflict.ours, conflict.theirs))
    here, there = (f" ({name})" if name else "" for name in (conflict.here, conflict.there))
    cure = f"{KEEP_ROWS if file.endswith('.csv') else TAKE_OUT} {_marks(conflict)}"
    found = f"here: {ours}{here}, and {theirs}{there}"
    both = "\n".join([*conflict.ours, *conflict.theirs])
    secret = bool(A_FIELD_OF_A_PLACE.search(both)) or any(True for _ in places_in(both[:10_000]))
    line = lines[conflict.first]
    mark = Location(file, conflict.first + 1, line.index("<<<<<<<") + 1)
    return Diagnostic(
        "git-conflict",
        "error",
        mark,
        f"git left two versions {FOUND}",
        found=found,
        hint=cure,
        placeholder="of some lines here",
        secret=secret,
    )


def _marks(conflict: Conflict) -> str:
    """What to take out: each mark with its line, and what both sides had before, where git says that too."""
    first, between, last = conflict.first + 1, conflict.between + 1, conflict.last + 1
    if conflict.base < 0:
        return f"the lines {first} (<<<<<<<), {between} (=======) and {last} (>>>>>>>)"
    before = f"{conflict.base + 1} (|||||||) to {between} (=======)"
    return f"the lines {first} (<<<<<<<), {before} and {last} (>>>>>>>)"


def _side(lines: list[str]) -> str:
    """What one side says, on one line."""
    said = [" ".join(line.split()) for line in lines if line.strip()]
    more = f" and {len(said) - 2} more lines" if len(said) > 3 else ""
    shown = said[:2] if more else said
    return " / ".join(map(quoted, shown)) + more if said else "nothing"


def _alone(lines: list[str], at: int, file: str) -> int | None:
    """The column, from 0, of a mark that stands without its others; None where a line holds none."""
    line = lines[at]
    hit = INSIDE.search(line)
    if hit:
        return hit.start()
    base = BASE.match(line)
    if base and len(base[1]) == len(HEADING) and base[2]:
        return line.index("|")
    if line == HEADING and not _underlines(lines, at, file):
        return 0
    return None


def _underlines(lines: list[str], at: int, file: str) -> bool:
    """Whether seven signs = make the line above a heading: in words of Markdown, below a line of text."""
    if not file.endswith((".md", ".yaml", ".yml", ".csv")):
        return True
    if not file.endswith(".md") or not at or not lines[at - 1].strip() or CLOSES.match(lines[at - 1]):
        return False
    return lines[0].rstrip() != "---" or any(line.rstrip() == "---" for line in lines[1:at])


def _left_over(line: str, at: int, column: int, file: str) -> Diagnostic:
    return Diagnostic(
        "git-mark-left",
        "error",
        Location(file, at + 1, column + 1),
        "git left this mark of two versions here",
        found="",
        hint="take it out, and look whether the words around it are right",
    )
