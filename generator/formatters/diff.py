"""Changes -> sentences for whoever approves them: plain lines, Markdown for a comment, or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from generator.l10n.formats import day
from generator.l10n.plurals import many
from generator.model.contact import Check
from generator.model.service import Service
from generator.staff.diff.cards import PLACES
from generator.staff.diff.compare import PublicChange

LONG = 90
"""Texts longer than this are shown from the first word that differs to the last."""
MOST = 3 * LONG
A_FEW_WORDS = 60
AROUND = 4
"""So many words before and behind what differs."""
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
A_MENTION = re.compile(r"([@#])(?=\w)")

NotChecked = Sequence[tuple[Service, Check]]


def as_text(found: Sequence[PublicChange], unchecked: NotChecked) -> str:
    """A line for each change; what is new first says so, and its facts stand below it."""
    lines = []
    for _, group in groupby(found, key=_record):
        first, *rest = group
        if _is_new(first) and rest:
            lines += [
                f"{first.name} is a new {first.kind}:",
                *(f"  {_ended(told(one, below_its_record=True))}" for one in rest),
            ]
        else:
            lines += [_ended(f"{one.name}: {told(one)}") for one in (first, *rest)]
    lines += [f"Look: {warning(*one)}" for one in unchecked]
    return "\n".join([*lines, count(found)]) + "\n"


def _record(one: PublicChange) -> tuple[str, str]:
    return one.kind, one.id


def _ended(line: str) -> str:
    return line if line.endswith(('"', "”", ".")) else f"{line}."


def as_markdown(found: Sequence[PublicChange], unchecked: NotChecked) -> str:
    """A heading for each record, and below it what changes. Nothing in it is taken for Markdown, or calls anybody."""
    lines = ["## What the public will see change", "", escaped(count(found)), ""]
    if unchecked:
        lines += ["**Editing is not checking:**", ""]
        lines += [f"- {escaped(warning(*one))}" for one in unchecked]
        lines += [""]
    for (kind, id_), group in groupby(found, key=_record):
        changes = list(group)
        lines += [f"### {escaped(changes[0].name)} ({escaped(f'{kind} {id_}')})", ""]
        lines += [f"- {escaped(told(one))}" for one in changes]
        lines += [""]
    return "\n".join(lines)


def as_json(found: Sequence[PublicChange], unchecked: NotChecked) -> str:
    """Two lists, for programs."""
    late = [
        {"id": service.id, "name": str(service.name), "checked": check.on.isoformat()} for service, check in unchecked
    ]
    sentences = [asdict(one) | {"sentence": f"{one.name}: {told(one)}"} for one in found]
    return json.dumps({"changes": sentences, "not_checked_again": late}, indent=2, ensure_ascii=False) + "\n"


def count(found: Sequence[PublicChange]) -> str:
    """3 changes to 2 records. What is new is one change, however much there is to say of it."""
    records = [list(group) for _, group in groupby(found, key=_record)]
    if not records:
        return "Nothing that the public sees changes."
    number = sum(1 if _is_new(group[0]) else len(group) for group in records)
    return f"{many(number, 'change')} to {many(len(records), 'record')}."


def _is_new(one: PublicChange) -> bool:
    return one.what == "new" and not one.part


def warning(service: Service, check: Check) -> str:
    """A service's facts changed, and its check did not."""
    return (
        f"{service.name} changed, but its last check is still the one of {day(check.on)}. "
        f"If somebody asked them, write the day in checked: of {service.id}."
    )


def told(one: PublicChange, *, below_its_record: bool = False) -> str:
    """What changes, without the name of the record; below a record that is new, that it is new goes without saying."""
    if one.what == "page-changed":
        counts = ((int(one.before), "line out", "lines out"), (int(one.after), "line in", "lines in"))
        lines = " and ".join(f"{number} {word if number == 1 else words}" for number, word, words in counts if number)
        return f"the words of this page changed: {lines or 'spaces only'}"
    if one.label:
        where = f"{one.part_name}, " if one.part and one.part_name else f"{one.part}, " if one.part in PLACES else ""
        return where + _of_a_fact(one)
    return _of_a_part(one, new="" if below_its_record else "new: ") if one.part else _of_a_record(one)


def _of_a_record(one: PublicChange) -> str:
    return {
        "new": f"this {one.kind} is new",
        "gone": f"this {one.kind} is gone",
        "id": f"its id changed from {one.before} to {one.after}"
        + ("" if one.kind == "campaign" else "; an id is permanent: links, feeds and data of others lose it"),
        "shown": f"this {one.kind} becomes public",
        "withdrawn": f"this {one.kind} is not public any more",
    }.get(one.what, f"this {one.kind} changed, but the public sees nothing of it")


def _of_a_part(one: PublicChange, new: str) -> str:
    value = one.part_name if one.part in ("post", *PLACES) and one.part_name else _short(one.after or one.before)
    named = value if one.part == "post" else f"{one.part} {value}".strip()
    if one.part == "post" and one.after:
        named = f"{value} of {one.after}"
    elif one.part_name and one.part not in ("post", *PLACES):
        named = f"{named} ({one.part_name})"
    hidden = not value
    return {
        "new": f"there is a new {one.part} that is not shown" if hidden else f"{new}{named}",
        "gone": f"{_one(one.part)} that was not shown is gone" if hidden else f"gone: {named}",
        "shown": f"{named} becomes public",
        "withdrawn": f"{named or one.part} is not public any more",
    }.get(one.what, f"{_one(one.part)} that is not shown changed")


def _of_a_fact(one: PublicChange) -> str:
    before, after = apart(one.before, one.after)
    return {
        "added": f"{one.label} is new: {_short(one.after)}",
        "fact": f"{one.label}: {_short(one.after)}",
        "removed": f"{one.label} is taken out; it was: {_short(one.before)}",
        "changed": f"{one.label} changed from {before} to {after}",
        "shown": f"{one.label} becomes public: {_short(one.after)}",
        "withdrawn": f"the {one.label} is withheld now",
    }.get(one.what, f"the (withheld) {one.label} changed")


def apart(before: str, after: str) -> tuple[str, str]:
    """Two texts on one line each; of long ones, the words that differ and a few around them."""
    old, new = before.split(), after.split()
    if max(len(" ".join(old)), len(" ".join(new))) <= LONG:
        return _short(before), _short(after)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    start, end = max(0, start - AROUND), max(0, end - AROUND)
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words: Sequence[str], start: int, end: int) -> str:
    inside = " ".join(words[start : len(words) - end])
    return _marked(
        f"{'... ' if start else ''}{inside[:MOST]}{'...' if len(inside) > MOST else ''}{' ...' if end else ''}"
    )


def _short(text: str) -> str:
    """A value on one line; in quotation marks where it is more than a few words."""
    line = " ".join(text.split())
    if len(line) > MOST:
        return _marked(f"{line[:MOST]}...")
    return _marked(line) if len(line) > A_FEW_WORDS or line.endswith((".", "!", "?")) else line


def _marked(line: str) -> str:
    """In quotation marks, of the kind that it has none of itself."""
    return f"“{line}”" if '"' in line else f'"{line}"'


def _one(thing: str) -> str:
    return f"{'an' if thing[:1] in 'aeiou' else 'a'} {thing}"


def escaped(text: str) -> str:
    """Words as they are, in Markdown; and an @name in them calls nobody."""
    return A_MENTION.sub(r"\1<!-- -->", MARKDOWN.sub(r"\\\1", text))
