"""One tab of a browser, as the tests of leaving drive it: the same few verbs in Chromium and in Firefox."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any, ClassVar

from tests.site_builder import PATIENCE

FAILS = "fails"
HANGS = "hangs"


class BrowserError(AssertionError):
    """What the browser would not do, in its own words."""


class Tab(ABC):
    """A tab in which the safe site is a stand-in: each answer is its page, FAILS or HANGS; the last holds from then on.

    `keeps_pages`: whether this browser keeps pages alive behind Back. `left`: the headers of every request to SAFE.
    `after_failure`: what is true in the tab once the safe site has failed.
    """

    after_failure: ClassVar[tuple[str, object]]

    def __init__(self, *, keeps_pages: bool) -> None:
        self.keeps_pages = keeps_pages
        self.left: list[dict[str, str]] = []
        self._answers: list[str] = []

    def begin(self, *answers: str) -> None:
        """Begin anew, with nothing behind Back."""
        self._new_tab()
        self._answers = list(answers)
        self.left.clear()

    def until(self, script: str, wanted: object) -> None:
        """Wait until an expression is worth this. AssertionError with what it was, where it never is."""
        seen: object = None
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(BrowserError):
                seen = self.run(script)
            if seen == wanted:
                return
            time.sleep(0.05)
        raise AssertionError(f"{script} is {seen!r}, not {wanted!r}")

    def _next_answer(self) -> str:
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    @abstractmethod
    def open(self, address: str) -> None:
        """Open a page, and wait until it is loaded."""

    @abstractmethod
    def back(self) -> None:
        """Press Back. Wait for nothing."""

    @abstractmethod
    def forward(self) -> None:
        """Press Forward. Wait for nothing."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """What an expression, or what it promises, is worth in the page. BrowserError while the page changes over."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other, each let go before the next: "Shift", "a", "Shift+A"."""

    @abstractmethod
    def answer_at_last(self) -> None:
        """What HANGS answers after all, with SAFE_PAGE."""

    @abstractmethod
    def _new_tab(self) -> None: ...
