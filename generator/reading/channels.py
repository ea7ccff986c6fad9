"""The channels and the wording rules that come with Waymark -> their records."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from generator.model.channel import Channels
from generator.problems import ContentError, Problem
from generator.reading.source import Source

PARTS = {"rules": "channels.yaml", "wording": "wording.yaml"}


@lru_cache(maxsize=1)
def read_channels() -> Channels:
    """Every channel. ContentError where a file that came with Waymark was changed and is wrong."""
    problems: list[Problem] = []
    value = {}
    for part, name in PARTS.items():
        text = resources.files("generator.model").joinpath(name).read_text(encoding="utf-8")
        source = Source(text, f"generator/model/{name}", problems)
        value[part] = source.value
    channels = source.record(Channels, value, (), problems)
    if channels is None:
        raise ContentError(problems)
    return channels
