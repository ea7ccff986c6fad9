"""A service that ended is replaced by another one, which is open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import the_whole_directory
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("replaced-by-itself", "replacement-not-open")
NEEDS = the_whole_directory


def check(content: Content) -> Iterator[Diagnostic]:
    services = content.directory.services
    known = {found.record.id: found.record for found in services}
    for one in services:
        word = one.record.replaced_by
        if word == one.record.id:
            yield Diagnostic(
                "replaced-by-itself",
                "error",
                one.at("replaced_by"),
                "a service can't replace itself",
                hint="name the one that took over",
            )
        elif word in known and known[word].status != "open":
            status = known[word].status
            yield Diagnostic(
                "replacement-not-open",
                "error",
                one.at("replaced_by"),
                f"'{word}' is not open (status: {status})",
                hint="name a service that is",
            )
