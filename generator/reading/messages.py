"""What pydantic found wrong -> a problem in an author's words, at its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Mark, Problem, quoted
from generator.reading.nearest import did_you_mean, one_of
from generator.reading.yaml_places import Path, Places

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
    "Place.name": "Carlisle office",
    "Post.id": "dating-scams-2027-launch",
    "Wait.text": "About two weeks",
}
"""A right value for a field, or for the field of one record alone."""

NOT_FIELDS = ("model_type", "model_attributes_type", "dict_type", "mapping_type")
NOT_A_NUMBER = ("int_parsing", "int_type", "int_from_float", "int_parsing_size")
TOO_LITTLE_OR_MUCH = {"greater_than_equal": ("less", "ge"), "less_than_equal": ("more", "le")}


def problems_in(error: ValidationError, model: type[BaseModel], places: Places, path: Path) -> Iterator[Problem]:
    """Every problem of one record, in the order of `errors_of`.

    Args:
        error: what pydantic raised.
        model: the record it tried to read, for the names of the fields it knows.
        places: where the fields stand.
        path: where the record stands in its file.
    """
    for found in errors_of(error):
        inside = tuple(part for part in found["loc"] if part != "[key]")
        mark = _place(found["type"], places, path + inside, in_key="[key]" in found["loc"])
        yield Problem(mark, words_about(found, model, inside, empty=places.has(path + inside)))


def errors_of(error: ValidationError) -> list[ErrorDetails]:
    """What pydantic found, but for lists that it calls empty because none of their items is right."""
    found = error.errors(include_url=False)
    return [detail for detail in found if detail["type"] != "too_short" or not detail["input"]]


def _place(kind: str, places: Places, path: Path, in_key: bool) -> Mark:
    if kind == "missing" and not places.has(path):
        return places.value(path[:-1])
    named = in_key or kind in ("missing", "extra_forbidden")
    return places.key(path) if named else places.value(path)


def words_about(found: Any, model: type[BaseModel], inside: Path, empty: bool) -> str:
    """What pydantic found, in an author's words: what is wrong, what is needed, one right example.

    Args:
        found: one of `errors_of`.
        model: the record it tried to read.
        inside: where in the record the value stands.
        empty: whether the author wrote the field, with nothing behind it.
    """
    kind, context, given = found["type"], found.get("ctx", {}), found["input"]
    last = quoted(inside[-1])[1:-1] if inside else ""
    if kind == "value_error":
        return str(context["error"])
    if kind == "missing":
        what = f'"{last}" is empty' if empty else f'"{last}" is missing'
        example = _example(model, inside)
        return f"{what}; write {last}: {example}" if example else what
    if kind == "extra_forbidden":
        known = fields_at(model, inside[:-1])
        near = did_you_mean(last, known) or f"; the fields here are {', '.join(known)}"
        return f'"{last}" is not a known field{near}'
    if kind == "literal_error":
        choices = [part.strip(" '") for part in context["expected"].replace(" or ", ", ").split(",")]
        if not isinstance(given, str):
            return f"one word is needed here{one_of('', choices)}"
        return f"{quoted(given)} is not a choice here{one_of(given, choices)}"
    if kind == "too_short":
        return f'"{last}" is an empty list; write {last}: {_example(model, inside) or "[...]"}'
    if kind in NOT_A_NUMBER:
        return f"{_shown(given)} is not a whole number; write it as 18"
    if kind in TOO_LITTLE_OR_MUCH:
        side, limit = TOO_LITTLE_OR_MUCH[kind]
        return f"{_shown(given)} is {side} than {context[limit]}; write a number that is not"
    if kind in NOT_FIELDS:
        known = fields_at(model, inside)
        example = f"{known[0]}: ..." if known else "name: value"
        return f"fields are needed here, each as name: value; write {example}"
    if kind in ("tuple_type", "list_type"):
        return "a list is needed here; start each line of it with a hyphen"
    if kind == "string_type":
        return f'"{last}" needs plain words, not a list or fields'
    return f"{found['msg'][:1].lower()}{found['msg'][1:]}"


def _shown(given: Any) -> str:
    return quoted(given) if isinstance(given, str) else "this"


def _example(model: type[BaseModel], inside: Path) -> str:
    """A right value for the field at a path."""
    record, field = _record_at(model, inside[:-1]), inside[-1]
    return (record and EXAMPLES.get(f"{record.__name__}.{field}")) or EXAMPLES.get(str(field), "")


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """The names an author may use inside a record, as typed in the file: "from", not "first"."""
    record = _record_at(model, path)
    return [field.alias or name for name, field in record.model_fields.items()] if record else []


def _record_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The kind of record that stands at a path inside a record."""
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
    here = _bare(here)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """The type itself, without "or nothing" and without the checks around it."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    choices = [choice for choice in get_args(annotation) if choice is not type(None)]
    return _bare(choices[0]) if type(None) in get_args(annotation) else annotation


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)
