"""The directory itself: every service from A to Z, a page for each, and a discreet card to print or copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator import urls
from generator.edition import Edition
from generator.first_line import ANYONE, Reader
from generator.l10n.alphabet import first_letter, sort_key
from generator.model.contact import Contact
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.output import Page
from generator.site.render.letter_pages import letter_pages, service_parts
from generator.site.render.templates import Templates


@dataclass(frozen=True, slots=True)
class Letter:
    """The services whose names begin with one letter."""

    letter: str
    services: Sequence[Service]


def directory_pages(templates: Templates) -> Iterator[Page]:
    """A to Z, and every service."""
    _, edition = templates.say, templates.edition
    title = _("All services, A to Z")
    listed = letters(edition, templates.settings.language)
    parts = service_parts(templates, [service for letter in listed for service in letter.services], urls.SERVICES)
    page = templates.page_that_fits(
        "services",
        urls.SERVICES,
        title,
        _("Every service in this directory, from A to Z."),
        "services.yaml",
        least=0,
        count=1,
        shown=lambda count: {"with_kinds": bool(count)},
        letters=() if parts else listed,
        parts=parts,
    )
    yield replace(page, parts=letter_pages(templates, parts, (urls.SERVICES, title), "letter", "services.yaml"))
    for service in edition.catalogue.services:
        meant_for = edition.catalogue.meant_for(service)
        if meant_for == "professionals":
            continue  # the page for professionals has all of it
        reader = ANYONE if meant_for else Reader.of(service)
        page = templates.page(
            "service",
            urls.service(service.id),
            service.name,
            service.summary,
            "services.yaml",
            service=service,
            contacts=edition.contacts(service),
            check=edition.last_check(service),
            has_card=bool(numbers_of(edition, service)),
            others=others(edition, service),
            on_now=[
                campaign
                for campaign in edition.catalogue.campaigns_for_service.get(service.id, ())
                if edition.stage(campaign) == "now"
            ],
            line=templates.first_lines.offered(reader),
            beside=[line for line in templates.first_lines.beside(reader) if line[0].id != service.id],
            for_people_who_harm=meant_for == "people-who-harm",
        )
        yield replace(page, unlisted=meant_for == "people-who-harm", prose=(service.about,) if service.about else ())


def letters(edition: Edition, language: str = "en") -> list[Letter]:
    """Listed services by the first letter of their names in a language; what begins with no letter under "0-9"."""
    grouped: dict[str, list[Service]] = {}
    for service in a_to_z(filter(edition.is_listed, edition.catalogue.services), language):
        grouped.setdefault(first_letter(in_language(service.name, language), language), []).append(service)
    return [Letter(letter, grouped[letter]) for letter in sorted(grouped, key=lambda one: sort_key(one, language))]


def a_to_z(services: Iterable[Service], language: str) -> list[Service]:
    """Services by their names in a language."""
    return sorted(services, key=lambda one: (sort_key(in_language(one.name, language), language), one.id))


def others(edition: Edition, service: Service) -> tuple[Service, ...]:
    """Up to three services to try as well: the one that replaced it, else those that help after the same crime.

    One that is only reached in the ways that this page shows already is no other. Nobody who was hurt looks for help
    on the page of a service for people who harm others, and that one never stands among those who help.
    """
    catalogue = edition.catalogue
    new = catalogue.service_by_id[service.replaced_by] if service.replaced_by else None
    if new and catalogue.meant_for(new) == catalogue.meant_for(service):
        return (new,)
    if catalogue.meant_for(service) is not None:
        return ()
    near = (other for crime in service.helps_with for other in edition.by_crime_in_order.get(crime, ()))
    here = set() if edition.is_closed(service) else {contact.link for contact in edition.ways(service)}
    found: dict[str, Service] = {}
    for other in near:
        if other.id != service.id and any(contact.link not in here for contact in edition.ways(other)):
            found[other.id] = other
        if len(found) == 3:
            break
    return tuple(found.values())


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
                urls.card(service.id),
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
    return tuple(contact for contact in edition.ways(service) if contact.number)
