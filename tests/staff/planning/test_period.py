"""The days of a plan, and its months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.staff.planning.runs import Period, a_year_from, calendar_year
from tests.builders import ANY_INPUT

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-11-24", "2027-11-23"),
        ("2027-01-01", "2027-12-31"),
        ("2028-02-29", "2029-02-28"),
        ("2027-03-01", "2028-02-29"),
    ],
)
def test_a_year_from_a_day_ends_before_that_day_comes_again(first: str, last: str) -> None:
    assert a_year_from(date.fromisoformat(first)) == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_a_calendar_year_has_twelve_whole_months() -> None:
    months = calendar_year(2028).months

    assert [month.first.month for month in months] == list(range(1, 13))
    assert all(month.is_whole for month in months)
    assert months[1].last == date(2028, 2, 29)


def test_the_first_and_the_last_month_may_be_cut_short() -> None:
    months = Period(date(2026, 11, 24), date(2027, 1, 5)).months

    assert [(f"{month.first}", f"{month.last}", month.is_whole) for month in months] == [
        ("2026-11-24", "2026-11-30", False),
        ("2026-12-01", "2026-12-31", True),
        ("2027-01-01", "2027-01-05", False),
    ]


@ANY_INPUT
@given(DAYS, st.integers(0, 800))
def test_the_months_hold_every_day_once(first: date, more: int) -> None:
    period = Period(first, first + timedelta(days=more))
    days = [
        month.first + timedelta(days=number)
        for month in period.months
        for number in range((month.last - month.first).days + 1)
    ]

    assert days == [first + timedelta(days=number) for number in range(period.days)]
