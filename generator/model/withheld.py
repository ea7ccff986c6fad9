"""A catalogue -> the words about places that must be nowhere in the output."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.text import Words


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


def _spellings(*texts: str | None) -> Iterator[str]:
    for text in texts:
        if text:
            yield from text.every if isinstance(text, Words) else (str(text),)
