"""Somebody of the office has called each number that a site people rely on shows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import all_to_be_right
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.service import Service

CODES = ("checked-by-makers",)
NEEDS = all_to_be_right
MAKERS = "Waymark"
"""Who checked a record that came with a new site: they compared it with its sources, and phoned nobody."""


def check(content: Content) -> Iterator[Diagnostic]:
    if content.settings.demonstration:
        return
    directory = content.directory
    found = [one for one in directory.services if one.source.file not in directory.shared and _is_theirs(one.record)]
    if found:
        name = found[0].record.id
        yield Diagnostic(
            "checked-by-makers",
            "warning",
            found[0].at("id"),
            f"the makers of Waymark compared contacts with public sources ({len(found)} services), and nobody phoned",
            hint=f'call each, then: waymark due --done {name} --contact all --by "Your name" --how phoned',
        )


def _is_theirs(service: Service) -> bool:
    return any(check and check.by == MAKERS for check in (service.checked, *(one.checked for one in service.contact)))
