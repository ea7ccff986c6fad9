"""What authors wrote -> each place with words that this site never says, and each short form nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from generator.content.loading.source_file import Authored, Found, Source, authored, texts_in
from generator.content.source.positions import Path
from generator.diagnostics import ContentError, Diagnostic, Fault, Location
from generator.model.service import Service
from generator.model.style_guide import HouseWords, Never

OTHERS_WORDS = {
    "id",
    "name",
    "also_known_as",
    "source",
    "sources",
    "was",
    "website",
    "link",
    "retired_numbers",
    "retired_addresses",
}
"""Fields that hold names and the words of others, which are not ours to change."""


@lru_cache(maxsize=1)
def read_house_words() -> HouseWords:
    """The lists that come with Waymark."""
    problems: list[Diagnostic] = []
    text = resources.files("generator.model.data").joinpath("house_words.yaml").read_text(encoding="utf-8")
    source = Source(text, "generator/model/data/house_words.yaml", problems)
    house = source.record(HouseWords, source.value, (), problems)
    if house is None:
        raise ContentError(problems)
    return house


def never_said(text: str, file: str) -> Iterator[Diagnostic]:
    """A problem for each place where a file, YAML or Markdown, says what this site never says."""
    perhaps = [never for never in read_house_words().never if never.may_be_in(text)]
    if not perhaps:
        return
    whole = authored(text, file)
    for never in perhaps:
        for path, ours in texts_in(whole.source.value, (), OTHERS_WORDS):
            if never.pattern.search(ours):
                yield _never_said_at(whole.place_in(path, never.pattern), never)
        for found in never.pattern.finditer(whole.words):
            yield _never_said_at(whole.place_of_words(found.start()), never)


def unexplained_in_page(text: str, file: str) -> Iterator[Diagnostic]:
    """Advice for each short form in a Markdown file that the file never explains."""
    if any(short in text for short in read_house_words().acronyms):
        yield from _unexplained(authored(text, file), ())


def unexplained_in_services(services: Iterable[Found[Service]]) -> Iterator[Diagnostic]:
    """Advice for each short form in a service that the service never explains."""
    acronyms = read_house_words().acronyms
    perhaps: dict[int, bool] = {}
    for one in services:
        source = one.source
        if id(source) not in perhaps:
            perhaps[id(source)] = any(short in source.text for short in acronyms)
        if perhaps[id(source)]:
            yield from _unexplained(Authored(source), one.path)


def _unexplained(whole: Authored, path: Path) -> Iterator[Diagnostic]:
    value: Any = whole.source.value
    for part in path:
        value = value[part]
    ours = list(texts_in(value, path, OTHERS_WORDS))
    every = " ".join([*(text for _, text in ours), whole.words])
    for short, long in read_house_words().acronyms.items():
        if short not in every or " ".join(long.split()).lower() in " ".join(every.split()).lower():
            continue
        pattern = re.compile(rf"(?<!\()\b{short}s?\b")
        where = next((place for place, text in ours if pattern.search(text)), None)
        found = pattern.search(whole.words)
        if where is not None:
            yield _unexplained_at(whole.place_in(where, pattern), short, long)
        elif found:
            yield _unexplained_at(whole.place_of_words(found.start()), short, long)


def said_of(text: str) -> Iterator[str]:
    """Why some words of one text are never said here; nothing, where all of them are."""
    return (str(_why(never)) for never in read_house_words().never if never.pattern.search(text))


def _unexplained_at(location: Location, short: str, long: str) -> Diagnostic:
    words, hint = f'"{short}" stands alone', f"write out once what it is short for: {long}"
    return Diagnostic("short-form-unexplained", "warning", location, words, found="", hint=hint)


def _never_said_at(location: Location, never: Never) -> Diagnostic:
    """It repeats the words of our list, and nothing of the author's that stands around them."""
    why = _why(never)
    return Diagnostic("words-never-said", "error", location, why.message, found="", hint=why.hint)


def _why(never: Never) -> Fault:
    words = f'"{never.words}" is not what we say here, because {never.why}'
    return Fault("words-never-said", words, f'write "{never.instead}"')
