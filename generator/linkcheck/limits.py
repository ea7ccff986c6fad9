"""Limits: how long we wait and how often we ask; Turns: one request at a time for a host, with a pause between."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from generator.linkcheck.finding import NoAnswerError


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, sizes in bytes."""

    hosts_at_once: int = 8
    pause: float = 1.0
    """Between the end of one request to a host and the next to it."""
    connect: float = 10.0
    read: float = 15.0
    """The longest silence."""
    whole: float = 30.0
    """The longest a request may take, however steadily it drips."""
    tries: int = 3
    backoff: float = 2.0
    """Before the second try; twice that before the third."""
    longest_wait: float = 60.0
    """A server that asks us to wait longer than this is not asked again today."""
    redirects: int = 8
    beginning: int = 16_384
    """How much of a page we read, to see what it is called and whether a broker made it."""
    slow_answers: int = 2
    """After so many addresses of a host that did not answer, its others are not asked."""


class Turns:
    """Whose turn it is to ask a host. Give it a clock in seconds; what sleeps is its own, but for tests."""

    def __init__(
        self, pause: float, clock: Callable[[], float], sleep: Callable[[float], object] | None = None
    ) -> None:
        self._over = threading.Event()
        self.pause = pause
        self.clock = clock
        self.sleep = sleep or self._over.wait
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._last: dict[str, float] = {}

    def stop(self) -> None:
        """Let nobody have another turn, and wake up who waits for one."""
        self._over.set()

    @contextmanager
    def of(self, host: str) -> Iterator[None]:
        """Wait until nobody else asks this host and it had its pause."""
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            last = self._last.get(host)
            rest = 0.0 if last is None else last + self.pause - self.clock()
            if rest > 0:
                self.sleep(rest)
            if self._over.is_set():
                raise NoAnswerError("not-asked", "somebody stopped the check")
            try:
                yield
            finally:
                self._last[host] = self.clock()
