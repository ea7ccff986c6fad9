"""What mkdocs.yml names -> a problem for each folder or file that is not there, or is not what is needed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.problems import Mark, Problem
from generator.reading.files import MOST, read_bytes
from generator.reading.site import engine_files, setting_places
from generator.settings import Settings

TEMPLATE = "main.html"
"""The document around every page: a folder without it is not one of our templates."""
FRAMES = (TEMPLATE, "404.html")
"""The engine writes nothing of a page that is empty, and says nothing of it."""
COPY_THEM = "copy the folder from Waymark's own files"


def missing_folders(root: Path, settings: Settings, text: str) -> list[Problem]:
    """A problem for each folder that the site can't be made without.

    Args:
        root: the folder of mkdocs.yml.
        settings: what it says.
        text: the file itself, to say on which line a folder is named.
    """
    return sorted(set(_missing(root, settings, text)))


def _missing(root: Path, settings: Settings, text: str) -> Iterator[Problem]:
    at = setting_places(text)
    yield from _no_folder(root, settings.content, at("docs_dir"), "make it, or mend docs_dir: in this file")
    templates = list(
        _no_folder(root, settings.templates, at("theme", "custom_dir"), f"{COPY_THEM}, or mend custom_dir:")
    )
    yield from templates
    if not templates and not (root / settings.templates / TEMPLATE).is_file():
        words = f"there is no {TEMPLATE} in the folder {settings.templates}; {COPY_THEM}"
        yield Problem(at("theme", "custom_dir"), words)
    for name in FRAMES:
        path = root / settings.templates / name
        if path.is_file() and path.stat().st_size <= MOST and not read_bytes(path).strip():
            yield Problem(
                Mark(f"{settings.templates}/{name}"), "this template is empty; copy it from Waymark's own files"
            )
    if not templates and at("theme", "custom_dir") == at("theme"):
        yield Problem(at("theme"), "nothing says where the templates are; write custom_dir: overrides below theme:")
    campaigns = root / settings.campaigns
    if os.path.lexists(campaigns) and not campaigns.is_dir():
        yield from _no_folder(root, settings.campaigns, Mark("mkdocs.yml"), "mend campaigns: in this file")
    for number, name in enumerate(_named(text, "watch")):
        if not (root / name).exists() and name not in (settings.content, settings.templates):
            words = f"there is no {name} to watch; make it, or take it out of watch: in this file"
            yield Problem(at("watch", number), words)


def _no_folder(root: Path, name: str, mark: Mark, cure: str) -> Iterator[Problem]:
    if (root / name).is_dir():
        return
    if os.path.lexists(root / name):
        yield Problem(mark, f"{name} is not a folder; move it away, or {cure.rpartition(', or ')[2]}")
    else:
        yield Problem(mark, f"there is no folder {name}; {cure}")


def _named(text: str, option: str) -> list[str]:
    return engine_files(text, only=(option,))
