"""Several sites in one repository, and the files that changed in it -> the sites that a change touches.

Whatever is not known to be read by some of them alone touches all: a site too many costs a minute, and one that was
left out would go on saying what is not so any more.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.loading.config import engine_files
from generator.settings import Settings

FOR_PEOPLE = (".md",)
"""What people read of a repository, where it is no page of any site."""
OF_GIT = frozenset({".gitignore", ".gitattributes", ".editorconfig", "LICENSE"})
MADE = frozenset({".venv", "__pycache__", "node_modules"})
"""Folders that a set-up makes, and that a repository may have forgotten to pass over."""
A_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """What a build of one site reads: its own folder, and places outside it. All paths are as they really are."""

    folder: Path
    outside: frozenset[Path] = frozenset()
    """Files and folders."""
    patterns: frozenset[Path] = frozenset()
    """The same, with signs for "any" in the name: a file that is gone was one of those too."""
    known: bool = True
    """Whether its settings could be read. Else nobody knows what is outside."""

    def reads(self, changed: Path) -> bool:
        """Whether it reads a file. A repository in this one is named as a folder: whoever reads in it reads that."""
        places = (self.folder, *self.outside)
        return (
            any(changed.is_relative_to(place) or place.is_relative_to(changed) for place in places)
            or any(changed.match(os.fspath(one)) for one in self.patterns)
            or any(one.parent.is_relative_to(changed) for one in self.patterns)
        )


def site_inputs(folder: Path, text: str, settings: Settings | None) -> SiteInputs:
    """What a site's build reads.

    Args:
        folder: the folder of its settings.
        text: the settings themselves.
        settings: what they say; None where they can't be read.
    """
    inside, led = _real(folder), frozenset(_led(folder))
    if settings is None:
        return SiteInputs(inside, led, known=False)
    named = [
        *settings.directory,
        settings.campaigns,
        settings.content,
        settings.templates,
        *engine_files(text),
    ]
    places, patterns = set(led), set()
    for name in named:
        path = folder / name
        if A_GLOB.isdisjoint(name):
            places.add(_real(path))
        elif A_GLOB.isdisjoint(os.fspath(path.parent.relative_to(folder))) and "**" not in path.name:
            patterns.add(_real(path.parent) / path.name)
        else:
            places.add(_real(folder / _without_glob(name)))
    return SiteInputs(
        inside,
        frozenset(one for one in places if not one.is_relative_to(inside)),
        frozenset(one for one in patterns if not one.is_relative_to(inside)),
    )


def touched(sites: Sequence[SiteInputs], changed: Iterable[Path]) -> list[SiteInputs]:
    """The sites that a change touches, in their order.

    Args:
        sites: all of them.
        changed: the files that differ, or are gone, each with its whole path.
    """
    found: set[Path] = set()
    for file in changed:
        reading = {site.folder for site in sites if site.reads(file)}
        if not reading and (file.suffix in FOR_PEOPLE or file.name in OF_GIT or not MADE.isdisjoint(file.parts)):
            continue
        inside = any(file.is_relative_to(site.folder) for site in sites)
        unknown = {site.folder for site in sites if not site.known and not inside}
        found |= (reading | unknown) if reading else {site.folder for site in sites}
    return [site for site in sites if site.folder in found]


def _without_glob(name: str) -> str:
    """The part of a name before its first sign for "any": a file that is gone was one of those too."""
    parts = Path(name).parts
    plain = [part for number, part in enumerate(parts) if A_GLOB.isdisjoint("".join(parts[: number + 1]))]
    return os.fspath(Path(*plain)) if plain else "."


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _led(folder: Path) -> Iterator[Path]:
    """Where links in a site's folder lead: what stands there is read as if it stood here."""
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in MADE | {".git"}]
        yield from (_real(Path(at, name)) for name in (*folders, *files) if Path(at, name).is_symlink())
