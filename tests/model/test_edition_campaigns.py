from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from generator.edition import Edition
from tests.builders import CHECKED, a_campaign, a_catalogue, a_post, a_run, a_service, an_edition


def stage(now: str, *runs: dict[str, Any]) -> str | None:
    campaign = a_campaign(runs=runs or [a_run()])
    return an_edition(campaign, now=now).stage(campaign)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2027-01-31 23:59", None),
        ("2027-02-01 00:00", "now"),
        ("2027-02-28 23:59", "now"),
        ("2027-03-01 00:00", "over"),
    ],
)
def test_nothing_shows_before_the_first_day_and_the_page_stays_after_the_last(now: str, expected: str | None) -> None:
    assert stage(now) == expected


@pytest.mark.parametrize(
    ("now", "expected"), [("2027-01-14 23:59", None), ("2027-01-15 00:00", "coming"), ("2027-02-01 00:00", "now")]
)
def test_an_announced_run_is_coming_from_the_day_of_its_announcement(now: str, expected: str | None) -> None:
    assert stage(now, a_run(announce="2027-01-15")) == expected


def test_a_run_that_nobody_confirmed_never_publishes() -> None:
    assert stage("2027-02-10 09:00", {"from": "2027-02-01", "to": "2027-02-28"}) is None


def test_a_campaign_with_a_rule_alone_never_publishes() -> None:
    campaign = a_campaign(runs=[], posts=[], rule="the whole of February")

    assert an_edition(campaign, now="2027-02-10 09:00").campaigns == ()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-02-10 09:00", "now"),
        ("2026-06-01 09:00", "over"),
        ("2027-01-15 09:00", "coming"),
        ("2027-02-10 09:00", "now"),
    ],
)
def test_a_campaign_that_comes_again_speaks_of_the_run_that_is_nearest(now: str, expected: str) -> None:
    assert stage(now, a_run(announce="2027-01-10"), a_run("2026-02-01", "2026-02-28")) == expected


def test_campaigns_on_now_come_by_first_day_and_past_ones_latest_first() -> None:
    campaigns = [
        a_campaign(id=name, posts=[], runs=[a_run(first, last)])
        for name, first, last in [
            ("b", "2027-02-02", "2027-02-20"),
            ("a", "2027-02-01", "2027-02-20"),
            ("old", "2026-01-01", "2026-01-02"),
            ("older", "2025-01-01", "2025-01-02"),
            ("next", "2027-03-01", "2027-03-02"),
        ]
    ]
    edition = an_edition(*campaigns, now="2027-02-10 09:00")

    assert [campaign.id for campaign in edition.campaigns_at("now")] == ["a", "b"]
    assert [campaign.id for campaign in edition.campaigns_at("over")] == ["old", "older"]
    assert edition.campaigns_at("coming") == ()


# Posts


def released(now: datetime, *posts: dict[str, Any], runs: list[dict[str, Any]] | None = None) -> list[str]:
    campaign = a_campaign(runs=runs or [a_run("2026-10-01", "2027-04-30")], posts=posts)
    return [post.id for _, post in Edition(a_catalogue(campaign), now).released_posts]


@pytest.mark.parametrize(
    ("post_at", "before", "then"),
    [
        ("2027-02-01 09:00", "2027-02-01T08:59", "2027-02-01T09:00"),
        ("2027-04-01 09:00", "2027-04-01T07:59", "2027-04-01T08:00"),
        ("2027-03-28 00:30", "2027-03-28T00:29", "2027-03-28T00:30"),
        ("2027-03-28 02:00", "2027-03-28T00:59", "2027-03-28T01:00"),
        ("2026-10-25 00:30", "2026-10-24T23:29", "2026-10-24T23:30"),
        ("2026-10-25 02:00", "2026-10-25T01:59", "2026-10-25T02:00"),
    ],
)
def test_a_post_is_released_in_its_minute_whatever_the_clocks_did(post_at: str, before: str, then: str) -> None:
    post = a_post(id="it", at=post_at)
    early, due = (datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in (before, then))

    assert released(early, post) == []
    assert released(due, post) == ["it"]


def test_posts_come_newest_first() -> None:
    posts = [a_post(id=name, at=f"2027-02-{day} 09:00") for name, day in [("a", "01"), ("c", "03"), ("b", "02")]]

    assert released(datetime(2027, 2, 10, tzinfo=UTC), *posts) == ["c", "b", "a"]


def test_a_withdrawn_post_is_not_released() -> None:
    assert released(datetime(2027, 2, 10, tzinfo=UTC), a_post(withdrawn="true")) == []


def test_a_post_of_a_run_that_nobody_confirmed_is_not_released() -> None:
    runs = [a_run("2026-02-01", "2026-02-28"), {"from": "2027-02-01", "to": "2027-02-28"}]

    assert released(datetime(2027, 2, 10, tzinfo=UTC), a_post(), runs=runs) == []


