"""What a build is at, and how much of that is done -> whoever watches it; or nobody, as in a check or a preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum


class Stage(Enum):
    """What a build does, one after the other."""

    READ = "read"
    MAKE = "make"
    WRITE = "write"
    SEARCH = "search"
    FOLLOW = "follow"


Watch = Callable[[Stage, int, int], None]
"""Is told a stage, how much of it is done, and of how much: 0 of 0 where nobody can say."""
_watch: Watch | None = None


def tell(stage: Stage, done: int = 0, count: int = 0) -> None:
    """Say how far a build is. A fork of a process that is watched is watched too."""
    if _watch is not None:
        _watch(stage, done, count)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Have somebody hear of it meanwhile."""
    global _watch  # as deep down as pages are written, nobody is handed it
    _watch = watch
    try:
        yield
    finally:
        _watch = None
