"""A fork of this process: it ends as a program does, and holds nothing that is not its own."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.forked import ForkedProcess

close = os.close
say = print
"""What is said here is said to whoever started it."""


def ended(work: Callable[[], object], *held: int) -> tuple[int | None, str, str]:
    process = ForkedProcess(lambda: work() and None, held)
    out, err = process.communicate()
    return process.returncode, out.decode(), err.decode()


def leave(code: object) -> None:
    sys.exit(code)  # type: ignore[arg-type]


def at_the_end() -> None:
    atexit.register(say, "in the end")
    say("now")


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("work", "status", "out", "err"),
    [
        (lambda: say("one", "café"), 0, "one café\n", ""),
        (lambda: say("wrong", file=sys.stderr), 0, "", "wrong\n"),
        (lambda: leave(3), 3, "", ""),
        (lambda: leave(None), 0, "", ""),
        (lambda: leave("why"), 1, "", "why\n"),
        (at_the_end, 0, "now\nin the end\n", ""),
        (killed, -9, "", ""),
        (lambda: say("x" * 200_000), 0, "x" * 200_000 + "\n", ""),
        (lambda: subprocess.run([sys.executable, "-c", "print('by another')"], check=True), 0, "by another\n", ""),
        (lambda: say(repr(sys.stdin.read())), 0, "''\n", ""),
        (lambda: say(os.getpgid(0) == os.getpid()), 0, "True\n", ""),
    ],
)
def test_it_ends_and_speaks_as_a_program(work: Callable[[], object], status: int, out: str, err: str) -> None:
    assert ended(work) == (status, out, err)


def test_what_goes_wrong_in_it_is_told_as_a_program_tells_it() -> None:
    status, out, err = ended(lambda: 1 // 0)

    assert (status, out) == (1, "")
    assert err.startswith("Traceback (most recent call last):\n")
    assert err.endswith("ZeroDivisionError: integer division or modulo by zero\n")


def test_what_this_process_registered_for_its_end_is_not_the_fork_s(tmp_path: Path) -> None:
    atexit.register(mark := (tmp_path / "ended").touch)
    try:
        assert ended(say) == (0, "\n", "")
    finally:
        atexit.unregister(mark)
    assert not (tmp_path / "ended").exists()


def test_it_holds_open_what_it_was_given_and_nothing_else(tmp_path: Path) -> None:
    with (tmp_path / "given").open("w") as given, (tmp_path / "other").open("w"):
        listed = "print(sorted(os.path.basename(os.readlink(f'/proc/{os.getppid()}/fd/{n}')) for n in names))"
        names = "names = [n for n in os.listdir(f'/proc/{os.getppid()}/fd') if int(n) > 2]"
        command = [sys.executable, "-c", f"import os; {names}; {listed}"]
        status, out, _ = ended(lambda: subprocess.run(command, check=True), given.fileno())

    assert status == 0
    assert "given" in out
    assert "other" not in out


def test_its_group_is_there_to_be_ended_as_soon_as_it_is() -> None:
    for _ in range(20):
        process = ForkedProcess(lambda: time.sleep(60), [])
        os.killpg(process.pid, signal.SIGKILL)

        assert process.communicate() == (b"", b"")
        assert process.returncode == -signal.SIGKILL


def test_who_was_interrupted_while_one_output_had_ended_can_wait_for_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def work() -> None:
        say("first")
        sys.stdout.flush()
        os.close(1)
        os.read(reading, 1)
        say("then", file=sys.stderr)

    reading, writing = os.pipe()
    process = ForkedProcess(work, [reading])
    read, ends = os.read, []

    def interrupted(one: int, most: int) -> bytes:
        found = read(one, most)
        if ends:
            raise KeyboardInterrupt
        ends.extend([one] if not found else [])
        return found

    monkeypatch.setattr(os, "read", interrupted)
    monkeypatch.setattr(os, "close", lambda one: (close(one), os.write(writing, b"x") if one in ends else None))
    with pytest.raises(KeyboardInterrupt):
        process.communicate()
    monkeypatch.undo()

    assert process.communicate()[0] == b"first\n"
    assert process.returncode is not None
    os.close(reading)
    os.close(writing)
