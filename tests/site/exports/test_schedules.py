"""Rows of `schedules`, read by somebody who knows no holiday and no night: they say what our own pages say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields.dates import LONDON
from generator.model.fields.hours import hours
from generator.model.fields.open_now import status
from generator.site.exports.schedules import Row, schedule_rows
from tests.builders import ANY_INPUT

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
HARD = [
    "24/7",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 09:00-17:00",
    "Mo-Su 20:00-08:00",
    "Mo-Fr 20:00-08:00; PH off",
    "Mo-Fr 09:00-17:00; PH 10:00-14:00",
    "Fr 20:00-02:00; Sa off",
    "Mo,We,Fr 09:30-12:00,13:00-17:30; Sa 10:00-12:00; PH 22:00-03:00",
    "Mo-Su 00:00-24:00; PH off",
    "Su 18:00-24:00; Mo 00:00-09:00",
    "PH 08:00-20:00",
]


def is_open(rows: Iterable[Row], at: datetime) -> bool:
    """What a reader of rows takes them for, who compares texts and knows nothing else of time."""
    day, clock = f"{at:%Y-%m-%d}", f"{at:%H:%M}"
    return any(
        WEEKDAYS[at.weekday()] in row["byday"].split(",")
        and row.get("valid_from", "") <= day <= row.get("valid_to", "9999")
        and row["opens_at"] <= clock
        and (clock < row["closes_at"] or row["closes_at"] == "23:59")
        for row in rows
    )


def half_hours(first: date, days: int) -> Iterable[datetime]:
    """Every half hour that a clock on a wall in London shows, also those that it shows twice or not at all."""
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return ((start + timedelta(minutes=30 * step)).astimezone(LONDON) for step in range(48 * days))


def differences(text: str, moments: Iterable[datetime], today: date = date(2026, 10, 31)) -> list[str]:
    """The moments at which rows and page say another thing of some hours."""
    rows = schedule_rows(hours(text), today)
    return [f"{at:%a %d %b %Y %H:%M}" for at in moments if is_open(rows, at) != bool(status(hours(text), at).open)]


@pytest.mark.parametrize("text", HARD)
def test_at_every_half_hour_around_holidays_and_changes_of_the_clock(text: str) -> None:
    """Christmas to New Year, Easter, the night in March and the one in October, and a week of nothing in particular."""
    spans = [(date(2026, 12, 23), 13), (date(2027, 3, 24), 10), (date(2026, 10, 23), 5), (date(2027, 6, 1), 8)]

    assert [one for first, days in spans for one in differences(text, half_hours(first, days))] == []


def test_at_every_half_hour_of_four_hundred_days() -> None:
    """From the last day of a month, and so from any day of it."""
    for text, last in (
        ("Mo-Fr 20:00-08:00; PH 10:00-14:00", date(2026, 11, 30)),
        ("Mo-Fr 09:00-17:00", date(2026, 12, 31)),
    ):
        assert differences(text, half_hours(last, 400), last) == []


TIMES = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
SPANS = st.lists(st.tuples(TIMES, TIMES).filter(lambda span: span[0] != span[1]).map("-".join), min_size=1, max_size=2)
DAYS = st.sampled_from(["Mo-Fr", "Mo", "Sa,Su", "Fr-Mo", "Mo-Su", "We", "PH", "Su,PH"])
RULES = st.lists(
    st.builds(lambda days, spans: f"{days} {spans}", DAYS, st.one_of(SPANS.map(",".join), st.just("off"))),
    min_size=1,
    max_size=4,
)


@ANY_INPUT
@given(RULES, st.lists(st.integers(0, 400 * 48), min_size=20, max_size=20))
def test_at_any_moment_of_any_hours(rules: list[str], steps: list[int]) -> None:
    text = "; ".join(rules)
    try:
        hours(text)
    except ValueError:
        return  # never open, say: no author can write it
    start = datetime(2026, 10, 31, tzinfo=UTC)

    assert differences(text, [(start + timedelta(minutes=30 * at)).astimezone(LONDON) for at in steps]) == []


def test_office_hours_at_christmas() -> None:
    rows = schedule_rows(hours("Mo-Fr 09:00-17:00; PH off"), date(2026, 11, 22))

    assert [(row.get("valid_from"), row.get("valid_to")) for row in rows][:3] == [
        (None, "2026-12-24"),
        ("2026-12-29", "2026-12-31"),
        ("2027-01-02", "2027-03-25"),
    ]
    assert "valid_to" not in rows[-1]


def test_a_holiday_with_hours_of_its_own_is_a_row_of_one_day_with_its_name() -> None:
    rows = schedule_rows(hours("Mo-Fr 09:00-17:00; PH 10:00-14:00"), date(2026, 11, 22))

    assert {
        "freq": "WEEKLY",
        "byday": "FR",
        "valid_from": "2026-12-25",
        "valid_to": "2026-12-25",
        "opens_at": "10:00",
        "closes_at": "14:00",
    } in rows


def test_day_and_night_is_one_row() -> None:
    assert schedule_rows(hours("24/7"), date(2026, 11, 22)) == (
        {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"},
    )


def test_rows_are_the_same_from_one_day_to_the_next() -> None:
    """They begin with the month: a copy that others hold changes on its first day, and not each night."""
    days = (date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1))
    first, last, next_month = (schedule_rows(hours("Mo-Fr 09:00-17:00; PH off"), day) for day in days)

    assert first == last
    assert last != next_month


def test_office_hours_of_more_than_a_year_are_a_dozen_rows() -> None:
    assert len(schedule_rows(hours("Mo-Fr 09:00-17:00; PH off"), date(2026, 11, 22))) <= 12


@pytest.mark.parametrize("text", [text for text in HARD if text != "24/7"])
def test_a_line_that_stands_in_for_another_is_open_when_that_one_is_not(text: str) -> None:
    """On a bank holiday of which nobody said anything, neither is."""
    rows, rest = (schedule_rows(hours(text), date(2026, 11, 22), while_closed=closed) for closed in (False, True))

    for at in half_hours(date(2026, 12, 23), 10):
        known = status(hours(text), at).open
        if known is not None:
            assert is_open(rows, at) != is_open(rest, at) or (not known and not is_open(rest, at) and "PH" not in text)
