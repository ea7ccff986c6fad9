"""Posts and beginnings on bank holidays, and posts that a pause keeps back."""

from __future__ import annotations

from datetime import date

from generator.feed_settings import Pause
from generator.model.campaign import Campaign
from generator.staff.planning.runs import Period
from generator.staff.planning.special_days import Sensitive, kept_back, on_bank_holidays
from tests.builders import a_campaign, a_post, a_run
from tests.staff.planning.years import planned

SPRING = Period(date(2027, 3, 1), date(2027, 5, 31))


def easter() -> Campaign:
    posts = [
        a_post(id="friday", at="2027-03-26 09:00"),
        a_post(id="saturday", at="2027-03-27 09:00"),
        a_post(id="monday", at="2027-03-29 09:00"),
        a_post(id="gone", at="2027-03-29 12:00", withdrawn="true"),
    ]
    return a_campaign(runs=[a_run("2027-03-26", "2027-04-10")], posts=posts)


def in_short(found: tuple[Sensitive, ...]) -> list[tuple[str, str, str | None]]:
    return [(f"{one.day:%m-%d}", one.name, one.post.id if one.post else None) for one in found]


def test_r33_beginnings_and_posts_on_bank_holidays_of_england_and_wales() -> None:
    assert in_short(on_bank_holidays(planned(easter(), period=SPRING), SPRING)) == [
        ("03-26", "Good Friday", None),
        ("03-26", "Good Friday", "friday"),
        ("03-29", "Easter Monday", "monday"),
    ]


def test_days_outside_the_period_are_not_named() -> None:
    april = Period(date(2027, 4, 1), date(2027, 4, 30))

    assert on_bank_holidays(planned(easter(), period=april), april) == ()


def test_r33_a_pause_keeps_back_the_posts_of_its_days() -> None:
    pause = Pause.model_validate({"from": "2027-03-27", "to": "2027-03-28", "why": "an election"})

    assert in_short(kept_back(planned(easter(), period=SPRING), pause)) == [("03-27", "an election", "saturday")]
    assert kept_back(planned(easter(), period=SPRING), None) == ()


def test_r33_a_pause_without_an_end_keeps_back_all_that_follows() -> None:
    pause = Pause.model_validate({"from": "2027-03-27", "why": "a major incident"})

    assert [post for _, _, post in in_short(kept_back(planned(easter(), period=SPRING), pause))] == [
        "saturday",
        "monday",
    ]
