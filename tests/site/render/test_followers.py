"""The feeds page, and the pages at a campaign's earlier addresses. Numbers: feeds.md section 8."""

from __future__ import annotations

import re

from tests.builders import a_campaign, a_campaign_file, a_post, a_run, wrong_with_campaign
from tests.sites import a_publication, page_at


def test_r26_the_page_has_the_address_of_every_feed_that_is_published() -> None:
    publication = a_publication(a_campaign())
    feeds = {one.path for one in publication.downloads if one.path.startswith("feeds/")}
    body = page_at("feeds/", publication).body
    named = re.findall(r'value="https://help\.example\.org/(feeds/[^"]+)"', body)
    assert sorted(named) == sorted(feeds)
    assert 'href="/campaigns/dating-scams/posts.csv"' in body


def test_each_address_has_a_label_of_its_own() -> None:
    body = page_at("feeds/", a_publication(a_campaign())).body
    fields = re.findall(r'<input id="([^"]+)"', body)
    assert len(fields) == len(set(fields))
    assert fields == re.findall(r'<label for="([^"]+)"', body)


def test_each_feed_says_how_many_posts_it_has() -> None:
    body = page_at("feeds/", a_publication(a_campaign(posts=[a_post(channels=["x"])]))).body
    counts = dict(re.findall(r"/feeds/([^\"]+)\"[^>]*> Posts now: (\d+)", body))
    assert [counts[name] for name in ("campaigns.xml", "x.xml", "facebook.xml", "about/hate-crime.xml")] == list("1100")


def test_a_campaign_whose_posts_are_not_out_yet_has_no_table_to_open() -> None:
    coming = a_campaign(id="coming", runs=[a_run("2027-03-01", announce="2027-02-01", to="2027-03-09")], posts=[])
    body = page_at("feeds/", a_publication(a_campaign(), coming)).body
    assert "dating-scams/posts.csv" in body
    assert "coming/posts.csv" not in body


def test_the_page_says_so_before_any_post_went_out() -> None:
    body = page_at("feeds/", a_publication(a_campaign(), now="2026-12-01 09:00")).body
    assert "No post has gone out yet." in body
    assert "posts.csv" not in body


def test_r5_an_earlier_address_of_a_campaign_leads_to_the_new_one() -> None:
    publication = a_publication(a_campaign(id="love-and-lies", was=["dating-scams"]))
    old = page_at("campaigns/dating-scams/", publication)
    assert old.moved == "campaigns/love-and-lies/"
    assert '<a href="/campaigns/love-and-lies/">Go to the campaign</a>' in old.body


def test_r5_an_earlier_address_is_not_there_before_its_campaign_is() -> None:
    publication = a_publication(a_campaign(id="love", was=["dating-scams"]), now="2026-12-01 09:00")
    assert [page.address for page in publication.pages if page.address.startswith("campaigns/")] == ["campaigns/"]


def test_an_earlier_id_that_another_campaign_has_is_named() -> None:
    assert wrong_with_campaign(a_campaign_file("was: [dating-scams]")) == [
        'campaigns/1.md:6:7: "dating-scams" is already an id, at campaigns/1.md:2:5; take it out here'
    ]
