"""The name of a file in the settings -> the same, where it leads to where such files may stand."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.diagnostics import FieldError

UP = "../"


def inside(text: str) -> str:
    """A file or a glob in the folder of the settings."""
    if _leads_out(text, text):
        words = f"{text!r} is not in the folder of this file"
        raise FieldError("file-outside-folder", words, "write it as services.yaml or services/*.yaml")
    return _whole_stars(text)


def shared_file(text: str) -> str:
    """A file or a glob that may also stand beside that folder: ../shared/national.yaml."""
    below = text
    while below.startswith(UP):
        below = below.removeprefix(UP)
    if _leads_out(text, below):
        words = f"{text!r} does not lead from the folder of this file to another"
        raise FieldError("not-a-shared-file", words, "write it as ../shared/national.yaml")
    return _whole_stars(text)


def _leads_out(text: str, below: str) -> bool:
    """Whether the part of a name below a folder leads out of it again, or is no name of a file there."""
    parts = PurePosixPath(below).parts
    return not parts or text.startswith("/") or ".." in parts or not text.isprintable() or "\\" in text


def _whole_stars(text: str) -> str:
    if any("**" in part and part != "**" for part in PurePosixPath(text).parts):
        raise FieldError("stars-inside-a-name", f"{text!r} has ** inside a name", "write it as services/**/*.yaml")
    return text
