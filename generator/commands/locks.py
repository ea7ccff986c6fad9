"""A file or a folder -> held until the last process that has it open ends, however it ends."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.ENOSYS, errno.EINVAL})
"""What a drive in the network may say that knows no locks, or none for folders: then nobody is told to wait."""
A_LOOK = 0.02
"""So long between two looks at whether something is free, in seconds."""


def take(opened: int) -> bool | None:
    """Hold what is open. False where somebody else does; None where the drive knows no locks."""
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in NO_LOCKS:
            raise
        return None
    return True


def is_held(path: Path) -> bool | None:
    """Whether a process that lives holds it. None where that can't be known, also where it is gone."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        taken = take(opened)
        return None if taken is None else not taken
    except OSError:
        return None
    finally:
        os.close(opened)


@contextmanager
def alone_in(folder: Path, seconds: float) -> Iterator[bool]:
    """One process at a time works in a folder. Whether it is ours: False where somebody else held it all that time."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        ends = time.monotonic() + seconds
        while (taken := take(opened)) is False and time.monotonic() < ends:
            time.sleep(A_LOOK)
        yield taken is not False
    finally:
        os.close(opened)
