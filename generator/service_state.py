"""A catalogue and a moment -> how each service stands then: whether it is there, how to reach it, how old that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Literal

from generator.model.catalogue import Catalogue
from generator.model.contact import Check, Contact
from generator.model.fields.dates import LONDON
from generator.model.fields.phones import digits_of
from generator.model.service import Service

Freshness = Literal["fresh", "due", "overdue", "unchecked"]
"""due: past its interval; overdue: past twice its interval; unchecked: nobody has said that it is right."""


@dataclass(frozen=True)
class ServiceState:
    """The catalogue at one moment, an aware time; its day is the day in the United Kingdom."""

    catalogue: Catalogue
    now: datetime

    @cached_property
    def today(self) -> date:
        """The day in Europe/London."""
        return self.now.astimezone(LONDON).date()

    def contacts(self, service: Service) -> tuple[Contact, ...]:
        """The contacts a reader may see: checked, their number not retired, and not for professionals alone."""
        return self._shown(service)[0]

    def contacts_for_professionals(self, service: Service) -> tuple[Contact, ...]:
        """The same and those for professionals alone: for their page, and for staff."""
        return self._shown(service)[1]

    @cached_property
    def _known(self) -> dict[int, tuple[Service, tuple[Contact, ...], tuple[Contact, ...]]]:
        """The contacts of each record that was asked for, by which object it is: a draft may have another's id."""
        return {}

    def _shown(self, service: Service) -> tuple[tuple[Contact, ...], tuple[Contact, ...]]:
        """The contacts for readers, and for professionals: each list asks for those of every service in it."""
        known = self._known.get(id(service))
        if known is None:
            shown = tuple(
                contact
                for contact in service.contact
                if service.check_of(contact) and not (contact.number and contact.number.called in self.retired)
            )
            for_readers = tuple(one for one in shown if one.meant_for is None)
            if self.catalogue.meant_for(service) == "professionals":
                for_readers = ()
            self._known[id(service)] = known = service, for_readers, shown  # what is held keeps its number
        return known[1:]

    def withholds_a_contact(self, service: Service) -> bool:
        """Whether a contact for the public is kept back because nobody has checked it yet."""
        return len(self.contacts(service)) < sum(one.meant_for is None for one in service.contact)

    @cached_property
    def retired(self) -> frozenset[str]:
        """The digits of every number that must never be shown."""
        return frozenset(digits_of(retired.number) for retired in self.catalogue.retired_numbers)

    def last_check(self, service: Service) -> Check | None:
        """The check to show for a service: the oldest of its own and those of the contacts it shows."""
        checks = [contact.checked for contact in self.contacts_for_professionals(service)]
        found = [check for check in (service.checked, *checks) if check]
        return min(found, key=lambda check: check.on, default=None)

    def due_on(self, service: Service) -> date | None:
        """The day from which a service is due for a check; None where there never was one."""
        check = self.last_check(service)
        return self.due_after(service, check) if check else None

    def overdue_on(self, service: Service) -> date | None:
        """The day from which a reader is told to call first; None where there never was a check."""
        check = self.last_check(service)
        return self.overdue_after(service, check) if check else None

    def freshness(self, service: Service) -> Freshness:
        """How old the last check is, against what this kind of service needs."""
        check = self.last_check(service)
        return self.age_of(service, check) if check else "unchecked"

    def due_after(self, service: Service, check: Check) -> date:
        """The day from which one check is too old: of a service, or of a point of it."""
        return check.on + timedelta(days=self.catalogue.kind(service).check_every + 1)

    def overdue_after(self, service: Service, check: Check) -> date:
        """The day from which it is twice too old."""
        return check.on + timedelta(days=2 * self.catalogue.kind(service).check_every + 1)

    def age_of(self, service: Service, check: Check) -> Freshness:
        """How old one check is."""
        if self.today >= self.overdue_after(service, check):
            return "overdue"
        return "due" if self.today >= self.due_after(service, check) else "fresh"

    def is_closed(self, service: Service) -> bool:
        """Whether a service has ended: it says so, or the day it closes on has come."""
        return service.status == "closed" or bool(service.closed_on and service.closed_on <= self.today)

    def is_listed(self, service: Service) -> bool:
        """Whether lists lead to a service: it is for people harmed by crime, it has not closed, and it has begun."""
        return self.catalogue.meant_for(service) is None and self.is_there(service)

    def is_there(self, service: Service) -> bool:
        """Whether a service has begun and has not closed, whoever it is for."""
        return not self.is_closed(service) and service.status != "not-yet"

    # Reached through another

    def way_in(self, service: Service) -> Service | None:
        """The service through which this one is reached, as its author says, whether or not it can be reached now."""
        return self.catalogue.service_by_id.get(service.reached_through or "")

    def opens(self, other: Service | None, service: Service) -> bool:
        """Whether one service can be named as the way to another now: it is there, and for the same people."""
        meant_for = self.catalogue.meant_for
        return other is not None and self.is_there(other) and meant_for(other) in (None, meant_for(service))

    def through(self, service: Service) -> tuple[Service, tuple[Contact, ...]] | None:
        """The service that opens the way to this one, and its contacts that a reader may see; None: nobody can.

        All rules of that service hold for them: they are checked, not retired, and not for professionals alone. One
        that has no way of its own may be reached through a third.
        """
        passed = {service.id}
        other = self.way_in(service)
        while other is not None and other.id not in passed and self.opens(other, service):
            found = self.contacts(other)
            if found:
                return other, found
            passed.add(other.id)
            other = self.way_in(other)
        return None

    def ways(self, service: Service) -> tuple[Contact, ...]:
        """Every contact by which a reader may reach a service: its own, and those that it is reached through."""
        found = self.through(service) if service.reached_through else None
        return (*self.contacts(service), *found[1]) if found else self.contacts(service)

    def old_on(self, service: Service) -> date | None:
        """The day from which a reader is told to call first: its own details are old, or those it is reached by."""
        found = self.through(service) if service.reached_through else None
        days = (self.overdue_on(service), self.overdue_on(found[0]) if found else None)
        return min(filter(None, days), default=None)

    def is_old(self, service: Service) -> bool:
        """Whether that day has come."""
        day = self.old_on(service)
        return day is not None and day <= self.today

    def visits(self, service: Service) -> bool:
        """Whether a reader may know of a place of this service, and go there."""
        return any(self.catalogue.shows(service, place) != "never" for _, _, place in service.spots)

    def routes(self, service: Service) -> tuple[str, ...]:
        """Who may ask for this help, as its record says. Where that says nothing, and nothing against it: who can call.

        A website alone is no way to ask: many only say what there is.
        """
        if service.referral or self.catalogue.meant_for(service) or service.report_needed not in ("no", "unknown"):
            return service.referral
        asks = any(one.number or one.chat or one.form or one.email for one in self.contacts(service))
        return ("self",) if asks and not service.reached_through else ()

    def call_is_free(self, service: Service) -> bool:
        """Whether calling this service costs nothing, by any of its numbers."""
        return any(one.phone and one.is_free for one in self.contacts(service))

    def offered_within(self, service: Service) -> tuple[Service, ...]:
        """The services that lists lead to and that are reached through this one: on offer within it."""
        found = self.catalogue.services_within.get(service.id, ())
        return tuple(one for one in found if self.is_listed(one)) if self.is_there(service) else ()
