"""The host that the settings name is one whose limits are known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.config import place_of_option
from generator.content.loading.content import Content
from generator.content.loading.hosts import read_hosts
from generator.diagnostics import Diagnostic, quoted
from generator.model.fields.suggestions import one_of

CODES = ("unknown-host",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    host = content.settings.hosted_by
    if host is None or host in (known := read_hosts()):
        return
    yield Diagnostic(
        "unknown-host",
        "error",
        place_of_option(content.config, "host"),
        f"{quoted(host)} is no host whose limits are known",
        hint=one_of(host, known, most=len(known)),
    )
