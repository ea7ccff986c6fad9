"""A file's text -> its YAML, the places in it, and the new text after a change that proved to be the one meant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.editing.lines import Edit, Lines
from generator.problems import Mark, Problem
from generator.reading.front_matter import split
from generator.reading.yaml_places import Path, Places, find_places
from generator.reading.yaml_values import Value, read_yaml

BY_HAND = "this can't be changed without touching other lines; make the change by hand, on lines of its own"


class EditError(Exception):
    """A file can't be changed in this way. Carries why, and where; the file stays as it is."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Document:
    """The YAML of one file: the whole of it, or the record at the top of a file that ends in .md."""

    def __init__(self, text: str, file: str) -> None:
        """Read a file's text, byte order mark and line endings included. EditError where it can't be read."""
        self.file = file
        self.lines = Lines.of(text)
        self.has_words_below = file.endswith(".md")
        self.yaml = self._record() if self.has_words_below else self.lines.whole
        problems: list[Problem] = []
        self.value: Value = read_yaml(self.yaml, file, problems)
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
                raise self.error(path, f"there is no {'.'.join(map(str, path))} here; nothing was changed")
        return value

    def changed(self, edits: Sequence[Edit], expected: Value, path: Path) -> str:
        """The file's new text. EditError where it would not say what is expected, and nothing else."""
        text = str(self.lines.changed(edits))
        try:
            value = Document(text, self.file).value
        except EditError:
            value = None
        if value != expected:
            raise self.error(path, BY_HAND)
        return text

    def error(self, path: Path, words: str) -> EditError:
        """Why a change can't be made, at the place it was meant for."""
        return EditError([Problem(self.places.key(path) if self.value is not None else Mark(self.file), words)])

    def _record(self) -> str:
        try:
            return split(self.lines.plain).record
        except ValueError:
            words = "the record that starts here never closes; add a line of --- below it"
            raise EditError([Problem(Mark(self.file), words)]) from None


def _ends_a_document(line: str) -> bool:
    return line == "..." or line.startswith("... ")
