from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields.dates import day, moment
from tests.builders import ANY_INPUT


def test_a_day_is_read() -> None:
    assert day("2026-11-25") == date(2026, 11, 25)


def test_a_leap_day_is_read() -> None:
    assert day("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "30 February",
        "20261125",
        "2026-W48-3",
        "2026-11-25T09:00",
        "0026-11-25",
        "9999-12-31",
        "1899-12-31",
        "2101-01-01",
        "tomorrow",
        "",
        "٢٠٢٦-١١-٢٥",
    ],
)
def test_what_is_not_a_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a date") as refused:
        day(text)

    assert str(refused.value) == f"'{text}' is not a date; write it as 2026-11-25"


@pytest.mark.parametrize("value", [["2026-11-25"], {"on": "2026-11-25"}])
def test_a_list_or_fields_are_not_a_day(value: object) -> None:
    with pytest.raises(ValueError, match=r"^one date is needed here; write it as 2026-11-25$"):
        day(value)


def test_a_refused_day_is_quoted_on_one_line() -> None:
    with pytest.raises(ValueError, match="not a date") as refused:
        day("2026\n" + "x" * 100)

    assert str(refused.value) == f"'2026 {'x' * 52}...' is not a date; write it as 2026-11-25"


@pytest.mark.parametrize(
    ("text", "in_utc"),
    [
        ("2027-02-01 09:00", "2027-02-01T09:00"),
        ("2027-07-01 09:00", "2027-07-01T08:00"),
        ("2027-07-01T09:00", "2027-07-01T08:00"),
        ("2027-03-28 00:59", "2027-03-28T00:59"),
        ("2027-03-28 02:00", "2027-03-28T01:00"),
        ("2026-10-25 00:59", "2026-10-24T23:59"),
        ("2026-10-25 02:00", "2026-10-25T02:00"),
    ],
)
def test_a_moment_is_a_time_on_the_clock_in_the_united_kingdom(text: str, in_utc: str) -> None:
    assert moment(text).astimezone(UTC) == datetime.fromisoformat(in_utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-01",
        "2027-02-01 24:00",
        "2027-02-01 09:60",
        "9am",
        "",
        "0001-01-01 00:00",
    ],
)
def test_what_is_not_a_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a day") as refused:
        moment(text)

    assert str(refused.value) == f"'{text}' is not a day and a time; write it as 2027-02-01 09:00"


def test_a_time_that_the_clocks_leave_out_is_refused() -> None:
    with pytest.raises(ValueError, match="does not exist") as refused:
        moment("2027-03-28 01:30")

    assert str(refused.value) == (
        "'2027-03-28 01:30' does not exist: the clocks go forward that night; choose 02:00 or later"
    )


def test_a_time_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="comes twice") as refused:
        moment("2026-10-25 01:00")

    assert str(refused.value) == "'2026-10-25 01:00' comes twice: the clocks go back that night; choose 02:00 or later"


@pytest.mark.parametrize("read", [day, moment])
@ANY_INPUT
@given(text=st.text() | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2})?", fullmatch=True))
def test_any_text_is_read_or_refused_in_words(read: object, text: str) -> None:
    try:
        read(text)  # type: ignore[operator]
    except ValueError as refused:
        assert "; " in str(refused)  # noqa: PT017 # both ends are right
        assert "\n" not in str(refused)  # noqa: PT017
