"""A post's text -> its length and hashtags as each channel counts them; its emoji, sentences and reading age."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from types import ModuleType
from typing import Any

import regex

from generator.model.channel_rules import ChannelRule

PLAIN = regex.compile(r"[\n -~\u00a0-\u00a8\u00aa-\u00ad\u00af-\u024f\u2010-\u201f]*")
"""Letters that X counts as one each, without those it may take for emoji."""


AN_ADDRESS = 23
"""What an address counts on X, however long it is."""


A_STOP_INSIDE = regex.compile(r"(?<=\S)\.(?=\S)")


A_DOMAIN = regex.compile(r"\w\.\w|://")


A_LINK = regex.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?')\]]", regex.IGNORECASE)


A_MENTION = regex.compile(
    r"(?<![=/\w])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)(?:@\w+(?:[.-]+\w+)*)?", regex.IGNORECASE
)
"""@name, or @name@example.social, as Mastodon finds it (`Account::MENTION_RE`)."""


A_HASHTAG = regex.compile(r"(?<![^\s(])[#＃](\w*\p{L}\w*)")


HASHTAGS_AT_THE_END = regex.compile(r"(?:\s*[#＃]\w+)+\s*\Z")


AN_EMOJI = regex.compile(
    r"[\p{Emoji_Presentation}\ufe0f\u20e3]|[\p{Extended_Pictographic}--[\u00a9\u00ae\u2122\u203c\u2049\u2139]]",
    regex.VERSION1,
)


A_SENTENCES_END = regex.compile(r"(?<=[.!?…؟。])[\"'”’)\]]*\s+|\n+")


A_LETTER = regex.compile(r"\w")


A_NUMBER = regex.compile(r"(?<=\d)[ ](?=\d)")


LONGEST_SHORT = 15
"""More letters than this with one capital are several words run together."""


def count(text: str, rule: ChannelRule) -> int:
    """How much of a channel's limit a text takes, any links in it included."""
    text = _whole(text)
    if rule.counts == "weighted":
        return _weighted(text)
    if rule.link_counts:
        text = A_LINK.sub("x" * rule.link_counts.most, text)
    if rule.mentions == "name":
        text = A_MENTION.sub(r"@\1", text)
    if rule.counts == "graphemes":
        return len(regex.findall(r"\X", text))
    if rule.counts == "emoji-bytes" and not text.isascii():
        return sum(size(sign) if AN_EMOJI.search(sign) else len(sign) for sign in regex.findall(r"\X", text))
    return len(text)


def at_most(text: str, rule: ChannelRule) -> int:
    """No less than `count` gives, and often more: known without the library, which takes a fifth of a second to start.

    Where X counts in its own way, a letter counts two at the most, and a full stop inside a word may be an address.
    """
    if rule.counts != "weighted":
        return count(text, rule)
    normal = unicodedata.normalize("NFC", _whole(text))
    plain = sum(map(len, PLAIN.findall(normal)))
    return 2 * len(normal) - plain + AN_ADDRESS * len(A_STOP_INSIDE.findall(normal))


def size(text: str) -> int:
    """Bytes in UTF-8."""
    return len(_whole(text).encode())


def _whole(text: str) -> str:
    """Halves of letters, which no file can hold, become question marks."""
    return text.encode("utf-8", "replace").decode()


@lru_cache(maxsize=4096)
def _weighted(text: str) -> int:
    """Weighted length on X. The library needs a millisecond a text, so plain text is counted here."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if PLAIN.fullmatch(normal) and not A_DOMAIN.search(normal):
        return len(normal)
    return int(_twitter_text().parse_tweet(normal).weightedLength)


def _twitter_text() -> Any:
    """twitter-text-parser. It still asks `pkg_resources`, which setuptools has dropped, for one file of its own."""
    if "twitter_text" not in sys.modules:
        kept = sys.modules.get("pkg_resources")
        stand_in = ModuleType("pkg_resources")
        stand_in.resource_string = _resource  # type: ignore[attr-defined]
        sys.modules["pkg_resources"] = stand_in
        try:
            import twitter_text
        finally:
            del sys.modules["pkg_resources"]
            if kept is not None:
                sys.modules["pkg_resources"] = kept
        return twitter_text
    return sys.modules["twitter_text"]


def _resource(module: str, name: str) -> bytes:
    return resources.files(module.rpartition(".")[0]).joinpath(name).read_bytes()


def hashtags(text: str) -> list[str]:
    """Every hashtag, without its sign."""
    return [found[1] for found in A_HASHTAG.finditer(text)]


def hashtags_inside(text: str) -> list[str]:
    """The hashtags that do not stand at the end."""
    return hashtags(HASHTAGS_AT_THE_END.sub("", text))


def is_camel_case(hashtag: str) -> bool:
    """Whether a screen reader can tell the words of a hashtag apart: HateCrimeWeek, not hatecrimeweek."""
    cased = [letter for letter in hashtag if letter.isupper() or letter.islower()]
    capitals = [letter for letter in cased if letter.isupper()]
    if not cased:
        return True
    if not cased[0].isupper() or (len(cased) > 6 and len(capitals) == len(cased)):
        return False
    return len(capitals) > 1 or len(cased) <= LONGEST_SHORT


def emoji(text: str) -> list[str]:
    """Every emoji as a reader sees it: a family is one."""
    return [sign for sign in regex.findall(r"\X", text) if AN_EMOJI.search(sign)]


def starts_with_emoji(text: str) -> bool:
    """Whether the first sign is an emoji."""
    first = regex.match(r"\s*(\X)", text)
    return bool(first and AN_EMOJI.search(first[1]))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without the hashtags at its end."""
    for sentence in A_SENTENCES_END.split(HASHTAGS_AT_THE_END.sub("", text)):
        if sentence.strip():
            yield sentence.strip()


