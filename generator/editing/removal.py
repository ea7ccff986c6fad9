"""A field or one entry of a list, and a file's text -> the text without it, every other byte as it was."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from generator.editing.document import BY_HAND, Document
from generator.editing.lines import Edit
from generator.reading.yaml_places import Path


def remove(text: str, file: str, path: Path) -> str:
    """A file's text without one field of a record, or one entry of a list, that stands on lines of its own.

    Args:
        text: the file's text, with its byte order mark and line endings.
        file: its name; in one that ends in .md, the record at the top is changed.
        path: what to take out: ("services", 3, "first_step"), ("services", 3, "contact", 1).

    Raises:
        EditError: where the file can't be read, it is not there, or its lines hold more than it.
    """
    document = Document(text, file)
    document.at(path)
    if not document.places.has(path):
        raise document.error(path, "this is not here, so it can't be taken out; nothing was changed")
    expected: Any = deepcopy(document.value)
    inside = expected
    for step in path[:-1]:
        inside = inside[step]
    del inside[path[-1]]
    if not inside:
        raise document.error(path, BY_HAND)  # it would leave a name with nothing behind it
    return document.changed([_lines_of(document, path)], expected, path)


def _lines_of(document: Document, path: Path) -> Edit:
    places, words = document.places, document.lines.words
    is_entry = isinstance(path[-1], int)
    line, column = places.values[path] if is_entry else places.keys[path]
    last, end = places.ends[path]
    behind = words[last][end:].strip()
    alone = words[line][:column].strip() == ("-" if is_entry else "") and (not behind or behind.startswith("#"))
    if path[:-1] in places.flow or not alone:
        raise document.error(path, BY_HAND)
    return Edit(line, last + 1, ())
