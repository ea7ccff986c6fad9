"""What was read of a site, and a language -> a table for its translator: each text beside the first language's.

A row knows its text by an id, and both languages as they were by a version: who takes answers back sees by these what
was changed meanwhile, whatever a spreadsheet did to the words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from generator.content.analysis.translated_texts import State, Translated, translated
from generator.content.loading.content import Content
from generator.content.loading.field_examples import record_at
from generator.content.loading.source_file import Found
from generator.content.schema.json_schema import descriptions
from generator.l10n.calendar_words import language_name
from generator.model.campaign import Campaign
from generator.model.emergency import FirstSteps
from generator.model.fields.text import Words

ID, VERSION = "Waymark id", "Waymark version"
STATE, READ_BY, READ_ON = "State", "Read by", "Read on"
STATES: dict[State, str] = {
    "missing": "It is not there in this language yet.",
    "unread": "It is there, and nobody who speaks the language has read it since the other was changed.",
    "read": "Somebody who speaks the language has read it.",
}
GUARDS = "It guards a life: readers see it in this language only once somebody has read it. "
SINGULAR = {"services": "service", "areas": "area", "organisations": "organisation", "sources": "source"}


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text as the table has it."""

    id: str
    one: Translated
    own: str
    """The text in the first language."""
    said: str
    """The same in the other; "" where it is not there."""

    @property
    def version(self) -> str:
        """A few letters that are others as soon as one of the two is."""
        return version_of(self.own, self.said)

    @property
    def record(self) -> str:
        """The part of the id that is the record's."""
        return self.id.rpartition("|")[0]

    @property
    def shape(self) -> tuple[str, ...]:
        """The names of the fields around the text, wherever in a list it stands."""
        return tuple(part for part in self.one.path if isinstance(part, str))


def version_of(own: str, said: str) -> str:
    """What a pair of texts is known by. It begins with a letter, so that no spreadsheet takes it for a number."""
    return "v" + sha256(f"{own}\0{said}".encode()).hexdigest()[:11]


def headings(first: str, code: str) -> tuple[str, ...]:
    """The columns: where and what, the two languages, how far it is, who read it; and two that are for the program."""
    return ("Where", "What", language_name(first), language_name(code), STATE, READ_BY, READ_ON, ID, VERSION)


def text_rows(content: Content, code: str, *, shared: bool = False, files: Collection[str] = ()) -> list[TextRow]:
    """Each text of a record that the public reads, in the order of the files.

    Args:
        content: what was read of a site.
        code: the language.
        shared: also the records that are kept for several offices.
        files: of these files alone; none: of all.
    """
    kept = content.directory.shared
    every = (
        one
        for one in translated(content, code)
        if (shared or one.found.source.file not in kept)
        and (not files or one.found.source.file in files)
        and not isinstance(one.found.record, FirstSteps)  # a file beside theirs has them in the language
    )
    return [_row(one, content.settings.language, code) for one in every]


def as_cells(row: TextRow) -> tuple[str, ...]:
    """The cells of one row, under `headings`."""
    one, reader = row.one, row.one.reader
    by, on = (reader.by, reader.on.isoformat()) if reader else ("", "")
    return (_where(one.found), _what(one), row.own, row.said, one.state, by, on, row.id, row.version)


def _row(one: Translated, first: str, code: str) -> TextRow:
    known = one.text.by_language if isinstance(one.text, Words) else {first: str(one.text)}
    return TextRow(f"{_record_id(one.found)}|{'.'.join(_steps(one))}", one, known.get(first, ""), known.get(code, ""))


def _record_id(found: Found[Any]) -> str:
    if isinstance(found.record, Campaign):
        return f"campaigns|{found.record.id}"
    name = getattr(found.record, "id", None)
    own = [str(part) for part in found.path] or [found.source.file]
    return "|".join([own[0], name] if name and len(own) > 1 else own)


def _steps(one: Translated) -> Iterator[str]:
    """The way to a text in its record: one of several goes by its id where it has one, else by its number."""
    value: Any = one.found.source.value
    for step in one.found.path:
        value = value[step]
    for part in one.path:
        value = value[part]
        is_known = isinstance(part, int) and isinstance(value, dict) and isinstance(value.get("id"), str)
        yield value["id"] if is_known else str(part)


def _where(found: Found[Any]) -> str:
    """services.yaml, service Victim Support."""
    section = str(found.path[0]) if found.path else "campaign" if isinstance(found.record, Campaign) else "page"
    record = found.record
    names = (getattr(record, name, None) for name in ("name", "title", "say"))
    name = next((str(one) for one in names if one), str(found.path[-1]) if found.path else "")
    return f"{found.source.file}, {SINGULAR.get(section, section)} {name}".rstrip()


def _what(one: Translated) -> str:
    """The field, and what its author was told to write there."""
    inside: type[BaseModel] | None = type(one.found.record)
    fields = [number for number, part in enumerate(one.path) if isinstance(part, str)]
    last = fields[-1]
    if len(one.path) > 1:
        inside = record_at(type(one.found.record), one.path[:last])
    said = descriptions(inside) if inside else {}
    by_alias = {(info.alias or name): name for name, info in inside.model_fields.items()} if inside else {}
    words = said.get(by_alias.get(str(one.path[last]), ""), "")
    return f"{GUARDS if one.guards_a_life else ''}{'.'.join(map(str, one.path))}: {words}".rstrip(": ")
