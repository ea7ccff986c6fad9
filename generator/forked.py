"""What to do -> a fork of this process that does it, in a group of its own; in the end its status and its output."""

from __future__ import annotations

import atexit
import os
import selectors
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from generator.processes import still

STANDARD = 2
"""The last of the three streams that every process has."""
MOST = 65_536
"""So many bytes are read at once."""


class ForkedProcess:
    """As much of `subprocess.Popen` as a build asks for. What this process holds open, the fork does not."""

    def __init__(self, work: Callable[[], None], held: Collection[int]) -> None:
        """Start it. `held` are the open files that it keeps, beside its output."""
        self.returncode: int | None = None
        ends = [os.pipe(), os.pipe()]
        sys.stdout.flush()
        sys.stderr.flush()
        try:
            with still():
                self.pid = os.fork()
                if self.pid == 0:
                    _run(work, [writing for _, writing in ends], held)
        except OSError:
            for one in (end for pair in ends for end in pair):
                os.close(one)
            raise
        with suppress(OSError):  # the fork does the same: whoever comes first, its group is there to be ended
            os.setpgid(self.pid, self.pid)
        for _, writing in ends:
            os.close(writing)
        self.outputs = [reading for reading, _ in ends]
        self._said = dict.fromkeys(self.outputs, b"")

    def communicate(self) -> tuple[bytes, bytes]:
        """Wait for its end: all that it, and whatever it started, wrote to its output and of its errors.

        Whoever was interrupted meanwhile may call it again.
        """
        first_ended([self])
        return self.said

    @property
    def said(self) -> tuple[bytes, bytes]:
        """What was read of its output and of its errors."""
        out, err = self._said.values()
        return out, err

    def read(self, output: int) -> bool:
        """Take what one of its outputs holds; whether there may be more."""
        more = os.read(output, MOST)
        self._said[output] += more
        if not more:
            self.outputs.remove(output)
            os.close(output)
        return bool(more)

    def reap(self) -> None:
        """Learn how it ended."""
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def first_ended(processes: Collection[ForkedProcess]) -> ForkedProcess:
    """Read of some processes what they write, until one has ended: that one."""
    with selectors.DefaultSelector() as selector:
        for process in processes:
            for output in process.outputs:
                selector.register(output, selectors.EVENT_READ, process)
        while not (ended := [process for process in processes if not process.outputs]):
            for key, _ in selector.select():
                process = key.data
                if not process.read(key.fd):
                    selector.unregister(key.fd)
    ended[0].reap()
    return ended[0]


def _run(work: Callable[[], None], outputs: Collection[int], held: Collection[int]) -> NoReturn:
    """In the fork: begin as a new program does, do it, and end as a program ends."""
    status = 1
    try:
        os.setpgid(0, 0)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        _keep_open(outputs, held)
        atexit._clear()
        status = _status_of(work)
        for thread in threading.enumerate():
            if not thread.daemon and thread is not threading.current_thread():
                thread.join()
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _keep_open(outputs: Collection[int], held: Collection[int]) -> None:
    """Nothing to read, two outputs, and these files: all else that this process had open is not the fork's."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for stream, opened in enumerate((nothing, *outputs)):
        os.dup2(opened, stream)
    for opened in sorted(int(path.name) for path in Path("/proc/self/fd").iterdir()):
        if opened > STANDARD and opened not in held:
            with suppress(OSError):  # the list of them was one itself
                os.close(opened)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)


def _status_of(work: Callable[[], None]) -> int:
    """What a program that does it would end with, and say."""
    try:
        work()
    except SystemExit as ended:
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)  # noqa: T201 # as a program does
        return ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    except BaseException:  # noqa: BLE001 # whatever it is, a program says it in the end
        traceback.print_exc()
        return 1
    return 0
