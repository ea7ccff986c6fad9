"""YAML text -> where every field stands and ends. Read only when there is something to say about one, or to change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Location

Path = tuple[str | int, ...]
At = tuple[int, int]
NO_LINE_END = re.compile(r"[^\n]")
KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]?\+")


@dataclass(frozen=True, slots=True)
class Places:
    """The keys and values of one text, by path: ("services", 3, "contact", 0, "phone")."""

    file: str
    first_line: int
    keys: dict[Path, At] = field(default_factory=dict)
    values: dict[Path, At] = field(default_factory=dict)
    ends: dict[Path, At] = field(default_factory=dict)
    """The line and column, from 0, behind each value's last character; comments and blank lines do not count."""
    flow: set[Path] = field(default_factory=set)
    """The lists and records that stand between brackets."""

    def key(self, path: Path) -> Location:
        """Where a field's name stands; where a list's item or the whole starts, for a path that ends in one."""
        return self._mark(self.keys.get(path) or self._value(path))

    def value(self, path: Path) -> Location:
        """Where a value starts; for a field that is not there, where the record around it starts."""
        return self._mark(self._value(path))

    def has(self, path: Path) -> bool:
        """Whether the author wrote this field, perhaps with nothing behind it."""
        return path in self.values

    def _value(self, path: Path) -> At:
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (0, 0))

    def _mark(self, at: At) -> Location:
        return Location(self.file, at[0] + self.first_line, at[1] + 1)


def find_places(text: str, file: str, first_line: int = 1) -> Places:
    """Every place in a text that `read_yaml` could read."""
    places = Places(file, first_line)
    events = (
        event
        for event in yaml.parse(text, Loader=yaml.CBaseLoader)
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.CollectionEndEvent))
    )
    first = next(events, None)
    if first is not None:
        _Walk(events, places, text.split("\n")).value(first, ())
    return places


class _Walk:
    """One pass over the events of one text, whose places it writes down."""

    def __init__(self, events: Iterator[Any], places: Places, lines: Sequence[str]) -> None:
        self.events = events
        self.places = places
        self.lines = lines

    def value(self, event: Any, path: Path) -> At:
        """Write down one value and all in it; where it ends."""
        self.places.values[path] = start = _at(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            end = self._end_of_scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            end = self._fields(path, start)
        else:
            end = self._items(path, start)
        if getattr(event, "flow_style", False):
            self.places.flow.add(path)
        self.places.ends[path] = end
        return end

    def _fields(self, path: Path, end: At) -> At:
        for key in self.events:
            if isinstance(key, yaml.MappingEndEvent):
                return max(end, self._closing(key))
            child, value = (*path, key.value), next(self.events)
            if child in self.places.keys:
                end = self.value(value, (*path, f"{key.value} (again)"))
                continue
            self.places.keys[child] = _at(key.start_mark)
            end = self.value(value, child)
            if (
                end[0] > key.end_mark.line
                and isinstance(value, yaml.ScalarEvent)
                and not value.style
                and not value.value
            ):
                end = self.places.ends[child] = _at(key.end_mark)  # "? name" alone: the parser looked for more below
        return end

    def _items(self, path: Path, end: At) -> At:
        for number, item in enumerate(self.events):
            if isinstance(item, yaml.SequenceEndEvent):
                return max(end, self._closing(item))
            end = self.value(item, (*path, number))
        return end

    def _closing(self, event: Any) -> At:
        """Behind a closing bracket; for a list or record without brackets nothing: what is in it ends it."""
        start, end = _at(event.start_mark), _at(event.end_mark)
        return end if end > start else (0, 0)

    def _end_of_scalar(self, event: Any) -> At:
        line, column = _at(event.end_mark)
        if not event.style or event.style not in "|>":
            return line, column
        if column == 0:  # the parser stands on the line below
            line -= 1
        if not KEEPS_BLANK_LINES.match(self.lines[event.start_mark.line], event.start_mark.column):
            while line > event.start_mark.line and not self.lines[line].strip():
                line -= 1
        return line, len(self.lines[line])


def _at(mark: yaml.Mark) -> At:
    return mark.line, mark.column


def without_comments(text: str) -> str:
    """YAML in which only keys and values are left, each where it was; all of it where it can't be read as YAML."""
    pieces: list[str] = []
    at = 0
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):  # events alone: nothing is made of them
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                start, end = event.start_mark.index, event.end_mark.index
                pieces += [NO_LINE_END.sub(" ", text[at:start]), text[start:end]]
                at = end
    except yaml.YAMLError:
        return text
    return "".join([*pieces, NO_LINE_END.sub(" ", text[at:])])
