"""A service stands in the directory once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from urllib.parse import urlsplit

from generator.content.analysis.needs import every_record
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, quoted
from generator.model.place import Area
from generator.model.service import Service

CODES = ("service-perhaps-twice",)
NEEDS = every_record
SMALL = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "to",
        "at",
        "on",
        "service",
        "services",
        "support",
        "project",
        "scheme",
        "team",
        "centre",
        "center",
        "ltd",
        "limited",
        "cic",
    )
)
"""Words that tell no service from another."""
NEAR = 0.88
MOST = 50
"""A number, a page or a name that more services share is a switchboard, or a word: none is the double of another."""


def check(content: Content) -> Iterator[Diagnostic]:
    services = [one for one in content.directory.services if one.record.status != "closed"]
    areas = {name: found.record for name, found in content.directory.areas.items()}
    names = {one.record.id: _Name.of(one.record, content) for one in services}
    groups: dict[tuple[str, str], list[Found[Service]]] = {}
    for one in services:
        called = ("called", " ".join(sorted(names[one.record.id].words)))
        for key in {*_numbers(one.record), *_pages(one.record), called}:
            if key[1]:
                groups.setdefault(key, []).append(one)
    told: set[tuple[str, str]] = set()
    for key, some in groups.items():
        for first, second in combinations(some, 2) if len(some) <= MOST else ():
            pair = (first.record.id, second.record.id)
            if pair in told or not _may_be_one(first.record, second.record, areas):
                continue
            alike = names[pair[0]].is_like(names[pair[1]])
            if _is_double(key[0], first.record, second.record, alike=alike):
                told.add(pair)
                yield _said(*key, first, second)


class _Name:
    """What a service is called, without the words of its areas; and the words of that which are its own."""

    def __init__(self, words: frozenset[str], own: frozenset[str]) -> None:
        self.words = words
        self.own = own

    @staticmethod
    def of(service: Service, content: Content) -> _Name:
        """Its own words are those that the body which runs it does not have: several of its services may share them."""
        directory = content.directory
        body = directory.organisations.get(service.organisation)
        areas = [directory.areas[name].record.name for name in service.areas if name in directory.areas]
        words = _words(service.name) - SMALL - {word for area in areas for word in _words(area)}
        return _Name(words, words - (_words(body.record.name) if body else set()))

    def is_like(self, other: _Name) -> bool:
        """Whether two names may be one, perhaps with a slip in it."""
        if self.words == other.words:
            return True
        mine, its = (" ".join(sorted(name.own)) for name in (self, other))
        return bool(mine and its) and SequenceMatcher(None, mine, its, autojunk=False).ratio() >= NEAR


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", re.sub("['\u2019]", "", text.casefold())))


def _numbers(service: Service) -> Iterator[tuple[str, str]]:
    for _, contact in service.ways:
        if contact.number:
            yield "number", contact.number.called


def _pages(service: Service) -> Iterator[tuple[str, str]]:
    for _, contact in service.ways:
        address = urlsplit(str(contact.link))
        if address.scheme in ("http", "https") and not contact.is_home_page:
            host = (address.hostname or "").removeprefix("www.")
            yield "page", f"{host}{address.path.rstrip('/')}{'?' if address.query else ''}{address.query}"


def _may_be_one(first: Service, second: Service, areas: Mapping[str, Area]) -> bool:
    """Whether nothing says that they are two: the one leads to the other, or is for others, or for elsewhere."""
    linked = {first.reached_through, first.replaced_by} & {second.id} or {
        second.reached_through,
        second.replaced_by,
    } & {first.id}
    if linked or first.meant_for != second.meant_for:
        return False
    return any(
        one in _around(other, areas) or other in _around(one, areas) for one in first.areas for other in second.areas
    )


def _around(name: str, areas: Mapping[str, Area]) -> set[str]:
    found: set[str] = set()
    here: str | None = name
    while here and here not in found:
        found.add(here)
        here = areas[here].within if here in areas else None
    return found


def _is_double(by: str, first: Service, second: Service, *, alike: bool) -> bool:
    same_kind = not set(first.every_kind).isdisjoint(second.every_kind)
    if by == "called":
        return same_kind and alike
    if by == "page":
        return same_kind or alike
    return alike or (same_kind and first.organisation != second.organisation)


def _said(by: str, what: str, first: Found[Service], second: Found[Service]) -> Diagnostic:
    both = (
        f"lead to {what}"
        if by == "page"
        else f"have {_shown(what, first.record)}"
        if by == "number"
        else "are called so"
    )
    return Diagnostic(
        "service-perhaps-twice",
        "warning",
        second.at("name"),
        f"{quoted(str(second.record.name))} may be {first.record.id} once more: both {both}",
        hint="keep one of them; if they are two, say in their names what tells them apart, or write reached_through",
    )


def _shown(digits: str, service: Service) -> str:
    numbers = (contact.number for _, contact in service.ways if contact.number)
    return next(number.shown for number in numbers if number.called == digits)
