"""The old site and the new one, in two folders -> each page of both: new, changed, kept or gone, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from generator.privacy.scan import files_in

How = Literal["new", "changed", "kept", "gone"]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One page: what became of it, and why."""

    file: str
    how: How
    why: str

    def __str__(self) -> str:
        return f"{self.how}: {self.file} ({self.why})"


def rebuilt(old: Path, new: Path, sources: Mapping[str, str]) -> Iterator[Rebuilt]:
    """Every page of two sites, in the order of their files.

    Args:
        old: the folder of the old site, which need not be there.
        new: that of the new one.
        sources: the file that an author edits to change a page, by the page's file.
    """
    before, after = _pages(old), _pages(new)
    for file in sorted(before.keys() | after.keys()):
        made = f"made from {sources.get(file, 'a template')}"
        if file not in after:
            yield Rebuilt(file, "gone", "nothing makes it any more")
        elif file not in before:
            yield Rebuilt(file, "new", f"{made}; there was none before")
        else:
            was, now = before[file].read_bytes(), after[file].read_bytes()
            if was == now:
                yield Rebuilt(file, "kept", "the same bytes as before")
            else:
                yield Rebuilt(file, "changed", f"{made}; {_difference(was, now)}")


def _pages(folder: Path) -> dict[str, Path]:
    return {file: Path(path) for file, path in files_in(folder) if file.endswith(".html")}


def _difference(was: bytes, now: bytes) -> str:
    """Where two pages part."""
    lines = enumerate(zip_longest(was.split(b"\n"), now.split(b"\n")), 1)
    first = next(number for number, (one, other) in lines if one != other)
    where = "in its own words" if _body(was) != _body(now) else "in what stands around its own words"
    return f"it differs {where}, from line {first} on"


def _body(page: bytes) -> bytes:
    """What stands in a page's main element; nothing where it has none."""
    return page.partition(b"<main")[2].rpartition(b"</main>")[0]
