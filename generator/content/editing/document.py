"""A file's text -> its YAML, the places in it, and the new text after a change that proved to be the one meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.source.positions import Path, Places, find_places
from generator.content.source.text_files import NEVER_CLOSES, split
from generator.content.source.yaml_parser import Value, read_yaml
from generator.diagnostics import Diagnostic, Fault, Location, WaymarkError

A_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `lines` in the place of the lines from `first` up to, but without, `after`. Lines count from 0."""

    first: int
    after: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextLines:
    """A text in its lines: the words of each, and how each one ends ("" for the last, where it ends with the file)."""

    mark: str
    words: tuple[str, ...]
    endings: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> TextLines:
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

    def changed(self, edits: Iterable[Edit]) -> TextLines:
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
        return TextLines(self.mark, tuple(words), tuple(endings))


BY_HAND = Fault(
    "change-by-hand",
    "this can't be changed without touching other lines",
    "make the change by hand, on lines of its own",
)


class EditError(WaymarkError):
    """A file can't be changed in this way. Carries why, and where; the file stays as it is."""

    def __init__(self, problems: Sequence[Diagnostic]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class YamlDocument:
    """The YAML of one file: the whole of it, or the record at the top of a file that ends in .md."""

    def __init__(self, text: str, file: str) -> None:
        """Read a file's text, byte order mark and line endings included. EditError where it can't be read."""
        self.file = file
        self.lines = TextLines.of(text)
        self.has_words_below = file.endswith(".md")
        self.yaml = self._record() if self.has_words_below else self.lines.whole
        self.value: Value
        self.value, problems = read_yaml(self.yaml, file)
        if problems:
            raise EditError(problems)

    @cached_property
    def places(self) -> Places:
        """Where every field stands and ends."""
        return find_places(self.yaml, self.file)

    @cached_property
    def end(self) -> int:
        """The line, from 0, that a new field at the bottom of the YAML would push down."""
        if self.has_words_below:
            return self.yaml.count("\n")
        last = self.places.ends[()][0] + 1 if self.value is not None else 0
        below = range(last, len(self.lines.words))
        return next((line for line in below if _ends_a_document(self.lines.words[line])), len(self.lines.words))

    def at(self, path: Path) -> Value:
        """The value at a path, which must be there; None where the author wrote nothing behind its name."""
        value = self.value
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                value = value[step]
            else:
                words = f"there is no {'.'.join(map(str, path))} here"
                raise self.error(path, Fault("nothing-to-change", words, "nothing was changed"))
        return value

    def changed(self, edits: Sequence[Edit], expected: Value, path: Path) -> str:
        """The file's new text. EditError where it would not say what is expected, and nothing else."""
        text = str(self.lines.changed(edits))
        try:
            value = YamlDocument(text, self.file).value
        except EditError:
            value = None
        if value != expected:
            raise self.error(path, BY_HAND)
        return text

    def error(self, path: Path, fault: Fault) -> EditError:
        """Why a change can't be made, at the place it was meant for."""
        return EditError([fault.at(self.places.key(path) if self.value is not None else Location(self.file))])

    def _record(self) -> str:
        try:
            return split(self.lines.plain).record
        except ValueError:
            raise EditError([NEVER_CLOSES.at(Location(self.file))]) from None


def _ends_a_document(line: str) -> bool:
    return line == "..." or line.startswith("... ")
