"""A folder -> a Catalogue: the whole way in, on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.content.analysis.police_areas import OwnArea, read_force_areas
from generator.content.analysis.translated_texts import held_back
from generator.content.checks import checked
from generator.content.checks.secret_places import secrets_of
from generator.content.loading.content import Content
from generator.content.loading.folder import left_in, read_folder
from generator.diagnostics import ContentError
from generator.model.catalogue import Catalogue
from generator.settings import Settings


def load(
    root: Path,
    settings: Settings,
    today: date,
    drafts: Mapping[str, str] | None = None,
    *,
    to_publish: bool = False,
    language: str = "",
) -> Catalogue:
    """The records alone: see `read`."""
    return read(root, settings, today, drafts, to_publish=to_publish, language=language)[1]


def read(
    root: Path,
    settings: Settings,
    today: date,
    drafts: Mapping[str, str] | None = None,
    *,
    to_publish: bool = False,
    language: str = "",
) -> tuple[Content, Catalogue]:
    """Everything the authors keep under `root`, each text with its place, and the records that follow from it.

    ContentError carries every problem, in file order.

    Args:
        root: the folder of mkdocs.yml.
        settings: where the directory, the campaigns and the pictures are.
        today: the day in Europe/London, to know a check that has not happened yet.
        drafts: texts of the directory or of campaigns, by file, that count in the place of what is on the disk.
        to_publish: whether it must be fit for the public: a directory on its way may offer nobody to call yet.
        language: the language of which somebody wants to know what is not translated; "" where nobody does.
    """
    left = left_in(root, settings, drafts or {})
    if left.conflicts:  # what else is said of a text with two versions in it is noise
        raise ContentError(left.conflicts, left.strays)
    content, found = read_folder(root, settings, today, drafts or {}, left, to_publish=to_publish, language=language)
    every = checked(content, [*left.strays, *found])
    if any(one.severity == "error" for one in every):
        told = secrets_of(content).hushed(list(left.without_doubles(every)))
        raise ContentError(map(content.files.placed, told))
    held = held_back(content)
    return content, replace(
        content.catalogue,
        advice=tuple(sorted(map(content.files.placed, every))),
        held=held.words,
        unread=Counter(content.catalogue.unread) + held.records,
        readers=held.readers,
        police=OwnArea(settings, content.directory, read_force_areas()).served,
    )
