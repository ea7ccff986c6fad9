"""Which rules and runs still want a day or a confirmation, and by when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.content.checks.unconfirmed_runs import advice_on_runs
from generator.content.loading.campaigns import read_campaign
from tests.builders import a_campaign_file

TODAY = date(2026, 11, 22)
CONFIRMED = ", confirmed: {by: Us, on: 2026-11-20, source: the calendar}"


def advice(*lines: str, today: date = TODAY) -> list[tuple[str, bool]]:
    found, problems = read_campaign(a_campaign_file(*lines), "campaigns/1.md")
    assert found is not None, problems
    return [(str(problem), problem.severity == "notice") for problem in advice_on_runs([found], today)]


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


def test_a_confirmed_run_that_is_over_does_not_count() -> None:
    ((said, may_wait),) = advice("rule: each year", a_run(-10, CONFIRMED))

    assert said.endswith("look the days up, and add a run")
    assert not may_wait


def test_a_confirmed_run_more_than_a_year_off_is_told_and_nobody_is_asked_to_add_it_again() -> None:
    assert advice("rule: each year", a_run(366, CONFIRMED)) == [
        (
            "campaigns/1.md:7:8: the next run is confirmed, and starts on 2027-11-23; nothing of this campaign is "
            "planned for a year before it",
            True,
        )
    ]
    assert advice(a_run(366, CONFIRMED)) == []


def test_an_unconfirmed_run_more_than_a_year_off_is_to_be_confirmed_and_not_added_again() -> None:
    ((said, may_wait),) = advice("rule: each year", a_run(400))

    assert said.endswith("confirm the one from 2027-12-27 by 2027-12-06")
    assert may_wait


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
