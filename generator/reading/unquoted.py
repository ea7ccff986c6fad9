"""What pydantic found wrong in a place -> words that repeat nothing of what stands there, for logs that others read.

They are made of the names of our own fields and of our own examples. What the author is told is taken over only where
it quotes nothing and shares no word with what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.model.place import Place
from generator.model.service import Service
from generator.reading.fields import example_of, fields_at
from generator.reading.nearest import did_you_mean, one_of
from generator.reading.yaml_places import Path

PLACES = "places"
OF_A_PLACE = frozenset(Place.model_fields) - frozenset(Service.model_fields)
"""Fields of a place alone. A slip of spaces moves them into the record around it."""
SAY_NO_VALUE = ("missing", "tuple_type", "list_type", "model_type", "model_attributes_type", "dict_type")
"""What is said of these names our own fields alone."""
A_WORD = re.compile(r"\w+")


def may_be_of_a_place(path: Path) -> bool:
    """Whether a field belongs to a place, or would if it stood where it should."""
    return PLACES in path or (bool(path) and path[-1] in OF_A_PLACE)


def words_unquoted(said: str, found: Any, model: type[BaseModel], inside: Path) -> str:
    """What is needed, and one right example; `said` where it repeats nothing already.

    Args:
        said: what its author is told.
        found: one of `messages.errors_of`.
        model: the record that pydantic tried to read.
        inside: where in the record the value stands.
    """
    kind, given = found["type"], found["input"]
    last = str(inside[-1]) if inside else ""
    if kind == "extra_forbidden":
        known = fields_at(model, inside[:-1])
        near = did_you_mean(last, known) or f"; the fields here are {', '.join(known)}"
        return f"a field here is not known{near}"
    if kind == "literal_error":
        choices = [part.strip(" '") for part in found["ctx"]["expected"].replace(" or ", ", ").split(",")]
        return f"what stands here is not a choice{one_of('', choices)}"
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
