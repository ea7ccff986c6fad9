"""YAML text -> where every field stands. Read only when there is something to say about one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import Mark

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The keys and values of one text, by path: ("services", 3, "contact", 0, "phone")."""

    file: str
    first_line: int
    keys: dict[Path, tuple[int, int]]
    values: dict[Path, tuple[int, int]]

    def key(self, path: Path) -> Mark:
        """Where a field's name stands; where a list's item or the whole starts, for a path that ends in one."""
        return self._mark(self.keys.get(path) or self._value(path))

    def value(self, path: Path) -> Mark:
        """Where a value starts; for a field that is not there, where the record around it starts."""
        return self._mark(self._value(path))

    def has(self, path: Path) -> bool:
        """Whether the author wrote this field, perhaps with nothing behind it."""
        return path in self.values

    def _value(self, path: Path) -> tuple[int, int]:
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (0, 0))

    def _mark(self, at: tuple[int, int]) -> Mark:
        return Mark(self.file, at[0] + self.first_line, at[1] + 1)


def find_places(text: str, file: str, first_line: int = 1) -> Places:
    """Every place in a text that `read_yaml` could read."""
    places = Places(file, first_line, {}, {})
    events = (
        event
        for event in yaml.parse(text, Loader=yaml.CBaseLoader)
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.CollectionEndEvent))
    )
    first = next(events, None)
    if first is not None:
        _walk(first, events, (), places)
    return places


def _walk(event: Any, events: Iterator[Any], path: Path, places: Places) -> None:
    places.values[path] = (event.start_mark.line, event.start_mark.column)
    if isinstance(event, yaml.MappingStartEvent):
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                return
            child = (*path, key.value)
            value = next(events)
            if child in places.keys:
                _walk(value, events, (*path, f"{key.value} (again)"), places)
                continue
            places.keys[child] = (key.start_mark.line, key.start_mark.column)
            _walk(value, events, child, places)
    elif isinstance(event, yaml.SequenceStartEvent):
        for number, item in enumerate(events):
            if isinstance(item, yaml.SequenceEndEvent):
                return
            _walk(item, events, (*path, number), places)
