"""A discreet card for each service with a number: numbers and times to print or copy, and not a word of what for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model import addresses
from generator.model.contact import Contact
from generator.model.edition import Edition
from generator.model.service import Service
from generator.outputs import Page
from generator.pages.templates import Templates

ON_A_SHEET = 8
"""Small cards on one sheet of A4 paper."""


def card_pages(templates: Templates) -> Iterator[Page]:
    """A card for every listed service that has a number a reader may see."""
    _, edition = templates.say, templates.edition
    for number, service in enumerate(edition.catalogue.services, 1):
        contacts = numbers_of(edition, service)
        if contacts:
            page = templates.page(
                "card",
                addresses.card(service.id),
                _("Small card %(number)s") % {"number": number},  # a title of its own that says nothing of the service
                _("Numbers to print or copy."),
                "services.yaml",
                service=service,
                contacts=contacts,
                copies=ON_A_SHEET,
            )
            yield replace(page, discreet=True)


def numbers_of(edition: Edition, service: Service) -> tuple[Contact, ...]:
    """The numbers that a card of this service holds; none where it has closed, or shows no number."""
    if not edition.is_listed(service):
        return ()
    return tuple(contact for contact in edition.contacts(service) if contact.number)
