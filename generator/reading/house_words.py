"""What authors wrote -> each place with words that this site never says, and each short form nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from generator.model.house_words import HouseWords, Never
from generator.model.service import Service
from generator.problems import ContentError, Mark, Problem
from generator.reading.front_matter import A_BOUNDARY, Split, split
from generator.reading.source import Found, Source
from generator.reading.yaml_places import Path

OTHERS_WORDS = {"id", "name", "also_known_as", "source", "sources", "was", "website", "link", "retired_numbers"}
"""Fields that hold names and the words of others, which are not ours to change."""


@lru_cache(maxsize=1)
def read_house_words() -> HouseWords:
    """The lists that come with Waymark."""
    problems: list[Problem] = []
    text = resources.files("generator.model").joinpath("house_words.yaml").read_text(encoding="utf-8")
    source = Source(text, "generator/model/house_words.yaml", problems)
    house = source.record(HouseWords, source.value, (), problems)
    if house is None:
        raise ContentError(problems)
    return house


def never_said(text: str, file: str) -> Iterator[Problem]:
    """A problem for each place where a file, YAML or Markdown, says what this site never says."""
    perhaps = [never for never in read_house_words().never if never.may_be_in(text)]
    if not perhaps:
        return
    source, words, first_line = _parts(text, file)
    for never in perhaps:
        for path, ours in _ours(source.value, ()):
            if never.pattern.search(ours):
                yield _of_our_words(_place_in(source, path, never.pattern), _why(never))
        for found in never.pattern.finditer(words):
            yield _of_our_words(_place(file, words, found.start(), first_line), _why(never))


def unexplained_in_page(text: str, file: str) -> Iterator[Problem]:
    """Advice for each short form in a Markdown file that the file never explains."""
    if any(short in text for short in read_house_words().acronyms):
        source, words, first_line = _parts(text, file)
        yield from _unexplained(source, (), words, first_line)


def unexplained_in_services(services: Iterable[Found[Service]]) -> Iterator[Problem]:
    """Advice for each short form in a service that the service never explains."""
    acronyms = read_house_words().acronyms
    perhaps: dict[int, bool] = {}
    for one in services:
        source = one.source
        if id(source) not in perhaps:
            perhaps[id(source)] = any(short in source.text for short in acronyms)
        if perhaps[id(source)]:
            yield from _unexplained(source, one.path)


def _unexplained(source: Source, path: Path, words: str = "", first_line: int = 1) -> Iterator[Problem]:
    value: Any = source.value
    for part in path:
        value = value[part]
    ours = list(_ours(value, path))
    every = " ".join([*(text for _, text in ours), words])
    for short, long in read_house_words().acronyms.items():
        if short not in every or " ".join(long.split()).lower() in " ".join(every.split()).lower():
            continue
        pattern = re.compile(rf"(?<!\()\b{short}s?\b")
        advice = f'"{short}" stands alone; write out once what it is short for: {long}'
        where = next((place for place, text in ours if pattern.search(text)), None)
        found = pattern.search(words)
        if where is not None:
            yield _of_our_words(_place_in(source, where, pattern), advice)
        elif found:
            yield _of_our_words(_place(source.file, words, found.start(), first_line), advice)


def _parts(text: str, file: str) -> tuple[Source, str, int]:
    """The record of a file, the words below it, and their first line. What is wrong with it is said elsewhere."""
    if not file.endswith(".md"):
        return Source(text, file, []), "", 1
    try:
        parts = split(text) if A_BOUNDARY.match(text) else Split("", text, 1)
    except ValueError:
        parts = Split("", text, 1)
    return Source(parts.record, file, []), parts.words, parts.first_line


def said_of(text: str) -> Iterator[str]:
    """Why some words of one text are never said here; nothing, where all of them are."""
    return (_why(never) for never in read_house_words().never if never.pattern.search(text))


def _of_our_words(mark: Mark, text: str) -> Problem:
    """What is said of a word repeats the word of our list, and nothing that stands around it."""
    return Problem(mark, text, unquoted=text)


def _why(never: Never) -> str:
    return f'"{never.words}" is not what we say here, because {never.why}; write "{never.instead}"'


def _ours(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text below a value that an author of this site wrote, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inside in value.items():
            if key not in OTHERS_WORDS:
                yield from _ours(inside, (*path, key))
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from _ours(inside, (*path, number))


def _place_in(source: Source, path: Path, pattern: re.Pattern[str]) -> Mark:
    """Where the words stand within a value; where the value starts, if quotation marks or folds keep them apart."""
    start = source.places.value(path)
    lines = source.text.split("\n")
    line = start.line - source.first_line
    offset = sum(len(one) + 1 for one in lines[:line]) + start.column - 1
    found = pattern.search(source.text, offset)
    return _place(source.file, source.text, found.start(), source.first_line) if found else start


def _place(file: str, text: str, at: int, first_line: int) -> Mark:
    return Mark(file, first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at))
