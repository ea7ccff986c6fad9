"""Service: one source of help, and everything a person needs to know before they reach for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from generator.diagnostics import FieldError
from generator.model.contact import Check, Contact
from generator.model.fields.dates import Day
from generator.model.fields.hours import Hours
from generator.model.fields.text import A_SLUG, Label, Name, Prose, Sentence, Slug
from generator.model.place import Place, Point
from generator.model.record import Many, Record

Known = Literal["yes", "no", "depends", "unknown"]
Told = Literal["only-if-you-agree", "yes", "no", "depends", "unknown"]
MeantFor = Literal["people-who-harm", "professionals"]
"""The people a service is for, where it is not for anyone harmed by crime."""
Access = Literal["step-free", "bsl", "hearing-loop", "easy-read", "large-print", "quiet-space", "parking", "toilet"]


GUARDS_A_LIFE = frozenset(
    {
        ("who", "not_for"),
        ("who_will_know", "text"),
        ("when_you_contact", "calls_back"),
        ("when_you_contact", "leaves_messages"),
    }
)
"""Texts in which a mistake could lead somebody into danger: in a further language they wait for a reader."""


class Ages(Record):
    """Years of age, both ends included."""

    first: int | None = Field(None, alias="from", ge=0, le=120)
    """The lowest age. Leave it out where there is none."""
    last: int | None = Field(None, alias="to", ge=0, le=120)
    """The highest age. Leave it out where there is none."""

    @field_validator("last")
    @classmethod
    def _rise(cls, last: int | None, ages: ValidationInfo) -> int | None:
        first = ages.data.get("first")
        if first is not None and last is not None and last < first:
            raise FieldError(
                "ages-upside-down", f"these ages go from {first} down to {last}", "put the lower one first"
            )
        return last

    def meets(self, first: int, last: int) -> bool:
        """Whether somebody can be of these ages and of those."""
        return (self.first or 0) <= last and (self.last is None or first <= self.last)


class Who(Record):
    """Who a service is for, and who it is not for."""

    audiences: Many[Slug] = ("everyone",)
    """Whom it is for, as words of the vocabulary. Leave it out where it is for everyone."""
    ages: Ages | None = None
    """The ages it is for, both included: {from: 18}."""
    text: Sentence | None = None
    """The same in one sentence, where words are needed."""
    not_for: Sentence | None = None
    """Whom it can't help, so that nobody calls in vain."""


class Wait(Record):
    """How long people wait, and when that was true."""

    text: Sentence
    """How long: About two weeks."""
    as_of: Day
    """The day on which that was true."""


class WhenYouContact(Record):
    """What happens when someone makes contact."""

    answered_by: Sentence | None = None
    """Who answers: A trained volunteer."""
    calls_back: Sentence | None = None
    """Whether and when they call back, and from what number."""
    leaves_messages: Sentence | None = None
    """Whether they leave messages. It may not be safe for the person."""
    wait: Wait | None = None
    """How long people wait for help."""


class WhoWillKnow(Record):
    """Who a service tells: the promise and its limit, the police, immigration enforcement."""

    text: Sentence | None = None
    """The promise, and its limit, in one sentence."""
    police: Told = "unknown"
    """Whether the police are told: only-if-you-agree, yes, no, depends or unknown."""
    immigration: Told = "unknown"
    """Whether immigration enforcement is told: only-if-you-agree, yes, no, depends or unknown."""


class Outcome(Record):
    """How people fared, or how many there were: a dated figure with its source."""

    says: Sentence
    """The figure in words: 82% felt safer."""
    of: Sentence | None = None
    """Of whom: people who used the service."""
    when: Sentence
    """When it was counted: March 2022."""
    source: Label
    """Where the figure stands: a web address, or a code of the list of sources."""


def kinds_written(record: Mapping[str, Any]) -> list[str]:
    """The kinds in a service as its author wrote it, whatever else may be wrong with it."""
    more = record.get("kinds")
    written = [record.get("kind"), *(more if isinstance(more, list | tuple) else ())]
    return [kind for kind in written if isinstance(kind, str)]


