"""A kind of record and a path in it -> the fields that an author may use there, and a right value for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.content.source.positions import Path

EXAMPLES = {
    "id": "victim-support-cumbria",
    "name": "Victim Support",
    "title": "Dating scams",
    "kind": "victim-hub",
    "organisation": "victim-support",
    "summary": "Free, private help after any crime.",
    "helps_with": "[any-crime]",
    "about": "[fraud-cyber]",
    "areas": "[cumbria]",
    "alt": "A phone on a table, with a message on it",
    "file": "images/dating-scams.png",
    "from": "2027-02-01",
    "to": "2027-02-28",
    "at": "2027-02-01 09:00",
    "as_of": "2026-03-01",
    "text": "If someone you met online asks for money, talk to us first.",
    "say": "Call 999",
    "number": "0845 30 30 900",
    "was": "old Supportline",
    "source": "https://www.example.org/page",
    "on": "2026-11-20",
    "by": "Communications team",
    "how": "phoned",
    "when": "March 2022",
    "says": "82% felt safer",
    "date": "4 July 2022",
    "code": "Victims' Code",
    "in_force_from": "2021-04-01",
    "lead": "The Victims' Code says what help you should get.",
    "plain": "You must be told things in a way you can understand.",
    "applies_to": "everyone",
    "prepared": "2026-11-20",
    "reviewed": "2026-11-20",
    "tested_by": "We tested it ourselves, with a keyboard and a screen reader.",
    "criterion": "1.4.3 Contrast (Minimum)",
    "fix_by": "2027-03-31",
    "sources": "[P07]",
    "tools": "[axe-core]",
    "site_name": "Victim services in Cumbria",
    "site_url": "https://help.example.org/",
    "office": "{name: Office of the Police and Crime Commissioner}",
    "feeds": '{owner: "example.org,2026"}',
    "owner": '"example.org,2026"',
    "Area.name": "Cumbria",
    "Campaign.id": "dating-scams",
    "Campaign.summary": "Someone you met online asks for money. There is help.",
    "Emergency.text": "Call if you or someone else is in danger.",
    "Office.name": "Office of the Police and Crime Commissioner",
    "Contact.when_closed": "Day line",
    "Place.name": "Carlisle office",
    "Place.address": "1 High Street, Carlisle",
    "Place.postcode": "CA10 2AU",
    "Place.show": "never",
    "Place.area": "cumbria",
    "Place.coordinates": '"54.3280, -2.7460"',
    "Place.directions": "Ring the bell.",
    "Place.by_arrangement": "yes",
    "Place.brought": "yes",
    "Service.places": "[{name: Carlisle office, show: never}]",
    "Point.name": "Harbour Library",
    "Point.hours": "Tu 10:00-12:00; PH off",
    "Point.note": "Ask for Sam.",
    "Point.contact": '[{phone: "01632 960001"}]',
    "Service.points": '[{name: Harbour Library, show: full, hours: "Tu 10:00-12:00; PH off"}]',
    "Post.id": "dating-scams-2027-launch",
    "Wait.text": "About two weeks",
}
"""A right value for a field, or for the field of one record alone."""


def example_of(model: type[BaseModel], inside: Path) -> str:
    """A right value for the field at a path."""
    record, field = record_at(model, inside[:-1]), inside[-1]
    named = (f"{one.__name__}.{field}" for one in (record.__mro__ if record else ()))
    return next((EXAMPLES[name] for name in named if name in EXAMPLES), EXAMPLES.get(str(field), ""))


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """The names an author may use inside a record, as typed in the file: "from", not "first"."""
    record = record_at(model, path)
    return [field.alias or name for name, field in record.model_fields.items()] if record else []


def choices_at(model: type[BaseModel], path: Path, *, of_key: bool = False) -> list[str]:
    """The words that an author may choose from for the value at a path, or for its name; none where any will do."""
    names = get_args(_type_at(model, path[:-1])) if of_key else ()
    here = _bare(names[0]) if names else None if of_key else _type_at(model, path)
    return [str(choice) for choice in get_args(here)] if get_origin(here) is Literal else []


def record_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The kind of record that stands at a path inside a record."""
    here = _type_at(model, path)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _type_at(model: type[BaseModel], path: Path) -> Any:
    """The type of what stands at a path inside a record."""
    here: Any = model
    for part in path:
        here = _bare(here)
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = here.model_fields.items()
            here = next((field.annotation for name, field in fields if part == (field.alias or name)), None)
        elif get_origin(here) is tuple:
            here = get_args(here)[0]
        else:
            here = get_args(here)[1] if _is_mapping(here) else None
    return _bare(here)


def _bare(annotation: Any) -> Any:
    """The type itself, without "or nothing" and without the checks around it."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    choices = [choice for choice in get_args(annotation) if choice is not type(None)]
    return _bare(choices[0]) if type(None) in get_args(annotation) else annotation


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)
