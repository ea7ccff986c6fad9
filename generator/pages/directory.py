"""The directory itself: every service from A to Z, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import addresses
from generator.model.edition import Edition
from generator.model.first_line import ANYONE, Reader
from generator.model.service import Service
from generator.outputs import Page
from generator.pages.templates import Templates


@dataclass(frozen=True, slots=True)
class Letter:
    """The services whose names begin with one letter."""

    letter: str
    services: Sequence[Service]


def directory_pages(templates: Templates) -> Iterator[Page]:
    """A to Z, and every service."""
    _, edition = templates.say, templates.edition
    yield templates.page(
        "services",
        addresses.SERVICES,
        _("All services, A to Z"),
        _("Every service in this directory, from A to Z."),
        "services.yaml",
        letters=letters(edition),
    )
    for service in edition.catalogue.services:
        meant_for = edition.catalogue.meant_for(service)
        if meant_for == "professionals":
            continue  # the page for professionals has all of it
        reader = ANYONE if meant_for else Reader.of(service)
        page = templates.page(
            "service",
            addresses.service(service.id),
            service.name,
            service.summary,
            "services.yaml",
            service=service,
            contacts=edition.contacts(service),
            check=edition.last_check(service),
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


def letters(edition: Edition) -> list[Letter]:
    """Listed services by the first letter of their names; what begins with anything else stands under "0-9"."""
    services = sorted(
        filter(edition.is_listed, edition.catalogue.services), key=lambda service: (service.name.casefold(), service.id)
    )
    grouped: dict[str, list[Service]] = {}
    for letter, group in groupby(services, key=_first_letter):
        grouped.setdefault(letter, []).extend(group)
    return [Letter(letter, group) for letter, group in sorted(grouped.items(), key=lambda pair: pair[0])]


def _first_letter(service: Service) -> str:
    for letter in str(service.name):
        if letter.isalpha():
            return letter.upper()
        if letter.isdigit():
            return "0-9"
    return "0-9"


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
    near = (other for crime in service.helps_with for other in edition.by_crime_in_order(crime))
    here = set() if edition.is_closed(service) else {contact.link for contact in edition.contacts(service)}
    found: dict[str, Service] = {}
    for other in near:
        if other.id != service.id and any(contact.link not in here for contact in edition.contacts(other)):
            found[other.id] = other
        if len(found) == 3:
            break
    return tuple(found.values())
