"""An edition -> the one table of what is public, made once: every export is a rendering of it, and reads nothing else.

In it are the services for people harmed by crime that have a page: each with the ways to reach it, the check and the
places that this page shows. What is for professionals alone or for people who harm is in no export, because others
build lists for people harmed by crime of these files. Who reads this table can't know more than who reads the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from generator.edition import Edition
from generator.l10n.translations import PoTranslations
from generator.model.campaign import Campaign
from generator.model.contact import Check, Contact
from generator.model.fields.hours import Hours
from generator.model.fields.text import in_language
from generator.model.place import Organisation, Point
from generator.model.service import Service
from generator.settings import Settings
from generator.site.exports.identifiers import Identifiers
from generator.spots import Spot, Spots

Status = Literal["active", "inactive", "temporarily closed", "defunct"]
Whereabouts = Literal["shown", "area", "withheld", "none", "unknown"]
"""Of a service's places: shown to the door; by area alone; kept private; it has ended; nobody wrote one down."""
STAYS = timedelta(days=365)
"""So long a service that has ended is still told, with what took its place."""


@dataclass(frozen=True, slots=True)
class PublicWay:
    """One way to reach a service, as its page shows it."""

    contact: Contact
    of: Service
    """The service whose contact it is: another one, where people come through that."""

    @property
    def open_when_closed(self) -> Hours | None:
        """The hours of the line that this one stands in for when it is closed."""
        return self.of.hours_named(self.contact)


@dataclass(frozen=True, slots=True)
class PublicService:
    """One service as the public may know it."""

    id: str
    service: Service
    status: Status
    ways: tuple[PublicWay, ...]
    spots: tuple[Spot, ...]
    check: Check | None
    """The check that its page shows."""
    is_old: bool
    """Whether its page says to call first."""
    location: Whereabouts
    changed_on: date | None
    """The last day on which something about it is known to have happened: a check, its end."""
    replaced_by: Service | None


@dataclass(frozen=True, slots=True)
class GoneService:
    """A service that ended so long ago that it is no longer told."""

    service: Service
    id: str
    closed_on: date
    replaced_by: Service | None


class PublicTable:
    """What is public at one moment, in one language."""

    def __init__(self, edition: Edition, settings: Settings, words: PoTranslations) -> None:
        self.edition = edition
        self.settings = settings
        self.words = words
        self.catalogue = edition.catalogue
        self.ids = Identifiers(settings.feeds.owner, settings.tag)
        self._spots = Spots(edition)

    def say(self, text: str) -> str:
        """A text of a record in the language of this table."""
        return in_language(text, self.settings.language)

    @cached_property
    def services(self) -> tuple[PublicService, ...]:
        """Every service that is told, in the authors' order."""
        return tuple(self._row(one) for one in self.catalogue.public_services if not self._has_gone(one))

    @cached_property
    def gone(self) -> tuple[GoneService, ...]:
        """Those that are no longer told, the last to end first."""
        found = (
            GoneService(one, self.ids.of("service", one.id), one.closed_on, self._heir(one))
            for one in self.catalogue.public_services
            if one.closed_on and self._has_gone(one)
        )
        return tuple(sorted(found, key=lambda one: (one.closed_on, one.service.id), reverse=True))

    @cached_property
    def organisations(self) -> Mapping[str, tuple[str, Organisation]]:
        """Each organisation that runs one of them, by its id here, with its UUID."""
        names = dict.fromkeys(one.service.organisation for one in self.services)
        return {name: (self.ids.of("organization", name), self.catalogue.organisations[name]) for name in names}

    @property
    def has_map(self) -> bool:
        """Whether any place may be found on a map."""
        return self._spots.has_map

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign that the public may know of, by its first day."""
        return tuple(one for one in self.edition.campaigns if self.edition.published_runs(one))

    @cached_property
    def last_change(self) -> date | None:
        """The latest of their checks and endings."""
        return max((one.changed_on for one in self.services if one.changed_on), default=None)

    def meeting_id(self, row: PublicService, spot: Spot) -> str:
        """The id of one service at one place: of what everyone may read of it."""
        place = spot.place
        shown = (place.address, place.postcode) if spot.show == "full" else ()
        return self.ids.part(row.id, "meeting", str(place.name), *map(str, filter(None, shown)), place.area or "")

    def every_way(self, row: PublicService) -> Iterator[tuple[PublicWay, str, Check]]:
        """Each way to reach a service or a place of it, the id of what it belongs to, and who made sure of it."""
        for way in row.ways:
            if check := way.of.check_of(way.contact):
                yield way, row.id, check
        for spot in row.spots:
            point = spot.place if isinstance(spot.place, Point) else None
            for contact in spot.contacts:
                if check := row.service.check_of(contact, point):
                    yield PublicWay(contact, row.service), self.meeting_id(row, spot), check

    def _has_gone(self, service: Service) -> bool:
        closed_on = service.closed_on
        return bool(closed_on and self.edition.is_closed(service) and closed_on + STAYS < self.edition.today)

    def _row(self, service: Service) -> PublicService:
        edition, closed = self.edition, self.edition.is_closed(service)
        spots = () if closed else tuple(self._spots.of(service))
        ways = () if closed else self._ways(service)
        check = edition.last_check(service)
        days = (
            check.on if check else None,
            service.checked.on if service.checked else None,
            service.closed_on if closed else None,
            *(way.contact.checked.on for way in ways if way.contact.checked),
        )
        return PublicService(
            id=self.ids.of("service", service.id),
            service=service,
            status=self._status(service),
            ways=ways,
            spots=spots,
            check=check,
            is_old=not closed and edition.is_old(service),
            location=self._location(service, spots, closed=closed),
            changed_on=max(filter(None, days), default=None),
            replaced_by=self._heir(service),
        )

    def _heir(self, service: Service) -> Service | None:
        heir = self.catalogue.service_by_id[service.replaced_by] if service.replaced_by else None
        return heir if heir and self.catalogue.meant_for(heir) is None else None

    def _ways(self, service: Service) -> tuple[PublicWay, ...]:
        own = tuple(PublicWay(one, service) for one in self.edition.contacts(service))
        found = self.edition.through(service) if service.reached_through else None
        return (*own, *(PublicWay(one, found[0]) for one in found[1])) if found else own

    def _status(self, service: Service) -> Status:
        if self.edition.is_closed(service):
            return "defunct"
        if service.status == "not-yet":
            return "inactive"
        return "temporarily closed" if service.status == "paused" else "active"

    def _location(self, service: Service, spots: tuple[Spot, ...], *, closed: bool) -> Whereabouts:
        if spots:
            return "shown" if any(one.show == "full" for one in spots) else "area"
        secret = any(self.catalogue.shows(service, place) == "never" for _, _, place in service.spots)
        if secret or self.catalogue.kind(service).places == "never":
            return "withheld"
        return "none" if closed else "unknown"
