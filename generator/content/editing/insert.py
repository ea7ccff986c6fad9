"""Entries written as YAML -> a file's text with them at the end of a list or section, in the way the file is written.

An entry is written as it would stand at the left edge: a line "- id: harbour" and its fields below it in a list,
"harbour:" and its fields below it where each record has its id in front. Comments above it and in it come along.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from generator.content.editing.document import Edit, YamlDocument
from generator.content.editing.yaml_writer import flow
from generator.content.source.positions import At, Path
from generator.content.source.yaml_parser import Value, read_yaml
from generator.diagnostics import Fault

STEP = 2
"""How far records stand in where a file does not say."""
SHORT = 3
"""A list's entries of more lines than this have a blank line between them where a file does not say."""


def insert(text: str, file: str, section: str | Path, entries: Sequence[str]) -> str:
    """A file's text with entries at the end of a section, which is made where it is missing.

    Args:
        text: the file's text, with its byte order mark and line endings.
        file: its name; in one that ends in .md, the record at the top is changed.
        section: "services", or the path of a list or record inside: ("services", 3, "contact").
        entries: YAML texts of one entry each, all for a list or all with a name in front.

    Raises:
        EditError: where the file can't be read, a name is taken, or the change would touch more than these entries.
        ValueError: where an entry is not one.
    """
    path: Path = (section,) if isinstance(section, str) else section
    document = YamlDocument(text, file)
    values = [_entry(entry, file) for entry in entries]
    if not values:
        return text
    expected = _with(document, path, values)
    insertion = _Insertion(document, path, [entry.rstrip("\n").split("\n") for entry in entries], values)
    return document.changed(insertion.edits(), expected, path)


def _entry(entry: str, file: str) -> list[Any] | dict[str, Any]:
    value, problems = read_yaml(entry, file)
    if problems or not isinstance(value, (list, dict)) or len(value) != 1:
        raise ValueError(f"this is not one entry: {entry!r}")
    return value


def _with(document: YamlDocument, path: Path, values: Sequence[list[Any] | dict[str, Any]]) -> Value:
    """What the file shall say afterwards."""
    whole: Any = deepcopy(document.value) if document.value is not None else {}
    at = document.at(path) if document.value is not None or len(path) > 1 else None
    new = deepcopy(at) if at else type(values[0])()
    for value in values:
        if isinstance(new, list) and isinstance(value, list):
            new.extend(value)
        elif isinstance(new, dict) and isinstance(value, dict):
            name = next(iter(value))
            if document.places.has((*path, name)):
                fault = Fault("id-used-twice", f'"{name}" is already an id here', "choose another")
                raise document.error((*path, name), fault)
            new.update(value)
        else:
            shape = "a list here" if isinstance(new, list) else "not a list here"
            fault = Fault("other-than-a-list", f'"{path[-1]}" is {shape}', "mend it first, then add to it")
            raise document.error(path, fault)
    if not path:
        return new
    inside = whole
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = new
    return whole  # type: ignore[no-any-return]