def words(sentence: str) -> int:
    """How many words a sentence has. A phone number is one, however it is spaced."""
    return sum(1 for word in A_NUMBER.sub("", sentence).split() if A_LETTER.search(word))


A_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


SOUNDS = re.compile(r"[aeiouy]+")


SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouylscgxz])es$|(?<=[^aeiouytd])ed$")
"""Endings that are not said: care, cares, called; but people, houses, wanted."""


LEAST = 5
"""Words. A text of fewer has no age that means anything."""


YOUNGEST = 5
"""The age at which school begins: years of school and this are an age."""


def reading_age(text: str) -> int | None:
    """Years of age, in whole years; None where there are too few words. It is a guide: no formula knows what is kind.

    Args:
        text: words in English. Links, numbers and the hashtags at the end are left out.
    """
    found = [A_WORD.findall(sentence) for sentence in sentences(A_LINK.sub("", text))]
    said = [words for words in found if words]
    every = [word for words in said for word in words]
    if len(every) < LEAST:
        return None
    grade = 0.39 * len(every) / len(said) + 11.8 * sum(map(_syllables, every)) / len(every) - 15.59
    return max(YOUNGEST, YOUNGEST + round(grade))


def _syllables(word: str) -> int:
    return max(1, len(SOUNDS.findall(SILENT.sub("", word.lower()))))


# Where a hashtag ends. X: twitter-text 3.1.0, `validHashtag` and `endHashtagMatch`. Bluesky: @atproto/api 0.21.0,
# `detectFacets`. Mastodon: `Tag::HASHTAG_RE` in its source: behind any sign but a letter, a number, / and ), so [#Tag]
# is one. Others publish no rule of theirs; for them a hashtag is a word behind a #.
X_LETTERS = (
    r"\p{L}\p{M}\p{Nd}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
)
ON_X = regex.compile(
    rf"(?:(?<=[\ufe0e\ufe0f])|(?<![{X_LETTERS}&]))[#＃](?![\ufe0f\u20e3])"
    rf"((?>[{X_LETTERS}]*[\p{{L}}\p{{M}}][{X_LETTERS}]*))(?![#＃]|://)"
)
A_BARE_LINK = regex.compile(r"(?<![\w@])[\w-]+(?:\.[\w-]+)+/\S*")
NO_WIDTH = r"\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
ON_BLUESKY = regex.compile(rf"(?:^|(?<=\s))[#＃]((?!\ufe0f)[^\s{NO_WIDTH}]*[^\d\s\p{{P}}{NO_WIDTH}]+[^\s{NO_WIDTH}]*)")
ON_MASTODON = regex.compile(r"(?<![/)\w])#((?>\w*[\p{L}_·])\w*)")
AT_ITS_END = regex.compile(r"\p{P}+\Z")
LONGEST_ON_BLUESKY = 64


def hashtags_on(text: str, rule: ChannelRule) -> list[str]:
    """Every hashtag that a text has on a channel, without its sign."""
    if rule.tags == "x":
        return [found[1] for found in ON_X.finditer(A_BARE_LINK.sub(" ", A_LINK.sub(" ", text)))]
    if rule.tags == "bluesky":
        tags = [AT_ITS_END.sub("", found[1]) for found in ON_BLUESKY.finditer(text)]
        return [tag for tag in tags if tag and len(regex.findall(r"\X", tag)) <= LONGEST_ON_BLUESKY]
    if rule.tags == "mastodon":
        return [found[1] for found in ON_MASTODON.finditer(A_LINK.sub(" ", text))]
    return hashtags(text)
