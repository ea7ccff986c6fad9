"""`python -m generator.engines.mkdocs.runner`: the engine, in a process that ends when whoever started it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator.forked import ForkedProcess
from generator.processes import can_fork, end_with_parent

if TYPE_CHECKING:
    from generator.site_loader import ContentRead

READ = (
    "generator.engines.mkdocs.plugin",
    "generator.engines.mkdocs.log_lines",
    "generator.engines.mkdocs.rehearsal",
    "material.templates",
    *(f"markdown.extensions.{name}" for name in ("attr_list", "codehilite", "def_list", "fenced_code", "md_in_html")),
    *(f"markdown.extensions.{name}" for name in ("tables", "toc")),
)
"""What a build imports as it meets it in mkdocs.yml."""


class EngineProcess:
    """The engine at work."""

    def __init__(self, process: subprocess.Popen[bytes] | ForkedProcess) -> None:
        self.process = process

    def ended(self) -> tuple[int, list[str]]:
        """Wait for its end: its status, and the lines that it wrote. Nothing that it started lives on."""
        watcher = threading.Thread(target=self._end_what_it_started, daemon=True)
        watcher.start()
        out, err = self.process.communicate()
        watcher.join()  # with it at work, this process could not fork for the search of what was made
        return self.process.returncode or 0, (err + out).decode("utf-8", "replace").splitlines()

    def _end_what_it_started(self) -> None:
        """A helper of its own would write on after the site was looked through; and hold our end of its output."""
        wait = getattr(os, "waitid", None)
        if wait is not None:  # not on every macOS
            with suppress(OSError):
                wait(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)  # its number stays its own until it is read
                os.killpg(self.process.pid, signal.SIGKILL)


@contextmanager
def engine_started(
    program: str,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    held: Sequence[int] = (),
    read: ContentRead | None = None,
) -> Iterator[EngineProcess]:
    """Start the engine; it is ended with the block, and with this process.

    Args:
        program: the module to run as it.
        arguments: what to tell it.
        environment: what it must know.
        held: open files that it keeps open: a lock is its own too, as long as it lives.
        read: what was read of the site. A fork of this process has it, and all that was imported, at once.
    """
    reading, writing = os.pipe()
    parent = os.getpid()

    def work() -> None:
        os.environ.clear()
        os.environ.update(environment)
        sys.path.insert(0, str(Path.cwd()))  # as for `python -m`
        end_with(parent, reading)
        run(program, arguments, read)

    process: subprocess.Popen[bytes] | ForkedProcess
    try:
        if read is not None and can_fork() and _can_become(program):
            process = ForkedProcess(work, [reading, *held])
        else:
            process = subprocess.Popen(  # noqa: S603 # no shell
                [sys.executable, "-m", __name__, str(reading), str(parent), program, *arguments],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=(reading, *held),
                process_group=0,
            )
    except BaseException:
        os.close(writing)
        raise
    finally:
        os.close(reading)
    try:
        yield EngineProcess(process)
    finally:
        if process.returncode is None:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        os.close(writing)


def _can_become(program: str) -> bool:
    """Whether an engine can run in a fork of this process: MkDocs can where it was read before, as by a check.

    A fork of MkDocs puts itself in MkDocs' place as it is read: it needs a process that has read neither.
    """
    there = sys.modules.get("mkdocs")
    return program not in sys.modules if there is None else program == there.__name__ == "mkdocs"


def read_ahead(program: str) -> None:
    """Import the engine and all that a build imports of it. Nothing of it is run."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # as for a build; the theme sets it too, when it has given its notice
    import_module(f"{program}.__main__")  # before our plugin: a fork puts itself in MkDocs' place as it is read
    for name in READ:
        import_module(name)


def end_with(parent: int, pipe: int) -> None:
    """End this process and all that it starts when its parent ends: a guard sees the pipe that the parent held close.

    Linux ends this process at once, and with it every thread that could see to the rest: so the guard is a process.

    Args:
        parent: the process that started this one; it may be gone already.
        pipe: the end of a pipe that can be read. The parent alone has the other end, and never writes.
    """
    end_with_parent()
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)
    if os.fork() == 0:
        _end_the_group_at_the_end_of(pipe)


def _end_the_group_at_the_end_of(pipe: int) -> NoReturn:
    """The guard: it holds nobody's output open, and is one of the group that it ends."""
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        os.read(pipe, 1)
    finally:
        os.killpg(0, signal.SIGKILL)
        os._exit(1)


def main() -> None:
    """Run the engine that is named behind the pipe's and the parent's numbers, with the arguments behind its name."""
    pipe, parent, program, *arguments = sys.argv[1:]
    end_with(int(parent), int(pipe))
    run(program, arguments)


def run(program: str, arguments: Sequence[str], read: ContentRead | None = None) -> None:
    """Run the engine in this process."""
    engine = import_module(f"{program}.__main__")  # before our plugin, as in `read_ahead`
    from generator.engines.mkdocs import plugin

    plugin.searched_by_the_caller, plugin.read_by_the_caller = True, read
    sys.argv = [program, *arguments]
    engine.cli()


if __name__ == "__main__":
    main()
