"""A record -> plain values in one level, its contacts and places numbered; and which of a row's are those there.

In one level, a value is known by its field and by which of several it belongs to: ("contact.#.label", 2) is the label
of the second contact, ("who.text", 0) what stands once. A contact is its way ("phone") and what is `to` be called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from generator.model.contact import WAYS, Contact
from generator.model.fields.hours import Hours
from generator.model.fields.phones import PhoneNumber
from generator.model.fields.text import Words
from generator.model.place import MOST_WAYS
from generator.model.record import Record

Key = tuple[str, int]


Flat = dict[Key, Any]


GROUPS = ("contact", "places", "outcomes", "points")
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
                found |= _down(f"{name}.#", RESHAPED.get(name, dict)(one), number)
        else:
            found |= _down(name, value, 0)
    return found


def _down(field: str, value: Any, number: int) -> Iterator[tuple[Key, Any]]:
    if isinstance(value, Mapping) and not _is_words(field):
        for name, inner in value.items():
            yield from _down(f"{field}.{name}", inner, number)
    else:
        yield (field, number), value


RECORDS = {"who", "who.ages", "when_you_contact", "when_you_contact.wait", "who_will_know", "checked"}


RECORDS |= {"contact.#", "contact.#.checked", "places.#", "outcomes.#", "points.#", "points.#.contact"}
RECORDS |= {"points.#.checked"} | {
    f"points.#.contact.{nth}{inside}" for nth in range(1, MOST_WAYS + 1) for inside in ("", ".checked")
}


"""Where a mapping is a record; elsewhere it is one text in several languages."""


def _is_words(field: str) -> bool:
    return field not in RECORDS


def _with_way(contact: Mapping[str, Any]) -> dict[str, Any]:
    way = next(way for way in WAYS if way in contact)
    return {"way": way, "to": contact[way]} | {name: value for name, value in contact.items() if name != way}


def _numbered_ways(point: Mapping[str, Any]) -> dict[str, Any]:
    """A point whose contacts are counted: {"contact": {"1": {"way": "phone", "to": ...}}}."""
    ways = {str(nth): _with_way(contact) for nth, contact in enumerate(point.get("contact", ()), 1)}
    return {name: ways if name == "contact" else value for name, value in point.items()}


RESHAPED: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "contact": _with_way,
    "points": _numbered_ways,
}
"""How the records of a group are taken apart, where a column does not hold a field as it is."""


def nested(values: Flat) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """Values in one level -> a service's plain values, and what each group's records were counted by, in order.

    A contact whose way or `to` is not there stays as it is: whoever reads it as a record names what is wrong.
    """
    found: dict[str, Any] = {}
    numbers = {
        group: sorted({number for field, number in values if field.startswith(f"{group}.#")}) for group in GROUPS
    }
    by_name: dict[str, list[tuple[str, int, Any]]] = {}
    for (field, number), value in values.items():
        by_name.setdefault(field.partition(".")[0], []).append((field, number, value))
    for name, given in by_name.items():
        if numbers.get(name):
            inside = [(field.partition(".#.")[2], number, value) for field, number, value in given]
            found[name] = [_tree((one, value) for one, at, value in inside if at == number) for number in numbers[name]]
        else:
            found |= _tree((field, value) for field, _, value in given)
    found["contact"] = [_without_way(contact) for contact in found.get("contact", ())]
    for point in found.get("points", ()):
        if "contact" in point:
            point["contact"] = [_without_way(contact) for _, contact in sorted(point["contact"].items())]
    return found, numbers


def _tree(values: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Values by their whole names -> records within records: "who.ages.from" is a field of a field of a field."""
    found: dict[str, Any] = {}
    for field, value in values:
        *above, name = field.split(".")
        record = found
        for step in above:
            record = record.setdefault(step, {})
        record[name] = value
    return found


def _without_way(contact: dict[str, Any]) -> dict[str, Any]:
    if "way" not in contact or "to" not in contact:
        return contact
    rest = {name: value for name, value in contact.items() if name not in ("way", "to")}
    return {contact["way"]: contact["to"]} | rest


def numbers_of(values: Flat, group: str) -> list[int]:
    """How the records of a group are counted, in order."""
    return sorted({number for name, number in values if name.startswith(f"{group}.#")})


How = Literal["told", "known", "guessed", "not taken"]


ColumnMatch = tuple[Key | None, How]
"""What a column holds, and how we know."""


UNNUMBERED = tuple(f"contact.#.{way}" for way in WAYS)
"""A way to reach somebody, of which a table may have several: each column is a contact of its own."""


OF_A_CONTACT = tuple(f"contact.#.{field}" for field in ("hours", "cost", "label", "note", "for", "languages", "source"))


LOOSE = 100
"""The number of the first contact, in a table that Waymark made, whose column does not say which contact it is."""


ABOUT_CALLS = ("contact.#.hours", "contact.#.cost")


def numbered(keys: Mapping[int, ColumnMatch], *, ours: bool) -> dict[int, ColumnMatch]:
    """A number for every contact and place that has none: from left to right, behind those that were given.

    Args:
        keys: what each column holds, by its place from the left.
        ours: whether Waymark made the table: then a contact without a number is another one than those with theirs.
    """
    given = [key[1] for key, _ in keys.values() if key and key[0].startswith("contact.#")]
    first = max(LOOSE - 1 if ours else 0, *given, 0) + 1
    columns = [number for number, (key, _) in sorted(keys.items()) if key and key[0] in UNNUMBERED and not key[1]]
    ways = {number: first + place for place, number in enumerate(columns)}
    found: dict[int, ColumnMatch] = {}
    taken: set[Key] = set()
    for number, (key, how) in sorted(keys.items()):
        if key and not key[1] and "#" in key[0]:
            count = 1
            if key[0].startswith("contact.#"):
                count = ways.get(number) or _belongs_to(number, key[0], ways, keys) or first
            key = (key[0], count)
            if key in taken and key[0] in OF_A_CONTACT:
                key, how = None, "not taken"
        if key:
            taken.add(key)
        found[number] = (key, how)
    return found


def _belongs_to(number: int, field: str, ways: Mapping[int, int], keys: Mapping[int, ColumnMatch]) -> int:
    """The contact that a column such as "Opening times" speaks of: the first to call.

    Of several such columns, each speaks of what stands to its left.
    """
    calls = [column for column in ways if (key := keys[column][0]) and key[0] in ("contact.#.phone", "contact.#.text")]
    among = (calls if field in ABOUT_CALLS else []) or list(ways)
    several = sum(key is not None and key[0] == field for key, _ in keys.values()) > 1
    left = [column for column in among if column < number]
    if not among:
        return 0
    if field == "contact.#.label" and calls and not several:  # a name belongs to the number that it stands next to
        return ways[min(calls, key=lambda column: (abs(column - number), column))]
    return ways[left[-1] if left and (several or field not in ABOUT_CALLS) else among[0]]


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
