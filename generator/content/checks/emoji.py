"""Emoji are few, come once, and begin no text: a screen reader says the name of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import Text, texts_of
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.channel_rules import Channels
from generator.model.character_counts import emoji, starts_with_emoji

CODES = ("too-many-emoji", "begins-with-emoji", "emoji-repeated")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for text in texts_of(content.campaigns, content.channels):
        yield from _emoji(text, content.channels)


def _emoji(text: Text, channels: Channels) -> Iterator[Diagnostic]:
    for words_ in text.every:
        found = [] if words_.isascii() else emoji(words_)
        if len(found) > channels.wording.emoji:
            yield Diagnostic(
                "too-many-emoji",
                "error",
                text.mark,
                f"this has {len(found)} emoji",
                hint=f"the most is {channels.wording.emoji}: take some out",
            )
        if found and starts_with_emoji(words_):
            yield Diagnostic(
                "begins-with-emoji",
                "error",
                text.mark,
                f"this begins with {found[0]}",
                hint="begin with a word, and put emoji behind the words",
            )
        for sign in dict.fromkeys(found):
            if found.count(sign) > 1:
                yield Diagnostic(
                    "emoji-repeated",
                    "error",
                    text.mark,
                    f"{sign} comes more than once",
                    hint="a screen reader says it each time: keep one",
                )
