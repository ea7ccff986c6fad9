"""Two names -> each stands for what the other stood for, in one step; and names that are sure to be on the disk."""

from __future__ import annotations

import ctypes
import errno
import os
from contextlib import suppress
from pathlib import Path

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
