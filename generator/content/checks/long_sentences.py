"""A sentence of a post is short: in English, as no measure of another language was found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import every_record
from generator.content.analysis.public_texts import Text, by_language, texts_of
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, quoted
from generator.model.channel_rules import Channels
from generator.model.character_counts import sentences, words

CODES = ("sentence-too-long",)
NEEDS = every_record


def check(content: Content) -> Iterator[Diagnostic]:
    for text in texts_of(content.campaigns, content.channels):
        for language, words_ in by_language(text.text, content.settings.language):
            if language == "en":
                yield from _long_sentences(text, words_, content.channels)


def _long_sentences(text: Text, words_: str, channels: Channels) -> Iterator[Diagnostic]:
    most = channels.wording.sentence_words
    for sentence in sentences(words_):
        if words(sentence) > most:
            yield Diagnostic(
                "sentence-too-long",
                "warning",
                text.mark,
                f"this sentence has {words(sentence)} words",
                hint=f"the most is {most}: {quoted(sentence)}",
            )
