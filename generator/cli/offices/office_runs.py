"""The words of a command and the folders of offices -> how it ended in each, several at work at once.

Each run has a process of its own: its folder, its environment, its output and its state of the engine are nobody
else's. That process is a fork of this one, which has read before what every run would read; where a fork would not be
whole, it is a program of its own.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from generator.cli.engine import ENGINE
from generator.cli.whole_run import whole_run
from generator.forked import ForkedProcess, first_ended
from generator.processes import can_fork, cores, end_with_parent, grant
from generator.site_loader import Site, moment_of

READ = ("site.check_output", "site.host_limits", "site.feeds.rss", "site.feeds.calendars", "formatters.github")
"""What a run imports when it comes to it."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command said in one office, and how it ended."""

    office: str
    status: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The line that sums it up: the last that it wrote, of its mistakes where it made any."""
        lines = [line for line in (self.err if self.status else self.out or self.err).splitlines() if line.strip()]
        if lines:
            return lines[-1]
        return f"ended from outside by {signal.Signals(-self.status).name}" if self.status < 0 else "nothing was said"


def run_each(words: Sequence[str], folders: Sequence[Path], around: Mapping[str, str]) -> Iterator[Ended]:
    """Run `waymark` with these words in each folder, as many at once as there are processors; tell of them in order.

    Where this is given up, those that run are ended first.
    """
    if can_fork():
        _read_ahead(words[0], folders[0], around["SOURCE_DATE_EPOCH"])
        return forks(words, folders, around, min(cores(), len(folders)))
    return programs([sys.executable, "-m", "generator", *words], folders, around, os.cpu_count() or 1)


def _read_ahead(command: str, office: Path, epoch: str) -> None:
    """Import what a run imports, and read the words, tables and templates that ship: all that reading one office takes.

    What is read of the office itself is kept nowhere: each run reads its own.
    """
    for name in (f"cli.{command}", *READ):
        import_module(f"generator.{name}")
    ENGINE.read_ahead()
    site = Site(office, moment_of(epoch))
    with suppress(Exception):  # what is wrong in that office, its own run says
        settings = site.settings()
        site.published(site.catalogue(settings, to_publish=True), settings)


def forks(words: Sequence[str], folders: Sequence[Path], around: Mapping[str, str], at_once: int) -> Iterator[Ended]:
    """Each run in a fork of this process, with its share of the processors."""
    parent, share = os.getpid(), cores() // at_once

    def begun(folder: Path) -> ForkedProcess:
        def work() -> None:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            end_with_parent()
            if os.getppid() != parent:  # it ended before we asked
                return
            os.environ.clear()
            os.environ.update(around)
            os.chdir(folder)
            grant(share)
            whole_run(words)

        return ForkedProcess(work, [])

    waiting, running = list(reversed(folders)), dict[ForkedProcess, Path]()
    ended: dict[Path, Ended] = {}
    try:
        for folder in folders:
            while folder not in ended:
                while waiting and len(running) < at_once:
                    running[begun(waiting[-1])] = waiting[-1]
                    waiting.pop()
                process = first_ended(running)
                out, err = (text.decode("utf-8", "replace") for text in process.said)
                done = running.pop(process)
                ended[done] = Ended(done.name, process.returncode or 0, out, err)
            yield ended.pop(folder)
    finally:
        _end(running)


def _end(running: Sequence[ForkedProcess] | Mapping[ForkedProcess, Path]) -> None:
    """Have each tidy up and end; whoever can't wait for that ends them at once."""
    try:
        for process in running:
            with suppress(OSError):
                os.kill(process.pid, signal.SIGTERM)
        for process in running:
            process.communicate()
    except BaseException:
        for process in running:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
        raise


def programs(
    program: Sequence[str], folders: Sequence[Path], around: Mapping[str, str], at_once: int
) -> Iterator[Ended]:
    """Each run as a program that is started anew."""
    running: set[subprocess.Popen[str]] = set()

    def run(folder: Path) -> Ended:
        with subprocess.Popen(  # noqa: S603 # no shell
            program, cwd=folder, env=around, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            running.add(process)
            out, err = process.communicate()
        running.discard(process)
        return Ended(folder.name, process.returncode, out, err)

    with ThreadPoolExecutor(at_once) as threads:
        waiting = [threads.submit(run, folder) for folder in folders]
        try:
            yield from (one.result() for one in waiting)
        except BaseException:
            for future in waiting:
                future.cancel()
            for process in list(running):
                process.terminate()
            raise
