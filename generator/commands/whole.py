"""Bytes -> a file that has all of them, or is as it was: they are written beside it first, and then moved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

DEVICES = Path("/dev")


def real(path: Path) -> Path:
    """Where a file really is: links are followed, also one that leads nowhere yet."""
    return Path(os.path.realpath(path))


@contextmanager
def beside(path: Path, data: bytes, ending: str = "new") -> Iterator[Path]:
    """A file next to another with these bytes in it, on the disk, and gone in the end. OSError where there is no room.

    It has the permissions of the file that it may take the place of.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{ending}")
    try:
        with fresh.open("xb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(path, fresh)
        yield fresh
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def put(path: Path, data: bytes) -> None:
    """Write a file whole, over an older one; an output of the machine's (/dev/stdout, a pipe) as it comes. OSError."""
    if DEVICES in path.absolute().parents or (path.exists() and not path.is_file()):
        path.write_bytes(data)
        return
    path = real(path)
    with beside(path, data) as fresh:
        fresh.replace(path)
