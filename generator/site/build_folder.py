"""Where a site is to stand -> a folder beside it for one build alone, and at the end its place, taken in one step.

`.site.new-x1y2z3a4/` holds `.waymark`, the lock of whoever works in it, and `site/`, what is being built. Its owner
alone may look into it: what is being built has not been searched yet. Where the system can't exchange two names in one
step, the old site waits in `before/` meanwhile, and the next build brings it back if this one is cut off there.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from generator.content.editing.atomic import alone_in, exchange, is_held, keep_names, take
from generator.site.target import OPTION, why_not

MARK = ".waymark"
"""The file that says that a folder is one that we build in, and that a living build holds."""
BUILT, BEFORE, GONE = "site", "before", "gone"
A_MOMENT = 10.0
"""So long we wait for another build to make its folder, in seconds: that takes it milliseconds."""


Stamps = Mapping[str, tuple[int, int, int, int]]
"""Each file, and what tells that it was written or replaced: which file it is, its size, and when it changed."""


class FolderError(ValueError):
    """No folder can be had to build in, or what was built there can't be published. Says why."""


@dataclass(slots=True)
class BuildFolder:
    """A folder of one build's own."""

    path: Path
    target: Path
    """Where the site is to stand."""
    lock: int
    """An open file, held: the engine keeps it open too, so that nobody takes the folder for a dead build's."""
    kept: bool = False
    """Whether it stays in the end, so that somebody can look at what was built."""
    searched: Stamps | None = None
    """What was built, as it stood when the search began. What nobody searched is never put in place."""

    @property
    def built(self) -> Path:
        """What is being built."""
        return self.path / BUILT

    def begin_search(self) -> None:
        """Know every file as it is now. A program that a hook started, and that outlives it, could write later."""
        self.searched = dict(_stamps(self.built))

    def put_in_place(self) -> None:
        """Put what was built where the old site stands: in one step, or with the old one back if the second fails.

        Raises:
            FolderError: something wrote into it since the search began.
        """
        searched, now = self.searched or {}, dict(_stamps(self.built))
        if changed := sorted(name for name in searched.keys() | now.keys() if searched.get(name) != now.get(name)):
            words = f"{changed[0]} in the new site was written after the search began, and the old site stays"
            raise FolderError(f"{words}; build again once what writes there has ended: a hook may have started it")
        if not self.target.exists():
            self.built.rename(self.target)
        elif not exchange(self.built, self.target):
            before = self.path / BEFORE
            self.target.rename(before)
            try:
                self.built.rename(self.target)
            except OSError:
                before.rename(self.target)
                raise
        keep_names(self.target.parent, self.path)


@contextmanager
def build_folder(target: Path, option: str = OPTION) -> Iterator[BuildFolder]:
    """A new folder beside the target. What dead builds left there is taken away, and a site they put aside is back.

    Args:
        target: where the site is to stand.
        option: how whoever builds says where.

    Raises:
        FolderError: where no folder can be made, or another build of the same site is at work.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with alone_in(target.parent, A_MOMENT):
            left = list(_left_beside(target, option))
            _bring_back(target, left)
            path = Path(mkdtemp(prefix=_prefix(target), dir=target.parent))
            lock = os.open(path / MARK, os.O_RDWR | os.O_CREAT, 0o600)
            own = os.open(path, os.O_RDONLY)
            take(lock)
            take(own)
    except OSError as error:
        words = f"no folder can be made beside {target}: {why_not(target, error)}; name another folder with {option}"
        raise FolderError(words) from None
    for folder in left:
        if is_held(folder / MARK) is False or _is_empty(folder):  # where no lock is known, nothing is known to be dead
            _remove(folder)
    made = BuildFolder(path, target, lock)
    try:
        yield made
    finally:
        if not made.kept:
            _remove(path)
        os.close(own)
        os.close(lock)


def _stamps(folder: Path) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    for path in folder.rglob("*"):
        if not path.is_dir() or path.is_symlink():
            one = path.lstat()
            yield path.relative_to(folder).as_posix(), (one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns)


def _prefix(target: Path) -> str:
    return f".{target.name}.new-"


def _left_beside(target: Path, option: str) -> Iterator[Path]:
    """The folders of other builds of this site, that may be dead. FolderError where one is at work."""
    ours = re.compile(re.escape(_prefix(target)) + "[a-z0-9_]{8}")
    for folder in sorted(target.parent.iterdir()):
        if not ours.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
            continue
        if is_held(folder):  # by a build itself; one that died holds it no more, though its engine may end later
            words = f"another build of {target} is at work; wait until it is done, or build into another folder"
            raise FolderError(f"{words} with {option}")
        if (folder / MARK).is_file() or _is_empty(folder):
            yield folder


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def _bring_back(target: Path, left: Iterable[Path]) -> None:
    """Bring back a site that was put aside when its replacing was cut off."""
    for folder in left:
        if not os.path.lexists(target) and (folder / BEFORE).is_dir():
            (folder / BEFORE).rename(target)
            keep_names(target.parent)


def _remove(folder: Path) -> None:
    """Take a folder of ours away, its mark last: whoever is killed meanwhile leaves one that is known to be ours."""
    with suppress(OSError):
        (folder / BEFORE).rename(folder / GONE)  # what is half gone is never brought back
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != MARK:
                path.unlink()
        (folder / MARK).unlink(missing_ok=True)
        folder.rmdir()
