"""One file as its author wrote it -> its record and the words below, each text in it, and where some words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.problems import Mark
from generator.reading.front_matter import A_BOUNDARY, Split, split
from generator.reading.source import Source
from generator.reading.yaml_places import Path


@dataclass(frozen=True, slots=True)
class Authored:
    """A YAML file, or a Markdown file whose `words` begin on `first_line`. What is wrong with it is said elsewhere."""

    source: Source
    words: str = ""
    first_line: int = 1

    def place_in(self, path: Path, pattern: re.Pattern[str]) -> Mark:
        """Where a pattern stands in a value; where the value starts, if quotation marks or folds keep it apart."""
        source = self.source
        start = source.places.value(path)
        starts = source.line_starts
        found = pattern.search(source.text, starts[start.line - source.first_line] + start.column - 1)
        if not found:
            return start
        line = bisect_right(starts, found.start()) - 1
        return Mark(source.file, source.first_line + line, found.start() - starts[line] + 1)

    def place_of_words(self, at: int) -> Mark:
        """Where a character of the words stands."""
        return place_in(self.words, self.source.file, at, self.first_line)


def authored(text: str, file: str) -> Authored:
    """A file of content, by its text."""
    if not file.endswith(".md"):
        return Authored(Source(text, file, []))
    try:
        parts = split(text) if A_BOUNDARY.match(text) else Split("", text, 1)
    except ValueError:
        parts = Split("", text, 1)
    return Authored(Source(parts.record, file, []), parts.words, parts.first_line)


def texts_in(value: Any, path: Path, but: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """Every text below a value, with its path, but those of some fields."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inside in value.items():
            if key not in but:
                yield from texts_in(inside, (*path, key), but)
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from texts_in(inside, (*path, number), but)


def place_in(text: str, file: str, at: int, first_line: int = 1) -> Mark:
    """Where a character of a text stands."""
    return Mark(file, first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at))
