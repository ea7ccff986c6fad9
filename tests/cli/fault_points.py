"""A command and a number -> the command, killed at that one of the steps in which it changes something on the disk.

Steps are: a file is opened to be written, is synced, renamed, linked or taken away; a folder is made or taken away; two
names are exchanged. `python -m tests.cli.fault_points` is a process without threads that forks one for each command,
so that hundreds of kills take seconds. A test talks to it through `FaultPoints`.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[2]
CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"})
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
MOST = 400
"""No command has so many steps: one that goes on for ever is an error of the test."""


class FaultPoints:
    """The process that runs commands and kills them."""

    def __init__(self) -> None:
        self.server = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.fault_points"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )

    def close(self) -> None:
        """End it."""
        self.server.communicate()

    def run(
        self,
        arguments: Sequence[str],
        root: Path,
        *,
        at: int = 0,
        engine: Path | None = None,
        exchange: bool = True,
        nameless: bool = True,
        now: str = "2027-02-10T09:00",
    ) -> int:
        """Run a command, killed at its step `at`; 0: never. Its status; -9 where it was killed.

        Args:
            arguments: of `waymark`.
            root: the site's folder: only what changes in it, or beside it, is a step.
            at: which step.
            engine: what a build gets from the engine, in its place.
            exchange: whether the system can exchange two names.
            nameless: whether it knows files without a name.
            now: the moment.
        """
        asked = {
            "argv": list(arguments),
            "root": str(root),
            "at": at,
            "engine": str(engine or ""),
            "can": exchange,
            "nameless": nameless,
            "now": now,
        }
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.write(json.dumps(asked).encode() + b"\n")
        self.server.stdin.flush()
        return int(self.server.stdout.readline())

    def each(self, arguments: Sequence[str], fresh: Callable[[], Path], **how: Any) -> Iterator[tuple[int, Path]]:
        """The command, killed at its first step, its second, and so on, on fresh sites, until it ends by itself."""
        for at in range(1, MOST):
            root = fresh()
            status = self.run(arguments, root, at=at, **how)
            if status != -signal.SIGKILL:
                assert status == 0, (at, status)
                assert at > 1, "this command changes nothing"
                return
            yield at, root
        raise AssertionError(f"{arguments} has no end")


def _serve() -> None:
    _made_ready()
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_RDWR), 0)
            os.dup2(os.open(Path(asked["root"]).parent / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
            os.dup2(1, 2)
            _run(asked)
        _, ended = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(ended)}\n")
        sys.stdout.flush()


def _made_ready() -> None:
    """Before the first fork: all that commands import, and what they remember of the templates, which all share."""
    import generator.cli

    for module in pkgutil.walk_packages(generator.cli.__path__, "generator.cli."):
        importlib.import_module(module.name)
    import generator.site.build  # a build draws in it only later
    from tests.site_builder import a_site

    with TemporaryDirectory() as folder:
        site = a_site(Path(folder) / "site")
        for command in ("due", "plan"):
            assert site.waymark(command).status == 0
    gc.freeze()


def _run(asked: Mapping[str, Any]) -> None:
    """In a process of its own, which this ends."""
    from generator.cli import build
    from generator.cli.main import main
    from generator.content.editing import atomic
    from generator.site import build_folder

    status = 70
    try:
        counter = _Counter(asked["at"], Path(asked["root"]).parent)
        really = atomic.exchange

        def exchanged(one: Path, other: Path) -> bool:
            counter.step()
            done = asked["can"] and really(one, other)
            counter.step()
            return bool(done)

        build_folder.exchange = exchanged  # type: ignore[attr-defined]
        if not asked["nameless"]:
            del os.O_TMPFILE
        if asked["engine"]:
            build.ENGINE = _pretending(Path(asked["engine"]), counter)  # type: ignore[attr-defined]
        os.chdir(asked["root"])
        main([*asked["argv"], "--root", asked["root"], "--now", asked["now"]])
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    finally:
        sys.stdout.flush()
        os._exit(status)


class _Counter:
    """Counts the steps, and kills the process at one of them."""

    def __init__(self, at: int, below: Path) -> None:
        self.at, self.below, self.steps, self.quiet = at, os.fsencode(below), 0, False
        sync = os.fsync

        def synced(opened: int) -> None:
            self.step()
            sync(opened)

        os.fsync = synced
        sys.addaudithook(self._heard)

    def step(self) -> None:
        """One more."""
        if not self.quiet:
            self.steps += 1
            if self.steps == self.at:
                os.kill(os.getpid(), signal.SIGKILL)

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        if event in CHANGES or (event == "open" and self._writes(*given)):
            self.step()

    def _writes(self, path: object, _: object, flags: object) -> bool:
        named = isinstance(path, str | bytes) and os.fsencode(path).startswith(self.below)
        return named and isinstance(flags, int) and bool(flags & TO_WRITE)


def _pretending(built: Path, counter: _Counter) -> Any:
    """An engine that puts a site there that was built before, in two parts, and may be killed between them."""

    from generator.engines.contract import BuildOutcome

    class Engine:
        def ended(self) -> BuildOutcome:
            return BuildOutcome()

        @contextmanager
        def build(self, root: Path, to: Path, *_: object) -> Iterator[Engine]:
            counter.quiet = True
            shutil.copytree(built / "assets", to / "assets")
            counter.quiet = False
            counter.step()
            counter.quiet = True
            shutil.copytree(built, to, dirs_exist_ok=True)
            counter.quiet = False
            yield self

    return Engine()


if __name__ == "__main__":
    _serve()
