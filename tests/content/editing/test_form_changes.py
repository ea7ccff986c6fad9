"""Whatever somebody fills in: the record says it, and every line that it is not about is as it was, byte for byte."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.editing.document import EditError, TextLines, YamlDocument
from generator.content.editing.form_answers import Change, changes_in
from generator.content.editing.form_changes import applied, take_out
from generator.content.editing.form_parts import FormPart, parts_of
from generator.content.source.positions import Path
from generator.model.campaign import Campaign
from generator.model.service import Service
from tests.builders import ANY_INPUT
from tests.fuzz.whole import CAMPAIGN_FILE, DIRECTORY_FILE

MESSY = """\
# The head.

services:   # all of them

  # The first one. It was
  # checked by letter.
  - name: 'Harbour: helpline'   # they like it so
    id: harbour

    kind: helpline
    organisation: victim-support    # runs it
    summary: >-
      Free help
      for anyone.
    about: |+
      One.

      # no comment

    helps_with:   # in this order
      - any-crime   # all
      # and
      - hate-crime
    who:
      # asked in May
      text: "Anyone"

      ages: {from: 8,   # since May
        to: 99}
    areas: [ cumbria ,  eden ]   # both
    contact:

      # their own number
      - phone: 01632 960001   # by day
        hours: "Mo-Fr 09:00-17:00"

      - {chat: https://www.example.org/chat, label: Chat}   # new
      - label: Text
        text: 01632 960002
    places: [{name: Office, address: "1 High Street"}, {name: Annexe}]
    checked:
      on: 2026-11-20   # a Friday
      by: Us
      how: phoned

    strange: [1, {a: b}]
# At the edge.
  - {id: last, name: Last, kind: helpline, organisation: victim-support, summary: S., helps_with: [any-crime],
     areas: [cumbria]}
# The end."""
FILES: dict[str, tuple[str, str, type[Any], list[Path]]] = {
    "whole": (DIRECTORY_FILE, "services.yaml", Service, [("services", 0), ("services", 1)]),
    "messy": (MESSY, "services.yaml", Service, [("services", 0), ("services", 1)]),
    "windows": ("\ufeff" + MESSY.replace("\n", "\r\n"), "services.yaml", Service, [("services", 0), ("services", 1)]),
    "campaign": (CAMPAIGN_FILE, "campaigns/a.md", Campaign, [()]),
}
WORDS = st.sampled_from(
    ["New words", "No", "03003030554", "a: b", "# no comment", "[x], {y}", "", "  ", "Tŷ Môr", "'", '"', "-", "9:30"]
)
LINES = st.sampled_from(
    ["One.\r\n\r\nTwo.", "- a\r\n- b: c", "\r\n\r\nOne", "# no comment\r\n  x", "One.   \r\nTwo.", "", "Word"]
)


def inputs(parts: tuple[FormPart, ...]) -> list[FormPart]:
    return [one for part in parts for one in part.every if one.kind == "input" and one.path != ("words",)]


@st.composite
def filled_in(draw: st.DrawFn, parts: tuple[FormPart, ...]) -> dict[str, list[str]]:
    """Some fields of a form filled in, and some entries to take out."""
    sent: dict[str, list[str]] = {}
    for part in draw(st.lists(st.sampled_from(inputs(parts)), max_size=5, unique_by=lambda one: one.name)):
        shape = part.field.shape
        if shape == "choices":
            sent[part.name] = ["", *draw(st.lists(st.sampled_from([*(part.value or ()), "one", "two"]), unique=True))]
        else:
            sent[part.name] = [draw(LINES if shape in ("lines", "prose") else WORDS)]
    entries = [one for part in parts for one in part.every if one.kind == "entry" and not one.is_new]
    for one in draw(st.lists(st.sampled_from(entries), max_size=2)) if entries else ():
        sent[one.marker] = ["yes"]
    return sent


def expected(value: Any, record: Path, changes: list[Change]) -> Any:
    """What the file shall say, worked out without looking at its lines."""
    value = deepcopy(value)

    def at(path: Path) -> Any:
        inside = value
        for step in path:
            inside = inside[step]
        return inside

    for change in changes:
        path = (*record, *change.path)
        if change.how == "set":
            at(path[:-1])[path[-1]] = change.value
        elif change.how == "add":
            at(path[:-1]).setdefault(path[-1], []) if isinstance(at(path[:-1]), dict) else None
            at(path).append(change.value)
    gone = sorted(((*record, *one.path) for one in changes if one.how == "out"), key=str)
    for path in reversed(gone):
        at(path[:-1])[path[-1]] = None
    return bare(value)


def bare(value: Any) -> Any:
    """The same without what is empty: a list or record goes with the last thing in it."""
    if isinstance(value, dict):
        found = {name: bare(one) for name, one in value.items() if one is not None}
        return {name: one for name, one in found.items() if one not in ({}, [])}
    if isinstance(value, list):
        return [one for one in (bare(one) for one in value if one is not None) if one not in ({}, [])]
    return value


def lines_about(text: str, file: str, record: Path, changes: list[Change]) -> set[int]:
    """The lines, from 0, that a change may touch: those of its field; of all around it that stands between brackets."""
    places = YamlDocument(text, file).places
    out = {(*record, *change.path) for change in changes if change.how == "out"}

    def goes(path: Path) -> bool:
        inside = [one for one in places.values if one[:-1] == path and len(one) == len(path) + 1]
        return path in out or bool(inside and all(map(goes, inside)))

    touched: set[int] = set()
    for change in changes:
        first = path = (*record, *change.path)
        while path != record or path in places.flow:
            grows = path == first or path in places.flow or path[:-1] in places.flow or goes(path)
            if places.has(path) and grows and (change.how != "add" or path in places.flow):
                touched |= spanned(places, path)
            if not path:
                break
            path = path[:-1]
    for path in out:  # the field behind a hyphen makes way for the next one, on its line
        beside = [one for one in places.values if one[:-1] == path[:-1] and len(one) == len(path)]
        if isinstance(path[-1], str) and path == beside[0]:
            stays = [one for one in beside if one not in out]
            touched |= {places.keys[one][0] for one in (*beside, *stays[:1]) if one in out or one in stays[:1]}
    return touched


def spanned(places: Any, path: Path) -> set[int]:
    start = places.keys.get(path, places.values[path])[0]
    return set(range(start, places.ends[path][0] + 1))


def is_in_order(lines: list[str], text: list[str]) -> bool:
    """Whether all of these lines stand in a text, in their order."""
    rest = iter(text)
    return all(line in rest for line in lines)


def changed_as_meant(name: str, number: int, sent: dict[str, list[str]], languages: tuple[str, ...]) -> bool:
    """Make the changes and look at every byte. False where they were refused."""
    text, file, model, records = FILES[name]
    record = records[number]
    before = YamlDocument(text, file)
    changes = changes_in(parts_of(model, written(before, record), languages), sent)
    try:
        after = applied(text, file, record, changes)
    except EditError:
        return False
    assert bare(YamlDocument(after, file).value) == expected(before.value, record, changes)
    touched = lines_about(text, file, record, changes)
    old, new = TextLines.of(text), TextLines.of(after)
    kept = [words for at, words in enumerate(old.words) if at not in touched]
    assert is_in_order(kept, list(new.words)), changes
    assert (new.mark, set(new.endings) - {""}) == (old.mark, set(old.endings) - {""})
    assert after.endswith("\n") == text.endswith("\n")
    if not changes:
        assert after == text
    return True


def written(document: YamlDocument, record: Path) -> dict[str, Any]:
    value = document.at(record)
    assert isinstance(value, dict)
    return value


def forms(name: str) -> list[tuple[FormPart, ...]]:
    text, file, model, records = FILES[name]
    return [parts_of(model, written(YamlDocument(text, file), one), ("en", "cy")) for one in records]


FORMS = {name: forms(name) for name in FILES}


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
@settings(ANY_INPUT, max_examples=60)
def test_what_is_filled_in_is_said_and_every_other_line_stays(name: str, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(FORMS[name]) - 1))
    sent = data.draw(filled_in(FORMS[name][number]))

    takes_out = any(one.endswith("!out") or not "".join(sent[one]).strip() for one in sent)
    assert changed_as_meant(name, number, sent, ("en", "cy")) or takes_out, "a comment may be in the way of that alone"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("languages", [("en",), ("en", "cy"), ("cy", "en", "pl")], ids=str)
