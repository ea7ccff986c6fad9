"""The services that the page of rights names are in the directory."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("unknown-service",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    rights = content.standing.rights
    # Of a directory that nobody can read as a whole, each would be said to be unknown.
    services = content.directory.ids("services") if content.directory.knows_its_services else None
    for number, right in enumerate(rights.record.rights if rights and services is not None else ()):
        for place, service in enumerate(right.services):
            if rights and services is not None and service not in services:
                mark = rights.at("rights", number, "services", place)
                words = f"'{service}' is not a service in services.yaml"
                yield Diagnostic("unknown-service", "error", mark, words, hint=content.directory.hint_of(service))
