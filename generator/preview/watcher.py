"""Paths -> what stands there now, and which of them changed since; by looking, so that no change can go unheard."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SETTLED = 0.05
"""Seconds without a change after which the files are read: an editor writes one file in several steps."""
ROUNDS = 40
"""After so many looks at files that change all the time, they are read as they are."""
LOOK_EVERY = 0.2
"""Seconds between two looks; where one look takes long, so many times as long as it takes:"""
REST = 20
IGNORED = ("~", ".swp", ".swx", ".tmp", ".new", ".old")
Standing = tuple[int, ...]
Snapshot = Mapping[Path, Standing]


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """Every file at or below some paths as it stands, by its path. What is not there is not in it.

    A system's own news of changes ends where a folder is deleted, moved or made again, and says nothing of a link that
    leads elsewhere. A look does not: it follows links, and knows another file of the same name, size and time.
    """
    return {file: standing for path in paths for file, standing in _look(path, frozenset())}


def _look(path: Path, above: frozenset[tuple[int, int]]) -> Iterator[tuple[Path, Standing]]:
    try:
        stands = path.stat()
        below = list(os.scandir(path)) if path.is_dir() else None
    except (OSError, ValueError):  # it is not there, or was taken away this very moment
        try:
            link = path.lstat()  # or it is a link that leads nowhere, which a check names
        except (OSError, ValueError):
            return
        yield path, (link.st_dev, link.st_ino, link.st_ctime_ns)
        return
    folder = (stands.st_dev, stands.st_ino)
    if below is None:
        yield path, (*folder, stands.st_size, stands.st_mtime_ns, stands.st_ctime_ns)
    elif folder not in above:  # else a link leads round in a circle
        yield path, ()
        for entry in below:
            if not entry.name.endswith(IGNORED) and not entry.name.startswith(".#"):
                yield from _look(path / entry.name, above | {folder})


class Watch:
    """Knows what stood at some paths when it last looked. `paths` is asked at each look: they may be others by then."""

    def __init__(self, paths: Callable[[], Iterable[Path]], sleep: Callable[[float], object] = time.sleep) -> None:
        self.paths = paths
        self.sleep = sleep
        self.seen = snapshot(paths())

    def changed(self) -> Sequence[Path]:
        """What is new, gone or another since the last time, once it has settled; nothing where all is as it was."""
        now = snapshot(self.paths())
        if now == self.seen:
            return ()
        for _ in range(ROUNDS):
            self.sleep(SETTLED)
            before, now = now, snapshot(self.paths())
            if now == before:
                break
        old, self.seen = self.seen, now
        differs = {path for path in old.keys() | now.keys() if old.get(path) != now.get(path)}
        # A folder that came or went says no more than what is in it, but where it is empty.
        return sorted(path for path in differs if not any(path in other.parents for other in differs))


@contextmanager
def watching(look: Callable[[], object]) -> Iterator[None]:
    """Look again and again, in a thread of its own, until the end of the `with` block."""
    ended = threading.Event()

    def again() -> None:
        rest = LOOK_EVERY
        while not ended.wait(rest):
            begin = time.perf_counter()
            look()
            rest = max(LOOK_EVERY, REST * (time.perf_counter() - begin))

    looker = threading.Thread(target=again, daemon=True)
    looker.start()
    try:
        yield
    finally:
        ended.set()
        looker.join()