def test_posts_stay_released_after_their_run() -> None:
    assert released(datetime(2028, 1, 1, tzinfo=UTC), a_post(id="it")) == ["it"]


# What must not leave


def image(name: str) -> dict[str, str]:
    return {"file": f"images/{name}.png", "alt": "A phone"}


@pytest.mark.parametrize(
    ("now", "withheld"),
    [
        ("2027-01-31 23:59", {"images/campaign.png", "images/first.png", "images/later.png"}),
        ("2027-02-01 08:59", {"images/first.png", "images/later.png"}),
        ("2027-02-01 09:00", {"images/later.png"}),
        ("2027-02-20 09:00", set()),
    ],
)
def test_pictures_are_withheld_until_something_that_shows_them_is_out(now: str, withheld: set[str]) -> None:
    campaign = a_campaign(
        image=image("campaign"),
        posts=[a_post(image=image("first")), a_post(id="later", at="2027-02-20 09:00", image=image("later"))],
    )

    assert an_edition(campaign, now=now).withheld_images == withheld


def test_a_picture_that_an_earlier_campaign_shows_is_not_withheld() -> None:
    now_on = a_campaign(image=image("shared"), posts=[])
    not_yet = a_campaign(id="other", image=image("shared"), posts=[], runs=[a_run("2027-05-01", "2027-05-02")])

    assert an_edition(now_on, not_yet, now="2027-02-10 09:00").withheld_images == frozenset()


def test_numbers_are_withheld_that_are_retired_or_unchecked_and_not_shown_elsewhere() -> None:
    edition = an_edition(
        a_service(id="a", checked=None, contact=[{"phone": "01632 960001"}, {"phone": "01632 960002"}]),
        a_service(id="b", checked=None, contact=[{"phone": "01632 960002", "checked": CHECKED}]),
        a_service(id="c", contact=[{"textphone": "18001 01632 960003"}]),
        retired=["0845 30 30 900"],
    )

    assert edition.withheld_numbers == {"08453030900", "01632960001"}


@pytest.mark.parametrize(
    ("show", "withheld"),
    [
        ("full", set()),
        ("area", {"1 High Street", "CA10 2AU", "By the bridge"}),
        ("never", {"1 High Street", "CA10 2AU", "By the bridge", "The house"}),
    ],
)
def test_words_are_withheld_that_a_place_does_not_show(show: str, withheld: set[str]) -> None:
    place = {"name": "The house", "address": "1 High Street", "postcode": "ca102au", "directions": "By the bridge"}
    service = a_service(places=[place | {"show": show}])

    assert an_edition(service).withheld_words == withheld


def test_the_places_of_a_refuge_are_withheld_though_nobody_said_so() -> None:
    service = a_service(kind="refuge", places=[{"name": "The house", "address": "1 High Street"}])

    assert an_edition(service).withheld_words == {"The house", "1 High Street"}


def test_a_secret_address_is_withheld_in_each_of_its_languages() -> None:
    place = {"name": "The house", "address": {"en": "1 High Street", "cy": "1 Stryd Fawr"}, "show": "area"}

    assert an_edition(a_service(places=[place])).withheld_words == {"1 High Street", "1 Stryd Fawr"}


def test_the_places_of_a_closed_service_stay_withheld() -> None:
    service = a_service(status="closed", places=[{"name": "The house", "show": "never"}])

    assert an_edition(service).withheld_words == {"The house"}


# Called off


def called_off(now: str, **run: Any) -> Edition:
    posts = [a_post(id="before", at="2027-02-02 09:00"), a_post(id="after", at="2027-02-20 09:00")]
    return an_edition(a_campaign(runs=[a_run(called_off="2027-02-10", **run)], posts=posts), now=now)


def test_a_campaign_that_was_called_off_is_over_from_that_day_and_its_page_stays() -> None:
    stages = [called_off(now).stage(called_off(now).catalogue.campaigns[0]) for now in ("2027-02-09", "2027-02-10")]
    assert stages == ["now", "over"]


def test_posts_stop_on_the_day_on_which_their_run_is_called_off_and_those_that_are_out_stay() -> None:
    assert [post.id for _, post in called_off("2027-02-28").released_posts] == ["before"]


def test_nothing_is_public_of_a_run_that_was_called_off_before_it_was_announced() -> None:
    assert called_off("2027-02-28", announce="2027-02-12", **{"from": "2027-02-15"}).campaigns == ()


def test_another_run_of_a_campaign_goes_on() -> None:
    runs = [a_run("2027-02-01", "2027-02-10", called_off="2027-02-02"), a_run("2027-02-08", "2027-02-20")]
    edition = an_edition(a_campaign(runs=runs), now="2027-02-09")
    assert edition.stage(edition.catalogue.campaigns[0]) == "now"
