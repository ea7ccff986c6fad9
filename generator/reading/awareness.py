"""The awareness dates that come with Waymark -> their records."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from generator.model.awareness import AwarenessDate, AwarenessDates
from generator.problems import ContentError, Problem
from generator.reading.source import Source

FILE = "awareness-dates.yaml"


@lru_cache(maxsize=1)
def read_awareness() -> tuple[AwarenessDate, ...]:
    """Every awareness date. ContentError where the file that came with Waymark was changed and is wrong."""
    problems: list[Problem] = []
    text = resources.files("generator.planning").joinpath(FILE).read_text(encoding="utf-8")
    source = Source(text, f"generator/planning/{FILE}", problems)
    found = source.record(AwarenessDates, source.value, (), problems)
    if found is None or problems:
        raise ContentError(problems)
    return found.dates
