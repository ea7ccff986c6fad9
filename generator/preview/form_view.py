"""The parts of a form, what was sent, and what a check says -> what the page shows of each part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from pydantic import BaseModel

from generator.content.editing.document import YamlDocument
from generator.content.editing.form_answers import Change, Given, answer
from generator.content.editing.form_parts import FormPart
from generator.content.schema.form_fields import GROUPS, WORDS, FormField, FormGroup, Source
from generator.content.source.positions import At, Path
from generator.diagnostics import Diagnostic
from generator.l10n.calendar_words import language_name
from generator.model.contact import WAYS
from generator.preview.form_records import Held

TITLES = ("name", "title", "label", "id", "from", "at", "says")
"""The first of these that an entry has says which one it is."""

SECRETLY = "Something is to mend in a place that is kept secret. What it is stands there."
"""In the list at the top, which others may see: nothing of such a place."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says of a part."""

    text: str
    is_wrong: bool


@dataclass(frozen=True)
class FormView:
    """What a template needs to know of a form."""

    record: type[BaseModel]
    parts: tuple[FormPart, ...]
    given: Given
    """What was sent and is not saved; nothing where the form shows the file."""
    remarks: Mapping[Path, Sequence[Remark]]
    """What is said, by the path of the part that it is said of; what belongs to no part is under ()."""
    choices: Callable[[Source], Mapping[str, str]]
    secret: frozenset[Path] = frozenset()
    """The entries that say where a place is that must stay secret."""
    counts: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    """How much each channel's limit leaves, by the path of a post."""

    @property
    def groups(self) -> Iterator[tuple[FormGroup, list[FormPart]]]:
        """The parts below words that say what they are about; what no model knows in the last group."""
        groups = GROUPS[self.record]
        known = {name for group in groups for name in group.names}
        for group in groups:
            found = [part for name in group.names for part in self.parts if part.field.name == name]
            if group is groups[-1]:
                found += [part for part in self.parts if part.field.name not in known]
            if found:
                yield group, found

    def shown(self, part: FormPart) -> Any:
        """What stands in a field: what was sent, else what its author wrote."""
        value = answer(part, self.given)
        if part.field.shape in ("choices", "lines"):
            return tuple(value or ())
        return value or ""

    def is_filled(self, part: FormPart) -> bool:
        """Whether something that is not saved yet was filled in, in what is not there yet."""
        return part.is_new and any(
            one.name in self.given and any(self.given[one.name]) for one in part.every if one.kind == "input"
        )

    def language(self, code: str) -> str:
        """What a language is called in English."""
        return language_name(code)

    def is_out(self, part: FormPart) -> bool:
        """Whether somebody asked for an entry to be taken out."""
        return part.marker in self.given

    def options(self, part: FormPart) -> list[tuple[str, str, bool]]:
        """What there is to choose from: each word, how it is said, whether it is chosen; of several, those first."""
        now = self.shown(part)
        chosen = now if isinstance(now, tuple) else (now,) if now else ()
        known = dict(self.choices(part.field.source)) if part.field.source else _said(part.field)
        for one in chosen:
            known.setdefault(one, f"{one} (not in the list)")
        every = [(word, said, word in chosen) for word, said in known.items()]
        return sorted(every, key=lambda one: not one[2]) if isinstance(now, tuple) else every

    def said_of(self, part: FormPart) -> Sequence[Remark]:
        """What is said of a part itself. Of one text in several languages, it is said once for all of them."""
        return () if part.language else self.remarks.get(part.path, ())

    def is_marked(self, part: FormPart) -> bool:
        """Whether anything is said of a part or of what is inside it."""
        return any(path[: len(part.path)] == part.path for path, said in self.remarks.items() if said)

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """Each mistake with the name of the part that it is about: "" where it belongs to none."""
        inputs = [part for whole in self.parts for part in whole.every if part.kind == "input"]
        names = {part.path: part.name for part in reversed(inputs)}
        return [
            (names.get(path, ""), SECRETLY if self._is_in_secret(path) else remark.text)
            for path, said in self.remarks.items()
            for remark in said
            if remark.is_wrong
        ]

    def is_secret(self, part: FormPart) -> bool:
        """Whether it says where a place is that must stay secret."""
        return part.path in self.secret

    def _is_in_secret(self, path: Path) -> bool:
        return any(path[: len(one)] == one for one in self.secret)

    def title_of(self, part: FormPart) -> str:
        """What to call an entry of a list; "" where it says nothing of itself, or must stay secret."""
        if self.is_secret(part):
            return ""
        named = {one.field.name: one for one in part.inside}
        ways = [one for way in WAYS if (one := named.get(way)) and one.value]
        names = [one for title in TITLES if (one := named.get(title)) and one.value]
        return ", ".join(str(_one_of(one.value)) for one in (*names[:1], *ways[:1]))


