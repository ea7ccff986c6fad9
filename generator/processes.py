"""Items, and what to do with each -> the results in their order, made in as many processes as there are cores.

A process is a fork of this one: it has all that was read and made, and nothing is sent to it. What it makes comes back
as pickles. Where there is no fork, or little to do, the same is done in this process; so is what a process did not
answer, whatever ended it, so that what goes wrong goes wrong here, where whoever asked sees it.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux."""
MOST = 8
"""So many processes at most: where a container may use two of sixty cores, the system tells of sixty."""
FEWEST = 150
"""For fewer items a process more costs more than it brings."""
MOST_SHARES = 4_000
"""So many numbers of shares a pipe holds before anybody reads them."""
SHARE = 8
"""So many items are taken at once, at least."""
NUMBER = 4
"""The bytes of the number of a share."""
_granted = MOST
"""So many processes this one may work with at most: fewer where others work beside it."""


def _nobody(done: int, count: int) -> None:
    """Hears how far it is where nobody asks."""


def spread(do: Callable[[T], R], items: Sequence[T], told: Callable[[int, int], None] = _nobody) -> list[R]:
    """What `do` makes of each item, in their order.

    Args:
        do: must do the same for an item in whatever process, and again where a process ended before its answer came.
        items: of each of them something is made.
        told: hears how many items were begun, and of how many, whenever a process takes more of them; in that process.
    """
    count = min(cores(), len(items) // FEWEST)
    size = max(SHARE, -(-len(items) // MOST_SHARES))
    told(0, len(items))
    if count < 2:
        return [result for first in range(0, len(items), size) for result in _share(do, items, first, size, told)]
    starts = range(0, len(items), size)
    found: dict[int, list[R]] = {}
    workers: list[tuple[int, int]] = []
    reading = _numbers(starts)
    try:
        with still():
            with suppress(OSError):  # as many as the system grants
                for _ in range(count - 1):
                    workers.append(_worker(do, items, size, reading, told))  # noqa: PERF401 # those before a refusal stay
            found.update(_shares(do, items, size, reading, told))
        while workers:
            found.update(_answer(*workers.pop()))
    finally:
        os.close(reading)
        for process, answer in workers:  # what was done here went wrong, or somebody stopped it
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            os.close(answer)
    every = (found[first] if first in found else [do(one) for one in items[first : first + size]] for first in starts)
    return [result for share in every for result in share]


def cores() -> int:
    """How many processes may work at once. Another thread might hold a lock that no fork could ever get: then one."""
    if not can_fork():
        return 1
    return min(_granted, len(os.sched_getaffinity(0)))


def grant(most: int) -> None:
    """Work with so many processes at most from now on, as others work beside this one."""
    global _granted  # it is this process's own, as its number is
    _granted = max(1, min(MOST, most))


def can_fork() -> bool:
    """Whether a fork of this process is whole: on Linux alone, where no library of the system starts threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def end_with_parent() -> None:
    """Have the system end this process with the one that started it. Not on macOS."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, ctypes.c_ulong(signal.SIGKILL))


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no rings of objects meanwhile: while a site is read there are none, and each look reads all of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def still() -> Iterator[None]:
    """Leave what is there alone, so that processes share its memory and none looks through it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _numbers(every: Sequence[int]) -> int:
    """A pipe that holds numbers, from which whoever is free takes the next; it ends behind the last."""
    reading, writing = os.pipe()
    try:
        os.write(writing, b"".join(number.to_bytes(NUMBER, "big") for number in every))
    finally:
        os.close(writing)
    return reading


def _shares(
    do: Callable[[T], R], items: Sequence[T], size: int, reading: int, told: Callable[[int, int], None]
) -> Iterator[tuple[int, list[R]]]:
    while number := os.read(reading, NUMBER):
        first = int.from_bytes(number, "big")
        yield first, _share(do, items, first, size, told)


def _share(
    do: Callable[[T], R], items: Sequence[T], first: int, size: int, told: Callable[[int, int], None]
) -> list[R]:
    told(first, len(items))
    return [do(one) for one in items[first : first + size]]


def _worker(
    do: Callable[[T], R], items: Sequence[T], size: int, reading: int, told: Callable[[int, int], None]
) -> tuple[int, int]:
    """Start a process: its number, and where its answer can be read."""
    answer, writing = os.pipe()
    parent = os.getpid()
    try:
        process = os.fork()
    except OSError:
        os.close(answer)
        os.close(writing)
        raise
    if process == 0:
        os.close(answer)
        _work(lambda: dict(_shares(do, items, size, reading, told)), writing, parent)
    os.close(writing)
    return process, answer


def _work(make: Callable[[], object], writing: int, parent: int) -> NoReturn:
    """Answer, and end at once: nothing that this process would do at its end is this one's to do."""
    try:
        end_with_parent()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        if os.getppid() == parent:
            with open(writing, "wb") as file:
                pickle.dump(make(), file, pickle.HIGHEST_PROTOCOL)
            os._exit(0)
    finally:
        os._exit(1)


def _answer(process: int, answer: int) -> dict[int, list[R]]:
    """What a process made; nothing where it ended before."""
    with open(answer, "rb") as file:
        data = file.read()
    _, status = os.waitpid(process, 0)
    made: dict[int, list[R]] = pickle.loads(data) if status == 0 else {}  # noqa: S301 # our own process wrote it
    return made
