"""What is to change in a record, and its file's text -> the new text, in which all else is as it was."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from generator.content.editing.document import BY_HAND, Edit, EditError, YamlDocument
from generator.content.editing.fields import remove, set_field
from generator.content.editing.form_answers import Change
from generator.content.editing.insert import insert
from generator.content.editing.words_below import set_words
from generator.content.editing.yaml_writer import flow, item
from generator.content.schema.form_fields import WORDS
from generator.content.source.positions import At, Path


def applied(text: str, file: str, record: Path, changes: Sequence[Change]) -> str:
    """A file's text with these changes of one record: fields first, then new entries; what goes, goes last.

    Args:
        text: the file's text, with its byte order mark and line endings.
        file: its name; in one that ends in .md, the record at the top is changed, and the words below it.
        record: where the record stands in it.
        changes: what to change, by paths in the record as it stands now.

    Raises:
        EditError: where one of them can't be made without touching more.
    """
    below = [change for change in changes if change.path == (WORDS,) and file.endswith(".md")]
    changes = [change for change in changes if change not in below]
    for change in below:
        text = set_words(text, file, change.value or "")
    for change in changes:
        if change.how == "set":
            text = _set(text, file, (*record, *change.path), change.value)
    for change in changes:
        if change.how == "add":
            text = insert(text, file, (*record, *change.path), ["\n".join(item(change.value)) + "\n"])
    for change in sorted((one for one in changes if one.how == "out"), key=_from_the_bottom, reverse=True):
        text = take_out(text, file, (*record, *change.path), len(record))
    return text


def _from_the_bottom(change: Change) -> list[tuple[bool, Any]]:
    return [(isinstance(step, str), step) for step in change.path]


def _set(text: str, file: str, path: Path, value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        try:
            return _list_changed(text, file, path, value)
        except EditError:  # its entries do not stand so that one can go or come alone
            return set_field(text, file, path, value)
    return set_field(text, file, path, value)


def _list_changed(text: str, file: str, path: Path, value: Sequence[str]) -> str:
    """A list of texts of which some go and some come at the end: what stays, stays with its comments."""
    document = YamlDocument(text, file)
    old = document.at(path) if document.places.has(path) else None
    kept = [one for one in old if one in value] if isinstance(old, list) else []
    if not isinstance(old, list) or not kept or list(value[: len(kept)]) != kept:
        return set_field(text, file, path, value)
    for number in reversed([number for number, one in enumerate(old) if one not in value]):
        text = take_out(text, file, (*path, number), len(path))
    return insert(text, file, path, [f"- {flow(one)}" for one in value[len(kept) :]])


def take_out(text: str, file: str, path: Path, keep: int) -> str:
    """A file's text without one field or entry, on lines of its own or between brackets.

    A list or record of which nothing would be left goes as a whole, but none with fewer than `keep` steps to it.
    """
    document = YamlDocument(text, file)
    around = document.at(path[:-1])
    if len(path) - 1 > keep and around is not None and len(around) == 1:
        return take_out(text, file, path[:-1], keep)
    try:
        return remove(text, file, path)
    except EditError:
        return document.changed([_cut(document, path)], _without(document, path), path)


def _without(document: YamlDocument, path: Path) -> Any:
    expected: Any = deepcopy(document.value)
    inside = expected
    for step in path[:-1]:
        inside = inside[step]
    del inside[path[-1]]
    return expected


def _cut(document: YamlDocument, path: Path) -> Edit:
    """What stands between brackets goes with its comma; the first field behind a hyphen makes way for the next one."""
    places, words = document.places, document.lines.words
    if not places.has(path):
        raise document.error(path, BY_HAND)
    around = [one for one in places.values if len(one) == len(path) and one[:-1] == path[:-1]]
    number = around.index(path)
    if path[:-1] in places.flow and number:
        begin, end = places.ends[around[number - 1]], places.ends[path]
    elif number == 0 and len(around) > 1:
        begin, end = _start(document, path), _start(document, around[1])
    else:
        raise document.error(path, BY_HAND)
    between = [words[begin[0]][begin[1] :], *words[begin[0] + 1 : end[0]]] if end[0] > begin[0] else []
    if any(f" {line}".find(" #") >= 0 for line in between):
        raise document.error(path, BY_HAND)  # a comment would go with it
    return Edit(begin[0], end[0] + 1, (words[begin[0]][: begin[1]] + words[end[0]][end[1] :],))


def _start(document: YamlDocument, path: Path) -> At:
    return document.places.keys.get(path) or document.places.values[path]
