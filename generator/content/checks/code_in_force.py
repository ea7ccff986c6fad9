"""The page of rights shows the Code that is in force."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("code-not-in-force",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    rights = content.standing.rights
    if rights and rights.record.in_force_from > content.today:
        words = f"this Code is not in force before {rights.record.in_force_from}"
        hint = "keep the one that is in force until that day"
        yield Diagnostic("code-not-in-force", "error", rights.at("in_force_from"), words, hint=hint)
