"""A form that comes late, and the file as it is by now -> both: what was typed, and what stands there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.editing.form_answers import Given, answer, same
from generator.content.editing.form_parts import FormPart
from generator.content.source.positions import Path


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Both sides of a save that came too late."""

    rows: Sequence[tuple[str, str, str, bool]]
    """What each field is called, what somebody typed, what the file says now; and whether it is of a secret place."""
    again: Sequence[tuple[str, str]]
    """What to send so that what was typed goes into the file as it is now, and nothing else; nothing where the form
    is another one by now: an entry that went would make another entry of the next."""


def both(before: Sequence[FormPart], now: Sequence[FormPart], given: Given, secret: Collection[Path] = ()) -> Meanwhile:
    """What was typed into a form, beside what the file says now.

    Args:
        before: the form as it was sent to the browser.
        now: the form of the file as it is.
        given: what was sent.
        secret: the entries that say where a place is that must stay secret.
    """
    old = {part.name: part for whole in before for part in whole.every}
    new = {part.name: part for whole in now for part in whole.every}
    typed = [one for one in old.values() if one.kind == "input" and not same(one, answer(one, given))]
    out = [one for one in old.values() if one.marker in given]

    def is_secret(one: FormPart) -> bool:
        return any(one.path[: len(path)] == path for path in secret)

    rows = [
        (_label(one), _words(answer(one, given)), _words(_value(new.get(one.name))), is_secret(one)) for one in typed
    ]
    rows += [(_label(one), "take it out", "it is there" if one.name in new else "", False) for one in out]
    names = {one.name for one in typed} | {one.marker for one in out}
    again = [(name, value) for name, values in given.items() if name in names for value in values]
    return Meanwhile(rows, again if _shape(before) == _shape(now) else ())


def _shape(parts: Sequence[FormPart]) -> set[tuple[str, bool]]:
    """Each part by its name, and whether it is there yet."""
    return {(part.name, part.is_new) for whole in parts for part in whole.every}


def _value(part: FormPart | None) -> Any:
    return part.value if part else None


def _words(value: Any) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value or "")


def _label(part: FormPart) -> str:
    """Where a field stands, in words: Contact 2, Phone."""
    found: list[str] = []
    for step in part.path:
        if isinstance(step, int):
            found[-1] += f" {step + 1}"
        else:
            found.append(step.replace("_", " ").capitalize())
    return ", ".join(found) + (f" ({part.language})" if part.language else "")
