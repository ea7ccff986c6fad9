"""Each text is there in every language of the site, where the office says that they are equal, or asks what is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import NEVER_SHOWN, texts_of_records
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.content.source.positions import Path
from generator.diagnostics import ContentError, Diagnostic, Fault, Location, Severity, quoted
from generator.l10n.translations import not_translated, translations
from generator.model.emergency import FirstSteps
from generator.model.fields.text import Links, Words
from generator.model.service import Service
from generator.model.vocabulary import OwnDoor, OwnWords
from generator.privacy.withheld import WITHHELD_BY, shown_by
from generator.template_folder import SHIPPED, TemplateFolder

CODES = ("text-not-translated", "page-not-translated", "templates-not-translated")
NEEDS = nothing

NAMES = frozenset(
    {
        *("name", "address", "also_known_as", "towns", "search_words", "synonyms", "hashtags", "by", "licence"),
        *("date", "when"),
    }
)
"""What is plain stands for all languages: a name is the same in each, and what people type is each language's own."""

NAMED_IN_WORDS = (OwnWords, OwnDoor)
"""Records whose name is a few words of a language: "Where are you on the way?"."""

OF_THE_WORDS = frozenset({"title", "description", "heading", "words"})
"""What the file of a page's words says in each language."""


def check(content: Content) -> Iterator[Diagnostic]:
    languages = content.settings.languages
    for code, one in languages.items() if len(languages) > 1 else ():
        if one.equal or content.asked_language == code:
            yield from _missing(content, code, "error" if one.equal else "notice")


def _missing(content: Content, code: str, severity: Severity) -> Iterator[Diagnostic]:
    first = content.settings.language
    hint = f"write {{{first}: ..., {code}: ...}}"
    fault = Fault("text-not-translated", f"there is no text in {quoted(code)} here", hint)
    for found, path, text in texts_of_records(content):
        if not _is_there(text, code, first) and _is_public(content, found, path, text):
            yield fault.at(found.at(*path), severity)
    for file in _pages_without(content, code):
        words = f"the words of this page are not there in {quoted(code)}"
        hint = f"write them in {PurePosixPath(file).with_suffix('')}.{code}.md"
        yield Fault("page-not-translated", words, hint).at(Location(file), severity)
    yield from _templates(content, code, "warning" if severity == "error" else severity)


def _is_there(text: str, code: str, first: str) -> bool:
    return code in text.by_language if isinstance(text, Words) else code == first


def _is_public(content: Content, found: Found[Any], path: Path, text: str) -> bool:
    record, fields = found.record, [part for part in path if isinstance(part, str)]
    is_a_name = fields[-1] in NAMES and not (fields[-1] == "name" and isinstance(record, NAMED_IN_WORDS))
    if isinstance(text, Links) or (type(text) is not Words and is_a_name):
        return False
    if isinstance(record, FirstSteps) and path[0] == "sources":  # the titles of pages are as they are
        return False
    if found.source.file.endswith(".md"):
        if path[0] in OF_THE_WORDS and len(path) == 1 and (path[0] == "words" or not found.source.places.has(path)):
            return False
        number = path[1] if path[0] == "posts" else None
        if isinstance(number, int) and record.posts[number].withdrawn == "true":
            return False
        return NEVER_SHOWN.isdisjoint(fields)
    if isinstance(record, Service) and path[0] in ("places", "points") and isinstance(path[1], int):
        shown = shown_by(content.vocabulary)(record, getattr(record, path[0])[path[1]])
        return shown != "never" and path[2] not in WITHHELD_BY.get(shown, ())
    return True


def _pages_without(content: Content, code: str) -> Iterator[str]:
    """Each page of the content folder, and each campaign with words of its own, that has none in a language."""
    if code == content.settings.language:
        return
    standing = content.standing.twin_files
    for file in standing.without(content.standing.of_pages):
        if code not in standing.by_file.get(file, {}):
            yield file
    for found in content.campaigns:
        words = found.record.words
        if words and not _is_there(words, code, content.settings.language):
            yield found.source.file


def _templates(content: Content, code: str, severity: Severity) -> Iterator[Diagnostic]:
    """The texts of Waymark's own: where they are in English still, and who asked."""
    if code.partition("-")[0] == "en":
        return
    folder = TemplateFolder.of(content.root, content.settings.templates) / "words"
    try:
        left = not_translated(translations(folder, code), SHIPPED / "words" / "template.pot")
    except ContentError:  # said of the file itself
        return
    if left:
        more = f" and {len(left) - 1:,} more" if len(left) > 1 else ""
        file = f"{content.settings.templates}/words/{code}.po"
        words = f"texts of the site's own are in English still: {quoted(left[0])}{more}"
        yield Fault("templates-not-translated", words, f"write them in {file}").at(Location(file), severity)
