"""Files -> text in UTF-8; a Markdown file's text -> its front matter and its words, with the lines they stand on."""

from __future__ import annotations

import os
import re
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Fault, Location, Parsed, WaymarkError
from generator.model.file_types import BY_ENDING

MOST = 50_000_000
"""The most bytes of any text that authors keep: 10,000 services take about a tenth of that."""


MOST_OF_A_PAGE = BY_ENDING[".md"].most


NO_FILE = Fault("not-a-file", "this is neither a file nor a folder, and reading it may never end", "delete it")


A_FOLDER = Fault("folder-for-a-file", "this is a folder, and a file is needed here", "give the folder another name")


class NoPlainFileError(WaymarkError, OSError):
    """What stands there is no file that can be read to its end. Says why, in words."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def decode(data: bytes, file: str) -> Parsed[str | None]:
    """The text in some bytes, with every line end as one newline; None, and a problem, where it is not UTF-8."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            mark = Location(file)
        else:
            before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            line = before.rpartition(b"\n")[2]
            mark = Location(file, before.count(b"\n") + 1, len(line.decode("utf-8")) + 1)
        hint = "save the file again with the encoding UTF-8"
        return Parsed(None, [Diagnostic("not-utf-8", "error", mark, "this is not UTF-8 text", hint=hint)])
    return Parsed(text.replace("\r\n", "\n").replace("\r", "\n"), [])


def read_text(path: Path, file: str) -> Parsed[str | None]:
    """The text of a file, or None and a problem that names it."""
    try:
        return decode(read_bytes(path, MOST_OF_A_PAGE if path.suffix == ".md" else MOST), file)
    except FileNotFoundError:
        fault = Fault("file-missing", "this file is missing", "add it, or mend its name in mkdocs.yml")
    except OSError as error:
        fault = cannot_read(error)
    return Parsed(None, [fault.at(Location(file))])


def read_bytes(path: Path, most: int = MOST) -> bytes:
    """What a file holds. A pipe, a socket or a device is never waited for, and nothing too large is read.

    Raises:
        OSError: it can't be read. NoPlainFileError says why in words, where the system does not.
    """
    mode = path.stat().st_mode  # asked before it is opened, as that alone may start something at a device
    if not stat.S_ISREG(mode):
        raise NoPlainFileError(A_FOLDER if stat.S_ISDIR(mode) else NO_FILE)
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(opened, "rb") as file:
        status = os.fstat(opened)
        if not stat.S_ISREG(status.st_mode):  # somebody put another in its place since
            raise NoPlainFileError(NO_FILE)
        data = file.read(most + 1) if status.st_size <= most else b""
    size = max(status.st_size, len(data))
    if size > most:
        raise NoPlainFileError(too_large(size, most))
    return data


def cannot_read(error: OSError) -> Fault:
    """What is said where the system does not hand a file out, or it is none."""
    if isinstance(error, NoPlainFileError):
        return error.fault
    return Fault("file-not-readable", f"this file can't be read: {error.strerror}")


def too_large(size: int, most: int) -> Fault:
    """What is said of a file that is larger than any of its kind is."""
    words = f"this file has {size:,} bytes, and {most:,} are the most"
    return Fault("file-too-large", words, "make it smaller, or cut it in two")


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
            data = read_bytes(root / file).removeprefix(BOM_UTF8)
        except (OSError, ValueError):
            return ()
        if b"\0" in data:
            return ()
        return tuple(data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    return lines


def matching(root: Path, pattern: str) -> list[Path]:
    """The files that a pattern of the settings means, in order; where there are none, the one it would be."""
    return sorted(path for path in root.glob(pattern) if not path.is_dir()) or [root / pattern]


def bytes_in(path: Path) -> bytes | None:
    """What is in a file; None where it cannot be read."""
    try:
        return read_bytes(path)
    except OSError:
        return None


A_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
NEVER_CLOSES = Fault("record-never-closes", "the record that starts here never closes", "add a line of --- below it")
"""What is said where `split` finds no end."""


A_HEADING = re.compile(r"\A\s*# +(\S.*?)(?<![ #])[ #]*$\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """`record` is YAML that begins on line 1 of the file; `words` begins on `first_line`, after a line of ---."""

    record: str
    words: str
    first_line: int


def split(text: str) -> Split:
    """The two parts of a file that begins with a line of ---. ValueError where the record never closes."""
    record, words = _handler().split(text)
    return Split(record, words, record.count("\n") + 1)


def heading_of(words: str) -> tuple[str, str, int]:
    """The words' own main heading, the rest, and how many lines were taken off; "" where they begin otherwise."""
    found = A_HEADING.match(words)
    if not found:
        return "", words, 0
    return found[1], words[found.end() :], words.count("\n", 0, found.end())


def _handler() -> Any:
    """The library's splitter, with a boundary that leaves blank lines alone, so that line numbers stay right."""
    from frontmatter.default_handlers import YAMLHandler

    return YAMLHandler(fm_boundary=A_BOUNDARY)


def repository_of(root: Path) -> Path:
    """The nearest folder, the site's own or one around it, that git keeps; else the one around the site's own."""
    here = root.resolve()
    return next((folder for folder in (here, *here.parents) if os.path.lexists(folder / ".git")), here.parent)


def is_inside(path: Path, root: Path) -> bool:
    """Whether a file, wherever links lead, is in the repository that holds a site."""
    return path.resolve().is_relative_to(repository_of(root))
