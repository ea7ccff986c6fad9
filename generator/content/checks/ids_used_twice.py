"""Each id is used once, and an earlier id of a campaign belongs to that campaign alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.content.analysis.needs import nothing
from generator.content.analysis.repeats import repeats
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found, each
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign

CODES = ("id-used-twice", "earlier-id-in-use")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    yield from _used_twice(content.directory.services)
    yield from _used_twice(content.campaigns)
    yield from _earlier_ids(content.campaigns)


def _used_twice(found: Iterable[Found[Any]]) -> Iterator[Diagnostic]:
    for one, earlier in repeats(found, lambda one: one.record.id):
        words = f'''"{one.record.id}" is already an id, at {earlier.at("id")}'''
        yield Diagnostic("id-used-twice", "error", one.at("id"), words, hint="choose another")


def _earlier_ids(campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    """A problem for each earlier id of a campaign that leads to another one, or to itself."""
    taken = {one.record.id: one.at("id") for one in campaigns}
    for one, path, old in each(campaigns, "was"):
        if old in taken:
            yield Diagnostic(
                "earlier-id-in-use",
                "error",
                one.at(*path),
                f'"{old}" is already an id, at {taken[old]}',
                hint="take it out here",
            )
        taken.setdefault(old, one.at(*path))
