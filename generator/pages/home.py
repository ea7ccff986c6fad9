"""The home page: in danger now, someone to talk to, the doors, and what is on."""

from __future__ import annotations

from generator.model import addresses
from generator.model.contact import Contact
from generator.model.edition import Edition
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME
from generator.outputs import Page
from generator.pages.templates import Templates


def home(templates: Templates) -> Page:
    """The first page that most people see."""
    edition, settings = templates.edition, templates.settings
    return templates.page(
        "home",
        addresses.HOME,
        settings.site_name,
        settings.site_description,
        "services.yaml",
        someone_to_talk_to=someone_to_talk_to(edition),
        on_now=edition.campaigns_at("now"),
        coming=edition.campaigns_at("coming"),
    )


def someone_to_talk_to(edition: Edition) -> tuple[Service, Contact] | None:
    """A line that anyone can call day and night after any crime; None where no checked service has one."""
    for service in edition.in_order(edition.catalogue.services_for_crime.get(ANY_CRIME, ())):
        for contact in edition.contacts(service):
            if contact.phone and contact.hours and contact.hours.always and edition.freshness(service) != "overdue":
                return service, contact
    return None
