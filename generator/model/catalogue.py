"""Catalogue: every record the authors keep, with both ends of every link in reach."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Literal, TypeVar

from generator.approvals import Awaiting
from generator.diagnostics import Diagnostic
from generator.model.accessibility import AccessibilityStatement, Results
from generator.model.campaign import Campaign, Picture
from generator.model.channel_rules import Channels
from generator.model.emergency import Crisis, Emergency, FirstSteps
from generator.model.ledger import Ledger
from generator.model.place import Area, Organisation, Place
from generator.model.retired_address import RetiredAddress, RetiredNumber
from generator.model.rights import Rights
from generator.model.service import MeantFor, Service
from generator.model.sources import Cited, Document, cited
from generator.model.standing_page import SpokenLanguages, StandingPage, Titled, Twins
from generator.model.vocabulary import ANY_CRIME, Kind, Vocabulary, together


@dataclass(frozen=True)
class StandingPages:
    """None: there is no such record, and the engine shows the file as it is."""

    about: StandingPage | None = None
    stay_safe: StandingPage | None = None
    rights: Rights | None = None
    accessibility: AccessibilityStatement | None = None
    results: Results | None = None
    """What the last test of the site in browsers found."""
    addresses: frozenset[str] = field(default_factory=frozenset)
    """"privacy/", "images/map.png": every file of the content folder."""
    files: frozenset[str] = field(default_factory=frozenset)
    """"privacy.md", "images/map.png": those of them that the site publishes."""
    twins: Twins = field(default_factory=dict)
    """The pages that are there in other languages too."""


T = TypeVar("T")
Reach = Literal["local", "wider", "part"]


@dataclass(frozen=True)
class Catalogue:
    """All records. References are known to hold and ids to be unique: `content` made sure of it."""

    vocabulary: Vocabulary
    services: tuple[Service, ...] = ()
    hidden: tuple[Service, ...] = ()
    """Services of several offices that this one does not show; what they keep secret stays secret."""
    local: Mapping[str, Collection[str]] = field(default_factory=dict)
    """By the id of a service of several offices: the fields that this one says otherwise."""
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    campaigns: tuple[Campaign, ...] = ()
    emergency: tuple[Emergency, ...] = ()
    """What to do in danger now: the lines that come with Waymark, and then the office's own."""
    retired_numbers: tuple[RetiredNumber, ...] = ()
    retired_addresses: tuple[RetiredAddress, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    """What facts rest on, by the code that records cite."""
    standing: StandingPages = field(default_factory=StandingPages)
    first_steps: Mapping[str, FirstSteps] = field(default_factory=dict)
    """What to do first, by type of crime: the office's own, else what comes with Waymark."""
    titled: tuple[Titled, ...] = ()
    """Every page of `content/`, by address, for search: its title and where it stands."""
    advice: tuple[Diagnostic, ...] = ()
    """What is right, but could be better, or will not be right for long. It never stops a build."""
    channels: Channels = field(default_factory=Channels)
    """What each channel takes, and what posts must not say."""
    crisis: Crisis = field(default_factory=Crisis)
    """What people type in danger or in need, and whom search then names first."""
    spoken_languages: SpokenLanguages = field(default_factory=SpokenLanguages)
    """What public bodies say in other languages, for whoever reads no other."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The files behind the campaigns' images, by path in the content folder."""
    ledger: Ledger | None = None
    """What went out already. None: this site keeps no ledger, and dates follow from the posts alone."""
    unread: Mapping[str, int] = field(default_factory=dict)
    """How many pages and campaigns nobody has read who speaks their language, by language."""
    awaiting: tuple[Awaiting, ...] = ()  # for a second person, where the settings name what needs one
    held: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    """By language: words that guard a life which nobody has read in it, each behind those of the first language."""
    readers: Mapping[str, Mapping[tuple[str, date], int]] = field(default_factory=dict)
    """By language: who has read the words of how many records in it, and on which day."""
    police: frozenset[str] = frozenset()
    """For which police areas the office is, by the names of their forces; none where nothing says so."""

    def cited(self, labels: Iterable[str | None]) -> tuple[Cited, ...]:
        """What some sources stand for: each document once."""
        return cited(labels, self.documents)

    def sources_of(self, service: Service) -> tuple[str, ...]:
        """Every source that a service's facts rest on, as its author wrote them; not of places, which may be secret."""
        contacts = (contact.source for contact in service.contact if contact.source)
        owner = self.organisations[service.organisation].sources
        groups = (self.vocabulary.networks[name].sources for name in service.networks)
        marks = (self.vocabulary.marks[name].sources for name in service.marks)
        told = (outcome.source for outcome in service.outcomes)
        return (*service.sources, *contacts, *told, *owner, *chain(*groups, *marks))

    def kind(self, service: Service) -> Kind:
        """What kind of service this is: of several, the name of the first and the strictest of their rules."""
        return self._several[service.every_kind] if service.kinds else self.vocabulary.kinds[service.kind]

    @cached_property
    def _several(self) -> Mapping[tuple[str, ...], Kind]:
        """What holds for services of several kinds, by all of them: worked out once."""
        every = {service.every_kind for service in self.services if service.kinds}
        return {names: together(*(self.vocabulary.kinds[name] for name in names)) for names in every}

    def meant_for(self, service: Service) -> MeantFor | None:
        """The people a service is for, as it says itself or its kind does; None: anyone harmed by crime."""
        return service.meant_for or self.kind(service).meant_for

    @cached_property
    def public_services(self) -> tuple[Service, ...]:
        """The services for people harmed by crime. Every list that leads somebody to help is of these."""
        return tuple(service for service in self.services if self.meant_for(service) is None)

    @cached_property
    def service_by_id(self) -> Mapping[str, Service]:
        """Every service by its id."""
        return {service.id: service for service in self.services}

    @cached_property
    def services_within(self) -> Mapping[str, tuple[Service, ...]]:
        """The services that are reached through another, by that one's id, in the authors' order."""
        return _by((service.reached_through, service) for service in self.services if service.reached_through)

    @cached_property
    def services_for_crime(self) -> Mapping[str, tuple[Service, ...]]:
        """The public services that name this crime type, by crime type."""
        return _by((crime, service) for service in self.public_services for crime in service.helps_with)

    @cached_property
    def services_for_audience(self) -> Mapping[str, tuple[Service, ...]]:
        """The services made for this audience, by audience."""
        return _by((audience, service) for service in self.public_services for audience in service.who.audiences)

    @cached_property
    def services_of_kind(self) -> Mapping[str, tuple[Service, ...]]:
        """The services of each kind."""
        return _by((kind, service) for service in self.public_services for kind in service.every_kind)

    @cached_property
    def services_in_area(self) -> Mapping[str, tuple[Service, ...]]:
        """The services that name this very area, by area; see `covering` for those that reach it from outside."""
        return _by((area, service) for service in self.public_services for area in self.areas_of(service))

    @cached_property
    def campaigns_for_service(self) -> Mapping[str, tuple[Campaign, ...]]:
        """The campaigns that point to this service, by service id."""
        return _by((service, campaign) for campaign in self.campaigns for service in campaign.services)

    def above(self, area: str) -> tuple[str, ...]:
        """The areas around this one, nearest first: cumberland -> cumbria, england-and-wales, uk."""
        around: list[str] = []
        outer = self.areas[area].within
        while outer is not None and outer not in around:
            around.append(outer)
            outer = self.areas[outer].within
        return tuple(around)

    @cached_property
    def areas_within(self) -> Mapping[str, tuple[str, ...]]:
        """The areas directly inside each area, in the authors' order."""
        return _by((area.within, name) for name, area in self.areas.items() if area.within)

    def below(self, area: str) -> tuple[str, ...]:
        """Every area inside this one, at any depth."""
        inside = self.areas_within.get(area, ())
        return tuple(name for child in inside for name in (child, *self.below(child)))

    def reach(self, service: Service, area: str) -> Reach | None:
        """How a service reaches an area: names it, covers it from outside, covers a part of it; None: not at all."""
        own = self.areas_of(service)
        if area in own:
            return "local"
        if not self._around[area].isdisjoint(own):
            return "wider"
        return None if self._inside[area].isdisjoint(own) else "part"

    def areas_of(self, service: Service) -> tuple[str, ...]:
        """The areas that a service is for, each whole: what is left of its own without those that it leaves out."""
        return self._areas_left.get(service.id, service.areas)

    @cached_property
    def _areas_left(self) -> Mapping[str, tuple[str, ...]]:
        return {
            service.id: tuple(dict.fromkeys(one for area in service.areas for one in self._left(area, service.all_but)))
            or service.areas
            for service in self.services
            if service.all_but
        }

    def _left(self, area: str, out: Collection[str]) -> Iterator[str]:
        if self._inside[area].isdisjoint(out) and area not in out:
            yield area
        elif area not in out:
            for child in self.areas_within[area]:
                yield from self._left(child, out)

    def covers(self, service: Service) -> tuple[Cover, ...]:
        """Where a service helps as one says it: a long list of parts is the area around them, but a few."""
        if service.all_but:
            inside = {
                area: tuple(one for one in service.all_but if one in self._inside[area]) for area in service.areas
            }
            return tuple(Cover(area, out) for area, out in inside.items())
        found = dict.fromkeys(service.areas)
        whole: dict[str, Cover] = {}
        for outer, parts in self.areas_within.items():
            out = tuple(part for part in parts if part not in found)
            if len(parts) - len(out) >= MANY_PARTS and len(out) <= FEW_LEFT_OUT and outer not in found:
                first = next(part for part in found if part in parts)
                whole |= {first: Cover(outer, out)} | {part: Cover("") for part in parts if part != first}
        covers = (whole.get(area, Cover(area)) for area in found)
        return tuple(cover for cover in covers if cover.area)

    @cached_property
    def _around(self) -> Mapping[str, frozenset[str]]:
        return {area: frozenset(self.above(area)) for area in self.areas}

    @cached_property
    def _inside(self) -> Mapping[str, frozenset[str]]:
        return {area: frozenset(self.below(area)) for area in self.areas}

    @cached_property
    def breadth(self) -> Mapping[str, int]:
        """How wide each area is: 0 for one that holds no other. What is narrower is nearer, so it comes first."""
        return {area: self._depth_below(area) for area in self.areas}

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The areas that hold all of the narrowest ones: a service for one of these helps wherever a reader lives."""
        narrowest = {area for area in self.areas if not self._inside[area]}
        return frozenset(area for area in self.areas if narrowest <= self._inside[area] | {area})

    def _depth_below(self, area: str) -> int:
        return max((1 + self._depth_below(child) for child in self.areas_within.get(area, ())), default=0)

    def for_crime(self, crime: str) -> tuple[Service, ...]:
        """Services that name this crime type, then those that help after any crime."""
        named = self.services_for_crime.get(crime, ())
        return named + tuple(s for s in self.services_for_crime.get(ANY_CRIME, ()) if crime not in s.helps_with)

    def met_in(self, service: Service) -> frozenset[str]:
        """The areas of its places and points that the public may know of."""
        seen = (place.area for _, _, place in service.spots if self.shows(service, place) != "never")
        return frozenset(area for area in seen if area)

    def shows(self, service: Service, place: Place) -> Literal["full", "area", "never"]:
        """How much of a place the public may see: what it says itself, else what its kind of service says."""
        return place.show or self.kind(service).places


MANY_PARTS, FEW_LEFT_OUT = 6, 3
"""So many parts of one area are said as that area, but so few."""


@dataclass(frozen=True, slots=True)
class Cover:
    """An area, and those within it that are left out."""

    area: str
    out: tuple[str, ...] = ()


def _by(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
