"""Answers of a translator, and the files that they belong in -> the files with each in its record; all else stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.content.editing.document import EditError, TextLines
from generator.content.editing.fields import set_field
from generator.content.loading.source_file import Found, authored
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic, Location
from generator.model.standing_page import READ, ReadBy
from generator.staff.translations.translation_answers import AnswerRow
from generator.staff.translations.translation_table import TextRow

NO_READER = "no"


Faults = list[tuple[AnswerRow, str]]
"""Answers that can't go in, each with the reason."""


@dataclass
class Edited:
    """The texts of the files as they would be."""

    texts: dict[str, str]
    by_hand: Faults = field(default_factory=list)
    """Answers that only a person can put into the file, each with the reason."""

    def set(self, file: str, path: Path, value: Any) -> None:
        """One field of one file. EditError where that can't be without touching more."""
        self.texts[file] = set_field(self.texts[file], file, path, value)


def edited(
    texts: Mapping[str, str], rows: Sequence[TextRow], answers: Sequence[AnswerRow], first: str, code: str
) -> Edited:
    """The files with every good answer in them.

    Args:
        texts: each file that may be written, with its byte order mark and line endings.
        rows: every text of the site.
        answers: what came back.
        first: the first language.
        code: the other.
    """
    found = Edited(dict(texts))
    by_record: dict[str, list[AnswerRow]] = {}
    for one in answers:
        if one.row is not None and one.outcome in ("taken", "read"):
            by_record.setdefault(one.row.record, []).append(one)
    every: dict[str, list[TextRow]] = {}
    for row in rows:
        every.setdefault(row.record, []).append(row)
    for record, some in by_record.items():
        done = [one for one in some if _write(found, one, first, code)]
        _say_who_read(found, done, every[record], code)
    return found


def at_fault(
    texts: Mapping[str, str], answers: Sequence[AnswerRow], problems: Iterable[Diagnostic], code: str
) -> Faults:
    """The answers that the files would not be right with, each with what is wrong.

    Args:
        texts: the files with the answers in them.
        answers: what came back.
        problems: what is wrong with those files.
        code: the language.
    """
    places: dict[Location, AnswerRow] = {}
    for answer in answers:
        if answer.row is not None and answer.outcome == "taken":
            found = answer.row.one.found
            path = (*found.path, *answer.row.one.path)
            where = authored(TextLines.of(texts[found.source.file]).plain, found.source.file).source.places
            places |= dict.fromkeys((where.value(path), where.value((*path, code))), answer)
    return [(places[one.location], one.text) for one in problems if one.location in places]


def _write(found: Edited, answer: AnswerRow, first: str, code: str) -> bool:
    """Put one answer behind its text; whether that could be done."""
    if answer.row is None or answer.outcome != "taken":
        return True
    one = answer.row.one
    path, value = (*one.found.path, *one.path), _raw(one.found, one.path)
    try:
        if isinstance(value, dict):
            found.set(one.found.source.file, (*path, code), answer.text)
        else:
            found.set(one.found.source.file, path, {first: value, code: answer.text})
    except EditError as error:
        found.by_hand.append((answer, str(error)))
        return False
    return True


def _raw(found: Found[Any], path: Path) -> Any:
    """What its author wrote, letter by letter."""
    value: Any = found.source.value
    for step in (*found.path, *path):
        value = value[step]
    return value


def _say_who_read(found: Edited, done: Sequence[AnswerRow], texts: Sequence[TextRow], code: str) -> None:
    """Write down who read these answers: once for the record, where that is true of all its texts in the language."""
    if not done:
        return
    some = [answer.row for answer in done if answer.row is not None]
    of = some[0].one.found
    mine = {row.id for row in some}
    others = [row for row in texts if row.said and row.id not in mine]
    readers = {_key(answer.reader) for answer in done}
    before = {_said(of, row, code) for row in others}
    file = of.source.file
    if len(readers) == 1 and before <= readers:
        found.set(file, (*of.path, f"{code}{READ}"), _value(done[0].reader))
        done = [one for one in done if one.row and _has_its_own(of, one.row, code)]
    for answer in done:
        if answer.row is not None:
            found.set(file, (*of.path, *answer.row.one.path, f"{code}{READ}"), _value(answer.reader))


def _said(of: Found[Any], row: TextRow, code: str) -> object:
    readers = of.source.readers((*of.path, *row.one.path))
    return _key(readers[code]) if code in readers else "nobody says"


def _has_its_own(of: Found[Any], row: TextRow, code: str) -> bool:
    """Whether something inside the record says who read this text."""
    path = row.one.path
    inside = (of.source.read.get((*of.path, *path[:length]), {}) for length in range(1, len(path) + 1))
    return any(code in readers for readers in inside)


def _key(reader: ReadBy | None) -> object:
    return (reader.by, reader.on) if reader else None


def _value(reader: ReadBy | None) -> Any:
    return {"by": reader.by, "on": reader.on.isoformat()} if reader else NO_READER
