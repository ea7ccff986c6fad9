"""R34: the weeks in which too much is on, or the same people are spoken to twice."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.campaign import Campaign
from generator.staff.planning.coverage import clashes, weeks
from generator.staff.planning.runs import Period
from tests.staff.planning.years import YEAR_2027, on, planned


def found(*campaigns: Campaign, period: Period = YEAR_2027) -> list[tuple[Any, ...]]:
    return [
        (f"{one.first:%m-%d}", f"{one.last:%m-%d}", [c.id for c in one.campaigns], list(one.shared), one.crowded)
        for one in clashes(planned(*campaigns, period=period), period)
    ]


def test_r34_three_campaigns_in_one_week_are_too_many_though_their_people_differ() -> None:
    three = [
        on("children", ("06-07", "06-08"), audiences=["children"]),
        on("deaf", ("06-10", "06-10"), audiences=["deaf"]),
        on("older", ("06-13", "06-13"), audiences=["older"]),
    ]

    assert found(*three) == [("06-07", "06-13", ["children", "deaf", "older"], [], True)]
    assert found(*three[:2]) == []


def test_r34_two_campaigns_for_the_same_people_in_one_week() -> None:
    clash = found(
        on("scams", ("06-01", "06-08"), audiences=["older", "everyone"]),
        on("stalking", ("06-13", "06-20"), audiences=["women", "older"]),
    )

    assert clash == [("06-07", "06-13", ["scams", "stalking"], ["older"], False)]


def test_the_same_campaigns_in_weeks_on_end_are_one_clash() -> None:
    both = [on("one", ("06-07", "06-27")), on("two", ("06-07", "06-27"))]

    assert found(*both) == [("06-07", "06-27", ["one", "two"], ["everyone"], False)]
    assert [clash[:3] for clash in found(*both, on("three", ("06-15", "06-15")))] == [
        ("06-07", "06-13", ["one", "two"]),
        ("06-14", "06-20", ["one", "three", "two"]),
        ("06-21", "06-27", ["one", "two"]),
    ]


def test_the_same_campaigns_later_in_the_year_are_another_clash() -> None:
    both = [on("one", ("06-07", "06-08"), ("09-06", "09-07")), on("two", ("06-07", "06-08"), ("09-06", "09-07"))]

    assert [clash[:2] for clash in found(*both)] == [("06-07", "06-13"), ("09-06", "09-12")]


def test_two_runs_of_one_campaign_in_one_week_do_not_clash() -> None:
    assert found(on("one", ("06-07", "06-08"), ("06-10", "06-11"))) == []


def test_a_run_to_confirm_clashes_as_well() -> None:
    assert len(found(on("one", ("06-07", "06-08")), on("two", ("06-07", "06-08"), unconfirmed=True))) == 1


def test_weeks_begin_on_monday_and_the_ends_may_be_cut_short() -> None:
    days = Period(date(2027, 6, 5), date(2027, 6, 15))

    assert [f"{week.first:%a %d} {week.last:%a %d}" for week in weeks(days)] == [
        "Sat 05 Sun 06",
        "Mon 07 Sun 13",
        "Mon 14 Tue 15",
    ]
