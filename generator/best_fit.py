"""What a page lists, and for whom -> the five services that fit best, with which it begins; why each other is folded.

Whoever looks for help in distress reads a few lines, so a list begins with at most five services. One stands there if
it takes whoever the page is for: everyone, unless it is made for what the page is about; children on their own page
alone; the whole area of the page. It can be reached, or its record says how one comes to it. What is for reporting or
reading stands there only where it is made for the page. A line for women, for men or for LGBT+ people that is made for
what happened stands on that crime's page: whoever it is for comes there, by what happened, and would think that there
is nothing; its card says whom it is for. One number stands there once: whoever shares it is shown with
its next way, or folded. The order: details that are not old, made for the page before help after any crime, for
everyone before some, near before wide, somebody who answers now before one who does not. Nothing is left out: the rest
stands folded below, under headings that say what it is. The page about the site says this in plain words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from generator.edition import Edition
from generator.first_line import ANYONE, MADE_FOR_SOME, START_HERE, FirstLines, Reader, takes_all, takes_any
from generator.model.contact import Contact
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME, EVERYONE

MOST = 5
YOUNG = frozenset({"children", "young-people"})
GROWN = frozenset({EVERYONE, "adults"})
"""Audiences that leave out no reader of a page for everyone but children, who have a page of their own."""
HALVES = frozenset({"women", "men"})
Why = Literal["last", "some", "part", "more"]
"""Why a service is folded: to report or to read; for some people; for a part of the area; it came after the first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the five, and the way to reach it that none before it gave; None: its record says how one comes to it."""

    service: Service
    way: Contact | None


@dataclass(frozen=True, slots=True)
class Listed:
    """What a page lists, in the order of every list, and for whom."""

    made: Sequence[Service]
    """What is made for what the page is about."""
    others: Sequence[Service] = ()
    """What helps there too."""
    reader: Reader = ANYONE
    """Whoever the page is for."""
    by_sort: bool = False
    """Whether the page is about help of one sort, where it does not matter for whom: a kind, a network."""

    @classmethod
    def of(
        cls, services: Iterable[Service], reader: Reader, also: Sequence[Service] = (), *, by_sort: bool = False
    ) -> Listed:
        """What a page lists, and what may stand among its first besides."""
        listed = list(services)
        if reader.crimes:
            made = [service for service in listed if reader.crimes <= set(service.helps_with)]
        else:
            made = listed if by_sort or reader.audiences else []
        ids = {service.id for service in made}
        return cls(made, [one for one in (*listed, *also) if one.id not in ids], reader, by_sort)


class BestFit:
    """Which services each list begins with."""

    def __init__(self, edition: Edition, lines: FirstLines) -> None:
        self.edition = edition
        self.lines = lines

    def first(self, listed: Listed, called: Sequence[tuple[Service, Contact]] = ()) -> list[Chosen]:
        """The services that a list begins with, after the lines to call now, which are `called` and count with them."""
        ids = {service.id for service in (*listed.made, *listed.others)}
        above = [line for line in called if line[0].id in ids]
        there = {service.id for service, _ in above}
        taken = {target(contact) for _, contact in above}
        made = {service.id for service in listed.made}
        fitting = [one for one in self._fitting(listed) if one.id not in there]
        whole = [one for one in fitting if self._is_whole(one, listed)]
        found: list[Chosen] = []
        for service in sorted(whole or (() if above else fitting), key=lambda one: self._rank(one, listed, made)):
            if len(found) + len(above) >= MOST:
                break
            ways = (one for one in self.edition.ways(service) if service.id in made or is_answered(one))
            way = next((one for one in ways if target(one) not in taken), None)
            if way is None and self.edition.ways(service):
                continue
            taken |= {target(way)} if way else set()
            found.append(Chosen(service, way))
        return found

    def folded(self, services: Iterable[Service], listed: Listed) -> dict[Why, list[Service]]:
        """The services that stand below the first of a list, by why: as far as its page tells such apart."""
        made = {service.id for service in listed.made}
        found: dict[Why, list[Service]] = {}
        for service in services:
            found.setdefault(self._why(service, listed, named=service.id in made), []).append(service)
        return found

    def _why(self, service: Service, listed: Listed, *, named: bool) -> Why:
        if listed.by_sort:
            return "more"
        if self._comes_last(service):
            return "last"
        meant = self._is_meant(service, listed.reader) if named else self._is_theirs(service, listed)
        if is_for_some(service) and not meant:
            return "some"
        return "more" if listed.reader.areas or self._is_whole(service, listed) else "part"

    def for_anyone(self, reader: Reader) -> list[Service]:
        """What helps everyone, at any hour or in writing: it may stand among the first of a page about some people."""
        day_and_night = {service.id for service, _ in self.lines.lines}
        return [
            service
            for service in self.edition.catalogue.public_services
            if EVERYONE in service.who.audiences
            and self.edition.is_listed(service)
            and (service.id in day_and_night or any(one.chat or one.text for one in self.edition.contacts(service)))
            and (ANY_CRIME in service.helps_with or not reader.audiences & YOUNG)
        ]

    def _fitting(self, listed: Listed) -> Iterator[Service]:
        """Every service that may stand among the first of a list, made for the page or not."""
        ways = self.edition.ways
        for service in listed.made:
            aside = self._comes_last(service) and len(service.helps_with) > 1
            meant = listed.by_sort or (self._is_meant(service, listed.reader) and not aside)
            if meant and (ways(service) or (listed.reader.crimes and self._comes_to_you(service))):
                yield service
        for service in listed.others:
            aside = self._comes_last(service) or (is_for_some(service) and not self._is_theirs(service, listed))
            if not aside and self._takes(service, listed.reader) and ways(service):
                yield service

    def _comes_last(self, service: Service) -> bool:
        """Whether a service is a place to report or to read, not somebody who helps."""
        return self.edition.catalogue.kind(service).comes_last == "yes"

    def _comes_to_you(self, service: Service) -> bool:
        """Whether nobody gets in touch with a service by themselves, and its record says how one comes to it."""
        by_others = bool(service.referral) and not {"self", "any"} & set(service.referral)
        return by_others and bool(service.first_step) and not service.contact

    def _is_meant(self, service: Service, reader: Reader) -> bool:
        """Whether a service made for what a page is about is for its readers: children have a page of their own."""
        if reader.audiences:
            return takes_any(service, reader)
        return bool(reader.crimes) and not is_for_the_young(service)

    def _is_theirs(self, service: Service, listed: Listed) -> bool:
        """Whether a service is made for the people whom a page is about."""
        return not listed.reader.audiences.isdisjoint(service.who.audiences)

    def _takes(self, service: Service, reader: Reader) -> bool:
        ages = service.who.ages
        return takes_any(service, reader) and (not ages or not reader.audiences & YOUNG or takes_all(ages, reader))

    def _is_whole(self, service: Service, listed: Listed) -> bool:
        return listed.by_sort or self.lines.covers(service, listed.reader)

    def _rank(self, service: Service, listed: Listed, made: Collection[str]) -> tuple[Any, ...]:
        old, last, paused, *rest = self._ranks[service.id]
        named = service.id in made
        whom = 0 if listed.by_sort or listed.reader.audiences else self._for_whom(service)
        wide = not named and not listed.reader.crimes and ANY_CRIME not in service.helps_with
        start = named or START_HERE in service.every_kind
        return (old, last, paused, not named, wide, not start, whom, self._nearness(service, listed.reader), *rest)

    @cached_property
    def _ranks(self) -> dict[str, tuple[Any, ...]]:
        """What the order of the first has of each service alone, worked out once."""
        edition, catalogue = self.edition, self.edition.catalogue
        return {
            service.id: (
                edition.is_old(service),
                catalogue.kind(service).comes_last == "yes",
                service.status == "paused",
                not any(one.is_answered_day_and_night for one in edition.ways(service)),
                not any(map(is_answered, edition.ways(service))),
                any(_is_anothers(service, one) for one in edition.ways(service)[:1]),
                min(catalogue.breadth[area] for area in catalogue.areas_of(service)),
                str(service.name).casefold(),
                service.id,
            )
            for service in catalogue.public_services
        }

    def _nearness(self, service: Service, reader: Reader) -> int:
        reach = self.edition.catalogue.reach
        return 0 if reader.areas and any(reach(service, area) == "local" for area in reader.areas) else 1

    def _for_whom(self, service: Service) -> int:
        """0: everyone; 1: women, or men; 2: fewer."""
        if not is_for_some(service):
            return 0
        return 1 if HALVES & set(service.who.audiences) else 2


GROWN_AT = 20
"""A service for people up to an age below this is for the young."""


def is_for_some(service: Service) -> bool:
    """Whether a service is made for some people, also where nobody wrote down for whom."""
    return GROWN.isdisjoint(service.who.audiences) or MADE_FOR_SOME.issuperset(service.every_kind)


def is_for_the_young(service: Service) -> bool:
    """Whether a service is for children and young people alone."""
    ages = service.who.ages
    return YOUNG.issuperset(service.who.audiences) or bool(ages and ages.last is not None and ages.last < GROWN_AT)


def is_answered(contact: Contact) -> bool:
    """Whether somebody answers there and then, by voice or in writing."""
    return bool(contact.phone or contact.text or contact.textphone or contact.chat)


def _is_anothers(service: Service, contact: Contact) -> bool:
    """Whether a number is called by another name than that of the service which gives it."""
    return bool(contact.label) and str(contact.label).casefold() not in str(service.name).casefold()


def target(contact: Contact) -> str:
    """What a way leads to: the same number, to call or to text, is the same."""
    return contact.number.called if contact.number else contact.link.rstrip("/")
