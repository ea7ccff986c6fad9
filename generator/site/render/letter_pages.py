"""A list that is too long for one page -> the parts of it by their letters, each a page of its own with plain links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator import urls
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.output import Page
from generator.site.render.templates import Templates

T = TypeVar("T")
HEAVIEST = 90_000
"""Bytes of a list that one page takes. With what stands around it, a page has less than 150,000."""
LIGHT = 200
"""A list of no more lines is light whatever they say, so that nobody weighs the lists of a small directory."""


@dataclass(frozen=True, slots=True)
class ListPart(Generic[T]):
    """The things of a list that begin with one letter; of a letter with too many, some of them."""

    letter: str
    number: int
    address: str
    items: Sequence[T]

    @property
    def name(self) -> str:
        """S; S (2)."""
        return f"{self.letter} ({self.number})" if self.number > 1 else self.letter


def in_parts(items: Sequence[T], weight: Callable[[T], int]) -> list[Sequence[T]]:
    """A list in as few parts as one page each can take, in its order."""
    parts: list[list[T]] = [[]]
    room = HEAVIEST
    for one in items:
        heavy = weight(one)
        if parts[-1] and heavy > room:
            parts.append([])
            room = HEAVIEST
        parts[-1].append(one)
        room -= heavy
    return [*parts]


def by_letter(
    items: Sequence[T], place: Callable[[T], tuple[int, str]], weight: Callable[[T], int], address: str
) -> list[ListPart[T]]:
    """A list by the letters of its names, in their order; of each, as many parts as it needs.

    Args:
        items: what is listed.
        place: where each stands among all from A to Z, and under which letter.
        weight: how many bytes each takes on a page.
        address: where the list itself stands.
    """
    grouped: dict[str, list[T]] = {}
    for one in sorted(items, key=place):
        grouped.setdefault(place(one)[1], []).append(one)
    return [
        ListPart(letter, number, urls.letter(address, letter, number), some)
        for letter, found in grouped.items()
        for number, some in enumerate(in_parts(found, weight), 1)
    ]


def service_parts(templates: Templates, services: Sequence[Service], address: str) -> list[ListPart[Service]]:
    """The services of a list by their letters, where their lines are too many for one page; else none."""
    if len(services) <= LIGHT or sum(map(templates.weight, services)) <= HEAVIEST:
        return []
    every = list({service.id: service for service in services}.values())
    return by_letter(every, lambda one: templates.a_to_z[one.id], templates.weight, address)


def letter_pages(
    templates: Templates,
    parts: Sequence[ListPart[T]],
    door: tuple[str, str],
    template: str,
    source: str,
    **values: object,
) -> list[Page]:
    """A page for each part, which leads to the others and back to the list.

    Args:
        templates: those of the site.
        parts: what `by_letter` made.
        door: where the list itself stands, and what it is called.
        template: what shows the things of a part.
        source: the file that an author edits to change it.
        values: what the template is given besides.
    """
    language = templates.settings.language
    name = in_language(door[1], language)
    return [
        templates.page(
            template, part.address, f"{name}: {part.name}", name, source, part=part, parts=parts, door=door, **values
        )
        for part in parts
    ]
