"""A file's text and some changed lines -> the new text: every other line as it was, to the last byte of its ending."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

A_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `lines` in the place of the lines from `first` up to, but without, `after`. Lines count from 0."""

    first: int
    after: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in its lines: the words of each, and how each one ends ("" for the last, where it ends with the file)."""

    mark: str
    words: tuple[str, ...]
    endings: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Take a text apart. It may begin with a byte order mark, and its lines may end in any way."""
        mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
        found = [match.groups() for match in A_LINE.finditer(text, len(mark))]
        if found[-1] == ("", ""):  # the place behind the last line's ending
            found.pop()
        return cls(mark, tuple(words for words, _ in found), tuple(ending for _, ending in found))

    def __str__(self) -> str:
        return self.mark + "".join(words + end for words, end in zip(self.words, self.endings, strict=True))

    @property
    def plain(self) -> str:
        """The text as the reader takes it: no byte order mark, one newline at the end of each line."""
        return "".join(words + (end and "\n") for words, end in zip(self.words, self.endings, strict=True))

    @property
    def whole(self) -> str:
        """The same with a newline at its end, which a block of words there has or lacks as if it were part of it."""
        return self.plain + ("" if not self.endings or self.endings[-1] else "\n")

    def changed(self, edits: Iterable[Edit]) -> Lines:
        """The same lines with some changed. A new line ends as its neighbours do; the last one as the last one did."""
        words, endings = list(self.words), list(self.endings)
        usual = next((end for end in endings if end), "\n")
        for edit in sorted(edits, key=lambda edit: edit.first, reverse=True):
            near = endings[edit.first - 1] if 0 < edit.first <= len(endings) else ""
            last = endings[edit.after - 1] if edit.first < edit.after else near or usual
            if edit.first == edit.after == len(words) and words and not endings[-1]:
                endings[-1], last = usual, ""  # there was no newline at the end of the file, and there shall be none
            new = [near or usual] * (len(edit.lines) - 1) + [last] * bool(edit.lines)
            words[edit.first : edit.after] = edit.lines
            endings[edit.first : edit.after] = new
        return Lines(self.mark, tuple(words), tuple(endings))
