"""No words put the blame on the person harmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.content.analysis.needs import every_record
from generator.content.analysis.public_texts import wordings
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.campaign import Campaign
from generator.model.channel_rules import Channels

CODES = ("words-that-blame",)
NEEDS = every_record


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        yield from _blame_in_titles(one, content.channels)
    for text, words_ in wordings(content.campaigns, content.channels):
        yield from _blame(text.mark, words_, content.channels)


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
