"""The words of danger and need that come with Waymark -> their record."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from generator.model.crisis import Crisis
from generator.problems import ContentError, Problem
from generator.reading.source import Source


@lru_cache(maxsize=1)
def read_crisis() -> Crisis:
    """Every sign. ContentError where the file that came with Waymark was changed and is wrong."""
    problems: list[Problem] = []
    text = resources.files("generator.model").joinpath("crisis.yaml").read_text(encoding="utf-8")
    source = Source(text, "generator/model/crisis.yaml", problems)
    crisis = source.record(Crisis, source.value, (), problems)
    if crisis is None:
        raise ContentError(problems)
    return crisis
