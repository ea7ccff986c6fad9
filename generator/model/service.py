"""Service: one source of help, and everything a person needs to know before they reach for it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from generator.model.contact import Check, Contact
from generator.model.dates import Day
from generator.model.place import Place
from generator.model.record import Many, Record
from generator.model.text import Label, Name, Prose, Sentence, Slug

Known = Literal["yes", "no", "depends", "unknown"]
Told = Literal["only-if-you-agree", "yes", "no", "depends", "unknown"]
Access = Literal["step-free", "bsl", "hearing-loop", "easy-read", "large-print", "quiet-space", "parking", "toilet"]


class Ages(Record):
    """Years of age, both ends included."""

    first: int | None = Field(None, alias="from", ge=0, le=120)
    last: int | None = Field(None, alias="to", ge=0, le=120)

    @field_validator("last")
    @classmethod
    def _rise(cls, last: int | None, ages: ValidationInfo) -> int | None:
        first = ages.data.get("first")
        if first is not None and last is not None and last < first:
            raise ValueError(f"these ages go from {first} down to {last}; put the lower one first")
        return last


class Who(Record):
    """Who a service is for, and who it is not for."""

    audiences: Many[Slug] = ("everyone",)
    ages: Ages | None = None
    text: Sentence | None = None
    not_for: Sentence | None = None


class Wait(Record):
    """How long people wait, and when that was true."""

    text: Sentence
    as_of: Day


class WhenYouContact(Record):
    """What happens when someone makes contact."""

    answered_by: Sentence | None = None
    calls_back: Sentence | None = None
    leaves_messages: Sentence | None = None
    wait: Wait | None = None


class WhoWillKnow(Record):
    """Who a service tells: the promise and its limit, the police, immigration enforcement."""

    text: Sentence | None = None
    police: Told = "unknown"
    immigration: Told = "unknown"


class Outcome(Record):
    """What people said or how they fared: a dated figure with its source."""

    says: Sentence
    of: Sentence | None = None
    when: Label
    source: Label


class Service(Record):
    """One service in the directory."""

    id: Slug
    name: Name
    also_known_as: Many[Name] = ()
    search_words: Many[Name] = ()
    """What people type when they need it, for search alone: never shown."""
    kind: Slug
    organisation: Slug
    summary: Sentence
    about: Prose | None = None
    helps_with: Many[Slug] = Field(min_length=1)
    who: Who = Who()
    areas: Many[Slug] = Field(min_length=1)
    first_step: Sentence | None = None
    contact: Many[Contact] = ()
    when_you_contact: WhenYouContact = WhenYouContact()
    report_needed: Known = "unknown"
    who_will_know: WhoWillKnow = WhoWillKnow()
    referral: Many[Literal["self", "professional", "police", "any"]] = ()
    cost: Sentence | None = None
    """What the help costs: "free", or words."""
    languages: Many[Slug] = ()
    """ISO 639 codes: en, cy, pl."""
    interpreters: Known = "unknown"
    access: Many[Access] = ()
    places: Many[Place] = ()
    outcomes: Many[Outcome] = ()
    commissioned_by: Many[Slug] = ()
    contract_until: Day | None = None
    status: Literal["open", "not-yet", "paused", "closed"] = "open"
    closed_on: Day | None = None
    replaced_by: Slug | None = None
    checked: Check | None = None
    sources: Many[Label] = ()

    @field_validator("closed_on")
    @classmethod
    def _closes_once(cls, closed_on: date | None, service: ValidationInfo) -> date | None:
        if closed_on and service.data.get("status") == "not-yet":
            raise ValueError("this service has not begun (status: not-yet), so it can't close; take one of them out")
        return closed_on