class _Insertion:
    """One change: where the entries go, and the lines that they become there."""

    def __init__(
        self,
        document: YamlDocument,
        path: Path,
        blocks: Sequence[list[str]],
        values: Sequence[list[Any] | dict[str, Any]],
    ) -> None:
        self.document = document
        self.path = path
        self.blocks = blocks
        self.values = values
        self.places = document.places
        self.words = document.lines.words

    def edits(self) -> list[Edit]:
        """The lines to change."""
        path = self.path
        parent = path[:-1]
        if not self.places.has(path):
            return self._in_brackets(parent, named=True) if parent in self.places.flow else [self._new_section()]
        if path in self.places.flow:
            return self._in_brackets(path) if not self._is_empty_on_one_line() else self._behind_empty_brackets()
        if self.document.at(path) is None:
            return [self._lines_below(self.places.keys[path][0], self._step_below(path))]
        column = self.places.values[path][1]
        return [self._lines_below(self.places.ends[path][0], column, after_others=True)]

    def _new_section(self) -> Edit:
        """The section's name and the entries, behind all else in the record around it."""
        parent, document = self.path[:-1], self.document
        if not parent:
            line = document.end
            column = self.places.values[()][1] if document.value is not None else 0
        else:
            column = self.places.values[parent][1]
            line = self._behind_comments(self.places.ends[parent][0], column - 1)
        above = self.words[line - 1].strip() if line else ""
        apart = bool(above) and not parent and self._sections_stand_apart()
        entries = self._indented(column + STEP)
        return Edit(line, line, (*[""] * apart, f"{' ' * column}{self.path[-1]}:", *entries))

    def _lines_below(self, line: int, column: int, after_others: bool = False) -> Edit:
        """The entries on lines of their own, below the last line of the section and the comments that belong to it."""
        outer = self.places.keys[self.path][1] if self.path in self.places.keys else -1
        line = self._behind_comments(line, outer)
        apart = after_others and bool(self.words[line - 1].strip()) and self._entries_stand_apart()
        return Edit(line, line, (*[""] * apart, *self._indented(column)))

    def _in_brackets(self, path: Path, named: bool = False) -> list[Edit]:
        """The entries between the brackets of a list or record, behind the last thing in it."""
        new = []
        for value in self.values:
            new += [flow(item) for item in value] if isinstance(value, list) else [flow(value)[1:-1]]
        text = ", ".join(new)
        if named:
            brackets = "[]" if isinstance(self.values[0], list) else "{}"
            text = f"{self.path[-1]}: {brackets[0]}{text}{brackets[1]}"
        inside = [end for place, end in self.places.ends.items() if place[:-1] == path and place != path]
        if inside:
            return [self._at(max(inside), f", {text}")]
        line, column = self.places.values[path]
        return [self._at((line, column + 1), text)]

    def _is_empty_on_one_line(self) -> bool:
        line, _ = self.places.values[self.path]
        return (
            not self.document.at(self.path)
            and self.places.ends[self.path][0] == line
            and self.path[:-1] not in self.places.flow
            and self.path in self.places.keys
            and self.places.keys[self.path][0] == line
        )

    def _behind_empty_brackets(self) -> list[Edit]:
        """`services: []` becomes `services:`, and the entries stand below it."""
        line, start = self.places.values[self.path]
        end = self.places.ends[self.path][1]
        name = self.words[line][:start].rstrip() + self.words[line][end:]
        return [Edit(line, line + 1, (name,)), self._lines_below(line, self._step_below(self.path))]

    def _at(self, at: At, text: str) -> Edit:
        line, column = at
        return Edit(line, line + 1, (self.words[line][:column] + text + self.words[line][column:],))

    def _behind_comments(self, line: int, outer: int) -> int:
        """The first line that does not belong to what ends on `line`: comments further in than `outer` do."""
        end = line + 1
        for number in range(line + 1, self.document.end):
            words = self.words[number].lstrip(" ")
            if words.startswith("#") and len(self.words[number]) - len(words) > outer:
                end = number + 1
            elif words.strip():
                break
        return end

    def _step_below(self, path: Path) -> int:
        """How far the entries of an empty section stand in: as those of its neighbours do."""
        column = self.places.keys[path][1]
        kind = type(self.values[0])
        for other in self.places.keys:
            if other[:-1] == path[:-1] and other not in self.places.flow and isinstance(self.document.at(other), kind):
                step = self.places.values[other][1] - self.places.keys[other][1]
                return column + step
        return column + STEP

    def _indented(self, column: int) -> list[str]:
        """The entries' lines, each as far in as the section's, with blank lines between them where that is the way."""
        apart = self._entries_stand_apart()
        lines: list[str] = []
        for number, block in enumerate(self.blocks):
            lines += [""] * (apart and number > 0)
            lines += [" " * column + line if line.strip() else "" for line in block]
        return lines

    def _entries_stand_apart(self) -> bool:
        """Whether a blank line stands between entries: as between the last two, else where they are long."""
        places, at = self.places, self.document.at(self.path) if self.places.has(self.path) else None
        if at and len(at) > 1:
            last_two = list(range(len(at)))[-2:] if isinstance(at, list) else list(at)[-2:]
            above, below = ((*self.path, name) for name in last_two)
            between = range(places.ends[above][0] + 1, places.keys.get(below, places.values[below])[0])
            return any(not self.words[line].strip() for line in between)
        if isinstance(self.values[0], dict):
            return False
        first = (*self.path, 0)
        tallest = places.ends[first][0] - places.values[first][0] + 1 if at else len(self.blocks[0])
        return tallest > SHORT

    def _sections_stand_apart(self) -> bool:
        """Whether a blank line stands between sections: as above the last one and its comments. A campaign has none."""
        if self.document.has_words_below:
            return False
        starts = [at[0] for path, at in self.places.keys.items() if len(path) == 1]
        line = starts[-1] if len(starts) > 1 else 0
        while line and self.words[line - 1].startswith("#"):
            line -= 1
        return line == 0 or not self.words[line - 1].strip()
