"""content/*.md -> what each page is called and where it will stand. The engine itself turns them into pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.model.titled import Titled
from generator.problems import Problem
from generator.reading.files import read_bytes
from generator.reading.front_matter import A_BOUNDARY
from generator.reading.source import Source

A_HEADING = re.compile(r"^#[ \t]++(.+?)(?<![ \t#])[ \t#]*$", re.MULTILINE)
INDEXES = ("index", "README")


def read_titles(folder: Path) -> tuple[Titled, ...]:
    """Every page of a content folder, by address. A title is the front matter's, else the first heading, else the name.

    Mistakes in a front matter are the engine's to tell: here such a page only goes by its heading.
    """
    return tuple(sorted(_pages(folder), key=lambda page: page.address))


def _pages(folder: Path) -> Iterator[Titled]:
    for path in folder.rglob("*.md"):
        name = PurePosixPath(path.relative_to(folder).as_posix())
        if any(part.startswith(".") for part in name.parts) or not path.is_file():
            continue
        place = name.parent if name.stem in INDEXES else name.with_suffix("")
        address = "" if place == PurePosixPath() else f"{place}/"
        record, words = _split(read_bytes(path).decode("utf-8-sig", "replace"))
        heading = A_HEADING.search(words)
        title = record.get("title") or (heading[1] if heading else name.stem.replace("-", " ").capitalize())
        yield Titled(address, title, record.get("description", ""))


def _split(text: str) -> tuple[dict[str, str], str]:
    """The plain fields of the front matter, and the words below it."""
    parts = A_BOUNDARY.split(text, maxsplit=2)
    if len(parts) < 3 or parts[0].strip():
        return {}, text
    unread: list[Problem] = []
    value = Source(parts[1], "", unread).value
    fields = value if isinstance(value, dict) else {}
    return {name: " ".join(field.split()) for name, field in fields.items() if isinstance(field, str)}, parts[2]
