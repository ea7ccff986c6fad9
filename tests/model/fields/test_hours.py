from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields.hours import Hours, Rule, bank_holidays, hours
from generator.model.fields.open_now import OpenStatus, status
from tests.builders import ANY_INPUT, at

OFFICE = "Mo-Fr 09:00-17:00; PH off"
EXAMPLE = 'write them as "Mo-Fr 09:00-17:00; PH off", or 24/7'


def test_hours_become_rules_that_can_be_said_in_words() -> None:
    assert hours("Mo-Fr 09:00-12:30,13:00-17:00; Sa,PH 10:00-12:00; Su off").rules == (
        Rule(("Mo-Fr",), (("09:00", "12:30"), ("13:00", "17:00"))),
        Rule(("Sa", "PH"), (("10:00", "12:00"),)),
        Rule(("Su",), ()),
    )


def test_hours_without_days_are_for_every_day() -> None:
    assert hours("09:00-17:00").rules == (Rule((), (("09:00", "17:00"),)),)


def test_day_and_night_is_one_rule() -> None:
    assert (hours("24/7").always, hours("24/7").rules) == (True, (Rule((), (("00:00", "24:00"),)),))


@pytest.mark.parametrize(
    "text", ["Mo-Fr  09:00-17:00 ;PH off", "Mo-Fr 09:00-17:00; PH off;", "Mo-Fr 09:00-17:00; PH closed"]
)
def test_spaces_and_a_last_semicolon_do_not_matter(text: str) -> None:
    assert hours(text).rules == hours(OFFICE).rules


@pytest.mark.parametrize(
    "text",
    [
        "9-5",
        "9am to 5pm",
        "Mo-Fr 9:00-17:00",
        "Mon-Fri 09:00-17:00",
        "Mo-Fr 09:00-25:00",
        "Mo-Fr 09.00-17.00",
        "weekdays",
        "",
        "24/7; PH off",
        "Mo-Fr",
        "09:00",
        "Mo-Fr 09:00-17:00, PH off",
        "Jan-Mar 09:00-17:00",
        "Mo-Fr ٠٩:00-17:00",
        "; ",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="form") as refused:
        hours(text)

    assert str(refused.value) == f"'{text.rstrip('; ')}' is not in a form we can read; {EXAMPLE}"


def test_hours_that_open_and_close_at_one_time_are_refused() -> None:
    with pytest.raises(ValueError, match="opens and closes") as refused:
        hours("Mo 09:00-09:00")

    assert str(refused.value) == f"'Mo 09:00-09:00' opens and closes at 09:00; {EXAMPLE}"


def test_hours_that_never_open_are_refused() -> None:
    with pytest.raises(ValueError, match="never") as refused:
        hours("Mo-Su off")

    assert str(refused.value) == f"'Mo-Su off' is never open; {EXAMPLE}"


def test_a_list_is_not_hours() -> None:
    with pytest.raises(ValueError, match="needed") as refused:
        hours(["24/7"])

    assert str(refused.value) == f"opening hours are needed here; {EXAMPLE}"


def test_the_bank_holidays_are_those_of_england_and_wales() -> None:
    assert sorted(bank_holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 12, 28),
    ]


