"""A directory -> each number that it publishes: where it is written, and the pages on which somebody found it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.loading.content import Content
from generator.diagnostics import Location
from generator.model.contact import Contact
from generator.model.service import Service
from generator.model.sources import Document, codes_in

AN_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\],;]+", re.IGNORECASE)
EMERGENCY, CRISIS, SOON, USUAL = range(4)
"""How soon a wrong number does harm: lines for danger first, then those that search names in a crisis, then kinds whose
facts are due soonest."""
DUE_SOON = 90


@dataclass(frozen=True, slots=True)
class PublishedNumber:
    """One number, however often it is written."""

    digits: str
    shown: str
    marks: tuple[Location, ...]
    pages: tuple[str, ...]
    """Where it was found; none, where nobody named a page."""
    urgency: int
    own: bool
    """Whether these pages were named for this number, and not for its service as a whole."""


@dataclass(frozen=True, slots=True)
class _Written:
    """One number at one place."""

    digits: str
    shown: str
    mark: Location
    own: tuple[str, ...]
    others: tuple[str, ...]
    urgency: int


def published_numbers(
    content: Content, crisis: Collection[str], is_hushed: Callable[[Location], bool]
) -> list[PublishedNumber]:
    """Every number with its pages, the most urgent first.

    Args:
        content: the folder as it was read.
        crisis: digits of numbers that search names to people in danger or in need.
        is_hushed: whether a place may be one of a secret address: what stands there is not asked about.
    """
    documents = {code: found.record for code, found in content.directory.sources.items()}
    written = [*_of_emergency(content, documents), *_of_services(content, documents, crisis)]
    by_number: dict[str, list[_Written]] = {}
    for one in written:
        if not is_hushed(one.mark):
            by_number.setdefault(one.digits, []).append(one)
    found = [_together(some) for some in by_number.values()]
    return sorted(found, key=lambda one: (one.urgency, one.marks[0]))


def _together(some: list[_Written]) -> PublishedNumber:
    own = tuple(dict.fromkeys(page for one in some for page in one.own))
    others = tuple(dict.fromkeys(page for one in some for page in one.others))
    marks = tuple(sorted(one.mark for one in some))
    return PublishedNumber(
        some[0].digits, some[0].shown, marks, own or others, min(one.urgency for one in some), bool(own)
    )


def _of_emergency(content: Content, documents: Mapping[str, Document]) -> Iterator[_Written]:
    for found in content.directory.emergency:
        line = found.record
        if line.phone:
            pages = (*pages_of([line.source], documents), *([str(line.link)] if line.link else []))
            yield _Written(line.phone.called, line.phone.shown, found.at("phone"), pages, (), EMERGENCY)


def _of_services(content: Content, documents: Mapping[str, Document], crisis: Collection[str]) -> Iterator[_Written]:
    for found in content.directory.services:
        service = found.record
        if service.status == "closed":
            continue
        kind = content.vocabulary.kind(service.every_kind)
        usual = SOON if kind and kind.check_every <= DUE_SOON else USUAL
        others = pages_of(service.sources, documents)
        for contact, path in _contacts(service):
            number = contact.number
            if number:
                urgency = CRISIS if number.called in crisis else usual
                mark = found.at(*path, contact.way)
                yield _Written(
                    number.called, number.shown, mark, pages_of([contact.source], documents), others, urgency
                )


def _contacts(service: Service) -> Iterator[tuple[Contact, tuple[str | int, ...]]]:
    for at, contact in enumerate(service.contact):
        yield contact, ("contact", at)
    for number, point in enumerate(service.points):
        if point.show != "never":
            for at, contact in enumerate(point.contact):
                yield contact, ("points", number, "contact", at)


def pages_of(labels: Iterable[str | None], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The web pages that some sources name: by their addresses, or by the codes of documents that have one."""
    found: dict[str, None] = {}
    for label in labels:
        text = str(label or "")
        found |= dict.fromkeys(address.rstrip(".").partition("#")[0] for address in AN_ADDRESS.findall(text))
        for code, _ in codes_in(text):
            document = documents.get(code)
            if document and document.link:
                found[str(document.link).partition("#")[0]] = None
    return tuple(found)