def test_a_form_that_is_sent_as_it_was_shown_changes_nothing(name: str, languages: tuple[str, ...]) -> None:
    text, file, model, records = FILES[name]
    for record in records:
        parts = parts_of(model, written(YamlDocument(text, file), record), languages)
        sent = {one.name: as_a_browser_sends(one) for one in inputs(parts)}

        assert changes_in(parts, sent) == []


def as_a_browser_sends(part: FormPart) -> list[str]:
    if part.field.shape == "choices":
        return ["", *part.value]
    text = "\n".join(part.value) if isinstance(part.value, tuple) else part.value or ""
    return [
        text.replace("\n", "\r\n") if part.field.shape in ("lines", "prose", "sentence") else text.replace("\n", "")
    ]


@pytest.mark.parametrize(
    ("path", "gone", "new"),
    [
        (("places", 0, "address"), 'Office, address: "1 High Street"}', "Office}"),
        (("places", 0), '[{name: Office, address: "1 High Street"}, ', "["),
        (("places", 1), ", {name: Annexe}]", "]"),
        (("areas", 0), "[ cumbria ,  eden ]", "[ eden ]"),
        (("contact", 2, "label"), "- label: Text\n        text:", "- text:"),
        (("contact", 1), "      - {chat: https://www.example.org/chat, label: Chat}   # new\n", ""),
        (("contact", 1, "label"), "chat, label: Chat}", "chat}"),
        (("who", "text"), '      text: "Anyone"\n', ""),
        (("summary",), "    summary: >-\n      Free help\n      for anyone.\n", ""),
    ],
)
def test_what_is_taken_out_takes_nothing_else_along(path: Path, gone: str, new: str) -> None:
    assert MESSY.count(gone) == 1
    assert take_out(MESSY, "s.yaml", ("services", 0, *path), 2) == MESSY.replace(gone, new)


def test_what_would_take_a_comment_along_is_left_to_a_person() -> None:
    with pytest.raises(EditError, match="by hand"):
        take_out(MESSY, "s.yaml", ("services", 0, "who", "ages", "from"), 2)


def test_a_list_or_record_goes_with_the_last_thing_in_it_and_the_record_of_the_form_never() -> None:
    text = "services:\n  - id: a\n    who:\n      ages: {from: 8}\n"

    assert take_out(text, "s", ("services", 0, "who", "ages", "from"), 2) == "services:\n  - id: a\n"
    with pytest.raises(EditError):
        take_out("services:\n  - id: a\n", "s", ("services", 0, "id"), 2)
