"""Values -> plain words: days, spans of days, opening hours, ages, languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.l10n import formats
from generator.l10n.calendar_words import language_name
from generator.model.campaign import Run
from generator.model.fields.hours import hours as read_hours
from generator.model.service import Ages


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1 February 2027"), ("cy", "1 Chwefror 2027"), ("pl", "1 lutego 2027")]
)
def test_a_day_is_said_in_the_sites_language(language: str, words: str) -> None:
    assert formats.day(date(2027, 2, 1), language) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2027, 2, 1, 9, 0, tzinfo=UTC), "1 February 2027, 9am"),
        (datetime(2027, 7, 1, 9, 0, tzinfo=UTC), "1 July 2027, 10am"),
        (datetime(2027, 7, 1, 23, 30, tzinfo=UTC), "2 July 2027, 12:30am"),
        (datetime(2027, 2, 1, 12, 5, tzinfo=UTC), "1 February 2027, 12:05pm"),
    ],
)
def test_a_moment_is_said_by_the_clock_in_london(moment: datetime, words: str) -> None:
    assert formats.moment(moment) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2027-02-01", "2027-02-28", "1 to 28 February 2027"),
        ("2027-02-14", "2027-02-14", "14 February 2027"),
        ("2027-01-25", "2027-02-02", "25 January to 2 February 2027"),
        ("2026-12-20", "2027-01-03", "20 December 2026 to 3 January 2027"),
        ("2026-02-01", "2027-02-28", "1 February 2026 to 28 February 2027"),
    ],
)
def test_a_span_of_days_says_no_month_or_year_twice(first: str, last: str, words: str) -> None:
    assert formats.days(Run.model_validate({"from": first, "to": last})) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("24/7", "Day and night, every day"),
        ("Mo-Fr 09:00-17:00", "Monday to Friday, 9am to 5pm"),
        ("Mo-Fr 09:00-17:00; PH off", "Monday to Friday, 9am to 5pm. Closed on bank holidays"),
        ("Mo-Su 09:00-17:30", "Every day, 9am to 5:30pm"),
        ("09:00-12:00", "Every day, 9am to noon"),
        ("Mo,We 09:00-12:00", "Monday and Wednesday, 9am to noon"),
        ("Mo,We,Fr 12:00-24:00", "Monday, Wednesday and Friday, noon to midnight"),
        ("Mo-Th,Su 09:00-10:00", "Monday to Thursday and Sunday, 9am to 10am"),
        ("Sa 00:00-24:00", "Saturday, all day and night"),
        ("Mo 09:00-12:00,13:00-17:00", "Monday, 9am to noon and 1pm to 5pm"),
        ("Sa-Su closed; Mo-Fr 08:05-20:00", "Closed on Saturday to Sunday. Monday to Friday, 8:05am to 8pm"),
        ("Fr 22:00-02:00", "Friday, 10pm to 2am"),
    ],
)
def test_opening_hours_are_said_in_words(text: str, words: str) -> None:
    unsaid = "" if "PH" in text or text == "24/7" else ". Not known for bank holidays"
    assert formats.hours(read_hours(text)) == words + unsaid


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Mo 09:00-12:00; Mo 14:00-17:00; PH off",
            "Monday, 9am to noon and 2pm to 5pm. Closed on bank holidays",
        ),
        ("Mo-Fr 09:00-12:00,12:00-17:00; PH off", "Monday to Friday, 9am to 5pm. Closed on bank holidays"),
        ("Fr 20:00-02:00; Sa,PH off", "Friday, 8pm to 2am. Closed on Saturday and bank holidays from 2am"),
        ("Fr 20:00-02:00; Su,PH off", "Friday, 8pm to 2am. Closed on Sunday and bank holidays from 2am"),
        ("Mo-Su 22:00-02:00; PH off", "Every day, 10pm to 2am. Closed on bank holidays from 2am"),
        ("Mo-Su 00:00-24:00", "Day and night, every day"),
        ("00:00-24:00", "Day and night, every day"),
        ("Mo-Su 00:00-24:00; PH off", "Every day, all day and night. Closed on bank holidays"),
        ("Mo-Fr,PH 10:00-16:00", "Monday to Friday and bank holidays, 10am to 4pm"),
        ("We off; Mo-Fr,PH 10:00-16:00", "Monday to Friday, 10am to 4pm. Bank holidays, 10am to 4pm"),
        (
            "Mo-Fr 10:00-16:00; We off; PH off",
            "Monday to Friday, 10am to 4pm. Closed on Wednesday. Closed on bank holidays",
        ),
    ],
)
def test_what_is_said_of_hours_is_what_they_come_to(text: str, words: str) -> None:
    assert formats.hours(read_hours(text)) == words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("00:00", "midnight"),
        ("24:00", "midnight"),
        ("12:00", "noon"),
        ("00:30", "12:30am"),
        ("01:00", "1am"),
        ("11:59", "11:59am"),
        ("12:30", "12:30pm"),
        ("13:00", "1pm"),
        ("17:05", "5:05pm"),
        ("23:59", "11:59pm"),
    ],
)
def test_a_time_on_the_clock_is_said_as_people_say_it(time: str, words: str) -> None:
    assert formats.clock(time) == words


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ({"from": 8, "to": 18}, "aged 8 to 18"),
        ({"from": 16}, "aged 16 or over"),
        ({"from": 0}, "aged 0 or over"),
        ({"to": 25}, "aged 25 or under"),
    ],
)
def test_ages_are_said_with_the_ends_that_are_known(ages: dict[str, int], words: str) -> None:
    assert formats.ages(Ages.model_validate(ages)) == words


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("cy", "en", "Welsh"),
        ("pl", "en", "Polish"),
        ("en", "cy", "Saesneg"),
        ("xx", "en", "xx"),
        ("zh", "cy", "Tsieineeg"),
        ("bfi", "cy-GB", "Iaith Arwyddion Prydain"),
        ("bfi", "en", "British Sign Language"),
    ],
)
def test_a_language_is_named_in_the_sites_own(code: str, language: str, words: str) -> None:
    assert language_name(code, language) == words
