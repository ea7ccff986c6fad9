"""Welsh words hold no slip that a program can see, and are no copy of the words in another language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import by_language, texts_of_records
from generator.content.loading.content import Content
from generator.content.loading.twins import A_TWIN
from generator.content.source.text_files import A_BOUNDARY, Split, split
from generator.diagnostics import Diagnostic, Fault, place_in, quoted
from generator.l10n.mutations import is_welsh
from generator.l10n.slips import slips
from generator.model.fields.text import Words

CODES = ("welsh-slip", "same-in-both-languages")
NEEDS = nothing

BELOW_THE_RECORD = frozenset({"heading", "words"})
"""What a page says below its record: read there, line by line."""
A_SENTENCE = 5
"""A text of so many words is no name: it is not the same in two languages."""


def check(content: Content) -> Iterator[Diagnostic]:
    site, languages = content.settings.language, content.settings.languages
    if not any(map(is_welsh, (site, *languages))):
        return
    for found, path, text in texts_of_records(content):
        if found.source.file.endswith(".md") and path[0] in BELOW_THE_RECORD:
            continue
        for code, said in by_language(text, site):
            for words, hint, _ in slips(said) if is_welsh(code) else ():
                yield Fault("welsh-slip", f"{quoted(words)} is a slip in Welsh", hint).at(found.at(*path), "warning")
        if isinstance(text, Words) and _is_twice(text):
            words = "the Welsh says the same as another language"
            fault = Fault("same-in-both-languages", words, "write it in Welsh, or leave cy: out until somebody can")
            yield fault.at(found.at(*path), "warning")
    for file, text in content.texts.items():
        twin = A_TWIN.fullmatch(PurePosixPath(file).name)
        if is_welsh(twin[2] if twin and twin[2] in languages else site):
            yield from _slips_in_page(file, text)


def _slips_in_page(file: str, text: str) -> Iterator[Diagnostic]:
    try:
        parts = split(text) if A_BOUNDARY.match(text) else Split("", text, 1)
    except ValueError:  # a record that never ends is said of the file itself
        return
    for words, hint, start in slips(parts.words):
        place = place_in(parts.words, file, start, parts.first_line)
        yield Fault("welsh-slip", f"{quoted(words)} is a slip in Welsh", hint).at(place, "warning")


def _is_twice(text: Words) -> bool:
    both = text.by_language.items()
    ours = {said for code, said in both if is_welsh(code) and len(said.split()) >= A_SENTENCE}
    return not ours.isdisjoint(said for code, said in both if not is_welsh(code))
