"""What to do in danger is said in the site's language: it ships in English, and someone translates it first of all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.config import place_of_option, setting_places
from generator.content.loading.content import Content
from generator.content.loading.shipped import shipped_lines
from generator.diagnostics import ContentError, Diagnostic, Location, quoted
from generator.l10n.translations import translations
from generator.model.fields.text import Words
from generator.template_folder import TemplateFolder

CODES = ("danger-words-in-english",)
NEEDS = nothing
ON_EVERY_PAGE = ("In danger?", "In danger now?")
"""The words around the shipped lines: under the head of every page, and above the block that they lead to."""


def check(content: Content) -> Iterator[Diagnostic]:
    for language in content.settings.languages or (content.settings.language,):
        yield from _in_english(content, language)


def _in_english(content: Content, language: str) -> Iterator[Diagnostic]:
    if content.is_whole_site and language.partition("-")[0].lower() != "en":
        folder = f"{content.settings.templates}/words"
        try:
            words = translations(TemplateFolder.of(content.root, content.settings.templates) / "words", language)
        except ContentError:  # said of the file itself
            return
        english = list(dict.fromkeys(text for text in _texts() if type(words.guarded(text)) is Words))
        if english:
            more = f" and {len(english) - 1} more" if len(english) > 1 else ""
            yield Diagnostic(
                "danger-words-in-english",
                "warning",
                _place(content, language),
                f"what to do in danger is in English on this site, which is in {quoted(language)}: "
                f"{quoted(english[0])}{more}",
                hint=f"write these first in {folder}/{language}.po, and have someone who speaks the language read them",
            )


def _place(content: Content, language: str) -> Location:
    if language == content.settings.language:
        return setting_places(content.config)("theme", "language")
    return place_of_option(content.config, "languages")


def _texts() -> Iterator[str]:
    yield from ON_EVERY_PAGE
    for line in shipped_lines():
        yield from (str(line.say), str(line.text))
