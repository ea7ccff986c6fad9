"""What pydantic found wrong -> a problem in an author's words, at its place; of a place, without what stands there.

They are made of the names of our own fields and of our own examples. What the author is told is taken over only where
it quotes nothing and shares no word with what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content.loading.field_examples import choices_at, example_of, fields_at
from generator.content.source.positions import Path, Places
from generator.diagnostics import FOUND, Diagnostic, Fault, FieldError, Location, quoted, with_hint
from generator.model.fields.suggestions import did_you_mean, one_of
from generator.model.place import Place
from generator.model.service import Service

PLACES = frozenset({"places", "points"})


OF_A_PLACE = frozenset(Place.model_fields) - frozenset(Service.model_fields)
"""Fields of a place alone. A slip of spaces moves them into the record around it."""


SAY_NO_VALUE = ("missing", "tuple_type", "list_type", "model_type", "model_attributes_type", "dict_type")
"""What is said of these names our own fields alone."""


A_WORD = re.compile(r"\w+")


def may_be_of_a_place(path: Path) -> bool:
    """Whether a field belongs to a place, or would if it stood where it should."""
    if "points" in path and not {"contact", "checked"}.isdisjoint(path):
        return False  # who is reached at a point, and who checked it, says no more than the same of a service
    return not PLACES.isdisjoint(path) or (bool(path) and path[-1] in OF_A_PLACE)


def words_unquoted(said: str, found: Any, model: type[BaseModel], inside: Path) -> str:
    """What is needed, and one right example; `said` where it repeats nothing already.

    Args:
        said: what its author is told.
        found: one of `messages.errors_of`.
        model: the record that pydantic tried to read.
        inside: where in the record the value stands.
    """
    kind, given, of_key = found["type"], found["input"], "[key]" in found["loc"]
    last = str(inside[-1]) if inside else ""
    if kind == "extra_forbidden":
        known = fields_at(model, inside[:-1])
        return with_hint("a field here is not known", did_you_mean(last, known) or _fields(known))
    if kind == "literal_error":
        return with_hint("what stands here is not a choice", one_of("", choices_at(model, inside, of_key=of_key)))
    if kind in SAY_NO_VALUE or ("'" not in said and set(_words(said)).isdisjoint(_words_of(given))):
        return said
    return _needed(model, inside)


def _needed(model: type[BaseModel], inside: Path) -> str:
    """The field and a right value for it."""
    number = next((at for at, part in reversed(list(enumerate(inside))) if isinstance(part, str)), None)
    if number is None:
        return "this is not right; write name: value"
    field, known = str(inside[number]), fields_at(model, inside[:number])
    right = example_of(model, inside[: number + 1]) if field in known else ""
    return f"{field} is not right; write {field}: {right}" if right else "what stands here is not right"


def _words_of(given: Any) -> Iterator[str]:
    """Every word in a value, however deep it stands."""
    if isinstance(given, dict):
        for name, value in given.items():
            yield from _words(str(name))
            yield from _words_of(value)
    elif isinstance(given, (list, tuple)):
        for value in given:
            yield from _words_of(value)
    else:
        yield from _words(str(given))


def _words(text: str) -> list[str]:
    return A_WORD.findall(text.casefold())


NOT_FIELDS = ("model_type", "model_attributes_type", "dict_type", "mapping_type")


NOT_A_NUMBER = ("int_parsing", "int_type", "int_from_float", "int_parsing_size")


TOO_LITTLE_OR_MUCH = {"greater_than_equal": ("less", "ge"), "less_than_equal": ("more", "le")}


def problems_in(error: ValidationError, model: type[BaseModel], places: Places, path: Path) -> Iterator[Diagnostic]:
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
        fault = fault_about(found, model, inside, empty=places.has(path + inside))
        if may_be_of_a_place(path + inside):
            yield _of_a_place(fault, mark, words_unquoted(str(fault), found, model, inside))
        else:
            yield fault.at(mark)


def errors_of(error: ValidationError) -> list[ErrorDetails]:
    """What pydantic found, each mistake once.

    Left out are lists that it calls empty because none of their items is right, and fields that are only misspelt:
    what it says of the wrong name says what the right one is.
    """
    found = error.errors(include_url=False)
    unknown: dict[Path, list[str]] = {}
    for detail in found:
        if detail["type"] == "extra_forbidden":
            unknown.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    return [
        detail
        for detail in found
        if (detail["type"] != "too_short" or not detail["input"])
        and not (
            detail["type"] == "missing" and _is_misspelt(str(detail["loc"][-1]), unknown.get(detail["loc"][:-1], ()))
        )
    ]


def _is_misspelt(field: str, unknown: Iterable[str]) -> bool:
    """Whether one of the unknown fields of a record was meant to be this one."""
    return any(did_you_mean(name, [field]) for name in unknown)


def _place(kind: str, places: Places, path: Path, in_key: bool) -> Location:
    if kind == "missing" and not places.has(path):
        return places.value(path[:-1])
    named = in_key or kind in ("missing", "extra_forbidden")
    return places.key(path) if named else places.value(path)


def _of_a_place(fault: Fault, mark: Location, unquoted: str) -> Diagnostic:
    """Which words of it are the author's nobody knows, where any may be: then all are."""
    if unquoted == str(fault):
        return replace(fault.at(mark), found="")
    return Diagnostic(fault.code, "error", mark, FOUND, found=str(fault), placeholder=unquoted)


