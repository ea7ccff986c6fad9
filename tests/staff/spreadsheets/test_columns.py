"""Every field of a service has a column, with a heading of its own that leads back to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.contact import WAYS
from generator.model.fields.text import Translatable
from generator.model.place import MOST_WAYS
from generator.model.service import Service
from generator.staff.spreadsheets.columns import BY_FIELD, COLUMNS, laid_out
from generator.staff.spreadsheets.flatten import GROUPS, RECORDS
from generator.staff.spreadsheets.headings import find_headings
from generator.staff.spreadsheets.table import Cell, Table


def fields_of(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every field that holds a value, by its name, "who.ages.from"; # for one of several."""
    for name, field in model.model_fields.items():
        path = above + (field.alias or name)
        inner = [one for one in parts_of(field.annotation) if isinstance(one, type) and issubclass(one, BaseModel)]
        if inner:
            several = [f"{path}.{nth}." for nth in range(1, MOST_WAYS + 1)] if path == "points.#.contact" else []
            for one in several or [f"{path}.#." if path in GROUPS else f"{path}."]:
                yield from fields_of(inner[0], one)
        else:
            yield path, field


def parts_of(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation) if get_origin(annotation) else ():
        yield from parts_of(part)


def test_every_field_of_a_service_has_a_column() -> None:
    contacts = ("contact.#", *(f"points.#.contact.{nth}" for nth in range(1, MOST_WAYS + 1)))
    ways = {f"{one}.{way}" for one in contacts for way in WAYS}
    wanted = {name for name, _ in fields_of(Service) if name not in ways}
    wanted |= {f"{one}.{part}" for one in contacts for part in ("way", "to")}

    assert set(BY_FIELD) == wanted


def test_a_text_that_may_be_there_in_several_languages_comes_back_in_each() -> None:
    translated = {
        name
        for name, field in fields_of(Service)
        if any(isinstance(one, Translatable) for one in (*field.metadata, *parts_of(field.annotation)))
    }

    assert {"name", "checked.by", "points.#.checked.how", "outcomes.#.when"} <= translated
    forms = {name: BY_FIELD[name].form for name in translated if name in BY_FIELD}
    assert {name: form for name, form in forms.items() if form not in ("text", "texts")} == {}


def test_what_is_taken_apart_is_a_record() -> None:
    above = {field.rpartition(".")[0] for field in BY_FIELD} - {""}

    assert above <= RECORDS


def test_no_heading_comes_twice_and_each_leads_to_its_field() -> None:
    columns = laid_out(3, 2, 2)
    called = [column.called(number) for column, number in columns]
    found = find_headings(Table((tuple(map(Cell, called)),)), {})

    assert [text for text, times in Counter(called).items() if times > 1] == []
    assert [one.key for one in found.columns] == [(column.field, number) for column, number in columns]
    assert len(COLUMNS) == len(BY_FIELD)
