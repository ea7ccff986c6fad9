"""What a build is at, told again and again -> one line of a terminal, written over until the build has ended."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from generator.formatters.terminal import is_a_terminal
from generator.l10n.plurals import many
from generator.progress import Stage, watched

BEFORE_IT_SPEAKS = 1.0
"""So long a build says nothing, in seconds: it is done before anybody wonders."""
OFTEN = 0.2
"""So many seconds lie between two words of it."""
ENOUGH_TO_TELL = 0.5
"""After so many seconds of a stage it can be told how long the rest of it takes."""
A_MINUTE = 60
A_LINE_ANEW = "\r\x1b[K"
WORDS = {
    Stage.READ: ("Reading and checking what you wrote", ""),
    Stage.MAKE: ("Putting the site together", ""),
    Stage.WRITE: ("Writing", "page"),
    Stage.SEARCH: ("Searching for what must not get out in", "file"),
    Stage.FOLLOW: ("Following the links of", "page"),
}


class ProgressLine:
    """The line of one build. A fork of this process writes on, and knows as much as this one did."""

    def __init__(self, output: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Take an open file, which is a terminal, and what tells the seconds."""
        self.output, self.clock = output, clock
        self.begun = self.stage_begun = self.told = clock()
        self.stage: Stage | None = None

    def __call__(self, stage: Stage, done: int, count: int) -> None:
        """Hear how far it is; say it, if it is time to."""
        now = self.clock()
        begins = stage is not self.stage
        if begins:
            self.stage, self.stage_begun = stage, now
        if now - self.begun < BEFORE_IT_SPEAKS or not (begins or now - self.told >= OFTEN):
            return
        self.told = now
        words, things = WORDS[stage]
        said = f"{words} {many(count, things)}" if things else words
        said += _how_far(done, count, now - self.stage_begun)
        self._write(f"{A_LINE_ANEW}{said[: shutil.get_terminal_size().columns - 1]}")

    def wipe(self) -> None:
        """Leave nothing of it, where something else is to be said."""
        if self.clock() - self.begun >= BEFORE_IT_SPEAKS:
            self._write(A_LINE_ANEW)

    def _write(self, text: str) -> None:
        with suppress(OSError):  # whoever read it has gone; the site is what counts
            os.write(self.output, text.encode())


@contextmanager
def progress_line(stream: TextIO) -> Iterator[list[int]]:
    """Say on a terminal what is done meanwhile: the open files that a fork has to keep for that, if any.

    Where nobody looks on nothing is said: in a log one line in the end tells what was built.
    """
    if not is_a_terminal(stream):
        yield []
        return
    output = os.dup(stream.fileno())
    line = ProgressLine(output)
    try:
        with watched(line):
            yield [output]
    finally:
        line.wipe()
        os.close(output)


def _how_far(done: int, count: int, seconds: float) -> str:
    if not 0 < done < count:
        return ""
    if seconds < ENOUGH_TO_TELL:
        return f": {done} done"
    left = round(seconds / done * (count - done))
    return f": {done} done, about {f'{left} s' if left < A_MINUTE else many(round(left / A_MINUTE), 'minute')} left"
