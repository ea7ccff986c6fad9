"""A file of a site, as git has it -> each version of it, and when it came. Nothing where git keeps no history of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from generator.model.fields.dates import LONDON

QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
"""Git asks nobody, fetches nothing and locks nothing."""


def git_in(root: Path, *arguments: str) -> bytes:
    """What git says; nothing where there is no git, or it knows nothing of this."""
    program = shutil.which("git")
    if program is None:
        return b""
    command = [program, "-C", os.fspath(root), *arguments]
    done = subprocess.run(command, env=os.environ | QUIET, check=False, capture_output=True)  # noqa: S603 # no shell
    return done.stdout if done.returncode == 0 else b""


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a file: the commit that made it, and when."""

    commit: str
    when: datetime

    def is_by(self, day: date) -> bool:
        """Whether it was there at the end of a day in the United Kingdom."""
        return self.when <= datetime.combine(day, time.max, LONDON)


class History:
    """What git knows of the files of one site. Each is asked for once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.versions = cache(self._versions)
        """The versions of a file, by its name from the site's folder: the oldest first."""
        self.text = cache(self._text)
        """The text of a file as a commit has it; "" where it was not there."""

    def _versions(self, file: str) -> tuple[Version, ...]:
        log = git_in(self.root, "log", "--format=%H %cI", "--", file).decode("ascii", "replace")
        found = (line.split(" ", 1) for line in log.splitlines())
        return tuple(sorted((Version(name, datetime.fromisoformat(when)) for name, when in found), key=_time))

    def _text(self, file: str, commit: str) -> str:
        return git_in(self.root, "cat-file", "blob", f"{commit}:./{file}").decode("utf-8", "replace")


def _time(version: Version) -> datetime:
    return version.when


def is_tracked(root: Path, file: str) -> bool:
    """Whether git keeps a file."""
    return bool(git_in(root, "--literal-pathspecs", "ls-files", "--", file))


def line_writers(root: Path, file: str) -> list[tuple[str, str, str] | None]:
    """Of each line of a file as it stands: the commit that wrote it, its author's name and address; in their order.

    None where git can't know: the line came with the first commit that there is of the history. A line that no commit
    has is of a commit of noughts.
    """
    told = git_in(root, "blame", "--porcelain", "--", file).decode("utf-8", "replace").split("\n")
    known: dict[str, dict[str, str]] = {}
    found: list[tuple[str, str, str] | None] = []
    commit = ""
    for line in told:
        if line.startswith("\t"):
            of = known[commit]
            is_first = "boundary" in of
            found.append(None if is_first else (commit, of.get("author", ""), of.get("author-mail", "").strip("<>")))
            commit = ""
        elif not commit:
            commit = line.partition(" ")[0]
            known.setdefault(commit, {})
        else:
            name, _, value = line.partition(" ")
            known[commit][name] = value
    return found
