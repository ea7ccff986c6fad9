"""Edition -> where a service is met: its places and points, as far as the public may see each; those of an area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from generator.edition import Edition
from generator.model.contact import Check, Contact
from generator.model.fields.hours import Hours
from generator.model.place import Place, Point
from generator.model.service import Service
from generator.service_state import Freshness


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or a point of a service. The record in `place` may hold more than the public may see: ask `show`."""

    service: Service
    place: Place
    show: Literal["full", "area"]
    hours: Hours | None = None
    """Those of a point that somebody has checked."""
    contacts: tuple[Contact, ...] = ()
    note: str | None = None
    check: Check | None = None
    """The check of this point alone; None where that of the whole service counts."""
    freshness: Freshness | None = None
    due_on: date | None = None
    overdue_on: date | None = None
    waits: bool = False
    """Whether hours or a contact of it are kept back, because nobody has checked them."""


class Spots:
    """Where services are met at one moment."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def points(self, service: Service, *, professionals: bool = False) -> tuple[Spot, ...]:
        """The points that a reader may see. What is never shown is left out; what nobody checked says no hours.

        Args:
            service: whose points.
            professionals: whether the reader works with people who were harmed.
        """
        shown = self.edition.catalogue.shows
        return tuple(
            self._point(service, point, show, professionals=professionals)
            for point in service.points
            if (show := shown(service, point)) != "never"
        )

    def of(self, service: Service) -> Iterator[Spot]:
        """Its places that the public may know of, then its points."""
        for place in service.places:
            show = self.edition.catalogue.shows(service, place)
            if show != "never":
                yield Spot(service, place, show)
        yield from self.points(service)

    def _point(self, service: Service, point: Point, show: Literal["full", "area"], *, professionals: bool) -> Spot:
        check, edition = point.checked, self.edition
        whole = check or service.checked
        meant = [one for one in point.contact if professionals or one.meant_for is None]
        reached = [one for one in meant if service.check_of(one, point)]
        return Spot(
            service,
            point,
            show,
            point.hours if whole else None,
            tuple(one for one in reached if not (one.number and one.number.called in edition.retired)),
            point.note,
            check,
            edition.age_of(service, check) if check else None,
            edition.due_after(service, check) if check else None,
            edition.overdue_after(service, check) if check else None,
            waits=len(reached) < len(meant) or bool(point.hours and not whole),
        )

    def by_area(self, service: Service) -> list[tuple[str, list[Spot]]]:
        """The points of a service under the areas they are in, in the authors' order; those without one last."""
        found: dict[str, list[Spot]] = {area: [] for area in (*self.edition.catalogue.areas, "")}
        for spot in self.points(service):
            found[spot.place.area or ""].append(spot)
        return [(area, spots) for area, spots in found.items() if spots]

    @cached_property
    def has_map(self) -> bool:
        """Whether any place of a service for people harmed by crime may be found on a map."""
        edition = self.edition
        there = (one for one in edition.catalogue.public_services if not edition.is_closed(one))
        return any(spot.show == "full" and spot.place.coordinates for service in there for spot in self.of(service))

    @cached_property
    def districts(self) -> Mapping[str, tuple[str, ...]]:
        """Each area that a postcode leads to, and its districts: its own, and those of the places to go there."""
        found = {}
        for area, record in self.edition.catalogue.areas.items():
            met = (spot.place.postcode for spot in self.in_area(area) if spot.show == "full" and spot.place.postcode)
            districts = tuple(dict.fromkeys((*record.postcodes, *sorted({text.split()[0] for text in met}))))
            if districts:
                found[area] = districts
        return found

    def in_area(self, area: str) -> tuple[Spot, ...]:
        """The places and points in an area, of services that lists lead to: in the order of every list."""
        return self._by_area.get(area, ())

    @cached_property
    def _by_area(self) -> Mapping[str, tuple[Spot, ...]]:
        found: dict[str, list[Spot]] = {}
        for spot in self._listed():
            if spot.place.area:
                found.setdefault(spot.place.area, []).append(spot)
        return {area: tuple(spots) for area, spots in found.items()}

    def _listed(self) -> Iterator[Spot]:
        edition = self.edition
        for service in edition.ranked(filter(edition.is_listed, edition.catalogue.services)):
            yield from self.of(service)


A_DISTRICT = re.compile(r"([A-Z]+)([0-9]+)")


def spans(districts: Sequence[str]) -> list[str]:
    """Postcode districts, those that follow one another as one: LA20, LA21, LA22 -> LA20–LA22."""
    found: list[list[str]] = []
    for district in districts:
        parts = A_DISTRICT.fullmatch(district)
        before = A_DISTRICT.fullmatch(found[-1][-1]) if found else None
        if parts and before and parts[1] == before[1] and int(parts[2]) == int(before[2]) + 1:
            found[-1].append(district)
        else:
            found.append([district])
    return [one[0] if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in found]
