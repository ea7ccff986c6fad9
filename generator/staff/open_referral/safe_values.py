"""A value of JSON that anybody may have written -> a text, a number, a day or records that can be relied on.

A value of another type than it should have is no value. HTML becomes the words that a reader would see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from math import isfinite
from typing import Any

LONGEST = 20_000
"""What is longer is cut here: no field takes half as much, and says so."""
MOST = 500
"""Of a list within a record, so many are looked at."""
OLDEST = 120
A_PROGRAM = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)
A_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section)\b[^<>]*>", re.IGNORECASE)
A_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
BETWEEN_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
ROUNDS = 5
"""So often a tag is looked for that stood within others, or was written as text; nobody writes so but to get past."""


def text(value: Any) -> str:
    """A text, or a number as one; "" for anything else."""
    if isinstance(value, float):
        return f"{value:g}" if isfinite(value) else ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value}" if abs(value) < 10**20 else ""
    if not isinstance(value, str):
        return ""
    return CONTROL.sub(" ", value[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")).strip()


def words(value: Any) -> str:
    """A text for people without HTML, in paragraphs."""
    found = text(value)
    for _ in range(ROUNDS):
        before = found
        found = unescape(A_TAG.sub("", A_BLOCK.sub("\n\n", _without_programs(found))))
        if found == before:
            break
    else:
        found = found.replace("<", " ")
    lines = "\n".join(" ".join(line.split()) for line in found.split("\n"))
    return BETWEEN_PARAGRAPHS.sub("\n\n", lines).strip()


def prose(value: Any) -> str:
    """A text that its author may have set out in Markdown: its lines as they are, but no HTML."""
    found = text(value)
    return words(found) if A_TAG.search(found) else found


def line(value: Any) -> str:
    """A text for people on one line."""
    return " ".join(words(value).split())


def _without_programs(found: str) -> str:
    """A text without what a browser would run, or take for a style."""
    kept, start, inside = [], 0, False
    for tag in A_PROGRAM.finditer(found):
        if not inside:
            kept.append(found[start : tag.start()])
        inside, start = not tag[1], tag.end()
    return "".join([*kept, *([] if inside else [found[start:]])])


def record(value: Any) -> Mapping[str, Any]:
    """A record; one without fields for anything else."""
    return value if isinstance(value, dict) else {}


def records(*values: Any) -> Iterator[Mapping[str, Any]]:
    """The records of some lists, one behind the other."""
    for value in values:
        if isinstance(value, dict):
            yield value
        elif isinstance(value, list):
            yield from (one for one in value[:MOST] if isinstance(one, dict))


def texts(value: Any) -> list[str]:
    """The texts of a list."""
    return [found for one in (value[:MOST] if isinstance(value, list) else ()) if (found := line(one))]


def age(value: Any) -> str:
    """Years of age as a text; "" for what is none."""
    found = text(value)
    try:
        years = float(found)
    except ValueError:
        return ""
    return f"{int(years)}" if isfinite(years) and 0 <= years <= OLDEST and years == int(years) else ""


def day(value: Any) -> date | None:
    """A day, also where a time stands behind it."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None
