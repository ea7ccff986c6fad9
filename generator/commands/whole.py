"""Bytes -> a file that has all of them, or is as it was: they are written beside it first, and then moved."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from generator.commands.exchange import keep_names
from generator.commands.locks import is_held, take

DEVICES = Path("/dev")
A_SPARE = re.compile(r"\.(.+)\.(?:new|old)-[0-9a-f]{8}")
"""The name of a file of ours, beside the one that it is to take the place of."""


def real(path: Path) -> Path:
    """Where a file really is: links are followed, also one that leads nowhere yet."""
    return Path(os.path.realpath(path))


class Spare:
    """Bytes on the disk, ready to take the place of a file. Where the system can, without a name until they do."""

    def __init__(self, path: Path, ending: str) -> None:
        self.path = path
        self.name = path.with_name(f".{path.name}.{ending}-{token_hex(4)}")
        self.has_name = False
        nameless = getattr(os, "O_TMPFILE", None)
        if nameless is not None and Path("/proc/self/fd").is_dir():
            with suppress(OSError):  # not every drive knows files without a name
                self.opened = os.open(path.parent, nameless | os.O_RDWR, 0o666)
                return
        self.opened = os.open(self.name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        self.has_name = True

    def fill(self, data: bytes) -> None:
        """Write all of it, with the permissions of the file that it may take the place of."""
        take(self.opened)  # who finds it can tell that somebody is at work
        with suppress(FileNotFoundError):
            os.fchmod(self.opened, self.path.stat().st_mode & 0o7777)
        left = memoryview(data)
        while left:
            left = left[os.write(self.opened, left) :]
        os.fsync(self.opened)

    def replace(self, path: Path) -> None:
        """Put it in the place of a file, in one step."""
        if not self.has_name:
            # A folder must be given, whichever: without one Python does not follow the link, whatever it is told.
            os.link(f"/proc/self/fd/{self.opened}", self.name, src_dir_fd=self.opened, follow_symlinks=True)
            self.has_name = True
        self.name.replace(path)
        self.has_name = False
        keep_names(path.parent)

    def create(self, path: Path) -> None:
        """Give it a name that nothing has yet, whole from the first moment. FileExistsError where something has it."""
        try:
            if self.has_name:
                os.link(self.name, path)
            else:
                os.link(f"/proc/self/fd/{self.opened}", path, src_dir_fd=self.opened, follow_symlinks=True)
        except FileExistsError:
            raise
        except OSError:  # a drive on which a file has one name
            path.open("xb").close()
            self.replace(path)
            return
        keep_names(path.parent)

    def close(self) -> None:
        """Take it away, unless it has another's place now."""
        if self.has_name:
            with suppress(OSError):
                self.name.unlink(missing_ok=True)
        os.close(self.opened)


@contextmanager
def beside(path: Path, data: bytes, ending: str = "new") -> Iterator[Spare]:
    """These bytes next to a file, on the disk, and gone in the end. OSError where there is no room."""
    sweep(path.parent)
    spare = Spare(path, ending)
    try:
        spare.fill(data)
        yield spare
    finally:
        spare.close()


def sweep(folder: Path) -> None:
    """Take away what killed commands left in a folder: copies of files, which may say where a refuge is."""
    with suppress(OSError):
        for path in folder.iterdir():
            if A_SPARE.fullmatch(path.name) and path.is_file() and not path.is_symlink() and is_held(path) is False:
                path.unlink()


def put(path: Path, data: bytes) -> None:
    """Write a file whole, over an older one; an output of the machine's (/dev/stdout, a pipe) as it comes. OSError."""
    if DEVICES in path.absolute().parents or (path.exists() and not path.is_file()):
        path.write_bytes(data)
        return
    path = real(path)
    with beside(path, data) as fresh:
        fresh.replace(path)