class Service(Record):
    """One service in the directory."""

    id: Slug
    """Its permanent id: small letters, digits and hyphens. Links and feeds depend on it: never change it."""
    name: Name
    """What it is called."""
    also_known_as: Many[Name] = ()
    """Other names, shown on its page and found by the search."""
    search_words: Many[Name] = ()
    """What people type when they need it, for search alone: never shown."""
    kind: Slug
    """What kind of service it is, as a word of the vocabulary. Where it is of several, write the others in kinds."""
    kinds: Many[Slug] = ()
    """More kinds that it is of. Where there is no line kind, the first of them takes its place."""
    meant_for: MeantFor | None = Field(None, alias="for")
    """people-who-harm or professionals, where it is not for people harmed by crime. No list for the public has it."""
    organisation: Slug
    """The id of the organisation that runs it, from the list organisations."""
    summary: Sentence
    """What it does and for whom, in one sentence."""
    about: Prose | None = None
    """More about it, in Markdown, without HTML."""
    helps_with: Many[Slug] = Field(min_length=1)
    """What happened to the people it helps, as words of the vocabulary. any-crime means all of them."""
    who: Who = Who()
    """Who it is for, and who it is not for."""
    areas: Many[Slug] = Field(min_length=1)
    """Where it helps: ids of the list areas."""
    all_but: Many[Slug] = ()
    """Areas within these where it does not help: areas: [london] and all_but: [camden]."""
    by_when: Sentence | None = None
    """What has a time limit, and how long there is: Samples are best taken within 7 days. It stands high on pages."""
    first_step: Sentence | None = None
    """What to do first, in one or two sentences: Call, or start a live chat."""
    contact: Many[Contact] = ()
    """The ways to reach it, in the order to show them. Each starts with a hyphen."""
    reached_through: Slug | None = None
    """The id of the service that people contact to get this one, or that it is part of: its contact is shown."""
    response: Sentence | None = None
    """How soon they promise to answer: Within one working day. What people really wait belongs in wait."""
    when_you_contact: WhenYouContact = WhenYouContact()
    """What happens when somebody makes contact."""
    report_needed: Known = "unknown"
    """Whether the crime must be reported to the police first: no, yes, depends or unknown."""
    who_will_know: WhoWillKnow = WhoWillKnow()
    """Whom the service tells."""
    referral: Many[Literal["self", "professional", "police", "any"]] = ()
    """How people come to it: self, professional, police, or any of them."""
    cost: Sentence | None = None
    """What the help costs: "free", or words."""
    languages: Many[Slug] = ()
    """ISO 639 codes: en, cy, pl."""
    interpreters: Known = "unknown"
    """Whether there are interpreters: yes, no, depends or unknown."""
    access: Many[Access] = ()
    """What helps disabled people: step-free, bsl and so on."""
    places: Many[Place] = ()
    """Places to go, each with how much of it may be shown."""
    points: Many[Point] = ()
    """Where the service is met, each with hours, contacts and a check of its own: libraries, community centres."""
    networks: Many[Slug] = ()
    """The networks that it belongs to: ids of networks in your vocabulary file."""
    marks: Many[Slug] = ()
    """The quality marks that it holds: ids of marks in your vocabulary file."""
    outcomes: Many[Outcome] = ()
    """How people fared, or how many there were: figures with a date and a source."""
    commissioned_by: Many[Slug] = ()
    """Who pays for it: ids of the list organisations."""
    contract_until: Day | None = None
    """The last day of its contract. Staff alone see it."""
    contract_extension: Day | None = None
    """The last day to which that contract may be extended. Staff alone see it."""
    status: Literal["open", "not-yet", "paused", "closed"] = "open"
    """open, not-yet, paused or closed. A service that has ended keeps its record."""
    closed_on: Day | None = None
    """The day it ended, or will end."""
    replaced_by: Slug | None = None
    """The id of the service that took over."""
    checked: Check | None = None
    """Who made sure that all of this is right, when and how. Without it no contact is shown."""
    sources: Many[Label] = ()
    """What these facts rest on: web addresses, or codes of the list of sources."""

    @property
    def every_kind(self) -> tuple[str, ...]:
        """All kinds that it is of, the first one first."""
        return tuple(dict.fromkeys((self.kind, *self.kinds)))

    @model_validator(mode="before")
    @classmethod
    def _first_of_its_kinds(cls, given: Any) -> Any:
        if isinstance(given, Mapping) and given.get("kind") is None and (kinds := kinds_written(given)):
            return {**given, "kind": kinds[0] if A_SLUG.fullmatch(kinds[0]) else "wrong"}  # `kinds` says why
        return given

    @field_validator("contract_extension")
    @classmethod
    def _extends(cls, extension: date | None, service: ValidationInfo) -> date | None:
        until = service.data.get("contract_until")
        if extension and "contract_until" in service.data and (until is None or extension <= until):
            raise FieldError(
                "extension-extends-nothing",
                f"{extension} is not later than contract_until, so it extends nothing",
                "write the first end in contract_until, and the later one here",
            )
        return extension

    @field_validator("closed_on")
    @classmethod
    def _closes_once(cls, closed_on: date | None, service: ValidationInfo) -> date | None:
        if closed_on and service.data.get("status") == "not-yet":
            raise FieldError(
                "closes-before-it-begins",
                "this service has not begun (status: not-yet), so it can't close",
                "take one of them out",
            )
        return closed_on

    def check_of(self, contact: Contact, point: Point | None = None) -> Check | None:
        """Who made sure of a contact: its own check, else that of the point it is a way to, else the service's.

        Nobody did, as far as the public goes, of what waits for a second person.
        """
        if contact.waits_for_approval:
            return None
        return contact.checked or (point.checked if point else None) or self.checked

    def hours_named(self, contact: Contact) -> Hours | None:
        """The hours of the contact that this one stands in for when it is closed."""
        named = str(contact.when_closed)
        found = (one for one in self.contact if one is not contact and str(one.label) == named)
        return next((one.hours for one in found), None) if contact.when_closed else None

    @property
    def spots(self) -> Iterator[tuple[Literal["places", "points"], int, Place]]:
        """Each place and each point, with the list it stands in and its number there, from 0."""
        yield from (("places", number, place) for number, place in enumerate(self.places))
        yield from (("points", number, point) for number, point in enumerate(self.points))

    @property
    def ways(self) -> Iterator[tuple[tuple[str | int, ...], Contact]]:
        """Each way to reach the service or one of its points, with its path in the record."""
        yield from ((("contact", number), contact) for number, contact in enumerate(self.contact))
        for place, point in enumerate(self.points):
            yield from ((("points", place, "contact", number), contact) for number, contact in enumerate(point.contact))
