"""Each text is there in every language of the site, where the office says that they are equal, or asks what is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import texts_of_records
from generator.content.analysis.translated_texts import is_public, is_there
from generator.content.loading.content import Content
from generator.diagnostics import ContentError, Diagnostic, Fault, Location, Severity, quoted
from generator.l10n.translations import not_translated, translations
from generator.template_folder import SHIPPED, TemplateFolder

CODES = ("text-not-translated", "page-not-translated", "templates-not-translated")
NEEDS = nothing


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
        if not is_there(text, code, first) and is_public(content, found, path, text):
            yield fault.at(found.at(*path), severity)
    for file in _pages_without(content, code):
        words = f"the words of this page are not there in {quoted(code)}"
        hint = f"write them in {PurePosixPath(file).with_suffix('')}.{code}.md"
        yield Fault("page-not-translated", words, hint).at(Location(file), severity)
    yield from _templates(content, code, "warning" if severity == "error" else severity)


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
        if words and not is_there(words, code, content.settings.language):
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
