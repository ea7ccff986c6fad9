"""The text of a Markdown file -> its front matter and its words, with the lines they stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

A_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
A_HEADING = re.compile(r"\A\s*# +(\S.*?)(?<![ #])[ #]*$\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """`record` is YAML that begins on line 1 of the file; `words` begins on `first_line`, after a line of ---."""

    record: str
    words: str
    first_line: int


def split(text: str) -> Split:
    """The two parts of a file that begins with a line of ---. ValueError where the record never closes."""
    record, words = _handler().split(text)
    return Split(record, words, record.count("\n") + 1)


def heading_of(words: str) -> tuple[str, str, int]:
    """The words' own main heading, the rest, and how many lines were taken off; "" where they begin otherwise."""
    found = A_HEADING.match(words)
    if not found:
        return "", words, 0
    return found[1], words[found.end() :], words.count("\n", 0, found.end())


def _handler() -> Any:
    """The library's splitter, with a boundary that leaves blank lines alone, so that line numbers stay right."""
    from frontmatter.default_handlers import YAMLHandler

    return YAMLHandler(fm_boundary=A_BOUNDARY)
