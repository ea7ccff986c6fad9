"""The words of the templates, or an author's records -> the same in a language that nobody speaks, in Greek letters.

Greek, because dates, weekdays and names of languages come out in Greek letters too: what is left in ours on a site in
that language did not pass through any translation. The brackets show where each text begins and ends.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po, write_po
from pydantic import BaseModel

LANGUAGE = "el"
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπϙρστθωϝχυζ", strict=True))
LETTERS |= {letter.upper(): other.upper() for letter, other in LETTERS.items()}
KEPT = re.compile(
    r"%%?(?:\(\w+\))?[sd]|%%|\{\}|https?://[^\s)>\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\]\([^)]*\)|\b[SP]\d{3}\b[ \d.]*"
)
"""What a value is put into, addresses, and the codes of sources."""
NOT_TRANSLATED = {"file", "licence", "source", "sources", "hashtags", "criterion", "charity", "company", "number"}
"""Fields of one line that are the same in every language, and that something else is looked up by."""


def pseudo(text: str) -> str:
    """Greek letters in brackets; what a value is put into, and the bars between parts, stay."""
    return "|".join(f"«{in_greek(part)}»" for part in text.split("|"))


def in_greek(text: str) -> str:
    """Greek letters alone."""
    kept = KEPT.findall(text)
    parts = KEPT.split(text)
    turned = ["".join(LETTERS.get(letter, letter) for letter in part) for part in parts]
    return "".join(part + (kept[place] if place < len(kept) else "") for place, part in enumerate(turned))


def templates_in(folder: Path, original: Path) -> Path:
    """A copy of the templates, with a translation of every text that a translator is given."""
    shutil.copytree(original, folder)
    with (folder / "words" / "template.pot").open("rb") as file:
        catalogue = read_po(file, locale=LANGUAGE)
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = (pseudo(message.id[0]), *(pseudo(message.id[1]) for _ in range(catalogue.num_plurals - 1)))
        elif message.id:
            message.string = pseudo(message.id)
    with (folder / "words" / f"{LANGUAGE}.po").open("wb") as file:
        write_po(file, catalogue)
    return folder


def in_both(record: type[BaseModel], tree: Any) -> Any:
    """An author's tree in which each text that may have translations has one, and lines for all languages are Greek."""
    schema = record.model_json_schema()
    return _both(tree, schema, schema.get("$defs", {}), "")


def _both(value: Any, schema: Mapping[str, Any], known: Mapping[str, Any], name: str) -> Any:
    shapes = list(_shapes(schema, known))
    if isinstance(value, str):
        if any(_is_text(shape) for shape in shapes):
            return {"en": value, LANGUAGE: pseudo(value)}
        is_a_line = any(set(shape) >= {"type", "maxLength"} and "pattern" not in shape for shape in shapes)
        return pseudo(value) if is_a_line and name not in NOT_TRANSLATED else value
    if isinstance(value, list):
        items = next((shape["items"] for shape in shapes if "items" in shape), {})
        return [_both(one, items, known, name) for one in value]
    if isinstance(value, dict):
        if any(_is_text(shape) for shape in shapes):
            return value | {LANGUAGE: pseudo(value.get("en", next(iter(value.values()))))}
        fields = {key: one for shape in shapes for key, one in shape.get("properties", {}).items()}
        others = next((shape["additionalProperties"] for shape in shapes if shape.get("additionalProperties")), {})
        return {key: _both(one, fields.get(key, others), known, key) for key, one in value.items()}
    return value


def _shapes(schema: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What a value may be: each way by itself."""
    if "$ref" in schema:
        yield from _shapes(known[schema["$ref"].rpartition("/")[2]], known)
        return
    yield schema
    for one in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
        yield from _shapes(one, known)


def _is_text(shape: Mapping[str, Any]) -> bool:
    """Whether this is a text, or one a language."""
    inside = [one.get("additionalProperties") for one in shape.get("anyOf", ()) if one.get("minProperties")]
    return any(one and one.get("format") != "uri" for one in inside)
