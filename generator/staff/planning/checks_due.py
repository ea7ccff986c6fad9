"""Services at one moment -> those that want a check, the most urgent first, and what to ask each provider.

None should be in it: messages are made of what is public. But an author may have written a street into the label of a
contact that the site keeps back, and no build has looked at that.

Nothing here names a place that must stay secret, nor a number that nobody has checked: these words may go into an
issue that anyone can read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.edition import Edition
from generator.l10n.plurals import listed
from generator.model.contact import Check, Contact, Way
from generator.model.fields.hours import Hours
from generator.model.service import Service
from generator.privacy.withheld_search import LEFT_OUT
from generator.service_state import Freshness
from generator.staff.planning.points_due import points_named, points_too_old, points_waiting

URGENCY: dict[Freshness, int] = {"overdue": 0, "due": 1, "unchecked": 2, "fresh": 3}


@dataclass(frozen=True, slots=True)
class Due:
    """One service to check: since which day it is due (None: nobody ever checked it), and how it stands now."""

    service: Service
    since: date | None
    freshness: Freshness


def due_for_check(edition: Edition) -> Sequence[Due]:
    """Every service that is not closed and of which a check is too old, or that keeps back what nobody checked."""
    there = [_due(edition, service) for service in edition.catalogue.services if not edition.is_closed(service)]
    due = [one for one in there if one.freshness in ("due", "overdue") or keeps_back(one.service)]
    return sorted(due, key=lambda one: (URGENCY[one.freshness], one.since or edition.today, one.service.id))


def due_within(edition: Edition, days: int) -> Sequence[Due]:
    """`due_for_check`, and behind them the services that will be due in so many days, soonest first."""
    now = due_for_check(edition)
    known = {one.service.id for one in now}
    until = edition.today + timedelta(days=days)
    coming = [
        one
        for one in (_due(edition, service) for service in edition.catalogue.services)
        if not edition.is_closed(one.service) and one.service.id not in known and one.since and one.since <= until
    ]
    return [*now, *sorted(coming, key=lambda one: (one.since or until, one.service.id))]


def oldest_check(edition: Edition, service: Service) -> Check | None:
    """The check that has to be renewed first: of the service, or of a point of it. None where the service has none."""
    own = edition.last_check(service)
    return own and min((own, *(point.checked for point in service.points if point.checked)), key=lambda one: one.on)


def _due(edition: Edition, service: Service) -> Due:
    check = oldest_check(edition, service)
    if check is None:
        return Due(service, None, "unchecked")
    return Due(service, edition.due_after(service, check), edition.age_of(service, check))


def contracts_ending(edition: Edition, days: int = 90) -> Sequence[Service]:
    """Services that are not closed and whose contract ends within so many days, or has ended; soonest first."""
    until = edition.today + timedelta(days=days)
    ending = [
        (service.contract_until, service.id, service)
        for service in edition.catalogue.services
        if service.contract_until and service.contract_until <= until and not edition.is_closed(service)
    ]
    return [service for _, _, service in sorted(ending, key=lambda one: one[:2])]


def keeps_back(service: Service) -> bool:
    """Whether a service keeps a contact back, or the hours of a point, because nobody has checked them."""
    return bool(not_shown(service) or points_waiting(service))


def without_secrets(edition: Edition, text: str) -> str:
    """A text in which every withheld address, postcode and name is replaced, in any way to write it."""
    return edition.sought.redacted(text, LEFT_OUT)


Names = Callable[[Service, Sequence[Contact]], str]


YOUR: dict[Way, str] = {
    "phone": "your phone number",
    "text": "your number for text messages",
    "textphone": "your textphone",
    "chat": "your chat",
    "form": "your form",
    "website": "your website",
    "email": "your e-mail address",
}


@dataclass(frozen=True, slots=True)
class DayWords:
    """How days and opening hours are said in plain words."""

    day: Callable[[date], str]
    hours: Callable[[Hours], str]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask, and what it is about in a word or two: "hours"."""

    about: str
    text: str


def questions(edition: Edition, service: Service, say: DayWords, *, to_provider: bool = False) -> Sequence[Question]:
    """What to ask the provider of one service: first whether what we say is right, then what nobody told us.

    Args:
        edition: the directory at one moment.
        service: whom to ask.
        say: how to say days.
        to_provider: speak to the provider, who does not know our contacts by their numbers.
    """
    return (
        *_still_right(edition, service, say),
        *_about_contacts(edition, service, called if to_provider else numbered),
        *_about_help(service),
        *_about_telling(service),
        *_about_places(edition, service),
        *_about_points(edition, service),
    )


def named(contact: Contact) -> str:
    """What a contact is called without its number: "phone, Supportline"."""
    return f"{contact.way}, {contact.label}" if contact.label else contact.way


def numbered(service: Service, contacts: Sequence[Contact]) -> str:
    """Which contacts of a service these are: "contact 2 (phone, Supportline) and contact 3 (website)"."""
    found = [
        f"contact {n} ({named(one)})" for n, one in enumerate(service.contact, 1) if any(one is c for c in contacts)
    ]
    return listed(found)


def called(_: Service, contacts: Sequence[Contact]) -> str:
    """What its provider would call a service's contacts: "Supportline and your website"."""
    return listed([str(contact.label) if contact.label else YOUR[contact.way] for contact in contacts])


def not_shown(service: Service) -> Sequence[Contact]:
    """The contacts that nobody has checked."""
    return [contact for contact in service.contact if service.check_of(contact) is None]


