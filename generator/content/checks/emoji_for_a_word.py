"""No emoji stands for a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.analysis.needs import every_record
from generator.content.analysis.public_texts import Text, wordings
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.character_counts import emoji

CODES = ("emoji-inside-sentence",)
NEEDS = every_record


def check(content: Content) -> Iterator[Diagnostic]:
    for text, words_ in wordings(content.campaigns, content.channels):
        yield from _emoji_for_a_word(text, words_)


def _emoji_for_a_word(text: Text, words_: str) -> Iterator[Diagnostic]:
    """An emoji that words follow in the same sentence may stand for one, and is read out there by its name."""
    for sign in dict.fromkeys(() if words_.isascii() else emoji(words_)):
        if re.search(rf"{re.escape(sign)}[ \t]*[a-z]", words_):
            yield Diagnostic(
                "emoji-inside-sentence",
                "warning",
                text.mark,
                f"{sign} stands inside a sentence, where a screen reader says its name",
                hint="put it behind the last word",
            )
