"""No words put the blame on the person harmed: in each language by words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.content.analysis.needs import every_record
from generator.content.analysis.public_texts import by_language, texts_of
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.campaign import Campaign
from generator.model.channel_rules import Channels

CODES = ("words-that-blame",)
NEEDS = every_record


def check(content: Content) -> Iterator[Diagnostic]:
    site, channels = content.settings.language, content.channels
    for one in content.campaigns:
        yield from _blame_in_titles(one, channels, site)
    for text in texts_of(content.campaigns, channels):
        yield from _blame(text.mark, text.text, channels, site)


def _blame_in_titles(one: Found[Campaign], channels: Channels, site: str) -> Iterator[Diagnostic]:
    yield from _blame(one.at("title"), one.record.title, channels, site)
    yield from _blame(one.at("summary"), one.record.summary, channels, site)
    for number, post in enumerate(one.record.posts):
        yield from _blame(one.at("posts", number, "title"), post.title or "", channels, site)


def _blame(mark: Location, text: str, channels: Channels, site: str) -> Iterator[Diagnostic]:
    for language, words_ in by_language(text, site):
        instead = {blame.says: blame.instead for blame in channels.wording.blame if blame.language == language}
        said = words_.casefold().replace("’", "'")
        for found in dict.fromkeys(_that_blame(tuple(instead)).findall(said)):
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
