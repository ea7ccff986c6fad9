"""A record -> plain values, as its author would type them, what is only the default left out; and these in one level.

In one level, a value is known by its field and by which of several it belongs to: ("contact.#.label", 2) is the label
of the second contact, ("who.text", 0) what stands once. A contact is its way ("phone") and what is `to` be called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.model.contact import WAYS
from generator.model.hours import Hours
from generator.model.phone import PhoneNumber
from generator.model.record import Record
from generator.model.text import Words

Key = tuple[str, int]
Flat = dict[Key, Any]
GROUPS = ("contact", "places", "outcomes")
"""Fields that hold records, of which a service may have several."""


def plain(record: Record) -> dict[str, Any]:
    """A record's fields by the names authors use, in the model's order; none that says what is the case anyway.

    Two records say the same, translations included, where these are equal; `==` on records does not see translations.
    """
    found = {}
    for name, field in type(record).model_fields.items():
        value = _plain(getattr(record, name))
        if field.is_required() or (value not in (None, [], {}) and value != _plain(field.default)):
            found[field.alias or name] = value
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Words):
        return dict(value.by_language)
    if isinstance(value, PhoneNumber):
        return value.shown
    if isinstance(value, Hours):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, (str, int)) else value


def flat(values: Mapping[str, Any], numbers: Mapping[str, Iterable[int]] | None = None) -> Flat:
    """A service's plain values in one level.

    Args:
        values: what `plain` made of a service.
        numbers: what to count a group's records by, where not 1, 2, 3: {"contact": [2, 5]}.
    """
    found: Flat = {}
    for name, value in values.items():
        if name in GROUPS:
            counted = (numbers or {}).get(name, range(1, len(value) + 1))
            for number, one in zip(counted, value, strict=True):
                _down(f"{name}.#", _with_way(one) if name == "contact" else one, number, found)
        else:
            _down(name, value, 0, found)
    return found


def _down(field: str, value: Any, number: int, found: Flat) -> None:
    if isinstance(value, Mapping) and not _is_words(field):
        for name, inner in value.items():
            _down(f"{field}.{name}", inner, number, found)
    else:
        found[field, number] = value


RECORDS = {"who", "who.ages", "when_you_contact", "when_you_contact.wait", "who_will_know", "checked"}
RECORDS |= {"contact.#", "contact.#.checked", "places.#", "outcomes.#"}
"""Where a mapping is a record; elsewhere it is one text in several languages."""


def _is_words(field: str) -> bool:
    return field not in RECORDS


def _with_way(contact: Mapping[str, Any]) -> dict[str, Any]:
    way = next(way for way in WAYS if way in contact)
    return {"way": way, "to": contact[way]} | {name: value for name, value in contact.items() if name != way}


def nested(values: Flat) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """Values in one level -> a service's plain values, and what each group's records were counted by, in order.

    A contact whose way or `to` is not there stays as it is: whoever reads it as a record names what is wrong.
    """
    found: dict[str, Any] = {}
    numbers = {
        group: sorted({number for field, number in values if field.startswith(f"{group}.#")}) for group in GROUPS
    }
    for (field, number), value in values.items():
        group, _, inside = field.partition(".#.")
        if inside:
            records = found.setdefault(group, [{} for _ in numbers[group]])
            _set(records[numbers[group].index(number)], inside, value)
        else:
            _set(found, field, value)
    found["contact"] = [_without_way(contact) for contact in found.get("contact", ())]
    return found, numbers


def _set(record: dict[str, Any], field: str, value: Any) -> None:
    *above, name = field.split(".")
    for step in above:
        record = record.setdefault(step, {})
    record[name] = value


def _without_way(contact: dict[str, Any]) -> dict[str, Any]:
    if "way" not in contact or "to" not in contact:
        return contact
    rest = {name: value for name, value in contact.items() if name not in ("way", "to")}
    return {contact["way"]: contact["to"]} | rest


def numbers_of(values: Flat, group: str) -> list[int]:
    """How the records of a group are counted, in order."""
    return sorted({number for name, number in values if name.startswith(f"{group}.#")})
