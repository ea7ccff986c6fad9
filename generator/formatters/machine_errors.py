"""A number of the system's -> what the machine refused, in the words of whoever must do something about it."""

from __future__ import annotations

import errno

AGAIN = "then run the command again"
REASONS = {
    errno.ENOSPC: f"the disk is full; make room on it, {AGAIN}",
    errno.EDQUOT: f"your share of the disk is full; make room on it, {AGAIN}",
    errno.EROFS: f"nothing can be written there; copy the folder to your own disk, {AGAIN}",
    errno.EACCES: f"that is not allowed; ask whoever looks after this computer, {AGAIN}",
    errno.EPERM: f"that is not allowed; ask whoever looks after this computer, {AGAIN}",
    errno.ELOOP: f"links lead round in a circle there; take one of them out, {AGAIN}",
    errno.EMFILE: f"too many files are open; close some programs, {AGAIN}",
}
