"""Problems and advice -> lines for people: the place and the words, then the line of the file with the place marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.diagnostics import HIDDEN, Diagnostic
from generator.l10n.plurals import many
from generator.privacy.redact import Others
from generator.report import LinesOf, Report

A_TAB = "    "


NARROWEST = 20


CUT = "\N{HORIZONTAL ELLIPSIS}"


OPENERS = {"[": "]", "{": "}"}


def excerpt(line: str, column: int, found: str, room: int) -> tuple[str, str]:
    """The line, cut to the room there is, and spaces with a mark of ^ below the place.

    Args:
        line: without its line end.
        column: of the place; the first letter is 1, and each character counts as one, as editors count.
        found: what is said about the place. Words quoted at its start are marked, wherever they stand.
        room: how many cells of a terminal the line may take.
    """
    at, length = _span(line, min(column - 1, len(line)), found)
    before, marked, after = _shown(line[:at]), _shown(line[at : at + length]), _shown(line[at + length :])
    room = max(room, NARROWEST)
    if cells(before + marked + after.rstrip()) > room:
        before = _end_of(before, room // 2)
        marked = _start_of(marked, room - cells(before))
        after = _start_of(after, room - cells(before + marked))
    return (before + marked + after).rstrip(), " " * cells(before) + "^" * max(cells(marked), 1)


def cells(text: str) -> int:
    """How wide a text is in a terminal: an accent takes no cell of its own, a Chinese letter and an emoji take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # only where it is needed: start-up counts

    return cell_len(text)


def _shown(text: str) -> str:
    """A text as it may be printed: tabs as spaces, and what nobody can see made visible."""
    return HIDDEN.sub(lambda hit: f"[U+{ord(hit.group()):04X}]", text.replace("\t", A_TAB))


def _span(line: str, at: int, found: str) -> tuple[int, int]:
    """Where the mark starts, and how many characters it covers: the words that are quoted, else the value there."""
    rest = line[at:]
    if rest[:1].isspace():
        return at, len(rest) - len(rest.lstrip())
    quote = found[:1]
    if quote and quote in "'\"":
        for end in [hit.start() for hit in re.finditer(re.escape(quote), found)][:0:-1]:
            words = found[1:end].removesuffix("...")
            # What stands between single marks is the author's own text, and may begin further on in the value.
            start = rest.find(words) if quote == "'" else 0
            if words and start >= 0 and rest.startswith(words, start):
                cut = found[1:end] != words
                return at + start, _whole_value(rest[start:], len(words)) if cut else len(words)
    return at, _whole_value(rest, 0, inside=_is_inside(line[:at]))


def _whole_value(rest: str, least: int, *, inside: bool = False) -> int:
    """Up to the end of a value: its closing quotation mark or bracket, a comment, the next field, or the line's end."""
    first = rest[:1]
    if not least and first and first in "'\"":
        closing = rest.find(first, 1)
        return closing + 1 if closing > 0 else 1
    if not least and first in OPENERS:
        closing = rest.rfind(OPENERS[first])
        return closing + 1 if closing > 0 else 1
    ends = r"\s#|:(?=\s|$)|[,\]}]" if inside else r"\s#|:(?=\s|$)"
    end = re.compile(ends).search(rest, least)
    return max(least, len(rest[: end.start() if end else len(rest)].rstrip()))


def _is_inside(before: str) -> bool:
    """Whether a bracket is open, so that a comma ends a value."""
    return sum(before.count(sign) for sign in "[{") > sum(before.count(sign) for sign in "]}")


def _start_of(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    kept = text[: max(room - 1, 0)]
    while kept and cells(kept) > room - 1:
        kept = kept[:-1]
    return kept + CUT if room > 0 else ""


def _end_of(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    kept = text[-(room - 1) :]
    while kept and (cells(kept) > room - 1 or unicodedata.category(kept[0]) in ("Mn", "Me", "Cf")):
        kept = kept[1:]
    return CUT + kept


ADVICE = "advice: "
"""In front of what could be better. The plugin writes it into the engine's log."""


ROOM = 100
"""Cells in a line of a log, where there is no terminal to ask."""


BOLD, RED, YELLOW, BLUE, PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[34m", "\x1b[0m"


def blocks(
    problems: Iterable[Diagnostic],
    lines: LinesOf,
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
            said = said.replace(f"{prefix}{problem.location}:", f"{sign}{BOLD}{problem.location}:{PLAIN}", 1)
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


def _quoted(problem: Diagnostic, lines: LinesOf, room: int, tint: str) -> list[str]:
    """The line of the file, and the mark below it; nothing where the file has no such line, or it is empty."""
    number = problem.location.line
    known = lines(problem.location.file)
    if not 0 < number <= len(known) or not known[number - 1].strip():
        return []
    shown, mark = excerpt(known[number - 1], problem.location.column, problem.text, room - len(f"  {number} | "))
    side, below = f"  {number} |", f"  {'':{len(str(number))}} |"
    if tint:
        side, below, mark = f"{BLUE}{side}{PLAIN}", f"{BLUE}{below}{PLAIN}", f"{tint}{mark}{PLAIN}"
    return [f"{side} {shown}", f"{below} {mark}"]


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
