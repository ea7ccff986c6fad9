"""The site says nothing that blames, frightens or talks down: there is a list of words, and better ones."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.house_words import OTHERS_WORDS, read_house_words, why_never
from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import authored, texts_in
from generator.diagnostics import Diagnostic, Location
from generator.model.style_guide import Never

CODES = ("words-never-said",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for file, text in (*content.yaml.items(), *content.texts.items()):
        yield from never_said(text, file)


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


def _never_said_at(location: Location, never: Never) -> Diagnostic:
    """It repeats the words of our list, and nothing of the author's that stands around them."""
    why = why_never(never)
    return Diagnostic("words-never-said", "error", location, why.message, found="", hint=why.hint)
