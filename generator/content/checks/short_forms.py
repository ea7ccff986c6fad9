"""What is short for something is written out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.content.analysis.house_words import OTHERS_WORDS, read_house_words
from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Authored, Found, authored, texts_in
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic, Location
from generator.model.service import Service

CODES = ("short-form-unexplained",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    yield from unexplained_in_services(content.directory.services)
    for file, text in content.texts.items():
        yield from unexplained_in_page(text, file)


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


def _unexplained_at(location: Location, short: str, long: str) -> Diagnostic:
    words, hint = f'"{short}" stands alone', f"write out once what it is short for: {long}"
    return Diagnostic("short-form-unexplained", "warning", location, words, found="", hint=hint)