@pytest.mark.parametrize(
    ("text", "moment", "is_open"),
    [
        (OFFICE, "2026-11-23 08:59", False),
        (OFFICE, "2026-11-23 09:00", True),
        (OFFICE, "2026-11-23 16:59", True),
        (OFFICE, "2026-11-23 17:00", False),
        (OFFICE, "2026-11-22 10:00", False),
        (OFFICE, "2027-01-01 10:00", False),
        (OFFICE, "2027-03-29 10:00", False),
        (OFFICE, "2026-08-31 10:00", False),
        (OFFICE, "2026-08-03 10:00", True),
        (OFFICE, "2026-12-28 10:00", False),
        ("Mo-Fr 09:00-17:00", "2026-08-31 10:00", None),
        ("Mo-Fr 09:00-17:00", "2026-09-01 10:00", True),
        ("Sa,PH 10:00-12:00", "2026-08-31 11:00", True),
        ("Sa,PH 10:00-12:00", "2026-09-07 11:00", False),
        ("Mo-Su,PH 10:00-12:00", "2026-08-31 11:00", True),
        ("PH 10:00-12:00; Mo-Fr 09:00-17:00", "2026-08-31 09:30", False),
        ("Mo-Fr 09:00-17:00; Fr 18:00-20:00", "2026-11-27 10:00", True),
        ("Mo-Fr 09:00-17:00; Fr 18:00-20:00", "2026-11-27 17:30", False),
        ("Mo-Fr 09:00-17:00; Fr 10:00-16:00", "2026-11-27 16:30", False),
        ("Mo-Fr 09:00-17:00; Fr off", "2026-11-27 10:00", False),
        ("Fr off; Mo-Fr 09:00-17:00", "2026-11-27 10:00", True),
        ("Fr-Mo 10:00-12:00", "2026-11-22 11:00", True),
        ("Fr-Mo 10:00-12:00", "2026-11-24 11:00", False),
        ("Mo-Su 22:00-02:00", "2026-11-22 01:59", True),
        ("Mo-Su 22:00-02:00", "2026-11-22 02:00", False),
        ("Fr 22:00-02:00", "2026-11-28 01:00", True),
        ("Fr 22:00-02:00", "2026-11-27 01:00", False),
        ("Fr 20:00-02:00; Sa off", "2026-11-28 01:59", True),
        ("Fr 20:00-02:00; Sa off", "2026-11-28 02:00", False),
        ("Su 20:00-02:00; Mo off", "2026-11-30 01:00", True),
        ("Mo-Su 22:00-02:00; PH off", "2027-01-01 01:00", True),
        ("Mo-Su 22:00-02:00", "2027-01-01 01:00", True),
        ("Mo-Su 22:00-02:00", "2027-01-01 02:00", None),
        ("Mo-Su 22:00-02:00", "2027-01-02 01:00", False),
        ("Mo-Su 22:00-02:00; PH off", "2027-01-01 23:00", False),
        ("Mo-Su 22:00-02:00; PH off", "2027-01-02 01:00", False),
        ("Mo-Fr 09:00-24:00", "2026-11-20 23:59", True),
        ("Mo-Fr 09:00-00:00", "2026-11-20 23:59", True),
        ("Mo-Fr 09:00-24:00", "2026-11-21 00:00", False),
        ("24/7", "2026-12-25 03:00", True),
    ],
)
def test_a_line_is_open_by_its_days_its_times_and_the_bank_holidays(
    text: str, moment: str, is_open: bool | None
) -> None:
    assert status(hours(text), at(moment)).open is is_open


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        ("2027-06-01T08:00", True),
        ("2027-06-01T07:59", False),
        ("2027-06-01T16:00", False),
        ("2027-12-01T08:00", False),
        ("2027-12-01T09:00", True),
    ],
)
def test_hours_are_by_the_clock_in_the_united_kingdom_wherever_the_moment_comes_from(utc: str, is_open: bool) -> None:
    assert status(hours(OFFICE), datetime.fromisoformat(utc).replace(tzinfo=UTC)).open is is_open


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        ("2026-10-24T23:59", False),
        ("2026-10-25T00:00", True),
        ("2026-10-25T01:30", True),
        ("2026-10-25T02:59", True),
        ("2026-10-25T03:00", False),
        ("2027-03-28T00:59", False),
        ("2027-03-28T01:00", True),
        ("2027-03-28T01:59", True),
        ("2027-03-28T02:00", False),
    ],
)
def test_the_nights_when_the_clocks_change_are_longer_and_shorter(utc: str, is_open: bool) -> None:
    assert status(hours("Mo-Su 01:00-03:00"), datetime.fromisoformat(utc).replace(tzinfo=UTC)).open is is_open


@pytest.mark.parametrize(
    ("text", "moment", "change"),
    [
        (OFFICE, "2026-11-23 08:00", "2026-11-23 09:00"),
        (OFFICE, "2026-11-23 09:00", "2026-11-23 17:00"),
        (OFFICE, "2026-11-23 17:00", "2026-11-24 09:00"),
        (OFFICE, "2026-12-24 17:00", "2026-12-29 09:00"),
        (OFFICE, "2026-10-23 18:00", "2026-10-26 09:00"),
        ("Mo-Su 22:00-02:00", "2026-11-22 23:00", "2026-11-23 02:00"),
        ("Mo-Su 22:00-02:00", "2026-11-22 01:00", "2026-11-22 02:00"),
        ("Mo-Fr 00:00-24:00", "2026-11-23 12:00", "2026-11-28 00:00"),
        ("Mo 09:00-11:00,10:00-12:00", "2026-11-23 09:30", "2026-11-23 12:00"),
        ("Mo 22:00-24:00; Tu 00:00-03:00", "2026-11-23 23:00", "2026-11-24 03:00"),
        ("Mo 09:00-12:00; Mo 14:00-17:00", "2026-11-23 13:00", "2026-11-23 14:00"),
        ("Mo 09:00-12:00,12:00-17:00", "2026-11-23 10:00", "2026-11-23 17:00"),
        ("Sa 00:00-24:00; Su 00:00-12:00", "2026-11-28 10:00", "2026-11-29 12:00"),
        ("Su 22:00-24:00; Mo 00:00-06:00", "2026-11-29 23:00", "2026-11-30 06:00"),
        ("Mo 09:00-17:00", "2026-11-23 18:00", "2026-11-30 09:00"),
        ("PH off; Mo-Fr 09:00-17:00", "2027-04-30 18:00", "2027-05-04 09:00"),
    ],
)
def test_the_next_change_is_when_a_line_next_opens_or_closes(text: str, moment: str, change: str) -> None:
    assert status(hours(text), at(moment)).change == at(change)


