"""The services of a feed -> each in fields of ours, with what could not be taken; places are nobody's to see.

What a feed says of itself is its publisher's word. Nothing here is a check of ours: `assured_date` is told, and not
taken. Names of people are not taken, nor what a number is called, which may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.model.contact import Contact
from generator.model.place import A_POSTCODE
from generator.privacy.normalise_contacts import typed_address
from generator.staff.open_referral.exact_fields import Cells, exact_cells
from generator.staff.open_referral.feed_hours import hours_of
from generator.staff.open_referral.feed_pages import FeedRecords
from generator.staff.open_referral.safe_values import LONGEST, age, day, line, record, records, text, words

STATES = {"inactive": "not-yet", "temporarily closed": "paused", "defunct": "closed"}
WAYS_OF_PHONES = {"": "phone", "voice": "phone", "cell": "phone", "phone": "phone", "text": "text", "sms": "text"}
WAYS_OF_PHONES |= {"textphone": "textphone", "tty": "textphone"}
LONGEST_SUMMARY = 300
MOST_CONTACTS = 12
MOST_PLACES = 40
DEEPEST = 12
CALLED = {"website": "a web address", "email": "an e-mail address"}
CALLED |= dict.fromkeys(("phone", "text", "textphone"), "a number") | dict.fromkeys(("chat", "form"), "a web address")
A_SENTENCE = re.compile(r"(?<=[.!?])\s")
OURS = "x_waymark"


@dataclass
class FeedService:
    """One service of a feed."""

    link: str
    """Where its record stands."""
    id: str
    """Its id there."""
    organisation: str = ""
    """What a directory of ours there calls the organisation."""
    cells: Cells = field(default_factory=dict)
    terms: list[tuple[str, str]] = field(default_factory=list)
    """What a word of a list says, where the feed tells ("crime_type"), and the word."""
    areas: list[str] = field(default_factory=list)
    checked_on: date | None = None
    """The day on which its publisher says that it was checked."""
    rest: str = ""
    """Other words of the record. None of them is taken, but they may speak of a place that has to be kept back."""
    notes: list[str] = field(default_factory=list)
    """What was not taken, and why."""

    def put(self, name: str, value: str, number: int = 0) -> None:
        """Write a field, where there is something to write."""
        if value:
            self.cells[name, number] = value

    @property
    def numbers(self) -> list[str]:
        """Every number by which it is reached, as the feed writes it."""
        ways = {at: said for (name, at), said in self.cells.items() if name == "contact.#.way"}
        return [
            said
            for (name, at), said in self.cells.items()
            if name == "contact.#.to" and ways.get(at) in ("phone", "text", "textphone")
        ]


def services_of(feed: FeedRecords, today: date) -> list[FeedService]:
    """Each service of a feed, in its order."""
    known = {text(one.get("id")): text(record(one.get(OURS)).get("id")) for _, one in feed.services}
    found = []
    for link, given in feed.services:
        ours = record(given.get(OURS))
        found.append(_service(link, given, today))
        if text(ours.get("id")):
            found[-1].organisation = text(ours.get("organisation"))
            found[-1].notes.clear()  # they are of what is read again
            found[-1].cells = exact_cells(found[-1].cells, given, ours, known)
        _leave_out_bad_ways(found[-1])
    return found


def _leave_out_bad_ways(found: FeedService) -> None:
    """Leave out a way to be reached that no page could show: a feed is not lost for a link that runs a program."""
    for key in [key for key in found.cells if key[0].endswith(".to") and "contact." in key[0]]:
        group = key[0].removesuffix("to")
        way = found.cells.get((f"{group}way", key[1]), "")
        try:
            Contact.model_validate({way: typed_address(way, found.cells[key])})
        except ValueError:
            for one in [one for one in found.cells if one[0].startswith(group) and one[1] == key[1]]:
                del found.cells[one]
            found.notes.append(f"{CALLED.get(way, 'a way to be reached')} was not taken: it is none that works here")


def _service(link: str, given: Mapping[str, Any], today: date) -> FeedService:
    found = FeedService(link, text(given.get("id")), checked_on=day(given.get("assured_date")))
    found.put("name", line(given.get("name")))
    found.put("organisation", line(record(given.get("organization")).get("name")))
    found.put("also_known_as", line(given.get("alternate_name")))
    _describe(found, words(given.get("description")))
    found.put("status", STATES.get(text(given.get("status")).lower(), ""))
    _who(found, given)
    found.put("first_step", line(given.get("application_process")))
    _cost(found, given)
    found.put("languages", "; ".join(filter(None, map(_language, records(given.get("languages"))))))
    found.areas = list(dict.fromkeys(filter(None, map(_area, records(given.get("service_areas"))))))
    found.terms = list(dict.fromkeys(_terms(given)))
    funders = (line(one.get("source")) for one in records(given.get("funding"), given.get("fundings")))
    found.put("commissioned_by", "; ".join(filter(None, funders)))
    _ways(found, given, today)
    _places(found, given)
    untaken = _rest([given.get(name) for name in ("service_at_locations", "contacts", "additional_urls")])
    found.rest = " | ".join(dict.fromkeys(filter(None, untaken)))[:LONGEST]
    return found


def _describe(found: FeedService, description: str) -> None:
    """The first words are the summary; all of it stands further down, where there is more."""
    first = " ".join(description.partition("\n\n")[0].split())
    if len(first) > LONGEST_SUMMARY:
        first = A_SENTENCE.split(first, maxsplit=1)[0]
    found.put("summary", first)
    found.put("about", description if " ".join(description.split()) != first else "")


def _who(found: FeedService, given: Mapping[str, Any]) -> None:
    eligible = next(records(given.get("eligibilitys"), given.get("eligibility")), {})
    found.put("who.ages.from", age(given.get("minimum_age", eligible.get("minimum_age"))))
    found.put("who.ages.to", age(given.get("maximum_age", eligible.get("maximum_age"))))
    found.put("who.text", line(given.get("eligibility_description")))


def _cost(found: FeedService, given: Mapping[str, Any]) -> None:
    options = list(records(given.get("cost_options")))
    said = line(given.get("fees_description")) or line(given.get("fees"))
    said = said or next(filter(None, (line(one.get("amount_description", one.get("option"))) for one in options)), "")
    free = bool(options) and all(text(one.get("amount")) in ("0", "0.0", "0.00") for one in options)
    found.put("cost", "free" if free else said)


def _language(one: Mapping[str, Any]) -> str:
    return text(one.get("code")) or line(one.get("name")) or line(one.get("language"))


def _area(one: Mapping[str, Any]) -> str:
    return line(one.get("name")) or line(one.get("service_area"))


def _terms(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in records(given.get("attributes")):
        term = record(one.get("taxonomy_term"))
        if name := line(term.get("name")) or line(term.get("term")) or line(one.get("label")):
            yield text(one.get("link_type")), name
    for one in records(given.get("service_taxonomys")):
        if name := line(record(one.get("taxonomy")).get("name")):
            yield "", name


def _ways(found: FeedService, given: Mapping[str, Any], today: date) -> None:
    """Numbers first, then its web address and its e-mail address."""
    contacts = list(records(given.get("contacts")))
    phones = [*records(given.get("phones")), *records(*(one.get("phones") for one in contacts))]
    ways: dict[tuple[str, str], None] = {}
    for one in phones:
        kind = text(one.get("type")).lower()
        number = line(one.get("number"))
        if kind not in WAYS_OF_PHONES:
            found.notes.append(f"a number of the kind {kind[:20]} was not taken: nobody answers it with their voice")
        elif number:
            ways.setdefault((WAYS_OF_PHONES[kind], number))
    numbers = len(ways)
    for way, address in (("website", text(given.get("url"))), ("email", text(given.get("email")))):
        if address:
            ways.setdefault((way, address))
    for nth, (way, to) in enumerate(list(ways)[:MOST_CONTACTS], 1):
        found.put("contact.#.way", way, nth)
        found.put("contact.#.to", to, nth)
    if len(ways) > MOST_CONTACTS:
        found.notes.append(f"it has {len(ways)} ways to be reached, and the first {MOST_CONTACTS} were taken")
    if any(text(one.get("email")) for one in contacts):
        found.notes.append("e-mail addresses of contacts were not taken: they may be somebody's own")
    hours, whole = hours_of(records(given.get("schedules"), given.get("regular_schedules")), today)
    if hours and numbers == 1:
        found.put("contact.#.hours", hours, 1)
        found.notes += ["not all of its hours could be read"] * (not whole)
    elif hours:
        why = (
            "the feed does not say of which number they are" if numbers else "there is no number that they could be of"
        )
        found.notes.append(f"its hours ({hours}) were not taken: {why}")
    elif not whole:
        found.notes.append("its hours could not be read")


def _places(found: FeedService, given: Mapping[str, Any]) -> None:
    """Where it is. Nothing says that any of it may be shown, so it is not until somebody decides that."""
    number = 0
    for meeting in records(given.get("service_at_locations")):
        location = record(meeting.get("location"))
        if text(location.get("location_type")) in ("virtual", "postal") or number >= MOST_PLACES:
            continue
        address = next(records(location.get("addresses"), location.get("physical_addresses")), {})
        parts = (line(address.get(name)) for name in ("address_1", "address_2", "city"))
        street = ", ".join(dict.fromkeys(filter(None, parts)))
        called, postcode = line(location.get("name")), line(address.get("postal_code")).upper()
        if postcode and not A_POSTCODE.fullmatch(postcode):
            street, postcode = ", ".join(filter(None, (street, postcode))), ""
        if called or street or postcode:
            number += 1
            found.put("places.#.name", called, number)
            found.put("places.#.address", street, number)
            found.put("places.#.postcode", postcode, number)
    if text(given.get("latitude")) or any(
        text(record(one.get("location")).get("latitude")) for one in records(given.get("service_at_locations"))
    ):
        found.notes.append("coordinates were not taken")


def _rest(value: Any, depth: int = 0) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield line(value)
    elif depth < DEEPEST:
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for one in inside:
            yield from _rest(one, depth + 1)
