"""Door 2's `release`: rows -> the ledger's file, whole or not at all, and never on top of another release."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from generator.model.ledger import FILE, HEADER, Row


class BusyError(Exception):
    """Another release is at work, or one was cut off. Carries the file that says so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"another release is at work; if none is, delete {path}")


class ChangedError(Exception):
    """The ledger is not the one that this release was planned with."""

    def __init__(self) -> None:
        super().__init__("the ledger changed while this release was planned; run it again")


def read(folder: Path) -> bytes | None:
    """The ledger's bytes before a release; None where there is no ledger."""
    path = folder / FILE
    return path.read_bytes() if os.path.lexists(path) else None


def append(folder: Path, rows: Sequence[Row], planned_with: bytes | None) -> None:
    """Write rows behind the last one. What stands there is kept to the byte.

    Raises:
        BusyError: where another release is at work.
        ChangedError: where the ledger's bytes are no longer those in `planned_with`.
    """
    path, fresh = folder / FILE, folder / f".{FILE}.new"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        file = fresh.open("xb")
    except FileExistsError:
        raise BusyError(fresh) from None
    try:
        with file:
            if read(folder) != planned_with:
                raise ChangedError
            old = planned_with if planned_with is not None else f"{HEADER}\n".encode()
            end = b"" if old.endswith(b"\n") else b"\n"
            file.write(old + end + "".join(f"{row}\n" for row in rows).encode())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
