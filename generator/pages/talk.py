"""An edition -> the line that anyone can call at any hour, after any crime: on home, and where a page has no number."""

from __future__ import annotations

from generator.model.contact import Contact
from generator.model.edition import Edition
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME


def someone_to_talk_to(edition: Edition) -> tuple[Service, Contact] | None:
    """A line that anyone can call day and night after any crime; None where no checked service has one."""
    for service in edition.in_order(edition.catalogue.services_for_crime.get(ANY_CRIME, ())):
        for contact in edition.contacts(service):
            if contact.phone and contact.hours and contact.hours.always and edition.freshness(service) != "overdue":
                return service, contact
    return None
