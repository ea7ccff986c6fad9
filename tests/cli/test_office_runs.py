"""Runs in many offices: each a fork of a process that has read ahead, or a program, and none knows of another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from generator import processes
from generator.cli.offices import office_runs
from generator.cli.offices.office_runs import Ended, forks, programs
from tests.site_builder import NOW, PATIENCE, WAYMARK, a_site, called, environment_with, fingerprint, run

say = print
"""What is said here is said to whoever started it."""


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """South and north, in this order."""
    made = [tmp_path / "south", tmp_path / "north"]
    for folder in made:
        folder.mkdir()
    return made


def meets(_: Sequence[str] = ()) -> None:
    """Come, and wait until the others have."""
    here = Path.cwd()
    (here / "came").touch()
    while not all((here.parent / name / "came").exists() for name in ("north", "south")):
        time.sleep(0.01)
    say("met")


MEETS = """
import sys; sys.path[:0] = sys.argv[1:]
from tests.cli.test_office_runs import meets; meets()
"""


@pytest.fixture
def doing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Sequence[str]], object]], None]:
    """What each run does, in the place of a command."""
    return lambda work: monkeypatch.setattr(office_runs, "whole_run", work)


def told(ended: Ended) -> tuple[str, int, str]:
    return ended.office, ended.status, ended.last


def test_several_programs_run_at_once_and_are_told_of_in_their_order(folders: list[Path]) -> None:
    program = [sys.executable, "-c", MEETS, *sys.path]

    assert [*map(told, programs(program, folders, os.environ, 2))] == [("south", 0, "met"), ("north", 0, "met")]


def test_several_forks_run_at_once_and_are_told_of_in_their_order(folders: list[Path], doing: Callable) -> None:
    doing(meets)

    assert [*map(told, forks([], folders, os.environ, 2))] == [("south", 0, "met"), ("north", 0, "met")]


def test_no_more_run_at_once_than_may(folders: list[Path], doing: Callable) -> None:
    def alone(_: Sequence[str]) -> None:
        mark = Path.cwd().parent / "at work"
        mark.touch(exist_ok=False)
        time.sleep(0.05)
        mark.unlink()

    doing(alone)

    assert [one.status for one in forks([], folders, os.environ, 1)] == [0, 0]


def test_what_a_run_does_to_its_process_no_other_sees(folders: list[Path], doing: Callable) -> None:
    def spoils(words: Sequence[str]) -> None:
        seen = [Path.cwd().name, os.environ.get("SPOILT", ""), *words, str(hasattr(office_runs, "spoilt"))]
        os.environ["SPOILT"] = office_runs.spoilt = "yes"  # type: ignore[attr-defined]
        sys.path[:] = []
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        say(seen, os.environ["GIVEN"])

    doing(spoils)
    here, path = Path.cwd(), list(sys.path)
    found = [one.out for one in forks(["check"], folders, {"GIVEN": "given"}, 1)]

    assert found == [f"{[name, '', 'check', 'False']} given\n" for name in ("south", "north")]
    assert (Path.cwd(), sys.path, os.environ.get("SPOILT")) == (here, path, None)


@pytest.mark.parametrize(
    ("ends", "status", "last"),
    [
        (lambda: sys.exit(2), 2, "nothing was said"),
        (lambda: sys.exit("why"), 1, "why"),
        (lambda: os.kill(os.getpid(), signal.SIGKILL), -9, "ended from outside by SIGKILL"),
        (lambda: os._exit(3), 3, "nothing was said"),
        (lambda: 1 // 0, 1, "ZeroDivisionError: integer division or modulo by zero"),
        (lambda: say("x" * 200_000), 0, "x" * 200_000),
    ],
)
def test_however_one_ends_the_other_goes_on(
    ends: Callable[[], object], status: int, last: str, folders: list[Path], doing: Callable
) -> None:
    doing(lambda _: ends() if Path.cwd().name == "south" else say("done"))

    assert [*map(told, forks([], folders, os.environ, 2))] == [("south", status, last), ("north", 0, "done")]


def test_each_has_its_share_of_the_processors(
    folders: list[Path], doing: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(6)))
    monkeypatch.setattr(office_runs, "cores", lambda: 6)
    doing(lambda _: say(processes.cores()))

    assert [one.out for one in forks([], folders, os.environ, 2)] == ["3\n", "3\n"]
    assert [one.out for one in forks([], folders, os.environ, 1)] == ["6\n", "6\n"]


def test_where_it_is_given_up_each_tidies_up_and_ends(folders: list[Path], doing: Callable) -> None:
    def works(_: Sequence[str]) -> None:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        here = Path.cwd()
        try:
            (here / "begun").write_text(str(os.getpid()))
            while not (here.name == "south" and (here.parent / "north/begun").exists()):
                time.sleep(0.01)
        finally:
            (here / "tidy").touch()

    doing(works)
    running = forks([], folders, os.environ, 2)
    assert next(running).office == "south"
    assert not (folders[1] / "tidy").exists()
    running.close()

    assert (folders[1] / "tidy").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int((folders[1] / "begun").read_text()), 0)


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """Two offices; the first is broken, so that reading ahead fails."""
    folder = tmp_path / "offices"
    for name in ("north", "south"):
        a_site(folder / name)
    services = folder / "north/services.yaml"
    services.write_text(services.read_text().replace("kind: refuge", "kind: refuges"))
    return folder


def test_forks_build_the_bytes_and_say_the_words_of_programs(offices: Path) -> None:
    words = ["--root", str(offices), "--now", NOW, "--all", "build"]
    forked = run([*WAYMARK, *words], offices.parent)
    site = fingerprint(offices / "south/site")
    started = called(words, offices.parent)  # tests have threads, so here nothing is forked

    assert (forked.status, forked.out, forked.err) == (started.status, started.out, started.err)
    assert forked.err.startswith(
        "north: 1 to mend in 1 file.\n  services.yaml:21:11: 'refuges' is not a kind of service"
    )
    assert fingerprint(offices / "south/site") == site
    assert "index.html" in site


SLOW = """\
import pathlib, os, time

def on_pre_build(config):
    pathlib.Path(config.config_file_path).with_name("begun").write_text(str(os.getpid()))
    time.sleep(600)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_with_the_command_ends_every_build(number: signal.Signals, offices: Path) -> None:
    for name in ("north", "south"):
        a_site(offices / name)
        config = offices / name / "mkdocs.yml"
        config.write_text(config.read_text() + "hooks: [slow.py]\n")
        (offices / name / "slow.py").write_text(SLOW)
    process = subprocess.Popen(
        [*WAYMARK, "--root", str(offices), "--now", NOW, "--all", "build"],
        env=environment_with({}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    begun = offices / "north/begun"
    assert in_time(lambda: begun.exists() and begun.read_text())
    process.send_signal(number)
    process.wait(PATIENCE)
    engine = int(begun.read_text())

    assert in_time(lambda: not is_alive(engine))
    assert not (offices / "north/site").exists()
    if number != signal.SIGKILL:
        assert [one.name for one in offices.glob("*/.site.new-*")] == []


def in_time(what: Callable[[], object]) -> bool:
    end = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def is_alive(process: int) -> bool:
    with suppress(OSError):
        return " Z " not in Path(f"/proc/{process}/stat").read_text()
    return False
