"""Services, and the whole of one revision -> cards, in the order in which a reader of changes wants them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from generator.diagnostics import HIDDEN
from generator.edition import Edition
from generator.l10n.calendar_words import language_name
from generator.l10n.formats import ages, day, hours
from generator.model.contact import Check, Contact
from generator.model.place import Place, Point
from generator.model.service import Outcome, Service
from generator.model.vocabulary import Term
from generator.privacy.withheld import public_words
from generator.settings import Settings
from generator.staff.diff.cards import (
    Card,
    Fact,
    area_cards,
    campaign_cards,
    emergency_cards,
    facts,
    organisation_cards,
    retired_address_cards,
    retired_cards,
    said,
    source_cards,
    word_cards,
)

FOR = {"people-who-harm": "people who harm", "professionals": "professionals"}


A_WAY = {"text": "number for texts", "email": "e-mail", "form": "web form"}


def service_cards(edition: Edition) -> list[Card]:
    """A card for every service."""
    return [_service(service, edition) for service in edition.catalogue.services]


def check_in_words(check: Check | None) -> str:
    """20 November 2026 by the team (phoned)."""
    return f"{day(check.on)} by {check.by} ({check.how})" if check else ""


def checks_of(service: Service) -> tuple[Check, ...]:
    """Every check of a service: its own, those of its contacts, and those of its points and of theirs."""
    parts = (*(contact.checked for _, contact in service.ways), *(point.checked for point in service.points))
    return tuple(check for check in (service.checked, *parts) if check)


def secret_words(before: Edition, after: Edition) -> frozenset[str]:
    """What the public may not see of places after a change, and what it could not see before unless it may now."""
    return frozenset(after.withheld_words | (before.withheld_words - public_words(after.catalogue)))


def _service(service: Service, edition: Edition) -> Card:
    catalogue = edition.catalogue
    words = catalogue.vocabulary
    organisations = catalogue.organisations
    asked, told = service.when_you_contact, service.who_will_know
    new, way_in = catalogue.service_by_id.get(service.replaced_by or ""), edition.way_in(service)
    return Card(
        "service",
        (service.id, f"{service.name}, {service.organisation}"),
        str(service.name),
        facts(
            name=service.name,
            other_names=service.also_known_as,
            kind=_names(service.every_kind, words.kinds),
            meant_for=FOR[service.meant_for] if service.meant_for else None,
            run_by=organisations[service.organisation].name,
            summary=service.summary,
            about=service.about,
            helps_after=_names(service.helps_with, words.crimes),
            is_for=_names(service.who.audiences, words.audiences),
            ages=ages(service.who.ages) if service.who.ages else None,
            who_it_is_for=service.who.text,
            who_it_is_not_for=service.who.not_for,
            covers=[catalogue.areas[area].name for area in service.areas],
            does_not_cover=[catalogue.areas[area].name for area in service.all_but],
            first_step=service.first_step,
            reached_through=way_in.name if way_in else None,
            time_limit=service.by_when,
            how_soon_they_answer=service.response,
            who_answers=asked.answered_by,
            whether_they_call_back=asked.calls_back,
            whether_they_leave_messages=asked.leaves_messages,
            wait=f"{said(asked.wait.text)} (as of {day(asked.wait.as_of)})" if asked.wait else None,
            whether_a_police_report_is_needed=service.report_needed,
            who_will_know=told.text,
            whether_they_tell_the_police=told.police.replace("-", " "),
            whether_they_tell_immigration=told.immigration.replace("-", " "),
            who_can_refer=service.referral,
            cost=service.cost,
            languages=[language_name(code) for code in service.languages],
            interpreters=service.interpreters,
            access=service.access,
            networks=[words.networks[name].name for name in service.networks],
            quality_marks=[words.marks[name].name for name in service.marks],
            paid_for_by=[organisations[name].name for name in service.commissioned_by],
            status=service.status.replace("-", " "),
            closed_on=day(service.closed_on) if service.closed_on else None,
            replaced_by=new.name if new else None,
            last_check=check_in_words(service.checked),
            sources=service.sources,
        ),
        parts=(
            *_contacts(service, edition),
            *(_place(place, service, edition) for place in service.places),
            *(_point(point, service, edition) for point in service.points),
            *map(_outcome, service.outcomes),
        ),
    )


def _names(ids: tuple[str, ...], terms: Mapping[str, Term]) -> list[str]:
    return [terms[one].name for one in ids]


def _contacts(service: Service, edition: Edition) -> Iterator[Card]:
    shown = edition.contacts_for_professionals(service)
    numbers = {way: count() for way in {one.way for one in service.contact}}
    for contact in service.contact:
        nth = next(numbers[contact.way])
        is_shown = any(contact is one for one in shown)
        yield _contact(contact, nth, is_shown)


def _contact(contact: Contact, nth: int, is_shown: bool) -> Card:
    way = A_WAY.get(contact.way, contact.way)
    value = contact.number.shown if contact.number else (contact.email or contact.link)
    found = {
        way: value,
        f"{way} label": said(contact.label),
        f"{way} hours": hours(contact.hours) if contact.hours else "",
        f"{way} is open when this is closed": said(contact.when_closed),
        f"{way} cost": contact.cost or "",
        f"{way} note": said(contact.note),
        f"who may use the {way}": FOR[contact.meant_for] if contact.meant_for else "",
        f"{way} languages": ", ".join(map(language_name, contact.languages)),
        f"{way} last check": check_in_words(contact.checked),
        f"{way} source": contact.source or "",
    }
    return Card(
        way,
        (f"{way} {value} {contact.label}", f"{way} {value}", f"{way} called {contact.label or nth}", f"{way} {nth}"),
        said(contact.label),
        {label: Fact(value) for label, value in found.items() if value},
        is_shown,
    )


def _place(place: Place, service: Service, edition: Edition) -> Card:
    """A place. What the public may not see of it is compared, but stands in no name and in no sentence."""
    show = edition.catalogue.shows(service, place)
    found = {
        "name": Fact(said(place.name), show != "never"),
        "address": Fact(said(place.address), show == "full"),
        "postcode": Fact(place.postcode or "", show == "full"),
        "coordinates": Fact(place.coordinates or "", show == "full"),
        "directions": Fact(said(place.directions), show == "full"),
        "area": Fact(said(edition.catalogue.areas[place.area].name) if place.area else "", show != "never"),
    }
    for label, asked in (("by arrangement only", place.by_arrangement), ("people are brought here", place.brought)):
        found[label] = Fact("yes" if asked == "yes" else "", show != "never")
    return Card(  # with its empty facts: they too say what may not be shown
        "place",
        (f"place {place.name}", f"place at {place.postcode}"),
        said(place.name) if show != "never" else "",
        found,
        show != "never",
    )


def _point(point: Point, service: Service, edition: Edition) -> Card:
    """A point, as a place; and what else is true of it. Of one that is never shown, nothing of that is said."""
    place = _place(point, service, edition)
    shows = place.shown
    checked = all(service.check_of(one, point) for one in point.contact)
    more = {
        "hours": Fact(hours(point.hours) if point.hours else "", shows),
        "note": Fact(said(point.note), shows),
        "ways to reach it": Fact("; ".join(map(_reached, point.contact)), shows and checked),
        "last check": Fact(check_in_words(point.checked), shows),
    }
    names = (f"point {point.name}", f"point at {point.postcode}")
    return Card("point", names, place.name, {**place.facts, **more}, shows)


def _reached(contact: Contact) -> str:
    """A contact of a point in one line, with all that is known of it."""
    return ", ".join(fact.value for fact in _contact(contact, 1, is_shown=True).facts.values())


def _outcome(outcome: Outcome) -> Card:
    found = facts(says=outcome.says, of=outcome.of, when=outcome.when, source=outcome.source)
    return Card("figure", (f"figure {outcome.says}", f"figure {outcome.source} {outcome.when}"), "", found)


PAGE_WORDS = "words"
"""The label of a whole page: it is compared, and never quoted."""


def all_cards(edition: Edition, settings: Settings, pages: Mapping[str, str]) -> list[Card]:
    """Every card of one revision. `pages`: the whole text of each page of the content folder, by its file."""
    return [
        _site(settings),
        *emergency_cards(edition),
        *service_cards(edition),
        *campaign_cards(edition),
        *(
            Card("page", (file,), HIDDEN.sub("?", file), {PAGE_WORDS: Fact(text)})
            for file, text in sorted(pages.items())
        ),
        *organisation_cards(edition),
        *area_cards(edition),
        *word_cards(edition),
        *retired_cards(edition),
        *retired_address_cards(edition),
        *source_cards(edition),
    ]


def _site(settings: Settings) -> Card:
    office = settings.office
    return Card(
        "site",
        ("mkdocs.yml",),
        "The site",
        facts(
            name=settings.site_name,
            address=settings.site_url,
            description=settings.site_description,
            office=office.name,
            office_website=office.website,
            address_for_corrections=office.corrections,
            licence=office.licence,
            notice_on_every_page=settings.notice,
            only_a_demonstration="yes" if settings.demonstration else None,
            way_out=settings.exits.values(),
            pause=f"from {settings.feeds.pause.first}" if settings.feeds.pause else None,
        ),
    )
