"""What pydantic found wrong with a row's record -> an author's words, and the column to mend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.service import Service
from generator.reading.messages import words_about
from generator.spreadsheets.columns import BY_FIELD
from generator.spreadsheets.rows import Row


def heading_of(row: Row, path: tuple[Any, ...], numbers: Mapping[str, list[int]]) -> str:
    """The column that a part of a record came from; what the column would be called, where none did."""
    number = 0
    if path and path[0] in numbers and len(path) > 1:
        number = numbers[path[0]][path[1]]
        path = (path[0], "#", *path[2:])
    name = ".".join(str(part) for part in path if not isinstance(part, int))
    if (name.startswith("contact.#.") and name not in BY_FIELD) or name == "contact.#":
        name = "contact.#.to"
    for wanted in (name, name.rpartition(".")[0], f"{name}.name"):
        if (wanted, number) in row.origins:
            return row.origins[wanted, number]
    return BY_FIELD[name].called(number) if name in BY_FIELD else ""


def said(found: Any, path: tuple[Any, ...]) -> str:
    """What is wrong, in words for somebody with a spreadsheet in front of them."""
    if found["type"] == "missing":
        field = ".".join("#" if isinstance(part, int) else str(part) for part in path)
        return (
            f"{BY_FIELD[field].heading.replace('# ', '')} is missing"
            if field in BY_FIELD
            else "something is missing here"
        )
    return words_about(found, Service, path, empty=False)
