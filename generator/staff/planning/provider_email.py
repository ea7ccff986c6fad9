"""A service at one moment -> a message to its provider, ready to send: what we publish, and what to ask.

It says what anyone can read on the site, and the numbers that this provider may confirm. A place that is not shown in
full is never in it: not its address, its postcode nor the way there, and a secret one not by name either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.edition import Edition
from generator.l10n.plurals import listed
from generator.model.contact import Contact
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.settings import Settings
from generator.spots import Spots
from generator.staff.planning.checks_due import DayWords, not_shown, questions, without_secrets


@dataclass(frozen=True, slots=True)
class Message:
    """What goes into the two fields of an e-mail. A paragraph is one line, which ends with a newline."""

    subject: str
    body: str

    def __str__(self) -> str:
        return f"Subject: {self.subject}\n\n{self.body}"


def message_to(edition: Edition, service: Service, settings: Settings, say: DayWords) -> Message:
    """The message to the provider of one service."""
    office = settings.office.name
    name = in_language(service.name, settings.language)
    asked = [question.text for question in questions(edition, service, say, to_provider=True)]
    lines = [
        "Hello,",
        "",
        f"Our site for people harmed by crime leads people to {name}. It must be right, because someone may "
        "rely on it on a bad day. Could you look at these details, and tell us what has changed?",
        "",
        "This is what we publish:",
        "",
        *(f"- {fact}" for fact in _facts(edition, service, settings, say)),
        "",
    ]
    kept = [f"- {_contact(contact, settings, say)}" for contact in not_shown(service)]
    if kept:
        lines += ["These we have, but do not show until you say that they are right:", "", *kept, ""]
    lines += ["Please tell us:", "", *(f"{number}. {text}" for number, text in enumerate(asked, 1)), ""]
    if edition.catalogue.kind(service).places != "full" or _has_secrets(edition, service):
        lines += ["Please do not write a secret address in your answer.", ""]
    lines += ["A short answer is enough. If all of it is right, that helps us too.", "", "Thank you,", office]
    return Message(
        without_secrets(edition, f"{name}: are our details right?"),
        without_secrets(edition, "".join(f"{line}\n" for line in lines)),
    )


def _facts(edition: Edition, service: Service, settings: Settings, say: DayWords) -> Iterator[str]:
    def words(text: str) -> str:
        return in_language(text, settings.language)

    catalogue = edition.catalogue
    alone = catalogue.meant_for(service) == "professionals"
    yield f"Page: {settings.absolute(urls.PROFESSIONALS if alone else urls.service(service.id))}"
    yield f"What it is: {words(service.summary)}"
    for contact in edition.contacts_for_professionals(service):
        yield _contact(contact, settings, say)
    if not edition.contacts_for_professionals(service):
        yield "How to reach you: we say that we are checking this"
    yield f"Where: {listed([words(catalogue.areas[area].name) for area in service.areas])}"
    if service.all_but:
        yield f"But not: {listed([words(catalogue.areas[area].name) for area in service.all_but])}"
    audiences = [words(catalogue.vocabulary.audiences[name].name) for name in service.who.audiences]
    yield f"For: {words(service.who.text) if service.who.text else listed(audiences)}"
    if service.who.not_for:
        yield f"Not for: {words(service.who.not_for)}"
    if service.first_step:
        yield f"First step: {words(service.first_step)}"
    if service.cost:
        yield f"Cost: {words(service.cost)}"
    for place in service.places:
        show = catalogue.shows(service, place)
        if show == "full":
            yield "Address: " + ", ".join(words(part) for part in (place.name, place.address, place.postcode) if part)
        elif show == "area":
            yield f"Place: {words(place.name)}, without an address"
    for spot in Spots(edition).points(service, professionals=True):
        full = (spot.place.address, spot.place.postcode) if spot.show == "full" else ()
        where = ", ".join(words(part) for part in (spot.place.name, *full) if part)
        times = f"; {say.hours(spot.hours)}" if spot.hours else ""
        ways = "".join(f"; {_contact(contact, settings, say)}" for contact in spot.contacts)
        yield f"Where people meet you: {where}{times}{ways}"


def _contact(contact: Contact, settings: Settings, say: DayWords) -> str:
    label = in_language(contact.label, settings.language) if contact.label else contact.way.capitalize()
    shown = contact.shown if contact.number or contact.email else contact.link
    hours = f"; {say.hours(contact.hours)}" if contact.hours else ""
    hours += f"; when {in_language(contact.when_closed, settings.language)} is closed" if contact.when_closed else ""
    cost = "; free to call" if contact.is_free else ""
    return f"{label}: {shown}{hours}{cost}"


def _has_secrets(edition: Edition, service: Service) -> bool:
    return any(edition.catalogue.shows(service, place) != "full" for _, _, place in service.spots)
