"""YAML text -> where every field stands and ends. Read only when there is something to say about one, or to change."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import yaml

from generator.diagnostics import Location

Path = tuple[str | int, ...]
At = tuple[int, int]
NO_LINE_END = re.compile(r"[^\n]")
NOWHERE = -1
COLUMN_BITS = 32
KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]?\+")


class Places:
    """The keys and values of one text, by path: ("services", 3, "contact", 0, "phone").

    A directory of thousands of services has hundreds of thousands: each is a row of numbers, and all that is inside a
    list or record stands behind it, before what follows. Only who edits a file asks for all of them by their paths.
    """

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self._names: list[str | int] = []
        self._keys, self._values, self._ends = array("q"), array("q"), array("q")
        """Where the name of each stands, where it starts, and the end of it; both lines and columns, in one number."""
        self._behind = array("l")
        """The number of what follows each and all that is inside it."""
        self._flow: set[int] = set()
        self._inside: dict[int, dict[str | int, int]] = {}
        """What is inside a list or record, by its name: worked out once somebody asks for something in it."""

    # Written once, by the walk

    def begin(self, name: str | int, key: At | None, start: At) -> int:
        """Write down a value with its name, before all that is inside it. What it goes by here."""
        self._names.append(sys.intern(name) if isinstance(name, str) else name)
        self._keys.append(NOWHERE if key is None else _packed(key))
        self._values.append(_packed(start))
        self._ends.append(0)
        self._behind.append(0)
        return len(self._names) - 1

    def end(self, one: int, at: At, *, in_brackets: bool) -> None:
        """Write down where a value ends, behind all that is inside it."""
        self.end_at(one, at)
        self._behind[one] = len(self._names)
        if in_brackets:
            self._flow.add(one)

    def end_at(self, one: int, at: At) -> None:
        """Write down where a value ends."""
        self._ends[one] = _packed(at)

    # One place

    def key(self, path: Path) -> Location:
        """Where a field's name stands; where a list's item or the whole starts, for a path that ends in one."""
        one, is_there = self._found(path)
        if is_there and self._keys[one] != NOWHERE:
            return self._mark(self._keys[one])
        return self._mark(self._values[one] if self._names else 0)

    def value(self, path: Path) -> Location:
        """Where a value starts; for a field that is not there, where the record around it starts."""
        one, _ = self._found(path)
        return self._mark(self._values[one] if self._names else 0)

    def has(self, path: Path) -> bool:
        """Whether the author wrote this field, perhaps with nothing behind it."""
        return self._found(path)[1]

    def _found(self, path: Path) -> tuple[int, bool]:
        """What stands at a path, or the nearest thing around it, and whether it is the thing itself."""
        one = 0
        for name in path:
            inside = self._all_inside(one).get(name)
            if inside is None:
                return one, False
            one = inside
        return one, bool(self._names)

    def _all_inside(self, one: int) -> dict[str | int, int]:
        if one not in self._inside:
            found = self._inside[one] = {}
            at, behind = one + 1, self._behind[one] if self._names else 0
            while at < behind:
                found[self._names[at]] = at
                at = self._behind[at]
        return self._inside[one]

    def _mark(self, packed: int) -> Location:
        line, column = _unpacked(packed)
        return Location(self.file, line + self.first_line, column + 1)

    # All of them, for who edits

    @cached_property
    def _paths(self) -> list[Path]:
        paths: list[Path] = []
        around: list[tuple[int, Path]] = []
        for one, name in enumerate(self._names):
            while around and one >= around[-1][0]:
                around.pop()
            path = (*around[-1][1], name) if around else ()
            paths.append(path)
            around.append((self._behind[one], path))
        return paths

    @cached_property
    def keys(self) -> dict[Path, At]:
        """The line and column, from 0, of each field's name."""
        return {path: _unpacked(at) for path, at in zip(self._paths, self._keys, strict=True) if at != NOWHERE}

    @cached_property
    def values(self) -> dict[Path, At]:
        """The same of where each value starts."""
        return {path: _unpacked(at) for path, at in zip(self._paths, self._values, strict=True)}

    @cached_property
    def ends(self) -> dict[Path, At]:
        """The same of what is behind each value's last character; comments and blank lines do not count."""
        return {path: _unpacked(at) for path, at in zip(self._paths, self._ends, strict=True)}

    @cached_property
    def flow(self) -> set[Path]:
        """The lists and records that stand between brackets."""
        return {self._paths[one] for one in self._flow}


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
        _Walk(events, places, text.split("\n")).value(first, "", None)
    return places


class _Walk:
    """One pass over the events of one text, whose places it writes down."""

    def __init__(self, events: Iterator[Any], places: Places, lines: Sequence[str]) -> None:
        self.events = events
        self.places = places
        self.lines = lines

    def value(self, event: Any, name: str | int, key: At | None) -> tuple[int, At]:
        """Write down one value and all in it; what it goes by, and where it ends."""
        start = _at(event.start_mark)
        one = self.places.begin(name, key, start)
        if isinstance(event, yaml.ScalarEvent):
            end = self._end_of_scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            end = self._fields(start)
        else:
            end = self._items(start)
        self.places.end(one, end, in_brackets=bool(getattr(event, "flow_style", False)))
        return one, end

    def _fields(self, end: At) -> At:
        known: set[str] = set()
        for key in self.events:
            if isinstance(key, yaml.MappingEndEvent):
                return max(end, self._closing(key))
            value = next(self.events)
            if key.value in known:
                _, end = self.value(value, f"{key.value} (again)", None)
                continue
            known.add(key.value)
            one, end = self.value(value, key.value, _at(key.start_mark))
            if (
                end[0] > key.end_mark.line
                and isinstance(value, yaml.ScalarEvent)
                and not value.style
                and not value.value
            ):
                end = _at(key.end_mark)  # "? name" alone: the parser looked for more below
                self.places.end_at(one, end)
        return end

    def _items(self, end: At) -> At:
        for number, item in enumerate(self.events):
            if isinstance(item, yaml.SequenceEndEvent):
                return max(end, self._closing(item))
            _, end = self.value(item, number, None)
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


def _packed(at: At) -> int:
    return at[0] << COLUMN_BITS | at[1]


def _unpacked(packed: int) -> At:
    return packed >> COLUMN_BITS, packed & (1 << COLUMN_BITS) - 1


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
