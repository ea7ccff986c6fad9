"""Who and where: organisations, areas that lie within each other, places and points that may have to stay secret."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema, field_validator

from generator.diagnostics import FieldError, quoted
from generator.model.contact import Check, Contact
from generator.model.fields.coordinates import Coordinates
from generator.model.fields.hours import OpeningTimes
from generator.model.fields.text import Label, Name, Sentence, Slug, WebLink
from generator.model.record import Many, Record


class Organisation(Record):
    """A charity, public body or company."""

    name: Name
    """Its name, as it calls itself."""
    about: Sentence | None = None
    """One sentence about it."""
    website: WebLink | None = None
    """Its web address."""
    charity: Label | None = None
    """The number in the register of charities of England and Wales."""
    company: Label | None = None
    """The number in the register of companies."""
    sources: Many[Label] = ()
    """What these facts rest on: web addresses, or codes of the list of sources."""


A_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")


A_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}")


def _district(value: Any) -> str:
    if not isinstance(value, str):
        raise FieldError("not-an-outward-code", "the first half of a postcode is needed here", "write it as LA12")
    if not A_DISTRICT.fullmatch(value):
        raise FieldError(
            "not-an-outward-code", f"{quoted(value)} is not the first half of a postcode", "write it as LA12"
        )
    return value


def _postcode(value: Any) -> str:
    if not isinstance(value, str):
        raise FieldError("not-a-postcode", "a postcode is needed here", "write it as CA10 2AU")
    text = " ".join(value.upper().split())
    if not A_POSTCODE.fullmatch(text):
        raise FieldError("not-a-postcode", f"{quoted(value)} is not a postcode", "write it as CA10 2AU")
    return text if " " in text else f"{text[:-3]} {text[-3:]}"


District = Annotated[str, PlainValidator(_district), WithJsonSchema({"type": "string", "examples": ["LA12"]})]


Postcode = Annotated[str, PlainValidator(_postcode), WithJsonSchema({"type": "string", "examples": ["CA10 2AU"]})]


class Area(Record):
    """A part of the country that services cover, perhaps within a larger one."""

    name: Name
    """What people call it: Cumbria."""
    within: Slug | None = None
    """The id of the larger area around it."""
    parts: Name | None = None
    """What the areas in it are called together: London boroughs. A service for most of them is said with it."""
    towns: Many[Name] = ()
    """Towns and villages in it, so that the search finds it by them."""
    postcodes: Many[District] = ()
    """Postcode districts ("LA12"). A district may stand under two areas: it suggests one, it never refuses one."""
    source: Label | None = None
    """Where this was found: a web address, or a code of the list of sources."""


class Place(Record):
    """Somewhere to go. What `show` withholds leaves no trace in any file of the output."""

    name: Name
    """What the place is called: Carlisle office."""
    address: Sentence | None = None
    """Street and town, without the postcode. Shown only where show is full."""
    postcode: Postcode | None = None
    """The whole postcode: CA10 2AU. Shown only where show is full."""
    coordinates: Coordinates | None = None
    """Where it is on a map: "54.3280, -2.7460", latitude first, in quotation marks. Shown only where show is full."""
    show: Literal["full", "area", "never"] | None = None
    """full: name, area, address, postcode; area: name and area; never: nothing. Refuges and SARCs start at never."""
    area: Slug | None = None
    """The id of the area that it stands in."""
    by_arrangement: Literal["yes", "no"] = "no"
    """yes: nobody comes here without having arranged it first, and the page says so."""
    brought: Literal["yes", "no"] = "no"
    """yes: people are brought here, for example by the police, and are not invited to come on their own."""
    directions: Sentence | None = None
    """How to find the door, or what to expect there. Shown only where show is full."""
    source: Label | None = None
    """Where this was found. Never shown."""


MOST_WAYS = 2
"""A table of points has columns for so many ways to reach one."""


class Point(Place):
    """One of many places where a service is met: its own hours, its own contacts, its own check."""

    hours: OpeningTimes | None = None
    """When somebody of the service is there: Tu 10:00-12:00; PH off."""
    contact: Many[Contact] = ()
    """How to reach this point alone: two ways at most, each with a hyphen. The service's own stand on the service."""
    note: Sentence | None = None
    """One more sentence about this point. What says where it is belongs in directions."""
    checked: Check | None = None
    """A check of this point alone. Without it the check of the whole service counts."""

    @field_validator("contact")
    @classmethod
    def _has_few_ways(cls, contact: tuple[Contact, ...]) -> tuple[Contact, ...]:
        if len(contact) > MOST_WAYS:
            raise FieldError(
                "point-contacts",
                f"a point has two ways to reach it at most, and here are {len(contact)}",
                "keep the two that people use most",
            )
        return contact
