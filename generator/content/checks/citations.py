"""The sources that records cite -> a problem for each code that the list of sources does not explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from generator.content.loading.services import Directory
from generator.content.loading.source_file import Found
from generator.content.loading.validation_errors import may_be_of_a_place
from generator.content.source.positions import Path
from generator.diagnostics import FOUND, Diagnostic, quoted
from generator.model.campaign import Campaign
from generator.model.sources import codes_in

FIELDS = ("source", "sources")


def unknown_codes(directory: Directory, campaigns: Iterable[Found[Campaign]]) -> Iterator[Diagnostic]:
    """A problem for each code that stands for nothing. A directory without a list of sources may cite as it likes."""
    known = directory.ids("sources")
    if not known or not directory.whole:
        return
    found: list[Found[Any]] = [
        *directory.areas.values(),
        *directory.organisations.values(),
        *directory.services,
        *directory.emergency,
        *directory.retired_numbers,
        *directory.retired_addresses,
        *campaigns,
    ]
    for one in found:
        yield from codes_unknown_in(one, known)


def codes_unknown_in(one: Found[Any], known: Iterable[str]) -> Iterator[Diagnostic]:
    """The same for one record, whatever kind it is."""
    known = frozenset(known)
    for path, label in _labels(one.record, ()):
        for code, _ in codes_in(label):
            if code not in known:
                of_a_place = may_be_of_a_place(path)
                yield Diagnostic(
                    "unknown-source",
                    "error",
                    one.at(*path),
                    f"{FOUND if of_a_place else quoted(code)} is not in the list of sources",
                    found=quoted(code) if of_a_place else None,
                    hint="add it there, or cite it in plain words",
                    placeholder="a code here",
                )


def _labels(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every source in a record, with its path in the file."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inside, here = getattr(value, name), (*path, field.alias or name)
            if name in FIELDS and isinstance(inside, str):
                yield here, inside
            elif name in FIELDS and isinstance(inside, tuple):
                yield from (((*here, number), label) for number, label in enumerate(inside))
            elif isinstance(inside, (BaseModel, tuple)):
                yield from _labels(inside, here)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, BaseModel):
                yield from _labels(item, (*path, number))
