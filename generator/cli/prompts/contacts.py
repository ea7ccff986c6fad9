"""The questions about a service that need more than one line: how to reach it, and who has checked that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import click

from generator.cli.prompts.parsers import is_shown, one_of
from generator.cli.prompts.session import Asking
from generator.cli.prompts.verification import VerificationQuestions, ask_made_sure
from generator.content.loading.validation_errors import problems_in
from generator.content.source.positions import find_places
from generator.content.source.yaml_parser import read_yaml
from generator.diagnostics import AnswerError
from generator.model.contact import WAYS, Contact
from generator.model.fields.typed_hours import taken_hours
from generator.privacy.normalise_contacts import A_DOMAIN, LINKS, PHONES, number_in, typed_address
from generator.privacy.telling_patterns import TellingKind
from generator.privacy.whereabouts import joined, told_by
from generator.site_loader import Site

NO_HOURS = "No hours, as these words hold none: they become its note"
CONTACT_EXAMPLE = "{phone: 01632 960123, label: Helpline, hours: 24/7}"


def contact_of(text: str, retired: frozenset[str]) -> dict[str, Any]:
    """A contact as typed: a number, an e-mail or web address, or {phone: ..., hours: ...}. ValueError where wrong."""
    text = text.strip()
    way = _way(text)
    if way:
        value: Any = {way: typed_address(way, text)}
    else:
        value, problems = read_yaml(text if text.startswith("{") else f"{{{text}}}", "contact")
        if problems or not isinstance(value, dict) or not value:
            raise AnswerError(f"this is not a contact; write {CONTACT_EXAMPLE}", shows_right=True)
        if isinstance(value.get("hours"), str):
            taken = taken_hours(value.pop("hours"))
            value |= {"hours": taken.hours} if taken.hours else {}
            value |= {"note": taken.note} if taken.note and "note" not in value else {}
    return _right_contact(value, retired)


def _way(text: str) -> str | None:
    """Which way a bare answer names: a number, an e-mail address or a web address."""
    if text.startswith(("http://", "https://")):
        return "website"
    if "@" in text and " " not in text:
        return "email"
    if text.lower().startswith(("tel:", "sms:")):
        return "phone"
    if A_DOMAIN.fullmatch(text):
        return "website"
    if text[:1] in "+0123456789(" and not any(letter.isalpha() for letter in text):
        return "phone"
    named = text.startswith("{") or text.partition(":")[0].strip() in Contact.model_fields
    return "phone" if not named and number_in(text) else None


def _right_contact(value: dict[str, Any], retired: frozenset[str]) -> dict[str, Any]:
    from pydantic import ValidationError

    try:
        contact = Contact.model_validate(value)
    except ValidationError as error:
        first = next(problems_in(error, Contact, find_places("", "contact"), ()))
        raise AnswerError(first.text, shows_right=is_shown(first.code, first.hint)) from None
    if any(TellingKind.MAP_LINK in told_by(str(value.get(way, ""))) for way in LINKS):
        raise AnswerError(f"this is {TellingKind.MAP_LINK}, and everyone reads it; a place comes below places:")
    for name in ("label", "note"):
        told = [text for one in texts_of(value.get(name)) for text in told_by(one, is_name=name == "label")]
        if told:
            raise AnswerError(f"the {name} says {joined(told)}, and everyone reads it; say it in other words")
    if contact.number and contact.number.called in retired:
        raise AnswerError(f"{contact.number.shown} is retired, and must not be shown; find the new number")
    number = {way: contact.number.shown for way in PHONES if way in value and contact.number}
    return value | number


def texts_of(value: Any) -> list[str]:
    """A text in each of its languages; none where there is none."""
    if isinstance(value, dict):
        return [str(text) for text in value.values()]
    return [str(value)] if value else []


def ask_contacts(asking: Asking, given: Sequence[str], retired: frozenset[str]) -> list[dict[str, Any]]:
    """Every way to reach a service, in the order to show."""
    if given or not asking.asks:
        found = []
        for text in given:
            try:
                found.append(contact_of(text, retired))
            except ValueError as error:
                raise click.UsageError(f"--contact: {error}") from None
        return found
    contacts: list[dict[str, Any]] = []
    while True:
        asking.next_question()
        if not contacts:
            asking.say("", "How can people reach it? First the way that is best for them.")
        contact = _typed_contact(asking, "Another" if contacts else "A", retired)
        if contact is None:
            return contacts
        contacts.append(_ask_contact(asking, contact, retired))


def _typed_contact(asking: Asking, more: str, retired: frozenset[str]) -> dict[str, Any] | None:
    while typed := asking.typed(f"{more} phone number, e-mail address or web address (Enter: no more)"):
        try:
            return contact_of(typed, retired)
        except ValueError as error:
            asking.say(f"  {error}. For example: 01632 960123")
    return None


def _ask_contact(asking: Asking, contact: Mapping[str, Any], retired: frozenset[str]) -> dict[str, Any]:
    way: str = next(way for way in WAYS if way in contact)
    value, given = contact[way], {name: value for name, value in contact.items() if name != way}
    choices = {"phone": ("phone", "text", "textphone"), "website": ("website", "chat", "form")}.get(way, ())
    if choices and not given:
        offered = f"{', '.join(choices[:-1])} or {choices[-1]}"
        typed = asking.text(
            "contact", f"What is it: {offered}?", None, one_of(choices), example=choices[0], default=way, required=True
        )
        way = typed or way
    made: dict[str, Any] = {way: value} | given
    notes: list[str] = []
    for name, question, example in (
        ("label", "What is it called?", "Helpline"),
        ("hours", "When is somebody there?", "24/7, or Mo-Fr 09:00-17:00; PH off (PH: bank holidays)"),
        ("source", "Where did you find it?", "https://harbour.example.org/contact, or their leaflet of 2026"),
    ):
        if name not in made and (name != "hours" or way not in ("email", "website", "form")):

            def read(text: str, name: str = name) -> str:
                text = " ".join(text.split())
                if name != "hours":
                    _right_contact({**made, name: text}, retired)
                    return text
                taken = taken_hours(text)
                note = {"note": taken.note} if taken.note else {}
                _right_contact({**made, **({"hours": taken.hours} if taken.hours else {}), **note}, retired)
                notes[:] = [taken.note] if taken.note else []
                return taken.hours or NO_HOURS

            answer = asking.text(
                "contact", question, None, read, example=example, empty="not known", hint=f"For example: {example}"
            )
            if answer and answer != NO_HOURS:
                made[name] = answer
    if notes and "note" not in made:
        asking.say(f"  Its note says: {notes[0]}")
        made["note"] = notes[0]
    return made


CHECK = VerificationQuestions(
    option="checked",
    who="Who has checked with the service that all this is right?",
    somebody="Sam Reed",
    then="how",
    question="How?",
    example="phoned",
    seen="Everyone can read this name on the page, and how.",
)


def ask_check(asking: Asking, site: Site, by: str | None, how: str | None, on: date | None) -> dict[str, str] | None:
    """Who made sure of it with the service, if anybody did."""
    sure = ask_made_sure(asking, site, CHECK, by, how, on)
    return {"on": sure.on, "by": sure.by, "how": sure.said} if sure else None
