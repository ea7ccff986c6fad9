"""The files that come with Waymark -> their records: awareness dates, channels, wording, words of danger."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from generator.content.loading.services import Directory
from generator.content.loading.source_file import Source
from generator.diagnostics import ContentError, Diagnostic
from generator.model.awareness_dates import AwarenessDate, AwarenessDates
from generator.model.channel import Channels
from generator.model.emergency import Crisis, Emergency, ShippedLines
from generator.model.vocabulary import Vocabulary

FILE = "awareness-dates.yaml"


@lru_cache(maxsize=1)
def read_awareness() -> tuple[AwarenessDate, ...]:
    """Every awareness date. ContentError where the file that came with Waymark was changed and is wrong."""
    problems: list[Diagnostic] = []
    text = resources.files("generator.model.data").joinpath(FILE).read_text(encoding="utf-8")
    source = Source(text, f"generator/model/data/{FILE}", problems)
    found = source.record(AwarenessDates, source.value, (), problems)
    if found is None or problems:
        raise ContentError(problems)
    return found.dates


PARTS = {"rules": "channels.yaml", "wording": "wording.yaml"}


@lru_cache(maxsize=1)
def read_channels() -> Channels:
    """Every channel. ContentError where a file that came with Waymark was changed and is wrong."""
    problems: list[Diagnostic] = []
    value = {}
    for part, name in PARTS.items():
        text = resources.files("generator.model.data").joinpath(name).read_text(encoding="utf-8")
        source = Source(text, f"generator/model/data/{name}", problems)
        value[part] = source.value
    channels = source.record(Channels, value, (), problems)
    if channels is None:
        raise ContentError(problems)
    return channels


def read_vocabulary() -> Vocabulary:
    """The vocabulary that comes with Waymark."""
    problems: list[Diagnostic] = []
    text = resources.files("generator.model.data").joinpath("vocabulary.yaml").read_text(encoding="utf-8")
    source = Source(text, "generator/model/data/vocabulary.yaml", problems)
    vocabulary = source.record(Vocabulary, source.value, (), problems)
    if vocabulary is None:
        raise ContentError(problems)
    return vocabulary


@lru_cache(maxsize=1)
def read_crisis() -> Crisis:
    """Every sign. ContentError where the file that came with Waymark was changed and is wrong."""
    problems: list[Diagnostic] = []
    text = resources.files("generator.model.data").joinpath("crisis.yaml").read_text(encoding="utf-8")
    source = Source(text, "generator/model/data/crisis.yaml", problems)
    crisis = source.record(Crisis, source.value, (), problems)
    if crisis is None:
        raise ContentError(problems)
    return crisis


LINES_FILE = "emergency.yaml"


@lru_cache(maxsize=1)
def shipped_lines() -> tuple[Emergency, ...]:
    """Every line that each site has. ContentError where the file that came with Waymark was changed and is wrong."""
    return _read(resources.files("generator.model.data").joinpath(LINES_FILE).read_text(encoding="utf-8"))


def _read(text: str) -> tuple[Emergency, ...]:
    problems: list[Diagnostic] = []
    source = Source(text, f"generator/model/data/{LINES_FILE}", problems)
    shipped = source.record(ShippedLines, source.value, (), problems)
    if shipped is None:
        raise ContentError(problems)
    return shipped.lines


def lines_of_site(directory: Directory) -> tuple[Emergency, ...]:
    """The lines that ship, and after them the office's own that repeat none of them."""
    own = (found.record for found in directory.emergency)
    return (*shipped_lines(), *(line for line in own if shipped_as(line) is None))


def shipped_as(own: Emergency) -> Emergency | None:
    """The line that ships, of which an office's own is a second one."""
    return next((line for line in shipped_lines() if own.repeats(line)), None)
