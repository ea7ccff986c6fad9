"""Source: one file's text, what it says, and where; Found: a record and the place it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator.problems import Mark, Problem
from generator.reading.messages import problems_in
from generator.reading.yaml_places import Path, Places, find_places
from generator.reading.yaml_values import Value, read_yaml

R = TypeVar("R", bound=BaseModel)
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)


class Source:
    """The YAML of one file. Its places are worked out the first time somebody asks for one."""

    def __init__(self, text: str, file: str, problems: list[Problem], first_line: int = 1, tags: bool = False) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.value: Value = read_yaml(text, file, problems, first_line, tags)

    @cached_property
    def places(self) -> Places:
        """Where every field stands."""
        return find_places(self.text, self.file, self.first_line)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line of the text begins: of a large file, each place in it would count all its lines again."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def record(self, model: type[R], value: object, path: Path, problems: list[Problem]) -> R | None:
        """The value at a path as a record; None, and its problems, where it is not one."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            problems.extend(problems_in(error, model, self.places, path))
            return None


@dataclass(frozen=True, slots=True)
class Found(Generic[R_co]):
    """A record and where its author wrote it."""

    record: R_co
    source: Source
    path: Path

    def at(self, *inside: str | int) -> Mark:
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
