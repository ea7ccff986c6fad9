"""Plain values -> YAML text in the way of the house: plain where words can stand plain, else in quotation marks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

HARMLESS = r"[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff#:,\[\]{}]|(?<=\S)#"
PLAIN = re.compile(rf"[A-Za-z0-9À-ɏ+£(/](?:{HARMLESS}|:(?=[^\s,\[\]{{}}]))*")
"""What may stand without quotation marks anywhere, also between brackets."""
PLAIN_ON_ITS_LINE = re.compile(rf"[A-Za-z0-9À-ɏ+£(/](?:{HARMLESS}|[,\[\]{{}}]|:(?=\S))*")
"""What may stand without them behind a field's name on a line of its own."""
TAKEN_FOR_SOMETHING_ELSE = re.compile(
    r"(?i:[-+]?[0-9][0-9_.,:]*(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|[-+]?\.(?:inf|nan|[0-9]+)|true|false|null|~)"
)
"""What other programs would read as a number, a truth or nothing."""
HIDDEN = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
WIDE = 120
"""No line that we write is longer, where the words allow it."""


def words(text: str, *, on_its_line: bool = False) -> str:
    """One text on one line: Victim Support; "0300"; "Help: all day". On a line of its own it may hold commas."""
    plain = PLAIN_ON_ITS_LINE if on_its_line else PLAIN
    if plain.fullmatch(text) and text == text.strip() and not TAKEN_FOR_SOMETHING_ELSE.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return HIDDEN.sub(lambda hit: f"\\u{ord(hit.group()):04X}", quoted)


def flow(value: Any) -> str:
    """Any value on one line: {on: 2026-11-20, by: Us, how: phoned}; [any-crime, asb]."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{words(str(name))}: {flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return words(str(value))


def fields(record: Mapping[str, Any]) -> list[str]:
    """A record's lines, one or more for each field: small values on one line, a list of records with hyphens."""
    return [line for name, value in record.items() for line in _field(words(name), value)]


def item(record: Mapping[str, Any]) -> list[str]:
    """The lines of a record as an entry of a list: the first one with its hyphen."""
    first, *rest = fields(record)
    return [f"- {first}", *(f"  {line}" if line else "" for line in rest)]


def _field(name: str, value: Any) -> list[str]:
    if isinstance(value, str) and "\n" in value.strip("\n") and _fits_a_block(value):
        lines = value.rstrip("\n").split("\n")
        sign = "|" if value.endswith("\n") else "|-"
        return [f"{name}: {sign}", *(f"  {line}" if line else "" for line in lines)]
    line = f"{name}: {words(value, on_its_line=True) if isinstance(value, str) else flow(value)}"
    if isinstance(value, Mapping) and len(line) > WIDE:
        return [f"{name}:", *(f"  {inner}" for inner in fields(value))]
    if isinstance(value, Sequence) and not isinstance(value, str):
        if any(isinstance(one, Mapping) for one in value):
            return [f"{name}:", *(f"  {inner}" for one in value for inner in _one_of(one))]
        if len(line) > WIDE:
            return [f"{name}:", *(f"  - {flow(one)}" for one in value)]
    return [line]


def _one_of(value: Any) -> list[str]:
    return item(value) if isinstance(value, Mapping) and value else [f"- {flow(value)}"]


def _fits_a_block(text: str) -> bool:
    """Whether a text can stand below a |: no line is only spaces, the first has none in front, nothing is hidden."""
    lines = text.rstrip("\n").split("\n")
    whole = text.endswith("\n") and not text.endswith("\n\n") if text.endswith("\n") else True
    return (
        whole
        and not lines[0].startswith(" ")
        and bool(lines[0])
        and not any(line != line.rstrip() or HIDDEN.search(line) or re.search("[\x00-\x1f]", line) for line in lines)
    )
