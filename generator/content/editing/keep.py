"""Files that were changed, a name and a few words -> one commit of those files alone; and such a commit taken back.

Nothing else of the repository is touched: what else is changed or staged stays so. Git asks nobody: where it would have
to, it fails, and says why.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.source.history import git_in
from generator.diagnostics import WaymarkError

ASKS_NOBODY = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
PATIENCE = 120
"""Seconds. It only ends what waits for somebody to type a password."""
LONGEST = 2_000
MOST_BRANCHES = 50


class KeepError(WaymarkError):
    """Git could not do it. One sentence: why."""


@dataclass(frozen=True, slots=True)
class Committer:
    """Who a commit says made it."""

    name: str
    email: str


def committer(root: Path) -> Committer | None:
    """Who git says you are; None where it does not know."""
    name, email = (git_in(root, "config", "--get", f"user.{one}").decode(errors="replace").strip() for one in NAMES)
    return Committer(name, email) if name and email else None


NAMES = ("name", "email")


def is_kept_by_git(root: Path) -> bool:
    """Whether the folder is in a repository that has a commit."""
    return bool(git_in(root, "rev-parse", "--verify", "--quiet", "HEAD"))


def not_kept(root: Path, files: Sequence[str]) -> list[str]:
    """Those of some files that differ from the last commit, new ones too."""
    if not files:
        return []
    top = git_in(root, "rev-parse", "--show-prefix").decode(errors="replace").removesuffix("\n")
    listed = git_in(root, "--literal-pathspecs", "status", "--porcelain", "-z", "--untracked-files=all", "--", *files)
    found = {os.fsdecode(one[3:]).removeprefix(top) for one in listed.split(b"\0") if one}
    return [file for file in files if file in found]


def keep(root: Path, files: Sequence[str], words: str, by: Committer | None) -> str:
    """Commit these files as they are, and say which commit it is. KeepError where it can't be.

    Args:
        root: the site's folder.
        files: the files, as seen from there.
        words: what was done and why.
        by: who did it; None: who git says you are.
    """
    who = ["-c", f"user.name={by.name}", "-c", f"user.email={by.email}"] if by else []
    new = [file for file in files if not git_in(root, "--literal-pathspecs", "ls-files", "--", file)]
    if new:
        _git(root, "add", "--intent-to-add", "--", *new)
    try:
        _git(root, *who, "commit", "--quiet", "--only", "--cleanup=whitespace", "--file=-", "--", *files, given=words)
    except KeepError:
        if new:
            _git(root, "rm", "--cached", "--quiet", "--", *new)
        raise
    return git_in(root, "rev-parse", "HEAD").decode().strip()


def take_back(root: Path, commit: str, by: Committer | None) -> str:
    """Undo a commit by another, and say which. KeepError, and all as it was, where something was changed since."""
    who = ["-c", f"user.name={by.name}", "-c", f"user.email={by.email}"] if by else []
    head = git_in(root, "rev-parse", "HEAD")
    try:
        _git(root, *who, "revert", "--no-edit", commit)
    except KeepError:
        if git_in(root, "rev-parse", "--verify", "--quiet", "REVERT_HEAD"):
            _git(root, "revert", "--abort")
        raise
    made = git_in(root, "rev-parse", "HEAD")
    if made == head:
        raise KeepError("git took nothing back")
    return made.decode().strip()


def branch_of(root: Path) -> str:
    """The branch that the folder stands on; "" where it is on none."""
    return git_in(root, "symbolic-ref", "--quiet", "--short", "HEAD").decode(errors="replace").strip()


def begin_branch(root: Path, name: str) -> str:
    """Begin a branch with what differs, and say what it is called: with a number behind it where that is taken."""
    names = (f"{name}-{number}" if number > 1 else name for number in range(1, MOST_BRANCHES))
    free = next((one for one in names if not git_in(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{one}")), "")
    if not free:
        raise KeepError("there are too many branches of this name; use other words")
    _git(root, "switch", "--quiet", "--create", free)
    return free


def switch_back(root: Path, branch: str, gone: str = "") -> None:
    """Go to a branch, which git refuses where something would be lost; `gone`: a branch to take away then."""
    _git(root, "switch", "--quiet", branch)
    if gone:
        _git(root, "branch", "--quiet", "--delete", "--force", gone)


def patch_of(root: Path, commit: str) -> bytes:
    """A commit as a file that `git am` takes. It says one line around each that changed."""
    return git_in(root, "format-patch", "-1", "--stdout", "--no-signature", "--unified=1", "--no-ext-diff", commit)


def _git(root: Path, *arguments: str, given: str = "") -> None:
    program = shutil.which("git")
    if program is None:
        raise KeepError("git is needed for this, and is not installed")
    command = [program, "-C", os.fspath(root), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 # no shell
            command,
            env=os.environ | ASKS_NOBODY,
            input=given.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise KeepError("git waits for somebody to type something; keep it in a terminal") from None
    if done.returncode:
        said = [line.strip() for line in done.stderr.decode(errors="replace").splitlines() if line.strip()]
        raise KeepError(f"git could not do it: {said[0] if said else 'it did not say why'}")
