"""What a translator's file says beside its texts -> which of them nobody has read yet, and who has read the others.

A line above a text says it. "Unread.": nobody who reads the language has, and a page that shows the text says so.
"Read by Sam Reed, 12 January 2027.": who has. A text without such a line is its translator's own word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.messages import Catalog
from babel.messages.catalog import Message

UNREAD = re.compile(r"unread\b", re.IGNORECASE)
READ_BY = re.compile(r"read by (.+?)\.?$", re.IGNORECASE)
IN_THIS_SENSE = "\x04"
"""What stands between a sense and its text in gettext's files."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How far people have read the words of a language."""

    unread: frozenset[str]
    """The English of each text that nobody has read, after its sense where it has one."""
    read: int
    """How many texts somebody has read, or wrote who speaks the language."""
    readers: Mapping[str, int]
    """Who read how many texts, and when: "Sam Reed, 12 January 2027"."""


def reading(catalogue: Iterable[Message] | Catalog) -> Reading:
    """What a file says of its readers. What stays English, or is marked as doubtful, is neither read nor unread."""
    unread: set[str] = set()
    readers: dict[str, int] = {}
    read = 0
    for message in catalogue:
        said = message.string if isinstance(message.string, str) else "".join(message.string or ())
        if not message.id or not said or message.fuzzy:
            continue
        if any(map(UNREAD.match, message.user_comments)):
            unread.add(_key(message))
            continue
        read += 1
        for found in filter(None, map(READ_BY.match, message.user_comments)):
            readers[found[1]] = readers.get(found[1], 0) + 1
    return Reading(frozenset(unread), read, readers)


def _key(message: Message) -> str:
    english = message.id if isinstance(message.id, str) else message.id[0]
    return f"{message.context}{IN_THIS_SENSE}{english}" if message.context else english