@pytest.mark.parametrize("text", ["24/7", "Mo-Su 00:00-24:00", "00:00-24:00"])
def test_hours_that_never_close_never_change(text: str) -> None:
    assert status(hours(text), at("2026-11-22 09:00")) == OpenStatus(True)


@ANY_INPUT
@given(st.text() | st.text("MoTuFrPH0123456789:-,; of/", max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        read = hours(text)
    except ValueError as refused:
        assert str(refused).endswith(EXAMPLE)  # noqa: PT017 # both ends are right
        assert "\n" not in str(refused)  # noqa: PT017
    else:
        assert isinstance(read, Hours)
        assert status(read, at("2026-12-25 01:30")).open in (True, False, None)
        assert hours(read.right_form).week == read.week or read.always


def test_from_when_is_not_said_where_a_bank_holiday_of_which_nothing_is_known_comes_first() -> None:
    """3 May 2027 is a bank holiday: whether the line opens then, nobody knows."""
    line = hours("Mo-Fr 09:00-17:00")

    assert status(line, at("2027-04-30 18:00")) == OpenStatus(False)
    assert status(line, at("2027-05-03 10:00")) == OpenStatus(None)
    assert status(line, at("2027-05-04 08:00")) == OpenStatus(False, at("2027-05-04 09:00"))
    assert status(hours("PH 10:00-12:00"), at("2027-01-01 12:00")) == OpenStatus(False)


@ANY_INPUT
@given(
    text=st.sampled_from([OFFICE, "Mo-Su 22:00-02:00; PH off", "Mo-Fr,PH 10:00-12:00", "Mo-Fr 00:00-24:00; We,PH off"]),
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 # hypothesis adds it
)
def test_a_line_is_different_after_its_next_change_and_the_same_before(text: str, moment: datetime) -> None:
    line = hours(text)
    now = status(line, moment)

    assert now.change is not None
    assert status(line, now.change).open is not now.open
    assert status(line, moment + (now.change - moment) * 0.999).open is now.open


# What two rules for one day mean, and how it is said


@pytest.mark.parametrize(
    ("text", "right", "day"),
    [
        ("Mo 09:00-12:00; Mo 14:00-17:00", "Mo 09:00-12:00,14:00-17:00", "Monday"),
        (
            "Mo-Fr 09:00-17:00; We 18:00-20:00",
            "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-17:00,18:00-20:00",
            "Wednesday",
        ),
        ("Mo-Su 09:00-17:00; Th 17:00-21:00", "Mo-We,Fr-Su 09:00-17:00; Th 09:00-21:00", "Thursday"),
        ("Mo-Fr 09:00-17:00; We 09:00-20:00; PH off", "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-20:00; PH off", "Wednesday"),
        ("09:00-12:00; Sa 14:00-16:00", "Mo-Fr,Su 09:00-12:00; Sa 09:00-12:00,14:00-16:00", "Saturday"),
        ("Mo,PH 09:00-12:00; PH 14:00-16:00", "Mo 09:00-12:00; PH 09:00-12:00,14:00-16:00", "bank holidays"),
        ("We off; Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00", None),
        ("Mo-Fr 09:00-17:00; We off", "Mo-Fr 09:00-17:00; We off", None),
        ("Mo-Fr 09:00-12:00,12:00-17:00", "Mo-Fr 09:00-17:00", None),
        ("Mo-Su 00:00-24:00", "24/7", None),
        ("00:00-24:00; PH 00:00-24:00", "24/7", None),
        ("Mo-Su 00:00-24:00; PH off", "Mo-Su 00:00-24:00; PH off", None),
        ("Mo-Su 22:00-06:00,06:00-22:00", "24/7", None),
        ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00; PH off", None),
    ],
)
def test_a_day_has_its_times_in_one_rule(text: str, right: str, day: str | None) -> None:
    assert (hours(text).right_form, hours(text).day_given_twice) == (right, day)
    assert hours(right).week == hours(text).week or right == "24/7"


@pytest.mark.parametrize("dash", "‐‑‒–—―−﹣－")
def test_a_dash_that_is_no_hyphen_is_named_with_the_right_form(dash: str) -> None:
    text = f"Mo{dash}Fr 09:00{dash}17:00"
    with pytest.raises(ValueError, match="long dash") as refused:
        hours(text)

    assert str(refused.value) == (
        f"'{text}' has a long dash, as word processors make of a hyphen; write it as Mo-Fr 09:00-17:00"
    )
