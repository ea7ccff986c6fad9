"""A Markdown file's text and new words -> the text with those below its record, each line that stays as it was."""

from __future__ import annotations

from difflib import SequenceMatcher

from generator.content.editing.document import Edit, EditError, TextLines
from generator.content.source.text_files import A_BOUNDARY, NEVER_CLOSES
from generator.diagnostics import Location


def words_of(text: str, file: str) -> str:
    """What stands below the record, without the blank lines around it; all of a file that has none."""
    lines, (first, after) = _core(text, file)
    return "\n".join(lines.words[first:after])


def set_words(text: str, file: str, words: str) -> str:
    """A file's text with other words below its record. Lines that both have stay, as do the blank lines around.

    Raises:
        EditError: where the record never closes.
    """
    lines, (first, after) = _core(text, file)
    old, new = lines.words[first:after], words.strip("\n").split("\n") if words.strip() else []
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    edits = [Edit(first + at, first + to, tuple(new[by:end])) for how, at, to, by, end in changes if how != "equal"]
    return str(lines.changed(edits))


def _core(text: str, file: str) -> tuple[TextLines, tuple[int, int]]:
    """The lines of a file, and where its words begin and end among them."""
    lines = TextLines.of(text)
    first, after = _first_line(lines, file), len(lines.words)
    while first < after and not lines.words[after - 1].strip():
        after -= 1
    begin = first
    while begin < after and not lines.words[begin].strip():
        begin += 1
    return lines, (begin if begin < after else min(first, after), after)


def _first_line(lines: TextLines, file: str) -> int:
    """The line, from 0, below the record's closing line."""
    if not A_BOUNDARY.match(lines.plain):
        return 0
    bounds = [number for number, line in enumerate(lines.words) if A_BOUNDARY.fullmatch(line)]
    if len(bounds) <= 1:
        raise EditError([NEVER_CLOSES.at(Location(file))])
    return bounds[1] + 1
