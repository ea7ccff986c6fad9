"""Each code that a record cites is in the list of sources. A site without the list may cite as it likes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from generator.content.analysis.needs import the_whole_directory
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.content.loading.validation_errors import may_be_of_a_place
from generator.content.source.positions import Path
from generator.diagnostics import FOUND, Diagnostic, quoted
from generator.model.sources import codes_in

CODES = ("unknown-source",)
NEEDS = the_whole_directory

FIELDS = ("source", "sources")


def check(content: Content) -> Iterator[Diagnostic]:
    known = content.directory.ids("sources")
    if known:
        for one in _citing(content):
            yield from codes_unknown_in(one, known)


def _citing(content: Content) -> Iterator[Found[Any]]:
    directory = content.directory
    yield from directory.areas.values()
    yield from directory.organisations.values()
    yield from directory.services
    yield from directory.emergency
    yield from directory.retired_numbers
    yield from directory.retired_addresses
    yield from directory.networks.values()
    yield from directory.marks.values()
    yield from content.campaigns
    if content.standing.rights:
        yield content.standing.rights
    yield from content.standing.steps.own.values()


def codes_unknown_in(one: Found[Any], known: Iterable[str]) -> Iterator[Diagnostic]:
    """A problem for each code in one record that stands for nothing."""
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
