"""A record -> its public fields to the letter, for `x_waymark`: so that another office loses nothing.

What Open Referral has a field for stands there alone. Here is what it has none for, and what it can say in words alone,
from which nobody could tell again what the author wrote.
"""

from __future__ import annotations

from typing import cast

from generator.model.contact import Contact
from generator.model.place import Point
from generator.model.service import Service
from generator.site.exports.oruk_models import OrukExtra, OrukExtraWhole
from generator.site.exports.oruk_parts import OrukContactExtra, OrukMeetingExtra, OrukOutcome
from generator.site.exports.public_table import PublicService, PublicTable
from generator.spots import Spot


def exact_service(table: PublicTable, row: PublicService, begun: OrukExtra) -> OrukExtraWhole:
    """What a record says of a service, behind what its row in a list has. One that has ended says little."""
    service, say = row.service, table.say
    made = cast(OrukExtraWhole, dict(begun))
    made["organisation"] = service.organisation
    if service.also_known_as:
        made["also_known_as"] = [say(one) for one in service.also_known_as]
    made["areas"] = list(service.areas)
    if service.all_but:
        made["all_but"] = list(service.all_but)
    if service.commissioned_by:
        made["commissioned_by"] = list(service.commissioned_by)
    if service.closed_on:
        made["closed_on"] = service.closed_on.isoformat()
    if service.outcomes:
        made["outcomes"] = _outcomes(table, service)
    if row.status != "defunct":
        _how_to_come(table, service, made)
    _what_happens(table, service, made)
    return made


def _how_to_come(table: PublicTable, service: Service, made: OrukExtraWhole) -> None:
    if service.by_when:
        made["by_when"] = table.say(service.by_when)
    if service.first_step:
        made["first_step"] = table.say(service.first_step)
    if service.response:
        made["response"] = table.say(service.response)


def _what_happens(table: PublicTable, service: Service, made: OrukExtraWhole) -> None:
    """Whom it is for, who will know, and what the page says under Before you get in touch."""
    say, told, when = table.say, service.who_will_know, service.when_you_contact
    if service.who.text:
        made["who_for"] = say(service.who.text)
    if service.who.not_for:
        made["not_for"] = say(service.who.not_for)
    if when.answered_by:
        made["answered_by"] = say(when.answered_by)
    if when.calls_back:
        made["calls_back"] = say(when.calls_back)
    if when.leaves_messages:
        made["leaves_messages"] = say(when.leaves_messages)
    if when.wait:
        made["wait"], made["wait_as_of"] = say(when.wait.text), when.wait.as_of.isoformat()
    if told.text:
        made["who_will_know"] = say(told.text)
    if told.police != "unknown":
        made["police_told"] = told.police
    if told.immigration != "unknown":
        made["immigration_told"] = told.immigration
    if service.interpreters != "unknown":
        made["interpreters"] = service.interpreters
    if service.referral:
        made["referral"] = list(service.referral)


def _outcomes(table: PublicTable, service: Service) -> list[OrukOutcome]:
    found = []
    for one in service.outcomes:
        outcome: OrukOutcome = {"says": table.say(one.says), "when": table.say(one.when), "source": str(one.source)}
        if one.of:
            outcome["of"] = table.say(one.of)
        found.append(outcome)
    return found


def exact_way(table: PublicTable, contact: Contact, through: str | None) -> OrukContactExtra:
    """One way to be reached. One that is another service's says no more than through which."""
    if through:
        return {"way": contact.way, "through": through}
    to = contact.number.shown if contact.number else table.say(contact.link).removeprefix("mailto:")
    made: OrukContactExtra = {"way": contact.way, "to": to}
    if contact.label:
        made["label"] = table.say(contact.label)
    if contact.hours:
        made["hours"] = contact.hours.text
    if contact.when_closed:
        made["when_closed"] = table.say(contact.when_closed)
    if contact.cost:
        made["cost"] = contact.cost
    if contact.note:
        made["note"] = table.say(contact.note)
    if contact.languages:
        made["languages"] = list(contact.languages)
    return made


def exact_meeting(table: PublicTable, spot: Spot) -> OrukMeetingExtra:
    """One place or point, as far as everyone may know of it."""
    place, say = spot.place, table.say
    made: OrukMeetingExtra = {"kind": "point" if isinstance(place, Point) else "place"}
    if place.area:
        made["area"] = place.area
    if place.by_arrangement == "yes":
        made["by_arrangement"] = "yes"
    if place.brought == "yes":
        made["brought"] = "yes"
    if spot.note:
        made["note"] = say(spot.note)
    if spot.hours:
        made["hours"] = spot.hours.text
    if spot.show == "full":
        if place.address:
            made["address"] = say(place.address)
        if place.postcode:
            made["postcode"] = str(place.postcode)
        if place.coordinates:
            made["coordinates"] = place.coordinates
        if place.directions:
            made["directions"] = say(place.directions)
    return made
