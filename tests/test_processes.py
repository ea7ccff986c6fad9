"""What is spread over processes comes back whole and in order, whatever becomes of a process."""

from __future__ import annotations

import gc
import os
import signal
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from generator import processes
from generator.processes import can_fork, cores, spread, uncollected

MANY = range(1000)


def children() -> set[str]:
    """The processes that this one started and has not waited for: browsers of other tests may be among them."""
    found: set[str] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended: what it started is another thread's
            found.update((task / "children").read_text(encoding="ascii").split())
    return found


@pytest.fixture(params=[1, 2, 5])
def count(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(processes, "cores", lambda: request.param)
    return int(request.param)


def test_the_results_are_the_same_and_in_order_in_however_many_processes(count: int) -> None:
    assert spread(lambda one: one * one, MANY) == [one * one for one in MANY]
    assert spread(lambda one: f"{one} {count}", range(333)) == [f"{one} {count}" for one in range(333)]
    assert spread(str, []) == []


def test_two_processes_work_at_once_and_none_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    (here_reads, there_writes), (there_reads, here_writes) = os.pipe(), os.pipe()
    here, begun = os.getpid(), set()

    def do(_: int) -> int:
        if not begun and os.getpid() == here:
            begun.add(os.read(here_reads, 1))  # until the other one has begun too
            os.write(here_writes, b"x")
        elif not begun:
            os.write(there_writes, b"x")
            begun.add(os.read(there_reads, 1))
        return os.getpid()

    before = children()
    assert len(set(spread(do, MANY))) == 2
    assert children() == before
    for one in (here_reads, there_writes, there_reads, here_writes):
        os.close(one)


@pytest.mark.parametrize("end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_what_a_process_that_ended_did_not_answer_is_done_here(end: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    here = os.getpid()

    def do(one: int) -> int:
        if os.getpid() != here:
            end()  # type: ignore[operator]
        return -one

    assert spread(do, MANY) == [-one for one in MANY]


def test_a_fault_in_an_item_is_raised_here_and_no_process_is_left(count: int) -> None:
    def do(one: int) -> int:
        if one == 777:
            raise ValueError("seven")
        return one

    before = children()
    with pytest.raises(ValueError, match="seven"):
        spread(do, MANY)
    assert children() == before


def test_a_long_answer_comes_back_whole(count: int) -> None:
    assert spread(lambda one: "x" * 5000 + str(one), MANY)[-1] == "x" * 5000 + "999"
    assert [len(one) for one in spread(lambda one: "x" * 5000, MANY)] == [5000] * 1000


def test_more_items_than_a_pipe_holds_numbers_are_all_done(count: int) -> None:
    assert spread(abs, range(200_000)) == list(range(200_000))


def test_no_process_is_forked_beside_a_thread() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert (can_fork(), cores()) == (False, 1)
    finally:
        done.set()
        thread.join()


def test_the_collector_is_given_back_as_it_was() -> None:
    with uncollected():
        assert not gc.isenabled()
        with pytest.raises(ZeroDivisionError), uncollected():
            _ = 1 / 0
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()  # what the list of tests had frozen
    spread(str, MANY)
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("granted", [0, 1])
def test_where_the_system_grants_no_further_process_the_rest_is_done_here(
    granted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 3)
    fork, asked = os.fork, []

    def refused() -> int:
        asked.append(1)
        if len(asked) > granted:
            raise BlockingIOError
        return fork()

    monkeypatch.setattr(os, "fork", refused)
    before, opened = children(), len(list(Path("/proc/self/fd").iterdir()))

    assert spread(lambda one: -one, MANY) == [-one for one in MANY]
    assert (children(), len(list(Path("/proc/self/fd").iterdir()))) == (before, opened)
    assert len(asked) == granted + 1
