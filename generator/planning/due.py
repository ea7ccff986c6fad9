"""Services whose facts want a check, the most urgent first; and those whose money ends soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.edition import Edition, Freshness
from generator.model.service import Service

URGENCY: dict[Freshness, int] = {"overdue": 0, "due": 1, "unchecked": 2, "fresh": 3}


@dataclass(frozen=True, slots=True)
class Due:
    """One service to check: since which day it is due (None: nobody ever checked it), and how it stands now."""

    service: Service
    since: date | None
    freshness: Freshness


def due_for_check(edition: Edition) -> Sequence[Due]:
    """Every service that is not closed and whose last check is too old, or that has contacts nobody checked."""
    due = [
        Due(service, edition.due_on(service), edition.freshness(service))
        for service in edition.catalogue.services
        if not edition.is_closed(service)
        and (edition.freshness(service) in ("due", "overdue") or unchecked(edition, service))
    ]
    return sorted(due, key=lambda one: (URGENCY[one.freshness], one.since or edition.today, one.service.id))


def due_within(edition: Edition, days: int) -> Sequence[Due]:
    """`due_for_check`, and behind them the services that will be due in so many days, soonest first."""
    now = due_for_check(edition)
    known = {one.service.id for one in now}
    until = edition.today + timedelta(days=days)
    coming = [
        Due(service, since, edition.freshness(service))
        for service in edition.catalogue.services
        if not edition.is_closed(service)
        and service.id not in known
        and (since := edition.due_on(service)) is not None
        and since <= until
    ]
    return [*now, *sorted(coming, key=lambda one: (one.since or until, one.service.id))]


def contracts_ending(edition: Edition, days: int = 90) -> Sequence[Service]:
    """Services that are not closed and whose contract ends within so many days, or has ended; soonest first."""
    until = edition.today + timedelta(days=days)
    ending = [
        (service.contract_until, service.id, service)
        for service in edition.catalogue.services
        if service.contract_until and service.contract_until <= until and not edition.is_closed(service)
    ]
    return [service for _, _, service in sorted(ending, key=lambda one: one[:2])]


def unchecked(edition: Edition, service: Service) -> bool:
    """Whether a service keeps a contact back because nobody has checked it."""
    return any(edition.check_of(service, contact) is None for contact in service.contact)
