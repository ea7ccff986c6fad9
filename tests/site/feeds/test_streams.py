"""Each channel, crime type and audience has a feed of its own, at an address that stays: feeds.md section 8."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import feedparser
import pytest

from generator.model.campaign import Campaign
from generator.site.feeds.items import every_post, feed_items, streams
from generator.site.feeds.json_feed import json_feed
from generator.site.feeds.rss import html_of, rss
from tests.builders import a_campaign, a_post, an_edition
from tests.sites import ROOT, a_picture, a_publication, a_site, download_at

IMAGE = {"file": "images/dating.png", "alt": "Two people at a café."}
CHANNELS = ["x", "facebook", "instagram", "linkedin", "bluesky", "mastodon", "threads", "nextdoor", "whatsapp"]
FOR_EVER = (Path(__file__).parent / "addresses.txt").read_text(encoding="utf-8").splitlines()


def feeds_of(*campaigns: Campaign) -> dict[str, feedparser.FeedParserDict]:
    edition = an_edition(*campaigns, now="2027-02-10 09:00")
    found = streams(feed_items(edition, a_site()), edition.catalogue, a_site())
    return {one.path: feedparser.parse(rss(one, a_site()).data) for one in found}


def test_r38_every_address_that_was_ever_given_out_is_still_there_and_each_new_one_is_on_the_list() -> None:
    """People have given these to their tools. A new feed is added to addresses.txt; none may ever be taken out."""
    paths = {download.path for download in a_publication(a_campaign()).downloads}
    feeds = {path for path in paths if path.startswith("feeds/") or path.endswith("posts.csv")}
    assert set(FOR_EVER) == feeds


def test_r23_every_feed_is_valid_also_with_nothing_in_it() -> None:
    assert {(path, feed.bozo) for path, feed in feeds_of().items() if feed.bozo or feed.entries} == set()


def test_r23_a_post_is_in_the_feeds_of_its_crime_types_and_audiences_alone() -> None:
    campaign = a_campaign(about=["fraud-cyber", "hate-crime"], audiences=["older"])
    found = {path for path, feed in feeds_of(campaign).items() if feed.entries and path.count("/") == 2}
    assert found == {"feeds/about/fraud-cyber.xml", "feeds/about/hate-crime.xml", "feeds/for/older.xml"}


def test_r18_a_channels_feed_has_its_posts_alone_in_its_own_words() -> None:
    post = a_post(channels=["x", "facebook"], variants={"x": "Short."})
    found = {
        path: [entry.summary for entry in feed.entries]
        for path, feed in feeds_of(a_campaign(posts=[post])).items()
        if path.count("/") == 1 and feed.entries
    }
    assert found == {
        "feeds/campaigns.xml": ["Talk to us first."],
        "feeds/x.xml": ["Short."],
        "feeds/facebook.xml": ["Talk to us first."],
    }


def test_r18_only_the_feed_of_all_posts_has_markup() -> None:
    found = {path: entry.content[0].value for path, feed in feeds_of(a_campaign()).items() for entry in feed.entries}
    assert len(found) > 5
    assert {path for path, content in found.items() if content != "Talk to us first."} == {"feeds/campaigns.xml"}
    assert "<p>" in found["feeds/campaigns.xml"]


def test_a_post_has_one_id_date_and_link_in_every_feed() -> None:
    feeds = feeds_of(a_campaign())
    assert len({(one.id, one.published, one.link) for feed in feeds.values() for one in feed.entries}) == 1


def test_r13_each_feed_names_itself() -> None:
    for path, feed in feeds_of(a_campaign()).items():
        assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"https://help.example.org/{path}"]


def test_the_rich_words_are_escaped_and_end_with_the_link() -> None:
    campaign = a_campaign(posts=[a_post(title="1 < 2", text="A & B\n\n<3 'x' \"y\"", image=IMAGE)])
    (item,) = feed_items(an_edition(campaign, now="2027-02-10 09:00", pictures=a_picture()), a_site())
    link = "https://help.example.org/campaigns/dating-scams/#dating-scams-launch"
    assert html_of(item) == (
        "<p><strong>1 &lt; 2</strong></p><p>A &amp; B</p><p>&lt;3 &#x27;x&#x27; &quot;y&quot;</p>"
        '<p><img src="https://help.example.org/images/dating.png" alt="Two people at a café."></p>'
        f'<p><a href="{link}">{link}</a></p>'
    )


# JSON Feed


def test_r24_the_json_feed_has_the_ids_dates_links_and_pictures_of_the_rss_feed() -> None:
    edition = an_edition(a_campaign(image=IMAGE), now="2027-02-10 09:00", pictures=a_picture())
    items = feed_items(edition, a_site())
    feed = json.loads(json_feed(items, a_site()).data)
    read = feedparser.parse(rss(every_post(items, a_site()), a_site()).data).entries
    assert [(one["id"], one["url"], one["image"]) for one in feed["items"]] == [
        (one.id, one.link, one.enclosures[0].href) for one in read
    ]
    assert [datetime.fromisoformat(one["date_published"]).timetuple()[:5] for one in feed["items"]] == [
        one.published_parsed[:5] for one in read
    ]


def test_r24_the_json_feed_says_which_version_and_whose_it_is() -> None:
    feed = json.loads(download_at("feeds/campaigns.json", a_publication(a_campaign())))
    assert (feed["version"], feed["feed_url"], feed["home_page_url"]) == (
        "https://jsonfeed.org/version/1.1",
        "https://help.example.org/feeds/campaigns.json",
        "https://help.example.org/campaigns/",
    )


def test_r24_opcc_carries_what_no_feed_has_a_field_for() -> None:
    campaign = a_campaign(image=IMAGE, posts=[a_post(channels=["x", "bluesky"], variants={"x": "Short."})])
    items = feed_items(an_edition(campaign, now="2027-02-10 09:00", pictures=a_picture()), a_site())
    (item,) = json.loads(json_feed(items, a_site()).data)["items"]
    assert item["_opcc"] == {
        "campaign": "dating-scams",
        "crime_types": ["fraud-cyber"],
        "audiences": ["everyone"],
        "channels": {"x": "Short.", "bluesky": "Talk to us first."},
        "alt": "Two people at a café.",
    }


@pytest.mark.parametrize("path", ["feeds/campaigns.xml", "feeds/campaigns.json", "feeds/x.xml", "feeds/campaigns.ics"])
def test_r9_r10_a_day_without_a_release_changes_no_byte_of_any_feed(path: str) -> None:
    early, late = (download_at(path, a_publication(a_campaign(), now=f"2027-02-1{n} 09:00")) for n in (0, 1))
    assert early == late


def test_r25_nothing_asks_feedgen_for_atom() -> None:
    code = [path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py")]
    assert [text for text in code if "atom_str" in text or "atom_file" in text] == []


def test_r25_r26_no_feed_is_atom_and_none_names_a_stylesheet() -> None:
    feeds = [one for one in a_publication(a_campaign()).downloads if one.path.startswith("feeds/")]
    assert [one.path for one in feeds if b"xml-stylesheet" in one.data or b"<feed" in one.data] == []
