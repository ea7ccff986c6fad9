"""New bytes for an author's file -> the file replaced whole, or not at all where somebody changed it meanwhile."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.problems import ContentError, Mark, Problem

CHANGED = "this file changed while you worked on it; nothing was written: save it, and run the command again"


def text_of(path: Path, file: str) -> str:
    """The whole text of a file, with its byte order mark and line endings. ContentError where it can't be read."""
    from generator.reading.files import decode

    problems: list[Problem] = []
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ContentError([Problem(Mark(file), "this file is missing; nothing was written")]) from None
    except OSError as error:
        raise ContentError([Problem(Mark(file), f"this file can't be read: {error.strerror}")]) from None
    if decode(data, file, problems) is None:
        raise ContentError(problems)
    return data.decode("utf-8")


def save(path: Path, file: str, before: str | None, after: str) -> None:
    """Put a new text in the place of the old one, in one step: whoever reads sees the one or the other.

    Args:
        path: where it is; links are followed, and the file's permissions stay.
        file: what to call it in problems.
        before: the text that the new one was made from; None for a file that must not be there yet.
        after: the new text.

    Raises:
        ContentError: where the file is no longer what it was, or can't be written. It is then as it was found.
    """
    path = path.resolve()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if before is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as new:  # never over a file that somebody made meanwhile
                new.write(after.encode("utf-8"))
            return
        with fresh.open("xb") as new:
            new.write(after.encode("utf-8"))
            new.flush()
            os.fsync(new.fileno())
        shutil.copymode(path, fresh)
        if path.read_bytes() != before.encode("utf-8"):
            raise ContentError([Problem(Mark(file), CHANGED)])
        fresh.replace(path)
    except FileExistsError:
        raise ContentError([Problem(Mark(file), "this file is there already; nothing was written")]) from None
    except FileNotFoundError:
        raise ContentError([Problem(Mark(file), CHANGED)]) from None
    except OSError as error:
        raise ContentError([Problem(Mark(file), f"this file can't be written: {error.strerror}")]) from None
    finally:
        fresh.unlink(missing_ok=True)
