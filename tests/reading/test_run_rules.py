"""Which rules and runs still want a day or a confirmation, and by when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.problems import Problem
from generator.reading.campaigns import read_campaign
from generator.reading.run_rules import advice_on_runs
from tests.builders import a_campaign_file

TODAY = date(2026, 11, 22)
CONFIRMED = ", confirmed: {by: Us, on: 2026-11-20, source: the calendar}"


def advice(*lines: str, today: date = TODAY) -> list[tuple[str, bool]]:
    problems: list[Problem] = []
    found = read_campaign(a_campaign_file(*lines), "campaigns/1.md", problems)
    assert found is not None, problems
    return [(str(problem), problem.may_wait) for problem in advice_on_runs([found], today)]


def a_run(days: int, confirmed: str = "", last: int | None = None) -> str:
    first = TODAY + timedelta(days=days)
    return f"runs: [{{from: {first}, to: {TODAY + timedelta(days=days + 6 if last is None else last)}{confirmed}}}]"


def test_a_rule_without_a_run_wants_one() -> None:
    assert advice("rule: the whole of February") == [
        (
            "campaigns/1.md:6:7: no run of this campaign is confirmed for the next twelve months; "
            "look the days up, and add a run",
            False,
        )
    ]


def test_r30_a_rule_with_an_unconfirmed_run_says_which_to_confirm_and_by_when() -> None:
    assert advice("rule: the whole of February", "runs: [{from: 2027-02-01, to: 2027-02-28}]") == [
        (
            "campaigns/1.md:6:7: no run of this campaign is confirmed for the next twelve months; "
            "confirm the one from 2027-02-01 by 2027-01-11",
            True,
        )
    ]


@pytest.mark.parametrize(("days", "may_wait"), [(30, True), (21, False)])
def test_a_run_that_starts_soon_is_named_alone_and_not_its_rule_as_well(days: int, may_wait: bool) -> None:
    (said,) = advice("rule: each year", a_run(days))

    assert said[0].startswith("campaigns/1.md:7:8: this run starts in ")
    assert said[1] is may_wait


@pytest.mark.parametrize("days", [0, 30, 365])
def test_a_rule_with_a_confirmed_run_within_a_year_needs_no_advice(days: int) -> None:
    assert advice("rule: each year", a_run(days, CONFIRMED)) == []


@pytest.mark.parametrize("days", [-10, 366])
def test_a_confirmed_run_that_is_over_or_more_than_a_year_off_does_not_count(days: int) -> None:
    assert len(advice("rule: each year", a_run(days, CONFIRMED))) == 1


def test_a_campaign_without_a_rule_need_not_come_again() -> None:
    assert advice() == []


@pytest.mark.parametrize(
    ("days", "said", "may_wait"),
    [
        (60, "starts in 60 days, on 2027-01-21, and nobody has confirmed it: confirm it by 2026-12-31", True),
        (22, "starts in 22 days, on 2026-12-14, and nobody has confirmed it: confirm it by 2026-11-23", True),
        (21, "starts in 21 days, on 2026-12-13, and nobody has confirmed it: confirm it by 2026-11-22", False),
        (1, "starts in 1 day, on 2026-11-23, and nobody has confirmed it: confirm it by 2026-11-22", False),
        (0, "has begun, on 2026-11-22, and nobody has confirmed it: confirm it by 2026-11-22", False),
    ],
)
def test_r31_an_unconfirmed_run_is_named_from_60_days_and_pressing_from_21(
    days: int, said: str, may_wait: bool
) -> None:
    assert advice(a_run(days)) == [(f"campaigns/1.md:6:8: this run {said}, or nothing goes out", may_wait)]


@pytest.mark.parametrize("line", [a_run(61), a_run(-7, last=-1), a_run(5, CONFIRMED)])
def test_r31_a_run_that_is_far_off_or_over_or_confirmed_is_not(line: str) -> None:
    assert advice(line) == []


def test_a_run_that_was_called_off_needs_no_confirmation_and_is_none() -> None:
    assert advice(a_run(21, ", called_off: 2026-11-22")) == []
    assert len(advice("rule: each year", a_run(21, CONFIRMED + ", called_off: 2026-11-22"))) == 1
