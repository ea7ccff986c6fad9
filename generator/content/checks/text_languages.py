"""Each text of a record is in a language that the site is built in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import texts_of_records
from generator.content.loading.config import place_of_option
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault, quoted
from generator.model.fields.suggestions import nearest_code
from generator.model.fields.text import Words
from generator.model.standing_page import READ

CODES = ("language-not-of-the-site",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    known = tuple(content.settings.languages)
    if not known:
        return
    for found, path, text in texts_of_records(content):
        for code in text.by_language if isinstance(text, Words) else ():
            place = (*found.path, *path, code)
            if code not in known and found.source.places.has(place):
                yield not_of_the_site(code, known).at(found.source.places.key(place))
    for source in content.sources:
        for path, readers in source.read.items():
            for code in readers.keys() - set(known):
                yield not_of_the_site(code, known).at(source.places.key((*path, f"{code}{READ}")))
    office = content.settings.office
    own = (("notice", content.settings.notice), ("office", office.name), ("office", office.website))
    for option, words in own:
        for code in words.by_language if isinstance(words, Words) else ():
            if code not in known:
                yield not_of_the_site(code, known).at(place_of_option(content.config, option))


def not_of_the_site(code: str, known: tuple[str, ...]) -> Fault:
    """What is said of a language that the site is not there in, with the nearest that it is."""
    return Fault("language-not-of-the-site", f"the site is not there in {quoted(code)}", nearest_code(code, known))
