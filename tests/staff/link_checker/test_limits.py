"""Politeness, on a clock that only moves when somebody sleeps."""

from __future__ import annotations

import pytest

from generator.staff.link_checker.result import NoAnswerError
from generator.staff.link_checker.transport import Turns


class Clock:
    """Seconds that pass by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)


def test_a_host_gets_its_pause_and_another_host_need_not_wait() -> None:
    clock = Clock()
    turns = Turns(1.5, lambda: clock.now, clock.sleep)
    with turns.of("a.example.org"):
        clock.now += 10
    with turns.of("b.example.org"):
        pass
    clock.now += 0.5
    with turns.of("a.example.org"):
        pass

    assert clock.slept == [1.0]


def test_nobody_gets_a_turn_once_it_is_over() -> None:
    turns = Turns(1, lambda: 0.0)
    turns.stop()

    with pytest.raises(NoAnswerError, match="somebody stopped the check"), turns.of("a.example.org"):
        raise AssertionError("this was a turn")


def test_who_sleeps_is_woken_at_the_end() -> None:
    turns = Turns(3600, lambda: 0.0)
    turns.stop()
    turns.sleep(3600)
