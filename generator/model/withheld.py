"""A catalogue -> the words about places that must be nowhere in the output; a text -> the same without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.catalogue import Catalogue
from generator.model.text import Words

WORD = re.compile(r"[^\W_]+")


def withheld_words(catalogue: Catalogue) -> frozenset[str]:
    """Addresses, postcodes and names of places that nobody may read, in every language of theirs."""
    found: set[str] = set()
    for service in catalogue.services:
        for place in service.places:
            show = catalogue.shows(service, place)
            if show != "full":
                found.update(_spellings(place.address, place.postcode, place.directions))
            if show == "never":
                found.update(_spellings(place.name))
    return frozenset(found)


def telling_parts(text: str) -> Iterator[str]:
    """A text, and each part between commas that finds the door alone: "12 Mill Lane" of "12 Mill Lane, Kendal"."""
    yield text
    for part in text.split(","):
        words = WORD.findall(part)
        if len(words) > 2 and any(word[0].isdigit() for word in words):
            yield part.strip()


def blotted(text: str, withheld: Iterable[str], left_out: str) -> str:
    """A text with every withheld one in it replaced, whole or by its street alone.

    Words may be spaced and joined in any way, as the search through a built site sees them: "la94zz" is LA9 4ZZ.
    """
    every = {part for one in withheld for part in telling_parts(one)}
    spelled = [
        r"[\W_]*".join(map(re.escape, WORD.findall(one))) for one in sorted(every, key=lambda one: (-len(one), one))
    ]
    known = "|".join(filter(None, spelled))
    return (
        re.sub(rf"(?<![^\W_])(?:{known})(?![^\W_])", lambda _: left_out, text, flags=re.IGNORECASE) if known else text
    )


def _spellings(*texts: str | None) -> Iterator[str]:
    for text in texts:
        if text:
            yield from text.every if isinstance(text, Words) else (str(text),)
