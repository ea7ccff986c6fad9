"""A record, what was sent, and what a check says -> the file's new text, written; or why nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.content.editing.document import EditError, YamlDocument
from generator.content.editing.fields import set_field
from generator.content.editing.form_answers import Change, Given, changes_in, new_record
from generator.content.editing.form_changes import applied
from generator.content.editing.form_parts import FormPart, parts_of
from generator.content.editing.insert import insert
from generator.content.editing.save import FileChange, save
from generator.content.editing.words_below import set_words, words_of
from generator.content.editing.yaml_writer import fields, item, words
from generator.content.home_of_record import file_for
from generator.content.loading.folder import own_files
from generator.content.schema.form_fields import WORDS
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic
from generator.model.fields.text import slug_of
from generator.model.service import kinds_written
from generator.preview.form_checks import NOT_CHECKED, checks_of, passing_for_checked, records_in
from generator.preview.form_records import MODELS, WITH_IDS_IN_FRONT, Held, Judge, RecordKind, Records


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """A file's text as it would be."""

    held: Held
    """The record in it, as its file was before."""
    after: str
    changes: Sequence[Change] = ()
    is_new_file: bool = False


@dataclass(frozen=True, slots=True)
class TriedDraft:
    """What came of a draft: what a check says of it, and what of that is new and wrong."""

    draft: RecordDraft
    said: Sequence[Diagnostic]
    new: Sequence[Diagnostic]


def form_of(held: Held, records: Records) -> tuple[FormPart, ...]:
    """The parts of a record's form."""
    parts = parts_of(MODELS[held.kind], held.written, records.languages)
    return tuple(part for part in parts if not held.only or part.field.name in ("id", *held.only))


def changed(held: Held, records: Records, given: Given) -> RecordDraft:
    """A record with what was sent in it.

    Raises:
        FormError: where something else was sent than its form asks for.
        EditError: where its file can't take a change without touching more.
    """
    changes = changes_in(form_of(held, records), given)
    return RecordDraft(held, applied(held.text, held.file, held.path, changes), changes)


def added(kind: RecordKind, records: Records, given: Given) -> RecordDraft:
    """A new record in its place. The errors are as for `changed`."""
    values = {"id": "", **new_record(parts_of(MODELS[kind], {}, records.languages), given)}
    values["id"] = values["id"] or slug_of(_first(values.get("name") or values.get("title", "")))
    if kind == "campaigns":
        return _new_campaign(records, values)
    return _new_named(kind, records, values) if kind in WITH_IDS_IN_FRONT else _new_service(records, values)


def _new_named(kind: RecordKind, records: Records, values: Mapping[str, Any]) -> RecordDraft:
    """At the end of a list in which each record has its id in front: it is made of the name."""
    name = str(values["id"]) or "new"
    own = _own_files(records)
    file = file_for(own, kind, {})
    lines = fields({field: value for field, value in values.items() if field != "id"})
    entry = "".join(f"{line}\n" for line in (f"{words(name)}:", *(f"  {one}" for one in lines)))
    held = Held(kind, name, file, (kind, name), own[file], {})
    return RecordDraft(held, insert(own[file], file, kind, [entry]))


def _own_files(records: Records) -> dict[str, str]:
    """The office's own files of the directory, with their texts."""
    own = own_files(records.site.root, records.settings)
    return {file: records.texts[file] for file in own if file in records.texts}


def _new_campaign(records: Records, values: Mapping[str, Any]) -> RecordDraft:
    """A new file, called by the id: made of its letters and digits alone, whatever was typed."""
    name = slug_of(str(values["id"])) or "campaign"
    file = f"{records.settings.campaigns}/{name}.md"
    above = {field: value for field, value in values.items() if field != WORDS}
    record = "\n".join(("---", *fields(above), "---"))
    held = Held("campaigns", name, file, (), "", {})
    return RecordDraft(held, set_words(f"{record}\n", file, values.get(WORDS, "")), is_new_file=True)


def _new_service(records: Records, values: Mapping[str, Any]) -> RecordDraft:
    """At the end of the list in which its nearest sibling stands."""
    own = _own_files(records)
    file = file_for(own, "services", values)
    after = insert(own[file], file, "services", ["\n".join(item(values)) + "\n"])
    last = len(YamlDocument(after, file).at(("services",)) or ()) - 1
    held = Held("services", str(values["id"]), file, ("services", last), own[file], {})
    return RecordDraft(held, after)


def _first(text: Any) -> str:
    """A text, or what it is in its first language."""
    return str(next(iter(text.values()), "") if isinstance(text, Mapping) else text)


def checked(held: Held, check: Mapping[str, str]) -> RecordDraft:
    """A record of which somebody made sure today: all of it, and each way and point that has a check of its own."""
    text = held.text
    for path in checks_of(held.written):
        text = set_field(text, held.file, (*held.path, *path), check)
    return RecordDraft(held, text)


def judged(draft: RecordDraft, records: Records, judge: Judge) -> TriedDraft:
    """What a check says of a draft. What is wrong elsewhere, and was before, is not said again here."""
    before = judge.of(records)
    now = judge.of_texts(records, {draft.held.file: draft.after})
    new = now.new_against(before) or list(_passing_for_checked(draft))  # once it is a number at all
    return TriedDraft(draft, list(dict.fromkeys([*now.problems, *now.advice, *new])), new)


def _passing_for_checked(draft: RecordDraft) -> Iterator[Diagnostic]:
    """New ways to reach a service under a check that is older than they are."""
    held = draft.held
    if held.kind != "services":
        return
    document = YamlDocument(draft.after, held.file)
    after = document.at(held.path)
    if isinstance(after, dict):
        for path in passing_for_checked(held.written, after):
            yield NOT_CHECKED.at(document.places.value((*held.path, *path)))


def write(draft: RecordDraft, records: Records) -> None:
    """Put the new text in the old one's place. ContentError where somebody wrote there meanwhile."""
    file = draft.held.file
    before = None if draft.is_new_file else draft.held.text
    save([FileChange(records.site.root / file, file, before, draft.after)])


def secret_places(held: Held, records: Records) -> frozenset[Path]:
    """The places and points of a service of which not all may be shown."""
    if held.kind != "services":
        return frozenset()
    kind = records.vocabulary.kind(kinds_written(held.written))
    usual = kind.places if kind else "never"
    return frozenset(
        (name, number)
        for name in ("places", "points")
        for number, one in records_in(held.written, name)
        if one.get("show", usual) != "full"
    )


def in_file(held: Held, text: str) -> Held | None:
    """The same record in another text of its file; None where it is not there."""
    try:
        value = {} if held.kind == "pages" else YamlDocument(text, held.file).value
        below = {} if held.path else {WORDS: words_of(text, held.file)}
    except EditError:
        return None
    if not held.path:
        return replace(held, text=text, written={**(value if isinstance(value, dict) else {}), **below})
    every = value.get(str(held.path[0])) if isinstance(value, dict) else None
    if isinstance(every, dict):
        one = every.get(held.id)
        return replace(held, text=text, written=one) if isinstance(one, dict) else None
    for number, one in enumerate(every if isinstance(every, list) else ()):
        if isinstance(one, dict) and one.get("id") == held.id:
            return replace(held, text=text, written=one, path=("services", number))
    return None
