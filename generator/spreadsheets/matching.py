"""The contacts and places of a row, and those that a service has -> which of them are the same."""

from __future__ import annotations

from pydantic import ValidationError

from generator.model.contact import Contact
from generator.spreadsheets.values import Flat, numbers_of


def matched(new: Flat, old: Flat) -> dict[tuple[str, int], int]:
    """Which contact and place of a service each one of a row is: one that says the same, else one more."""
    found: dict[tuple[str, int], int] = {}
    for group, identity in (("contact", _contact), ("places", _place)):
        there = {identity(old, number): number for number in numbers_of(old, group)}
        free = max(there.values(), default=0)
        for number in numbers_of(new, group):
            same = there.get(identity(new, number))
            if same is None:
                free = same = free + 1
            found[group, number] = same
    return found


def _contact(values: Flat, number: int) -> object:
    way, to = values.get(("contact.#.way", number)), values.get(("contact.#.to", number))
    try:
        contact = Contact.model_validate({way: to})
    except (ValidationError, TypeError):
        return (way, to)
    return contact.number.digits if contact.number else (way, str(to).lower().rstrip("/"))


def _place(values: Flat, number: int) -> object:
    address = values.get(("places.#.postcode", number)) or values.get(("places.#.address", number), "")
    return "".join(str(address or values.get(("places.#.name", number))).lower().split())
