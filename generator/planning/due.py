"""Services whose facts want a check, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


def unchecked(edition: Edition, service: Service) -> bool:
    """Whether a service keeps a contact back because nobody has checked it."""
    return any(edition.check_of(service, contact) is None for contact in service.contact)
