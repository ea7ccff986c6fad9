"""Bytes -> a file that has all of them, or is as it was; two names -> exchanged in one step; a file -> locked."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

AT_FDCWD = -100


SWAP = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS: the same number."""


CAN_NOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a system or a drive says that does not know this step."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names, so that there is no moment without either. False where the system can't: nothing is done.

    Raises:
        OSError: what stands in the way, for example that one of them is a drive of its own.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    swap = getattr(libc, "renamex_np", None)
    if swap is not None:  # macOS
        done = swap(first, second, ctypes.c_uint(SWAP))
    elif (swap := getattr(libc, "renameat2", None)) is not None:  # Linux
        done = swap(ctypes.c_int(AT_FDCWD), first, ctypes.c_int(AT_FDCWD), second, ctypes.c_uint(SWAP))
    else:
        return False
    if done == 0:
        return True
    why = ctypes.get_errno()
    if why in CAN_NOT:
        return False
    raise OSError(why, os.strerror(why), str(other))


def keep_names(*folders: Path) -> None:
    """Make sure that the names in these folders are on the disk: a file may be there, and its name not."""
    for folder in folders:
        with suppress(OSError):  # a drive that can't do this for a folder does it by itself
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


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