def _still_right(edition: Edition, service: Service, say: DayWords) -> Iterator[Question]:
    if edition.contacts_for_professionals(service):
        yield Question("contacts", "Do the ways to reach you still work, and are their hours right?")
    areas = listed([edition.catalogue.areas[area].name for area in service.areas])
    out = listed([edition.catalogue.areas[area].name for area in service.all_but])
    yield Question("area", f"Do you still help people in {areas}{f', but not in {out}' if out else ''}?")
    if service.status == "paused":
        yield Question("open again", "We say that you can't take new people at the moment. Is that still so?")
    if service.when_you_contact.wait:
        wait = service.when_you_contact.wait
        yield Question("wait", f'How long do people wait now? On {say.day(wait.as_of)} it was: "{wait.text}".')
    else:
        yield Question("wait", "How long do people usually wait for a first appointment?")
    if service.by_when:
        yield Question("time limit", f'We say that there is a time limit: "{service.by_when}". Is that right?')
    if service.response:
        yield Question("response", f'You promise to answer: "{service.response}". Is that still so?')
    if service.contract_until:
        until = say.day(service.contract_until)
        longer = (
            f", and that it may go on to {say.day(service.contract_extension)}" if service.contract_extension else ""
        )
        yield Question(
            "contract", f"We know of funding until {until}{longer}. What happens to your service after that?"
        )


def _about_contacts(edition: Edition, service: Service, names: Names) -> Iterator[Question]:
    other = edition.way_in(service)
    if other:
        yield Question("reached through", f"We say that people reach you through {other.name}. Is that still so?")
    elif not service.contact:
        yield Question(
            "contact", "How should people reach you? A phone number, a text number, a chat, a form, an address?"
        )
    hidden = not_shown(service)
    if hidden:
        yield Question("contact not shown", f"We do not show {names(service, hidden)} yet. Are these details right?")
    calls = [contact for contact in service.contact if contact.number]
    silent = [
        contact
        for contact in service.contact
        if contact.hours is None and contact.when_closed is None and contact.way not in ("email", "website")
    ]
    if silent:
        yield Question("hours", f"When is someone there? We do not know the hours of {names(service, silent)}.")
    if any(contact.hours and contact.hours.says_nothing_of_bank_holidays for contact in service.contact):
        yield Question("bank holidays", "Are you open on bank holidays?")
    dear = [contact for contact in calls if not contact.is_free and not contact.is_local_rate]
    if dear:
        yield Question("cost of a call", f"What does it cost to use {names(service, dear)}?")
    if calls and service.when_you_contact.answered_by is None:
        yield Question("who answers", "Who answers when someone calls?")
    if calls and service.when_you_contact.leaves_messages is None:
        yield Question("messages", "Do you ever leave a message, or call from a number that shows who you are?")


def _about_help(service: Service) -> Iterator[Question]:
    if service.first_step is None:
        yield Question("first step", "What is the best first step for someone who needs you?")
    if service.who.text is None and service.who.ages is None and tuple(service.who.audiences) == ("everyone",):
        yield Question("who it is for", "Who is your service for? Is there an age, or a group, that it is for?")
    if service.who.not_for is None:
        yield Question("who it is not for", "Is there anyone you can't help?")
    if service.cost is None:
        yield Question("cost", "Is your help free?")
    if not service.referral:
        yield Question(
            "referral", "Can people come to you themselves, or must a professional or the police refer them?"
        )
    if not service.languages or service.interpreters == "unknown":
        yield Question("languages", "Which languages can people speak with you? Do you have interpreters?")
    if not service.access:
        yield Question(
            "access", "What do you have for disabled people: step-free access, BSL, easy read, a quiet space?"
        )


def _about_telling(service: Service) -> Iterator[Question]:
    if service.report_needed == "unknown":
        yield Question("report", "Must people report to the police before you can help?")
    if service.who_will_know.police == "unknown":
        yield Question("police", "When would you tell the police what someone told you?")
    if service.who_will_know.immigration == "unknown":
        yield Question("immigration", "Would you ever tell immigration enforcement about someone?")


def _about_points(edition: Edition, service: Service) -> Iterator[Question]:
    """Nothing here names a point: one that is never shown may be known by its name."""
    if not service.points:
        return
    shown = sum(edition.catalogue.shows(service, point) != "never" for point in service.points)
    if shown:
        where = "the place" if shown == 1 else f"the {shown} places"
        yield Question("points", f"Are {where} where we say that people can meet you still right, and their times?")
    unsure = sorted((*points_waiting(service), *points_too_old(edition, service)))
    if unsure:
        words = f"We have not made sure of {points_named(unsure)} lately. Are the times and numbers there right?"
        yield Question("points not sure", words)
    if any(point.hours is None for point in service.points):
        yield Question("times of points", "When is someone of yours at each place? We do not know it of all of them.")


def _about_places(edition: Edition, service: Service) -> Iterator[Question]:
    secret = edition.catalogue.kind(service).places != "full"
    shown = [edition.catalogue.shows(service, place) for place in service.places]
    if "full" in shown:
        yield Question("places", "Is the address that we publish still right, and may it be public?")
    elif not shown and not secret:
        yield Question("places", "Is there a place that people may visit? May its address be public?")
    if secret or "never" in shown or "area" in shown:
        yield Question(
            "secret places", "Must where you are stay secret? Please answer yes or no, and do not write the address."
        )
