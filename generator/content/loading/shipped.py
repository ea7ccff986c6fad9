"""The files that come with Waymark -> their records: awareness dates, channels, wording, words of danger."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.content.loading.service_directory import Directory
from generator.content.loading.source_file import Found, Source
from generator.diagnostics import ContentError
from generator.model.awareness_dates import AwarenessDate, AwarenessDates
from generator.model.channel_rules import Channels
from generator.model.emergency import Crisis, Emergency, ShippedLines
from generator.model.fields.text import as_words
from generator.model.fields.translatable import with_texts
from generator.model.standing_page import SpokenLanguages
from generator.model.vocabulary import Vocabulary, in_own_words

FOLDER = "generator.model.data"
R = TypeVar("R", bound=BaseModel)


def read_shipped(model: type[R], name: str) -> R:
    """What a file of model/data/ says. ContentError where the file that came with Waymark was changed and is wrong."""
    source = _source(name)
    return _record(model, source, source.value)


def _source(name: str) -> Source:
    text = resources.files(FOLDER).joinpath(name).read_text(encoding="utf-8")
    source = Source(text, f"{FOLDER.replace('.', '/')}/{name}")
    if source.problems:
        raise ContentError(source.problems)
    return source


def _record(model: type[R], source: Source, value: object) -> R:
    found, problems = source.record(model, value, ())
    if found is None:
        raise ContentError(problems)
    return found


@lru_cache(maxsize=1)
def read_awareness() -> tuple[AwarenessDate, ...]:
    """Every awareness date."""
    return read_shipped(AwarenessDates, "awareness-dates.yaml").dates


@lru_cache(maxsize=1)
def read_channels() -> Channels:
    """Every channel: its rules stand in one file, the wording of posts in another."""
    rules, wording = _source("channels.yaml"), _source("wording.yaml")
    return _record(Channels, wording, {"rules": rules.value, "wording": wording.value})


@lru_cache(maxsize=1)
def read_vocabulary() -> Vocabulary:
    """The vocabulary that comes with Waymark."""
    return read_shipped(Vocabulary, "vocabulary.yaml")


@lru_cache(maxsize=1)
def read_crisis() -> Crisis:
    """Every sign of danger or need."""
    return read_shipped(Crisis, "crisis.yaml")


@lru_cache(maxsize=1)
def read_spoken_languages() -> SpokenLanguages:
    """What public bodies say in other languages."""
    return read_shipped(SpokenLanguages, "languages.yaml")


@lru_cache(maxsize=1)
def shipped_lines() -> tuple[Emergency, ...]:
    """Every line that each site has."""
    return read_shipped(ShippedLines, "emergency.yaml").lines


def vocabulary_of_site(directory: Directory, language: str) -> Vocabulary:
    """The vocabulary that comes with Waymark in the office's own words, with its networks, marks and doors."""
    shipped = read_vocabulary()
    own = {name: _records(getattr(directory, name)) for name in Vocabulary.model_fields}
    if not any(own.values()):
        return shipped
    return Vocabulary.model_construct(
        kinds=in_own_words(shipped.kinds, own["kinds"], language),
        crimes=in_own_words(shipped.crimes, own["crimes"], language),
        audiences=in_own_words(shipped.audiences, own["audiences"], language),
        networks=own["networks"],
        marks=own["marks"],
        doors=own["doors"],
    )


def _records(found: Mapping[str, Found[Any]]) -> dict[str, Any]:
    return {name: one.record for name, one in found.items()}


def lines_of_site(directory: Directory, language: str) -> tuple[Emergency, ...]:
    """The lines that ship, and after them the office's own that repeat none of them.

    What an office wrote without a language is in the site's own. It says so, as what ships is in English.
    """
    own = (found.record for found in directory.emergency if shipped_as(found.record) is None)
    return (*shipped_lines(), *(with_texts(line, lambda text: as_words(text, language)) for line in own))


def shipped_as(own: Emergency) -> Emergency | None:
    """The line that ships, of which an office's own is a second one."""
    return next((line for line in shipped_lines() if own.repeats(line)), None)
