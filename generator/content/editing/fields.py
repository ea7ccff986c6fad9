"""A field, its new value or none, and a file's text -> the text with that one field changed, added or taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from generator.content.editing.document import BY_HAND, Edit, YamlDocument
from generator.content.editing.yaml_writer import fields, flow
from generator.content.source.positions import Path
from generator.diagnostics import Fault

New = str | dict[str, Any] | list[Any]


def set_field(text: str, file: str, path: Path, value: str | Mapping[str, Any] | Sequence[Any]) -> str:
    """A file's text with one field of one record set.

    Args:
        text: the file's text, with its byte order mark and line endings.
        file: its name; in one that ends in .md, the record at the top is changed.
        path: the field, in a record that is there: ("services", 3, "checked").
        value: its words, a list, or a small record, written on one line: {"on": "2026-11-20", "by": "Us"}. Words of
            several lines stand below the field's name, if they end with a newline.

    Raises:
        EditError: where the file can't be read, the record is not there, or more than this field would change.
    """
    document = YamlDocument(text, file)
    record = document.at(path[:-1])
    if not isinstance(record, dict):
        words = "this is not a record, so no field of it can be set"
        raise document.error(path[:-1], Fault("nothing-to-change", words, "nothing was changed"))
    expected: Any = deepcopy(document.value)
    inside = expected
    for step in path[:-1]:
        inside = inside[step]
    new = dict(value) if isinstance(value, Mapping) else value if isinstance(value, str) else list(value)
    inside[path[-1]] = new
    return document.changed(_edits(document, path, new), expected, path)


def _edits(document: YamlDocument, path: Path, value: New) -> list[Edit]:
    places = document.places
    if not places.has(path):
        return [_added(document, path, value)]
    old = document.at(path)
    if isinstance(old, dict) and isinstance(value, dict) and path not in places.flow and old.keys() == value.keys():
        return [  # each on its own line already: their comments stay
            edit
            for name, inner in value.items()
            if inner != old[name]
            for edit in _edits(document, (*path, name), inner)
        ]
    return [_replaced(document, path, value)]


def _replaced(document: YamlDocument, path: Path, value: New) -> Edit:
    """The value's lines become one: what stood before it and behind it stays."""
    words, places = document.lines.words, document.places
    start, end = places.values[path], places.ends[path]
    line = places.keys[path][0]
    before, behind = words[line][: start[1]], words[end[0]][end[1] :]
    below = _below_its_name(document, path, value)
    if below and not behind.strip():
        column = places.keys[path][1]
        return Edit(line, end[0] + 1, (words[line][:column] + below[0].lstrip(), *below[1:]))
    is_block = words[start[0]].startswith(("|", ">"), start[1])
    if start[0] != line or is_block:  # what stands behind the name may be a comment: it stays there
        colon = words[line].find(":", places.keys[path][1] + len(str(path[-1]))) + 1
        if not colon:
            raise document.error(path, BY_HAND)
        comment = words[line][colon:].lstrip(" |>+-0123456789") if start[0] == line or not is_block else ""
        before, behind = words[line][:colon], (f"  {comment}" if comment else "") + behind
    if before.endswith(":"):
        before += " "
    return Edit(line, end[0] + 1, (before + flow(value) + behind,))


def _added(document: YamlDocument, path: Path, value: New) -> Edit:
    """A new line below the record's last one, as far in as its other fields; between brackets, behind the last."""
    words, places, record = document.lines.words, document.places, path[:-1]
    field = f"{path[-1]}: {flow(value)}"
    line, column = places.ends[record]
    if record in places.flow:
        inside = [end for place, end in places.ends.items() if len(place) == len(path) and place[:-1] == record]
        start = places.values[record]
        line, column = max(inside, default=(start[0], start[1] + 1))
        new = f", {field}" if inside else field
        return Edit(line, line + 1, (words[line][:column] + new + words[line][column:],))
    indent = places.values[record][1]
    below = _below_its_name(document, path, value, indent) or [" " * indent + field]
    after = line + 1
    while after < document.end and _is_comment_of(words[after], indent):
        after += 1
    return Edit(after, after, tuple(below))


def _below_its_name(document: YamlDocument, path: Path, value: New, indent: int | None = None) -> list[str]:
    """The lines of a field that needs several; none where it stands between brackets, or one will do."""
    if isinstance(value, list) or path[:-1] in document.places.flow:
        return []
    if isinstance(value, str) and not value.rstrip("\n").count("\n"):
        return []
    column = document.places.keys[path][1] if indent is None else indent
    lines = [" " * column + line if line else "" for line in fields({str(path[-1]): value})]
    return lines if len(lines) > 1 else []


def _is_comment_of(line: str, indent: int) -> bool:
    words = line.lstrip(" ")
    return words.startswith("#") and len(line) - len(words) >= indent


def remove(text: str, file: str, path: Path) -> str:
    """A file's text without one field of a record, or one entry of a list, that stands on lines of its own.

    Args:
        text: the file's text, with its byte order mark and line endings.
        file: its name; in one that ends in .md, the record at the top is changed.
        path: what to take out: ("services", 3, "first_step"), ("services", 3, "contact", 1).

    Raises:
        EditError: where the file can't be read, it is not there, or its lines hold more than it.
    """
    document = YamlDocument(text, file)
    document.at(path)
    if not document.places.has(path):
        words = "this is not here, so it can't be taken out"
        raise document.error(path, Fault("nothing-to-change", words, "nothing was changed"))
    expected: Any = deepcopy(document.value)
    inside = expected
    for step in path[:-1]:
        inside = inside[step]
    del inside[path[-1]]
    if not inside:
        raise document.error(path, BY_HAND)  # it would leave a name with nothing behind it
    return document.changed([_lines_of(document, path)], expected, path)


def _lines_of(document: YamlDocument, path: Path) -> Edit:
    places, words = document.places, document.lines.words
    is_entry = isinstance(path[-1], int)
    line, column = places.values[path] if is_entry else places.keys[path]
    last, end = places.ends[path]
    behind = words[last][end:].strip()
    alone = words[line][:column].strip() == ("-" if is_entry else "") and (not behind or behind.startswith("#"))
    if path[:-1] in places.flow or not alone:
        raise document.error(path, BY_HAND)
    return Edit(line, last + 1, ())
