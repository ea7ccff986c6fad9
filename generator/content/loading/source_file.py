"""One file -> its text, its values, its records and the words below, each with the place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content.loading.validation_errors import errors_of, problems_in
from generator.content.source.positions import Path, Places, find_places
from generator.content.source.text_files import A_BOUNDARY, Split, split
from generator.content.source.yaml_parser import Value, read_yaml
from generator.diagnostics import Fault, Location, Parsed, place_in
from generator.model.standing_page import A_READER, READ, ReadBy

R = TypeVar("R", bound=BaseModel)


R_co = TypeVar("R_co", bound=BaseModel, covariant=True)


Readers = dict[str, ReadBy | None]
"""By language: who read the words, and when; None where the author says that nobody has."""


class Source:
    """The YAML of one file, and what is wrong with it. Its places are worked out once somebody asks for one."""

    def __init__(self, text: str, file: str, first_line: int = 1, tags: bool = False) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.value: Value
        self.value, self.problems = read_yaml(text, file, first_line, tags)
        self.read: dict[Path, Readers] = {}
        """Who has read the words of a record, by its path; what stands there holds for all inside it."""
        if READ in text and not tags:
            self.value = self._without_readers(self.value, ())

    @cached_property
    def places(self) -> Places:
        """Where every field stands."""
        return find_places(self.text, self.file, self.first_line)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line of the text begins: of a large file, each place in it would count all its lines again."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def readers(self, path: Path) -> Readers:
        """Who has read what stands at a path: as the record around it says, else the one around that."""
        found: Readers = {}
        for length in range(len(path) + 1):
            found |= self.read.get(path[:length], {})
        return found

    def _without_readers(self, value: Value, path: Path) -> Value:
        if isinstance(value, list):
            return [self._without_readers(one, (*path, number)) for number, one in enumerate(value)]
        if not isinstance(value, dict):
            return value
        kept = {}
        for name, inside in value.items():
            language = A_READER.fullmatch(name)
            if language is None:
                kept[name] = self._without_readers(inside, (*path, name))
            else:
                self.read.setdefault(path, {})[language[1]] = self._reader(inside, (*path, name))
        return kept

    def _reader(self, said: Value, path: Path) -> ReadBy | None:
        if said == "no":
            return None
        if not isinstance(said, dict):
            words = "who read these words, and when, is needed here"
            fault = Fault("reader-needed", words, f"write {path[-1]}: {{by: Sam Reed, on: 2027-01-12}}, or no")
            self.problems.append(fault.at(self.places.value(path)))
            return None
        reader, problems = self.record(ReadBy, said, path)
        self.problems += problems
        return reader

    def record(self, model: type[R], value: object, path: Path) -> Parsed[R | None]:
        """The value at a path as a record; None where it is not one."""
        try:
            return Parsed(model.model_validate(value), [])
        except ValidationError as error:
            return Parsed(None, list(problems_in(error, model, self.places, path)))

    def record_and_words(
        self, model: type[R], value: object, from_words: Collection[str], first_word: int
    ) -> Parsed[Found[R] | None]:
        """The value of the whole file as a record; some of its fields stand in the words below, from a line on."""
        try:
            return Parsed(Found(model.model_validate(value), self, ()), [])
        except ValidationError as error:
            problems = zip(problems_in(error, model, self.places, ()), errors_of(error), strict=True)
            below = Location(self.file, first_word)
            return Parsed(None, [one.at(below) if _field(detail) in from_words else one for one, detail in problems])


def _field(detail: ErrorDetails) -> object:
    return next(iter(detail["loc"]), None)


def line_of_first_word(words: str, first_line: int) -> int:
    """The line of the first word of some words that begin on a line."""
    return first_line + words[: len(words) - len(words.lstrip())].count("\n")


@dataclass(frozen=True, slots=True)
class Found(Generic[R_co]):
    """A record and where its author wrote it."""

    record: R_co
    source: Source
    path: Path

    def at(self, *inside: str | int) -> Location:
        """The place of one of the record's values."""
        return self.source.places.value(self.path + inside)


def each(found: Iterable[Found[R]], field: str) -> Iterator[tuple[Found[R], Path, str]]:
    """Every word of a field of every record, with its path in the record. "who.audiences" is a field of a field."""
    names = tuple(field.split("."))
    for one in found:
        value: Any = one.record
        for name in names:
            value = getattr(value, name)
        if isinstance(value, str):
            yield one, names, value
        else:
            for number, word in enumerate(value or ()):
                yield one, (*names, number), word


@dataclass(frozen=True, slots=True)
class Authored:
    """A YAML file, or a Markdown file whose `words` begin on `first_line`. What is wrong with it is said elsewhere."""

    source: Source
    words: str = ""
    first_line: int = 1

    def place_in(self, path: Path, pattern: re.Pattern[str]) -> Location:
        """Where a pattern stands in a value; where the value starts, if quotation marks or folds keep it apart."""
        source = self.source
        start = source.places.value(path)
        starts = source.line_starts
        found = pattern.search(source.text, starts[start.line - source.first_line] + start.column - 1)
        if not found:
            return start
        line = bisect_right(starts, found.start()) - 1
        return Location(source.file, source.first_line + line, found.start() - starts[line] + 1)

    def place_of_words(self, at: int) -> Location:
        """Where a character of the words stands."""
        return place_in(self.words, self.source.file, at, self.first_line)


def authored(text: str, file: str) -> Authored:
    """A file of content, by its text."""
    if not file.endswith(".md"):
        return Authored(Source(text, file))
    try:
        parts = split(text) if A_BOUNDARY.match(text) else Split("", text, 1)
    except ValueError:
        parts = Split("", text, 1)
    return Authored(Source(parts.record, file), parts.words, parts.first_line)


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
