"""Of one campaign, one run at a time is on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("runs-overlap",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        runs = [(number, run) for number, run in enumerate(one.record.runs) if not run.called_off]
        runs.sort(key=lambda numbered: numbered[1].first)
        for (_, earlier), (number, later) in pairwise(runs):
            if later.first <= earlier.last:
                yield Diagnostic(
                    "runs-overlap",
                    "error",
                    one.at("runs", number, "from"),
                    f"this run starts on {later.first}, before the one from {earlier.first} ends on {earlier.last}",
                )
