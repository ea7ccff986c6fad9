"""A record as its author wrote it, and the fields of its form -> the parts of that form, each with what stands there.

A form shows what it can give back as it was. What is written in another way (a list where words are expected, a field
that no model knows) is named and left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from generator.content.schema.form_fields import FormField, form_fields
from generator.content.source.positions import Path
from generator.model.fields.text import A_LANGUAGE

PartKind = Literal["input", "languages", "record", "records", "entry", "fixed", "by-hand"]
"""Something to fill in; one text in several languages; a record; a list of records; one of them; an id, which is never
changed once it is there; what no form shows."""


PERMANENT = "id"
"""The field that links, feeds and schedulers know a record by."""


@dataclass(frozen=True, slots=True)
class FormPart:
    """One piece of a form."""

    kind: PartKind
    path: Path
    """Where it stands in its record."""
    field: FormField
    value: Any = None
    """What its author wrote: a text, a tuple of texts; None where nothing is there."""
    language: str = ""
    """The language of one text among several."""
    inside: tuple[FormPart, ...] = ()
    is_new: bool = False
    """Whether the record is not there yet: it comes to be as soon as something of it is filled in."""

    @property
    def name(self) -> str:
        """What a browser sends it under. It is looked up, and never taken apart."""
        return ".".join(map(str, self.path)) + (f"@{self.language}" if self.language else "")

    @property
    def marker(self) -> str:
        """What a browser sends to have an entry taken out."""
        return f"{self.name}!out"

    @property
    def every(self) -> Iterator[FormPart]:
        """It and all that is inside it."""
        yield self
        for one in self.inside:
            yield from one.every


def parts_of(
    record: type[BaseModel], written: Mapping[str, Any], languages: Sequence[str], path: Path = ()
) -> tuple[FormPart, ...]:
    """The parts of a record's form, in the order of the model; what no form can show stands last.

    Args:
        record: the kind of record.
        written: what its author wrote.
        languages: those of the site, the first one first.
        path: where it stands in the record that the form is of.
    """
    fields = form_fields(record)
    known = [_part(field, written.get(field.name), languages, (*path, field.name)) for field in fields]
    names = {field.name for field in fields}
    strange = [FormPart("by-hand", (*path, name), _strange(name)) for name in written if name not in names]
    return (*known, *strange)


def _strange(name: str) -> FormField:
    return FormField(name, name, "", required=False, shape="line")


def _part(field: FormField, value: Any, languages: Sequence[str], path: Path) -> FormPart:
    if field.name == PERMANENT and isinstance(value, str):
        return FormPart("fixed", path, field, value)
    return _in_shape(field, value, languages, path) or FormPart("by-hand", path, field)


def _in_shape(field: FormField, value: Any, languages: Sequence[str], path: Path) -> FormPart | None:
    """The part of a field; None where what is written has another shape than a form can give back."""
    if field.shape == "record" and field.inside and (value is None or isinstance(value, dict)):
        inside = parts_of(field.inside, value or {}, languages, path)
        return FormPart("record", path, field, inside=inside, is_new=value is None)
    if field.shape == "records" and field.inside and (value is None or isinstance(value, list)):
        entries = [_entry(field, one, languages, (*path, number)) for number, one in enumerate(value or ())]
        blank = _entry(field, None, languages, (*path, len(entries)))
        return FormPart("records", path, field, value, inside=(*entries, blank))
    if field.shape == "texts" and (value is None or _is_of_texts(value, field.choices)):
        return _texts(field, value, path)
    if field.shape in ("choices", "lines"):
        listed = [] if value is None else value
        is_shown = isinstance(listed, list) and all(isinstance(one, str) and "\n" not in one for one in listed)
        return FormPart("input", path, field, tuple(listed)) if is_shown else None
    return _one_text(field, value, languages, path)


def _entry(field: FormField, value: Any, languages: Sequence[str], path: Path) -> FormPart:
    if field.inside is None or not (value is None or isinstance(value, dict)):
        return FormPart("by-hand", path, field)
    inside = parts_of(field.inside, value or {}, languages, path)
    return FormPart("entry", path, field, inside=inside, is_new=value is None)


def _is_of_texts(value: Any, names: Sequence[str]) -> bool:
    return isinstance(value, dict) and all(name in names and isinstance(text, str) for name, text in value.items())


def _texts(field: FormField, value: Mapping[str, str] | None, path: Path) -> FormPart:
    """One text for each of some names, as a record that has a field for each."""
    inside = tuple(
        FormPart("input", (*path, name), _one_of(field, name), (value or {}).get(name)) for name in field.choices
    )
    return FormPart("record", path, field, inside=inside, is_new=value is None)


def _one_of(field: FormField, name: str) -> FormField:
    return replace(field, name=name, label=name.capitalize(), help="", required=False, shape="prose", choices=())


def _is_said(code: Any, text: Any) -> bool:
    return isinstance(text, str) and bool(A_LANGUAGE.fullmatch(str(code)))


def _one_text(field: FormField, value: Any, languages: Sequence[str], path: Path) -> FormPart | None:
    if isinstance(value, dict) and value and field.in_languages and all(map(_is_said, value, value.values())):
        codes = [*value, *(code for code in languages if code not in value)]
        inside = tuple(FormPart("input", path, field, value.get(code), code) for code in codes)
        return FormPart("languages", path, field, value, inside=inside)
    if value is not None and not isinstance(value, str):
        return None
    if not field.in_languages or len(languages) <= 1:
        return FormPart("input", path, field, value)
    first = languages[0]
    inside = tuple(FormPart("input", path, field, value if code == first else None, code) for code in languages)
    return FormPart("languages", path, field, value, inside=inside)
