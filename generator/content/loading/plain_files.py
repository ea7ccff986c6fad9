"""What stands in a folder of content -> why it is no plain file of the kind that its name says; None where it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.content.source.text_files import NO_FILE, cannot_read, too_large
from generator.diagnostics import Fault
from generator.model.file_types import FileType, ending_of

DEEPEST = 20


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link that does not end at a plain file of the folder."""
    if not path.is_symlink():
        return False
    try:
        return not path.resolve(strict=True).is_relative_to(folder.resolve()) or not path.is_file()
    except (OSError, RuntimeError):  # leads nowhere, or round in a circle
        return True


def not_a_file(entry: os.DirEntry[str], top: Path) -> Fault | None:
    """Why nothing that stands there could be published; None for a plain file."""
    if entry.is_symlink() and leads_out(Path(entry.path), top):
        words = "this is a link, and would publish what stands at its other end"
        return Fault("link-leads-out", words, "put the file itself in its place")
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return cannot_read(error)
    if stat.S_ISDIR(mode) and entry.name.startswith("."):
        return Fault(
            "hidden-folder", "folders whose names begin with a dot are hidden, and not published", "move it elsewhere"
        )
    if stat.S_ISDIR(mode):
        words = f"folders stand in folders more than {DEEPEST} deep here"
        return Fault("folders-too-deep", words, "keep them flat, such as leaflets/easy-read.pdf")
    return None if stat.S_ISREG(mode) else NO_FILE


def not_what_it_says(path: Path, kind: FileType, name: str) -> Fault | None:
    """Why a file is not of the kind that its name says; None where it is."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(64)
    except OSError as error:
        return cannot_read(error)
    if size > kind.most:
        return too_large(size, kind.most)
    if not kind.is_one(start) or (not kind.starts and b"\0" in start):
        return Fault(
            "not-what-its-name-says",
            f"this is no {ending_of(name)} file, whatever its name says",
            "save it anew in the program that made it",
        )
    return None
