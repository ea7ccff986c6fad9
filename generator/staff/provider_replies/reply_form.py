"""A service at one moment -> the rows of a form in which its provider says what has changed.

It holds what anyone can read on the site, and the numbers that this provider may confirm; no place, and nothing that
says where one is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.edition import Edition
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.staff.planning.checks_due import DayWords, without_secrets

HEADINGS = ("What", "What we say now", "What is right (leave it empty where we are right)", "Do not change this column")
FACTS = (
    ("summary", "What it is, in one sentence"),
    ("who.text", "Who it is for"),
    ("who.not_for", "Who it is not for"),
    ("first_step", "What somebody should do first"),
    ("response", "How soon you answer"),
    ("when_you_contact.wait.text", "How long people wait"),
    ("cost", "What the help costs"),
)
"""What a provider can say in words, by the field that holds it."""
WAYS = {"phone": "Phone", "text": "Text messages", "textphone": "Textphone", "email": "E-mail", "website": "Website"}
NOTHING_YET = "not known"


@dataclass(frozen=True, slots=True)
class FormRow:
    """One question: what the field is called in the file, and to people, and what we say of it."""

    key: str
    """The id of the service and the field: "harbour-helpline/contact.1.hours"."""
    what: str
    have: str


def form_rows(edition: Edition, service: Service, language: str, say: DayWords) -> list[FormRow]:
    """Every row of the form of one service. What would give a secret place away is not in it.

    Args:
        edition: the directory at one moment.
        service: whose form it is.
        language: the language of the site.
        say: how to say hours.
    """
    rows = [*_ways(service, language, say), *_facts(service, language)]
    safe = [one for one in rows if all(without_secrets(edition, text) == text for text in (one.what, one.have))]
    return [FormRow(f"{service.id}/{one.key}", one.what, one.have) for one in safe]


def _ways(service: Service, language: str, say: DayWords) -> Iterator[FormRow]:
    for number, contact in enumerate(service.contact, 1):
        way = WAYS.get(contact.way, contact.way.capitalize())
        called = f"{way}, {in_language(contact.label, language)}" if contact.label else way
        shown = contact.shown if contact.number or contact.email else str(contact.link)
        yield FormRow(f"contact.{number}.to", called, shown)
        if contact.number or contact.chat:
            hours = say.hours(contact.hours) if contact.hours else NOTHING_YET
            yield FormRow(f"contact.{number}.hours", f"When it is open: {shown}", hours)


def _facts(service: Service, language: str) -> Iterator[FormRow]:
    for field, what in FACTS:
        value: Any = service
        for name in field.split("."):
            value = getattr(value, name, None)
        yield FormRow(field, what, in_language(value, language) if value else NOTHING_YET)
