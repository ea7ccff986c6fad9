"""R34: the times without a message for someone."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading.shipped import read_vocabulary
from generator.model.campaign import Campaign
from generator.staff.planning.coverage import Gap, gaps, silences
from generator.staff.planning.runs import Period
from tests.builders import ANY_INPUT, a_campaign, a_run
from tests.staff.planning.years import YEAR_2027, on, planned

AUDIENCES = {name: term for name, term in read_vocabulary().audiences.items() if name in ("older", "deaf")}


def found(*campaigns: Campaign) -> list[Gap]:
    return list(gaps(planned(*campaigns), YEAR_2027, AUDIENCES, lambda one: one.audiences))


def in_short(gap: Gap) -> tuple[str, str, str, int]:
    return (gap.id, f"{gap.first:%m-%d}", f"{gap.last:%m-%d}", gap.days)


def test_r34_no_message_for_older_victims_between_16_june_and_30_september() -> None:
    older = found(on("scams", ("01-01", "06-15"), ("10-01", "12-31"), audiences=["older"]))

    assert [in_short(gap) for gap in older if gap.id == "older"] == [("older", "06-16", "09-30", 107)]


def test_a_term_without_any_message_is_one_gap_of_the_whole_period() -> None:
    assert [(gap.id, gap.whole, gap.days) for gap in found()] == [("older", True, 365), ("deaf", True, 365)]


def test_less_than_three_months_is_no_gap() -> None:
    assert "older" not in [
        gap.id for gap in found(on("scams", ("01-01", "05-01"), ("07-31", "12-31"), audiences=["older"]))
    ]
    assert "older" in [
        gap.id for gap in found(on("scams", ("01-01", "05-01"), ("08-01", "12-31"), audiences=["older"]))
    ]


def test_a_message_for_anyone_was_not_made_for_older_people() -> None:
    assert [gap.id for gap in found(on("scams", ("01-01", "12-31"), audiences=["everyone"]))] == ["older", "deaf"]


def test_a_run_that_nobody_confirmed_fills_no_gap_but_is_named_as_what_would() -> None:
    hoped = on("hoped", ("06-01", "06-30"), unconfirmed=True, audiences=["deaf"])
    deaf = [gap for gap in found(hoped) if gap.id == "deaf"]

    assert [(gap.whole, [run.campaign.id for run in gap.filled_by]) for gap in deaf] == [(True, ["hoped"])]


def test_two_weeks_with_no_campaign_at_all_are_a_silence() -> None:
    runs = planned(on("one", ("01-01", "03-01")), on("two", ("03-15", "07-31"), ("08-15", "12-31")))

    assert [in_short(gap) for gap in silences(runs, YEAR_2027)] == [("", "08-01", "08-14", 14)]


DAYS = st.tuples(st.integers(-50, 400), st.integers(0, 120), st.booleans())


@ANY_INPUT
@given(st.lists(DAYS, max_size=6))
def test_the_silences_are_the_days_without_a_confirmed_run(spans: list[tuple[int, int, bool]]) -> None:
    runs = [
        a_run(f"{day(first)}", f"{day(first + more)}", **({} if sure else {"confirmed": None}))
        for first, more, sure in spans
    ]
    campaign = a_campaign(runs=runs, posts=[])
    taken = {number for first, more, sure in spans if sure for number in range(first, first + more + 1)}
    quiet = "".join("." if number in taken else "q" for number in range(365))
    expected = [len(part) for part in quiet.split(".") if len(part) >= 14]

    assert [gap.days for gap in silences(planned(campaign), YEAR_2027)] == expected


def day(number: int) -> date:
    return YEAR_2027.first + timedelta(days=number)


def test_a_period_of_one_day_is_a_gap_or_none() -> None:
    one_day = Period(date(2027, 2, 1), date(2027, 2, 1))

    assert [gap.whole for gap in silences(planned(period=one_day), one_day)] == [True]
    assert silences(planned(on("one", ("02-01", "02-01")), period=one_day), one_day) == ()
