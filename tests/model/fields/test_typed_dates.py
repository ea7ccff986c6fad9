"""Days and times as people type them: taken where they can mean one day only, else the reason says what was meant."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields.dates import day, moment, written_day, written_moment


@pytest.mark.parametrize(
    "text",
    [
        *("14/02/2027", "14/2/2027", "14/2/27", "14.02.2027", "14.2.27", "14-02-2027", "2027/02/14", "2027-2-14"),
        *("14 February 2027", "14th of feb 2027", "Sunday 14 Feb. 2027", "Sun, 14 february, 2027", " 14  Feb 2027 "),
    ],
)
def test_a_day_is_taken_as_people_write_it_and_is_what_a_file_is_told_it_may_mean(text: str) -> None:
    assert written_day(text) == "2027-02-14"
    with pytest.raises(ValueError, match=r"is not a date; did you mean 2027-02-14\?$"):
        day(text)


@pytest.mark.parametrize(
    "text", ["14-02-27", "soon", "14/02", "0000-01-01", "14/02/1027", "20270214", "14 Fob 2027", ""]
)
def test_what_may_mean_more_than_one_day_or_none_is_asked_for_in_the_right_form(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date; write it as 2026-11-25$"):
        day(written_day(text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/02/2027", "February 2027 has 28 days"),
        ("2027-02-31", "February 2027 has 28 days"),
        ("2028-02-30", "February 2028 has 29 days"),
        ("31 April 2027", "April 2027 has 30 days"),
        ("0/1/2027", "January 2027 has 31 days"),
        ("02/14/2027", "there is no month 14"),
        ("2027-13-01", "there is no month 13"),
    ],
)
def test_a_day_that_does_not_exist_is_told_why(text: str, why: str) -> None:
    with pytest.raises(ValueError, match="is not a date") as refused:
        day(written_day(text))

    assert str(refused.value) == f"'{text}' is not a date; {why}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2027-02-16 9am", "2027-02-16 09:00"),
        ("2027-02-16 9:30", "2027-02-16 09:30"),
        ("2027-02-16 9.30 p.m.", "2027-02-16 21:30"),
        ("16/02/2027 at 12:30pm", "2027-02-16 12:30"),
        ("16 Feb 2027, noon", "2027-02-16 12:00"),
        ("16 Feb 2027 12am", "2027-02-16 00:00"),
    ],
)
def test_a_time_is_taken_as_people_write_it_and_is_what_a_file_is_told_it_may_mean(text: str, meant: str) -> None:
    assert written_moment(text) == meant
    with pytest.raises(ValueError, match="is not a day and a time") as refused:
        moment(text)

    assert str(refused.value) == f"'{text}' is not a day and a time; did you mean {meant}?"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2027-02-30 09:00", "February 2027 has 28 days"),
        ("30/02/2027 9am", "February 2027 has 28 days"),
        ("2027-02-16 9", "write it as 2027-02-01 09:00"),
        ("2027-02-16 13pm", "write it as 2027-02-01 09:00"),
        ("2027-02-16 25:00", "write it as 2027-02-01 09:00"),
    ],
)
def test_a_time_that_does_not_exist_is_told_why(text: str, why: str) -> None:
    with pytest.raises(ValueError, match="is not a day and a time") as refused:
        moment(written_moment(text))

    assert str(refused.value) == f"'{text}' is not a day and a time; {why}"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_in_every_form(when: date) -> None:
    for text in (f"{when:%d/%m/%Y}", f"{when.day}.{when.month}.{when.year}", f"{when:%d %B %Y}", f"{when:%Y-%m-%d}"):
        assert day(written_day(text)) == when


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    for read in (lambda: day(written_day(text)), lambda: moment(written_moment(text))):
        with suppress(ValueError):
            assert read()
