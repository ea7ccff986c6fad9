"""Campaigns' posts -> what would make them kinder, easier to read or more use. It never stops a build."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.content.checks.post_rules import Text, every_language, texts_of, too_long
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.campaign import Campaign
from generator.model.channel import Channels
from generator.model.character_counts import emoji, sentences, words
from generator.settings import Settings

A_WAY_TO_HELP = re.compile(
    r"(?<!\d)(?:0[0-9][0-9 ]{8,30}|999|101|105|111|116 ?[0-9]{3}|18000)(?!\d)|https?://|\b\w+\.(?:org|uk|com)\b"
)
"""A phone number, short or long, or an address on the web."""


def advice_on_posts(
    campaigns: list[Found[Campaign]], channels: Channels, names: Mapping[str, str], settings: Settings
) -> Iterator[Diagnostic]:
    """What would make posts easier to read, kinder, or more use. `names` are the services' names, by id."""
    for one in campaigns:
        yield from _blame_in_titles(one, channels)
        for text in texts_of(one, channels):
            yield from too_long(text, channels, settings, sure=False)
            for words_ in text.every:
                yield from _long_sentences(text, words_, channels)
                yield from _blame(text.mark, words_, channels)
                yield from _emoji_for_a_word(text, words_)
            if not any(_helps(words_, one.record, names) for words_ in text.every):
                yield Diagnostic(
                    "post-without-help",
                    "warning",
                    text.mark,
                    "this names no way to get help",
                    hint="add a phone number, or a service of this campaign by its name",
                )


def _helps(words_: str, campaign: Campaign, names: Mapping[str, str]) -> bool:
    if A_WAY_TO_HELP.search(words_):
        return True
    plain = words_.casefold()
    named = (every_language(names[service]) for service in campaign.services if service in names)
    return any(name.casefold() in plain for spellings in named for name in spellings)


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


def _blame_in_titles(one: Found[Campaign], channels: Channels) -> Iterator[Diagnostic]:
    yield from _blame(one.at("title"), one.record.title, channels)
    yield from _blame(one.at("summary"), one.record.summary, channels)
    for number, post in enumerate(one.record.posts):
        yield from _blame(one.at("posts", number, "title"), post.title or "", channels)


def _blame(mark: Location, words_: str, channels: Channels) -> Iterator[Diagnostic]:
    instead = {blame.says: blame.instead for blame in channels.wording.blame}
    for found in dict.fromkeys(_that_blame(tuple(instead)).findall(words_.casefold().replace("’", "'"))):
        yield Diagnostic(
            "words-that-blame",
            "warning",
            mark,
            f"{quoted(found)} puts the blame on the person harmed",
            hint=f"{instead[found]}",
        )


@lru_cache(maxsize=4)
def _that_blame(says: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, says)) or '(?!)'})\b")
