"""What the parts of a record below /data/oruk/ may hold: numbers, hours, languages, areas, places, what help costs.

A class with `total=False` adds what a part need not have.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

Id = Annotated[str, "uuid"]
Uri = Annotated[str, "uri"]
Email = Annotated[str, "email"]
Moment = Annotated[str, "date-time"]
Day = Annotated[str, "date"]


class OrukPhoneExtra(TypedDict, total=False):
    """What HSDS has no field for."""

    free: bool
    through: str


class OrukLanguage(TypedDict):
    """The UK profile has an id alone."""

    id: Id
    name: str
    code: str


class _Phone(TypedDict):
    id: Id
    number: str
    type: str


class OrukPhone(_Phone, total=False):
    """A number. The UK profile has no place for one in a service."""

    description: str
    languages: list[OrukLanguage]
    x_waymark: OrukPhoneExtra


class _Contact(TypedDict):
    id: Id
    name: str
    title: str


class OrukContactExtra(TypedDict, total=False):
    """The same way to the letter, for whoever takes it over."""

    way: str
    to: str
    label: str
    hours: str
    when_closed: str
    cost: str
    note: str
    languages: list[str]
    through: str


class OrukContact(_Contact, total=False):
    """A way to reach a service, in words: where a reader of the UK profile alone finds the number."""

    email: Email
    x_waymark: OrukContactExtra


class OrukScheduleExtra(TypedDict):
    """Which of `phones` or `contacts` these hours are of."""

    contacts: list[Id]


class _Schedule(TypedDict):
    id: Id
    freq: Literal["WEEKLY"]
    byday: str
    opens_at: str
    closes_at: str


class OrukSchedule(_Schedule, total=False):
    """When one way to reach a service is open."""

    valid_from: Day
    valid_to: Day
    description: str
    attending_type: str
    x_waymark: OrukScheduleExtra


class OrukArea(TypedDict):
    """Where a service helps. `service_area` is what the UK profile calls the name."""

    id: Id
    name: str
    service_area: str
    extent_type: Literal["text"]


class OrukAddress(TypedDict):
    """All of it is required."""

    id: Id
    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: Literal["GB"]
    address_type: Literal["physical"]


class OrukMeetingExtra(TypedDict, total=False):
    """A place or a point to the letter, as far as everyone may know of it."""

    kind: Literal["place", "point"]
    area: str
    by_arrangement: Literal["yes"]
    brought: Literal["yes"]
    address: str
    postcode: str
    coordinates: str
    directions: str
    note: str
    hours: str


class _Outcome(TypedDict):
    says: str
    when: str
    source: str


class OrukOutcome(_Outcome, total=False):
    """How people fared, as the page says it, and where that stands."""

    of: str


class _Location(TypedDict):
    id: Id
    location_type: Literal["physical"]
    name: str


class OrukLocation(_Location, total=False):
    """A place, as far as everyone may know of it."""

    description: str
    latitude: float
    longitude: float
    addresses: list[OrukAddress]


class OrukFunding(TypedDict):
    """Who pays for a service."""

    id: Id
    source: str


class _Cost(TypedDict):
    id: Id


class OrukCost(_Cost, total=False):
    """What the help costs."""

    option: str
    amount: float
    currency: Literal["GBP"]
    amount_description: str


class OrukUrl(TypedDict):
    """One more web address."""

    id: Id
    label: str
    url: Uri