def fault_about(found: Any, model: type[BaseModel], inside: Path, empty: bool) -> Fault:
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
        error = context["error"]
        return error.fault if isinstance(error, FieldError) else Fault("value-not-right", str(error))
    if kind == "missing":
        what = f'"{last}" is empty' if empty else f'"{last}" is missing'
        example = example_of(model, inside)
        return Fault("field-empty" if empty else "field-missing", what, f"write {last}: {example}" if example else "")
    if kind == "extra_forbidden":
        known = fields_at(model, inside[:-1])
        return Fault("unknown-field", f'"{last}" is not a known field', did_you_mean(last, known) or _fields(known))
    if kind == "literal_error":
        choices = choices_at(model, inside, of_key="[key]" in found["loc"])
        if not isinstance(given, str):
            return Fault("one-word-needed", "one word is needed here", one_of("", choices))
        return Fault("not-a-choice", f"{quoted(given)} is not a choice here", one_of(given, choices))
    if kind == "too_short":
        hint = f"write {last}: {example_of(model, inside) or '[...]'}"
        return Fault("empty-list", f'"{last}" is an empty list', hint)
    if kind in NOT_A_NUMBER:
        return Fault("not-a-whole-number", f"{_shown(given)} is not a whole number", "write it as 18")
    if kind in TOO_LITTLE_OR_MUCH:
        side, limit = TOO_LITTLE_OR_MUCH[kind]
        words = f"{_shown(given)} is {side} than {context[limit]}"
        return Fault("number-out-of-range", words, "write a number that is not")
    if kind in NOT_FIELDS:
        known = fields_at(model, inside)
        example = f"{known[0]}: ..." if known else "name: value"
        return Fault("fields-needed", "fields are needed here, each as name: value", f"write {example}")
    if kind in ("tuple_type", "list_type"):
        return Fault("list-needed", "a list is needed here", "start each line of it with a hyphen")
    if kind == "string_type":
        return Fault("plain-words-needed", f'"{last}" needs plain words, not a list or fields')
    return Fault("value-not-right", f"{found['msg'][:1].lower()}{found['msg'][1:]}")


def _fields(known: Iterable[str]) -> str:
    return f"the fields here are {', '.join(known)}"


def _shown(given: Any) -> str:
    return quoted(given) if isinstance(given, str) else "this"
