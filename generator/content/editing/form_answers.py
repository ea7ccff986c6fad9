"""The parts of a form, and what a browser sent -> what is to change in the record: what differs from what stood there.

A name that the form did not make is refused. A name that is not there changes nothing, so that half a form takes
nothing out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.content.editing.form_parts import FormPart
from generator.content.schema.form_fields import FormField
from generator.content.source.positions import Path
from generator.diagnostics import WaymarkError
from generator.model.fields.dates import written_day, written_moment
from generator.model.fields.typed_hours import read_hours

Given = Mapping[str, Sequence[str]]
"""What a browser sent: every value under each name."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to change in a record: set a field, add an entry at the end of a list, or take something out."""

    how: Literal["set", "add", "out"]
    path: Path
    value: Any = None


class FormError(WaymarkError):
    """What was sent is not what this form asks for."""


def changes_in(parts: Sequence[FormPart], given: Given) -> list[Change]:
    """What is to change, in the order of the form. FormError where something else was sent."""
    _refuse_strangers(parts, given)
    return [change for part in parts for change in _changes(part, given)]


def new_record(parts: Sequence[FormPart], given: Given) -> dict[str, Any]:
    """A record of which nothing is there yet. FormError where something else was sent than its form asks for."""
    _refuse_strangers(parts, given)
    return _filled_in(parts, given)


def refuse_half(given: Given, own: Sequence[str], *, whole: bool) -> None:
    """FormError where what each of our forms sends is not there once, or, in a `whole` form, something else is."""
    if any(len(given.get(name, ())) != 1 for name in own) or (whole and given.keys() != set(own)):
        raise FormError("this is half a form")
    if "do" in own and given["do"][0] not in ("save", "look"):
        raise FormError("nothing is to be done with it")


def _refuse_strangers(parts: Sequence[FormPart], given: Given) -> None:
    every = {one.name: one for part in parts for one in part.every if one.kind == "input"}
    markers = {one.marker for part in parts for one in part.every if one.kind in ("entry", "by-hand")}
    for name, values in given.items():
        part = every.get(name)
        if part is None and name not in markers:
            raise FormError("this form has no such field")
        if len(values) != 1 and not (part and part.field.shape == "choices"):
            raise FormError("a field was sent twice")


def _changes(part: FormPart, given: Given) -> Iterator[Change]:
    if part.kind == "input":
        new = answer(part, given)
        if not same(part, new):
            yield _set(part, new)
    elif part.kind == "languages":
        yield from _changes_of_languages(part, given)
    elif part.is_new:
        if whole := _whole(part, given):
            yield Change("add", part.path[:-1], whole) if part.kind == "entry" else Change("set", part.path, whole)
    elif part.kind in ("entry", "by-hand") and part.marker in given:
        yield Change("out", part.path)
    else:
        for one in part.inside:
            yield from _changes(one, given)


def answer(part: FormPart, given: Given) -> Any:
    """What somebody filled in, as it would stand in the file; what stood there where nothing of it was sent."""
    if part.name not in given:
        return part.value
    values, shape = given[part.name], part.field.shape
    if shape == "choices":
        chosen = dict.fromkeys(filter(None, values))
        old = part.value or ()
        return (*(one for one in old if one in chosen), *(one for one in chosen if one not in old))
    text = values[0].replace("\r\n", "\n").replace("\r", "\n")
    if _plain(text) == _plain("\n".join(part.value) if isinstance(part.value, tuple) else part.value):
        return part.value  # also where it could be written better: nobody touched it
    if shape == "lines":
        return tuple(as_in_files(one, part.field) for line in text.split("\n") if (one := " ".join(line.split())))
    if shape == "prose":
        lines = [line if line.strip() else "" for line in text.split("\n")]
        prose = "\n".join(lines).strip("\n")
        return f"{prose}\n" if "\n" in prose else prose.strip()
    return as_in_files(" ".join(text.split()), part.field)


def as_in_files(text: str, field: FormField) -> str:
    """A day, a time or opening hours that people write in ways of their own; any other text as it is."""
    if field.typed == "hours":
        found = read_hours(text)
        return found.hours if found.hours and not found.note else text
    return {"day": written_day, "moment": written_moment}.get(field.typed, str)(text)


def same(part: FormPart, new: Any) -> bool:
    """Whether it says what stood there. Spaces at the ends, and how lines are broken, say nothing."""
    old = part.value
    if part.field.shape in ("choices", "lines"):
        return [_plain(one) for one in old or ()] == [_plain(one) for one in new or ()]
    if part.field.shape == "prose":
        return _ends_bare(old) == _ends_bare(new)
    return _plain(old) == _plain(new)


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _ends_bare(text: str | None) -> str:
    return "\n".join(line.rstrip() for line in (text or "").replace("\r\n", "\n").split("\n")).strip()


def _set(part: FormPart, new: Any) -> Change:
    """A field set; taken out where nothing is left of it. Where it must be there, it stays empty: a check names it."""
    if new or part.field.required:
        return Change("set", part.path, list(new) if isinstance(new, tuple) else new or "")
    return Change("out", part.path)


def _changes_of_languages(part: FormPart, given: Given) -> Iterator[Change]:
    """One text in several languages: each that changed; words alone where only the first language has any."""
    new = {one.language: answer(one, given) for one in part.inside}
    changed = [one for one in part.inside if not same(one, new[one.language])]
    said = {code: text for code, text in new.items() if text}
    if not changed:
        return
    if not said:
        yield _set(part, "")
    elif isinstance(part.value, dict):
        for one in changed:
            at = (*part.path, one.language)
            yield Change("set", at, new[one.language]) if new[one.language] else Change("out", at)
    elif list(said) == [part.inside[0].language]:
        yield Change("set", part.path, said[part.inside[0].language])
    else:
        yield Change("set", part.path, said)


def _whole(part: FormPart, given: Given) -> dict[str, Any]:
    """A record that is not there yet: what somebody filled in; {} where that is nothing.

    What must be there and is not stands in it empty: so a check names it at its own place.
    """
    return _filled_in(part.inside, given)


def _filled_in(parts: Sequence[FormPart], given: Given) -> dict[str, Any]:
    values = {str(one.path[-1]): (one, _value(one, given)) for one in parts}
    if not any(value for _, value in values.values()):
        return {}
    return {
        name: value or ([] if one.field.shape in ("choices", "lines") else "")
        for name, (one, value) in values.items()
        if value or one.field.required
    }


def _value(part: FormPart, given: Given) -> Any:
    if part.kind == "input":
        found = answer(part, given)
        return list(found) if isinstance(found, tuple) else found
    if part.kind == "languages":
        said = {one.language: text for one in part.inside if (text := answer(one, given))}
        return said.get(part.inside[0].language) if list(said) == [part.inside[0].language] else said
    if part.kind == "records":
        return [whole for one in part.inside if (whole := _whole(one, given))]
    return _whole(part, given)
