"""An office's folder of templates, over the one that ships with Waymark -> each file: the office's where it has one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any


def shipped(name: str, in_repository: str = "") -> Path:
    """A folder that ships: beside the program's own code where it is installed; else at the top of its repository.

    Args:
        name: its name where it is installed.
        in_repository: where it stands in the repository, if not under that name.
    """
    program = Path(__file__).parent
    installed = program / name
    return installed if installed.is_dir() else program.parent / (in_repository or name)


OWN_TEMPLATES = "overrides"
"""The folder in which a site keeps the templates that it changed, where its settings name no other."""
SHIPPED = shipped("overrides")
"""The templates, styles, scripts and words that come with Waymark."""


class TemplateFolder(Traversable):
    """One folder, or one file, in several places at once: what stands in the first of them is taken."""

    def __init__(self, *places: Path) -> None:
        self.places = places

    @classmethod
    def of(cls, root: Path, name: str) -> TemplateFolder:
        """The templates of a site: its own folder, where it has one, over those that ship.

        Args:
            root: the site's folder.
            name: its own folder of templates, as the settings name it.
        """
        return cls.over(root / name)

    @classmethod
    def over(cls, own: Path) -> TemplateFolder:
        """The same, of one folder, which need not be there."""
        if not own.is_dir():
            return cls(SHIPPED)
        return cls(own) if own.samefile(SHIPPED) else cls(own, SHIPPED)

    @property
    def path(self) -> Path:
        """The first place at which something is; where nothing is, the last."""
        return next((place for place in self.places if place.exists()), self.places[-1])

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.path.name

    def __truediv__(self, child: Any) -> TemplateFolder:
        return TemplateFolder(*(place / child for place in self.places))

    def joinpath(self, *descendants: Any) -> TemplateFolder:
        """What stands further inside."""
        return TemplateFolder(*(place.joinpath(*descendants) for place in self.places))

    def iterdir(self) -> Iterator[TemplateFolder]:
        """Everything that is in any of the places, each name once."""
        found = {one.name for place in self.places if place.is_dir() for one in place.iterdir()}
        return (self / name for name in sorted(found))

    def is_dir(self) -> bool:
        """Whether it is a folder."""
        return self.path.is_dir()

    def is_file(self) -> bool:
        """Whether it is a file."""
        return self.path.is_file()

    def open(self, mode: Any = "r", *args: Any, encoding: str | None = "utf-8", **_: Any) -> IO[Any]:
        """The file, opened to be read."""
        return self.path.open("rb") if mode == "rb" else self.path.open(encoding=encoding)

    def read_bytes(self) -> bytes:
        """What is in the file."""
        return self.path.read_bytes()

    def read_text(self, encoding: str | None = None) -> str:
        """The words of the file."""
        return self.path.read_text(encoding=encoding)


Folder = Path | TemplateFolder


def places_of(folder: Folder) -> list[Path]:
    """Where to look for a file of a folder, the first place first."""
    return list(folder.places) if isinstance(folder, TemplateFolder) else [folder]
