"""A service for people who hurt others says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.analysis.meant_for import meant
from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("sounds-for-people-who-harm",)
NEEDS = nothing

SOUNDS_LIKE_IT = re.compile(
    r"\b(?:perpetrators?|offenders?|abusers|people\swho\s(?:harm|hurt|abuse|use\sabus\w+|cause\sharm)|"
    r"(?:behaviou?r|change)\s(?:change\s)?program(?:me)?s?)\b",
    re.IGNORECASE,
)
"""What services for people who harm others are called, and say of themselves."""

OF_HARMED = re.compile(r"\b(?:victims?|survivors?|people (?:harmed|hurt|affected))\b", re.IGNORECASE)


def check(content: Content) -> Iterator[Diagnostic]:
    for found in content.directory.services:
        service = found.record
        if meant(service, content.vocabulary):
            continue
        words = f"{service.name} {service.summary} {service.who.text or ''}"
        if SOUNDS_LIKE_IT.search(words) and not OF_HARMED.search(words):
            yield Diagnostic(
                "sounds-for-people-who-harm",
                "warning",
                found.at("name"),
                "this sounds like a service for people who hurt others",
                hint="if it is one, add: for: people-who-harm; then no list leads somebody who was hurt to it",
            )
