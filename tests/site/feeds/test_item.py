"""Released posts -> feed items: which, in which order, and what never changes. Numbers: feeds.md section 8."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.model.campaign import Campaign
from generator.settings import Settings
from generator.site.feeds.items import Enclosure, FeedItem, feed_items
from tests.builders import a_campaign, a_campaign_file, a_post, a_run, an_edition, at, wrong_with_campaign
from tests.sites import a_picture, a_site

IMAGE = {"file": "images/dating.png", "alt": "Two people at a café."}


def items_of(
    *campaigns: Campaign, now: str = "2027-02-10 09:00", site: Settings | None = None, **changes: object
) -> list[FeedItem]:
    return feed_items(an_edition(*campaigns, now=now, **changes), site or a_site())


def ids(items: list[FeedItem]) -> list[str]:
    return [item.id.rpartition(":")[2] for item in items]


# Which posts


def test_r1_a_post_is_not_there_a_minute_before_its_time() -> None:
    assert items_of(a_campaign(), now="2027-02-01 08:59") == []


def test_r1_a_post_is_there_at_its_minute() -> None:
    assert ids(items_of(a_campaign(), now="2027-02-01 09:00")) == ["dating-scams-launch"]


def test_r1_r30_a_post_of_a_run_that_nobody_confirmed_never_leaves() -> None:
    unconfirmed = a_campaign(runs=[{"from": "2027-02-01", "to": "2027-02-28"}])
    assert items_of(unconfirmed, now="2027-12-31 09:00") == []


def test_r1_confirming_another_run_does_not_release_a_post() -> None:
    campaign = a_campaign(
        runs=[{"from": "2027-02-01", "to": "2027-02-28"}, a_run("2027-05-01", "2027-05-07")],
        posts=[a_post(), a_post(id="may", at="2027-05-01 09:00")],
    )
    assert ids(items_of(campaign, now="2027-06-01 09:00")) == ["may"]


def test_an_announced_campaign_has_no_post_before_its_first_day() -> None:
    assert items_of(a_campaign(runs=[a_run(announce="2026-12-01")]), now="2027-01-31 23:59") == []


def test_a_withdrawn_post_is_gone() -> None:
    campaign = a_campaign(posts=[a_post(withdrawn="true"), a_post(id="second", at="2027-02-02 09:00")])
    assert ids(items_of(campaign)) == ["second"]


def test_a_post_stays_after_the_last_day_of_its_campaign() -> None:
    assert ids(items_of(a_campaign(), now="2028-01-01 09:00")) == ["dating-scams-launch"]


# Order


def test_r7_posts_of_two_campaigns_come_together_newest_first() -> None:
    first = a_campaign(posts=[a_post(id="a1", at="2027-02-01 09:00"), a_post(id="a2", at="2027-02-05 09:00")])
    other = a_campaign(id="other", posts=[a_post(id="b1", at="2027-02-03 09:00")])
    assert ids(items_of(first, other)) == ["a2", "b1", "a1"]


def test_r7_order_is_that_of_time_not_of_the_clock_when_the_clocks_go_back() -> None:
    campaign = a_campaign(
        runs=[a_run("2027-10-31", "2027-10-31")],
        posts=[a_post(id="before", at="2027-10-31 00:59"), a_post(id="after", at="2027-10-31 02:00")],
    )
    assert ids(items_of(campaign, now="2027-10-31 12:00")) == ["after", "before"]


# What never changes


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Love and lies"},
        {"id": "love-and-lies"},
        {"summary": "Other words."},
        {"image": IMAGE},
        {"posts": [a_post(title="A title of its own")]},
        {"posts": [a_post(text="Other words.")]},
        {"posts": [a_post(at="2027-02-02 12:00")]},
        {"posts": [a_post(id="earlier", at="2027-02-01 08:00"), a_post()]},
        {"about": ["domestic-abuse"]},
    ],
    ids=lambda change: "+".join(change),
)
def test_r4_the_id_stays_whatever_else_an_author_changes(change: dict[str, object]) -> None:
    after = items_of(a_campaign(**change), pictures=a_picture())
    assert "tag:example.org,2026:post:dating-scams-launch" in [item.id for item in after]


def test_r4_the_id_does_not_follow_the_address_of_the_site() -> None:
    (moved,) = items_of(a_campaign(), site=a_site(site_url="https://elsewhere.example.net/help/"))
    assert moved.id == "tag:example.org,2026:post:dating-scams-launch"


def test_the_link_is_the_post_on_the_page_of_its_campaign() -> None:
    (item,) = items_of(a_campaign(), site=a_site(site_url="https://example.org/help"))
    assert item.link == "https://example.org/help/campaigns/dating-scams/#dating-scams-launch"


# Times


def test_r36_a_post_in_summer_is_an_hour_ahead_of_utc() -> None:
    campaign = a_campaign(runs=[a_run("2027-07-01", "2027-07-07")], posts=[a_post(at="2027-07-01 09:00")])
    (item,) = items_of(campaign, now="2027-07-02 09:00", site=a_site(feeds={"lead_minutes": 0}))
    assert item.published.isoformat() == "2027-07-01T09:00:00+01:00"


@pytest.mark.parametrize("lead", [0, 1, 20, 45, 180])
def test_r2_the_date_leads_the_posts_time_by_the_minutes_of_the_settings(lead: int) -> None:
    (item,) = items_of(a_campaign(), site=a_site(feeds={"lead_minutes": lead}))
    assert (item.published - at("2027-02-01 09:00")).total_seconds() == lead * 60


@pytest.mark.parametrize(
    ("post", "lead", "published"),
    [
        ("2027-03-28 00:59", 0, "2027-03-28T00:59:00+00:00"),
        ("2027-03-28 00:30", 45, "2027-03-28T02:15:00+01:00"),
        ("2027-03-28 00:30", 180, "2027-03-28T04:30:00+01:00"),
        ("2027-03-28 02:00", 45, "2027-03-28T02:45:00+01:00"),
        ("2027-03-28 09:00", 45, "2027-03-28T09:45:00+01:00"),
        ("2027-10-31 00:30", 45, "2027-10-31T01:15:00+01:00"),
        ("2027-10-31 00:30", 100, "2027-10-31T01:10:00+00:00"),
        ("2027-10-31 00:30", 180, "2027-10-31T02:30:00+00:00"),
        ("2027-10-31 02:00", 45, "2027-10-31T02:45:00+00:00"),
        ("2027-10-31 09:00", 45, "2027-10-31T09:45:00+00:00"),
    ],
)
def test_r36_the_lead_is_that_many_minutes_also_when_the_clocks_change(post: str, lead: int, published: str) -> None:
    campaign = a_campaign(runs=[a_run(post[:10], post[:10])], posts=[a_post(at=post)])
    (item,) = items_of(campaign, now="2027-12-01 09:00", site=a_site(feeds={"lead_minutes": lead}))
    assert item.published.isoformat() == published


def test_the_date_does_not_depend_on_when_the_site_is_built() -> None:
    early = items_of(a_campaign(), now="2027-02-01 09:00")
    assert items_of(a_campaign(), now="2027-06-30 23:59") == early


def test_the_date_does_not_depend_on_the_zone_of_the_machine() -> None:
    edition = an_edition(a_campaign())
    abroad = type(edition)(edition.catalogue, datetime(2027, 2, 1, 9, 0, tzinfo=UTC))
    assert feed_items(abroad, a_site()) == items_of(a_campaign(), now="2027-02-01 09:00")


# Words and pictures


def test_a_post_without_a_title_has_its_campaigns() -> None:
    (item,) = items_of(a_campaign())
    assert item.title == "Dating scams"


def test_a_posts_own_title_comes_first() -> None:
    (item,) = items_of(a_campaign(posts=[a_post(title="Asked for money?")]))
    assert item.title == "Asked for money?"


def test_the_words_are_those_of_the_sites_language() -> None:
    post = a_post(title={"en": "Money", "cy": "Arian"}, text={"en": "Talk to us.", "cy": "Siaradwch â ni."})
    (item,) = items_of(a_campaign(posts=[post]), site=a_site(language="cy"))
    assert (item.title, item.text) == ("Arian", "Siaradwch â ni.")


def test_the_categories_are_the_names_of_the_crime_types() -> None:
    (item,) = items_of(a_campaign(about=["fraud-cyber", "hate-crime"]))
    assert item.categories == ["Fraud, scams and cyber crime", "Hate crime"]


def test_r14_the_picture_of_the_campaign_goes_with_its_post() -> None:
    (item,) = items_of(a_campaign(image=IMAGE), pictures=a_picture())
    link = "https://help.example.org/images/dating.png"
    assert item.picture == Enclosure(link, "image/png", 2048, "Two people at a café.")


def test_r14_a_posts_own_picture_comes_before_the_campaigns() -> None:
    own = {"file": "images/own.jpg", "alt": "A phone."}
    pictures = a_picture() | a_picture("images/own.jpg", "image/jpeg", 99)
    (item,) = items_of(a_campaign(image=IMAGE, posts=[a_post(image=own)]), pictures=pictures)
    assert item.picture == Enclosure("https://help.example.org/images/own.jpg", "image/jpeg", 99, "A phone.")


def test_r14_the_address_of_a_picture_is_one_whatever_its_name() -> None:
    file = "images/50% off? #1 café & bar.png"
    image = {"file": file, "alt": "A bar."}
    (item,) = items_of(a_campaign(image=image), pictures=a_picture(file))
    assert item.picture is not None
    assert item.picture.link == "https://help.example.org/images/50%25%20off%3F%20%231%20caf%C3%A9%20%26%20bar.png"


def test_r15_an_image_without_alt_text_stops_the_build_and_names_the_place() -> None:
    assert wrong_with_campaign(a_campaign_file("image: {file: images/dating.png}")) == [
        'campaigns/1.md:6:8: "alt" is missing; write alt: A phone on a table, with a message on it'
    ]