def _one_of(value: Any) -> Any:
    return next(iter(value.values()), "") if isinstance(value, dict) else value


def _said(asked: FormField) -> dict[str, str]:
    return {word: word.replace("-", " ").capitalize() for word in asked.choices}


@dataclass(frozen=True, slots=True)
class CheckSaid:
    """What a check says of a content, and of which text the places in it are."""

    found: Sequence[Diagnostic]
    new: Sequence[Diagnostic] = ()
    """What of it is wrong and was not before: that is said wherever it stands."""
    changes: Sequence[Change] = ()
    """What was changed since the form was made: where entries were taken out, those below them have moved up."""


def remarks_on(said: CheckSaid, held: Held, text: str, parts: Sequence[FormPart]) -> dict[Path, list[Remark]]:
    """What a check says of a record, by the part of its form that it is about; of all else, what is new, under ().

    Args:
        said: what it says.
        held: the record.
        text: the text of its file, of which that was said.
        parts: the form, as it was before the changes.
    """
    record = held.path
    starts, below = _places(held, text)
    known = {part.path for whole in parts for part in whole.every}
    remarks: dict[Path, list[Remark]] = {}
    for one in said.found:
        line, is_in = one.location.line - 1, one.location.file == held.file
        number = bisect_right(starts, (line, one.location.column - 1), key=lambda start: start[0]) if is_in else 0
        path = starts[number - 1][1] if number else ()
        if is_in and line >= below:
            remarks.setdefault((WORDS,), []).append(Remark(one.text, is_wrong=one.severity == "error"))
        elif number and path[: len(record)] == record:
            inside = _as_before(path[len(record) :], said.changes)
            while inside and inside not in known:
                inside = inside[:-1]
            remarks.setdefault(inside, []).append(Remark(one.text, is_wrong=one.severity == "error"))
        elif one in said.new:
            remarks.setdefault((), []).append(Remark(str(one), is_wrong=True))
    return remarks


def _places(held: Held, text: str) -> tuple[list[tuple[At, Path]], float]:
    """Where each value of a file begins, in order; and the line, from 0, from which on a file has words alone."""
    if held.kind == "pages":
        return [], 0
    document = YamlDocument(text, held.file)
    places = document.places
    starts = {(at, path) for known in (places.values, places.keys) for path, at in known.items()}
    return sorted(starts, key=_by_place), document.end if document.has_words_below else inf


def _by_place(start: tuple[At, Path]) -> tuple[At, int]:
    return start[0], len(start[1])


def _as_before(path: Path, changes: Sequence[Change]) -> Path:
    """A path in a record as it was before entries above it were taken out."""
    found: Path = ()
    for step in path:
        if isinstance(step, int):
            out = (one.path[-1] for one in changes if one.how == "out" and one.path[:-1] == found)
            for number in sorted(one for one in out if isinstance(one, int)):
                step += number <= step
        found = (*found, step)
    return found
