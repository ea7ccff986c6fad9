"""What is said, at its place, of opening hours that people and programs may read in two ways."""

from __future__ import annotations

import pytest

from generator.content.checks.opening_hours import advice_on_hours
from generator.content.loading.service_directory import read_directory
from tests.builders import a_services_yaml, said

NO_WORD_OF_BANK_HOLIDAYS = (
    "services.yaml:14:38: these hours say nothing of bank holidays, so the site says then neither open nor closed; "
    "add PH off, or PH 10:00-16:00, once they have told you"
)


def advice(hours: str) -> list[str]:
    text = a_services_yaml("contact:", f'  - {{phone: 01632 960001, hours: "{hours}"}}')
    read, problems = read_directory({"services.yaml": text})
    assert said(problems) == []
    return said(advice_on_hours(read.services))


@pytest.mark.parametrize(
    ("hours", "day", "right"),
    [
        ("Mo 09:00-12:00; Mo 14:00-17:00; PH off", "Monday", "Mo 09:00-12:00,14:00-17:00; PH off"),
        ("Mo-Fr 09:00-17:00; We 09:00-20:00; PH off", "Wednesday", "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-20:00; PH off"),
        ("Mo,PH 10:00-12:00; PH 14:00-16:00", "bank holidays", "Mo 10:00-12:00; PH 10:00-12:00,14:00-16:00"),
    ],
)
def test_a_day_that_two_rules_give_times_to_is_named_with_the_right_form(hours: str, day: str, right: str) -> None:
    (found,) = advice(hours)
    assert found.partition(": ")[2] == (
        f"'{hours}' gives times to {day} in two rules; the site takes it as {right}: write that, or what is right"
    )
    assert advice(right) == []


def test_hours_that_say_nothing_of_bank_holidays_are_named() -> None:
    assert advice("Mo-Fr 09:00-17:00") == [NO_WORD_OF_BANK_HOLIDAYS]


@pytest.mark.parametrize(
    "hours",
    ["24/7", "00:00-24:00", "Mo-Fr 09:00-17:00; PH off", "Mo-Su,PH 10:00-12:00", "Mo-Fr 09:00-17:00; We,PH off"],
)
def test_hours_that_are_plain_are_let_be(hours: str) -> None:
    assert advice(hours) == []
