"""Files -> text. UTF-8, with or without a byte order mark; anything else is a problem with its line."""

from __future__ import annotations

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from generator.problems import Mark, Problem


def decode(data: bytes, file: str, problems: list[Problem]) -> str | None:
    """The text in some bytes, with every line end as one newline; None, and a problem, where it is not UTF-8."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            mark = Mark(file)
        else:
            before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            line = before.rpartition(b"\n")[2]
            mark = Mark(file, before.count(b"\n") + 1, len(line.decode("utf-8")) + 1)
        problems.append(Problem(mark, "this is not UTF-8 text; save the file again with the encoding UTF-8"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(path: Path, file: str, problems: list[Problem]) -> str | None:
    """The text of a file, or None and a problem that names it."""
    try:
        return decode(path.read_bytes(), file, problems)
    except FileNotFoundError:
        problems.append(Problem(Mark(file), "this file is missing; add it, or mend its name in mkdocs.yml"))
    except OSError as error:
        problems.append(Problem(Mark(file), f"this file can't be read: {error.strerror}"))
    return None


def is_there(path: Path) -> bool:
    """Whether something stands there, be it a link that leads nowhere: that is a mistake, and no missing file."""
    return os.path.lexists(path)


def is_file(path: Path) -> bool:
    """Whether somebody meant this to be a file: a link that leads nowhere, or round in a circle, is a broken one."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    """How to quote the files below a folder: from a file's name to its lines, each file read once.

    What is not UTF-8 is shown as well as it can be; a file that can't be read, or is no text, has no lines.
    """

    @cache
    def lines(file: str) -> Sequence[str]:
        try:
            data = (root / file).read_bytes().removeprefix(BOM_UTF8)
        except (OSError, ValueError):
            return ()
        if b"\0" in data:
            return ()
        return tuple(data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    return lines


def matching(root: Path, pattern: str) -> list[Path]:
    """The files that a pattern of the settings means, in order; where there are none, the one it would be."""
    return sorted(path for path in root.glob(pattern) if is_file(path)) or [root / pattern]
