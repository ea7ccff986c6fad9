"""The list of words that this site never says -> why some words of a text are on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.content.loading.shipped import read_shipped
from generator.diagnostics import Fault
from generator.model.style_guide import HouseWords, Never

OTHERS_WORDS = {
    "id",
    "name",
    "also_known_as",
    "source",
    "sources",
    "was",
    "website",
    "link",
    "retired_numbers",
    "retired_addresses",
}
"""Fields that hold names and the words of others, which are not ours to change."""


@lru_cache(maxsize=1)
def read_house_words() -> HouseWords:
    """The lists that come with Waymark."""
    return read_shipped(HouseWords, "house_words.yaml")


def said_of(text: str) -> Iterator[str]:
    """Why some words of one text are never said here; nothing, where all of them are."""
    return (str(why_never(never)) for never in read_house_words().never if never.pattern.search(text))


def why_never(never: Never) -> Fault:
    """It repeats the words of our list, and nothing of the author's that stands around them."""
    words = f'"{never.words}" is not what we say here, because {never.why}'
    return Fault("words-never-said", words, f'write "{never.instead}"')
