"""A new record and the directory's files -> the file that it belongs in: where the nearest sibling stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.content.editing.document import YamlDocument

ALIKE = {"areas": 4, "organisation": 2, "kind": 1}
"""How much each field says of whether two services stand together: people look for help near them first."""


def file_for(files: Mapping[str, str], section: str, record: Mapping[str, Any]) -> str:
    """The file that has the record most like it: for the same areas, of the same organisation, of the same kind.

    Where none is like it, the last file that has the section; else the first.

    Args:
        files: the office's own files of the directory, with their texts.
        section: the list of the directory that it goes into.
        record: the new record, as an author's fields.
    """
    having = []
    for number, (file, text) in enumerate(files.items()):
        value = YamlDocument(text, file).value
        if isinstance(value, dict) and section in value:
            having.append((_likeness(value[section], record), number, file))
    return max(having)[2] if having else next(iter(files))


def _likeness(records: Any, new: Mapping[str, Any]) -> int:
    """How like the likest record of a list is to a new one."""
    old = [one for one in records if isinstance(one, dict)] if isinstance(records, list) else []
    return max(
        (sum(much for name, much in ALIKE.items() if new.get(name) and one.get(name) == new[name]) for one in old),
        default=0,
    )
