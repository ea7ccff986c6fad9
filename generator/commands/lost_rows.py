"""The ledger's bytes and git's versions of it -> a problem where git has rows that the file has not, or nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path

from generator.commands.revisions import QUIET
from generator.model.ledger import HEADER
from generator.problems import Mark, Problem, quoted
from generator.reading.files import read_bytes


def rows_that_git_has(root: Path, file: str, now: bytes | None, due: Collection[str]) -> list[Problem]:
    """A problem where posts went out, as git knows, and the file does not: a release would send them again.

    Args:
        root: the folder of mkdocs.yml; it need not be kept in git.
        file: the ledger, from there.
        now: what stands in it; None where it is gone.
        due: the posts that might go out: of these, also what was taken out in a commit is a row that git has.
    """
    here = _posts(now or b"")
    kept = [post for post in _posts(_git(root, "show", f"HEAD:./{file}")) if post not in here]
    if not kept and any(post not in here for post in due):
        log = _git(root, "log", "--patch", "--unified=0", "--no-color", "--no-ext-diff", "--format=", "--", file)
        ever = _posts(b"\n".join(line[1:] for line in log.splitlines() if line.startswith(b"+")))
        kept = [post for post in ever if post not in here and post in due]
    if not kept:
        return []
    more = f" and {len(kept) - 1} more" if len(kept) > 1 else ""
    rows = "this row" if len(kept) == 1 else "these rows"
    words = (
        f"{quoted(kept[0])}{more} went out, as git knows, and {'is' if len(kept) == 1 else 'are'} not in this file; "
        f"put {rows} back, or the post goes out twice: git log -p -- {file} shows {'it' if len(kept) == 1 else 'them'}"
    )
    return [Problem(Mark(file), words)]


def bytes_of(path: Path) -> bytes | None:
    """What stands in a file; None where it can't be read."""
    try:
        return read_bytes(path)
    except OSError:
        return None


def _posts(text: bytes) -> dict[str, None]:
    """The posts of rows, in their order. Lines that are no rows are named elsewhere."""
    lines = text.decode("utf-8", "replace").replace("\r", "").split("\n")
    return {line.partition(",")[0]: None for line in lines if "," in line and line.lstrip("\ufeff") != HEADER}


def _git(root: Path, *arguments: str) -> bytes:
    """What git says; nothing where there is no git, or it knows nothing of this."""
    program = shutil.which("git")
    if program is None:
        return b""
    command = [program, "-C", os.fspath(root), *arguments]
    done = subprocess.run(command, env=os.environ | QUIET, check=False, capture_output=True)  # noqa: S603 # no shell
    return done.stdout if done.returncode == 0 else b""
