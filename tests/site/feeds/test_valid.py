"""R12, R24: feeds against the rules of the W3C validator that we rely on, and against JSON Feed 1.1's own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Any

import jsonschema
import pytest

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.edition import Edition
from generator.settings import Settings
from generator.site.feeds.all_feeds import every_feed
from generator.site.share_images.campaign_pictures import campaign_pictures
from tests.builders import at
from tests.site.feeds.golden import golden_content, golden_feed
from tests.site.feeds.w3c import said_against
from tests.sites import ROOT, some_picture_words

ADDRESS = "https://help.example.org/feeds/campaigns.xml"
DAYS = ("2026-12-01 09:00", "2027-02-10 09:00", "2027-06-16 09:00", "2027-10-31 02:00", "2028-01-01 09:00")


@lru_cache
def the_site() -> tuple[Edition, Settings]:
    """The demonstration's content, as somebody wrote it before the first of the days."""
    settings = read_settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    now = at(DAYS[0])
    return Edition(load(ROOT, settings, now.date()), now), settings


def feeds_on(day: str) -> tuple[Mapping[str, bytes], Settings]:
    """Every feed of the demonstration, as its public would read it on a day."""
    whole, settings = the_site()
    edition = Edition(whole.catalogue, at(day))
    pictures = campaign_pictures(edition, settings, some_picture_words(edition, settings)).by_campaign
    return {one.path: one.data for one in every_feed(edition, settings, pictures)}, settings


def test_r12_no_rule_speaks_against_any_feed_of_hostile_words() -> None:
    edition, site = golden_content()
    feeds = {one.path: one.data for one in every_feed(edition, site)}

    found = {path: said_against(data, site.absolute(path)) for path, data in feeds.items() if path.endswith(".xml")}
    assert len(found) > 40
    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize("day", DAYS)
def test_r12_no_rule_speaks_against_any_feed_of_the_demonstration(day: str) -> None:
    feeds, site = feeds_on(day)
    found = {path: said_against(data, site.absolute(path)) for path, data in feeds.items() if path.endswith(".xml")}
    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r"<rss ", r'<?xml-stylesheet href="a.xsl"?><rss ', "there is a style sheet or a document type"),
        (r'version="2.0"', r'version="0.91"', "this is not RSS 2.0 with one channel"),
        (r"/feeds/campaigns.xml", r"/feeds/other.xml", "channel: the self reference does not match the document's"),
        (r"<ttl>60", r"<ttl>an hour", "channel: ttl is not a whole number"),
        (r"<language>en", r"<language>English", "channel: language is not one"),
        (r"<title>Safe in", r"<title>&lt;b&gt;Safe in", "item: title looks as if it had HTML in it"),
        (r"<title>Safe in summer</title>", r"", "item: title is missing"),
        (r"<link>https://help.example.org/campaigns/summer/", r"<link>/campaigns/summer/", "item link: /campaigns/sum"),
        (r"Thu, 01 Jul 2027 09:45:00 \+0100</pub", r"Fri, 01 Jul 2027 09:45:00 +0100</pub", "pubDate: Fri, 01 Jul"),
        (r"09:45:00 \+0100</pub", r"09:45:00</pub", "pubDate: Thu, 01 Jul 2027 09:45:00 is not an RFC 822 date"),
        (r'isPermaLink="false"', r'isPermaLink="true"', "guid: tag:example.org,2026:post:summer-safety-2027 is not"),
        (r":post:summer-safety-2027", r":post:dating-scams-signs", "guid: tag:example.org,2026:post:dating-scams-si"),
        (r'length="99"', r'length="None"', "enclosure: length is not a number of bytes"),
        (r'type="image/jpeg"/', r'type="JPEG"/', "enclosure: type is not a MIME type"),
        (r"<category>Hate crime</category>", r"<author>The office</author>", "item: author is not known here"),
        (r"(<media:content.*?</media:content>)", r"<media:group>\1</media:group>", "item: {http://search.yahoo.com/"),
        (r"&lt;p&gt;Tell", r"&lt;p onclick='x()'&gt;Tell", "content:encoded: onclick is not safe"),
        (r'img src="https://help.example.org', r'img src="', "content:encoded: /images/signs.jpg is not a whole addr"),
        (r"&lt;/strong&gt;", r"", "content:encoded: "),
    ],
)
def test_r12_each_rule_speaks_where_a_feed_breaks_it(old: str, new: str, said: str) -> None:
    feed, times = re.subn(old, new, golden_feed().decode(), count=1, flags=re.DOTALL)
    assert times == 1
    assert [one for one in said_against(feed.encode(), ADDRESS) if one.startswith(said)] != []


def test_r12_the_one_warning_that_is_left_is_for_dates_ahead_by_no_more_than_the_lead() -> None:
    edition, site = golden_content()
    newest = max(edition.dates_of_posts(site.feeds.lead_minutes)[post.id] for _, post in edition.released_posts)
    assert newest - edition.now <= timedelta(minutes=site.feeds.lead_minutes)


# JSON Feed 1.1

STRING = {"type": "string", "minLength": 1}
URL = {"type": "string", "pattern": "^https?://[^/ ]+/"}
NO_OTHER: dict[str, Any] = {"additionalProperties": False, "patternProperties": {"^_[a-z]+$": {"type": "object"}}}
ITEM = NO_OTHER | {
    "type": "object",
    "required": ["id", "content_text"],
    "properties": {
        "id": STRING,
        "url": URL,
        "title": STRING,
        "content_text": STRING,
        "image": URL,
        "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"},
        "tags": {"type": "array", "items": STRING, "uniqueItems": True},
        "attachments": {
            "type": "array",
            "items": NO_OTHER
            | {
                "type": "object",
                "required": ["url", "mime_type"],
                "properties": {"url": URL, "mime_type": STRING, "size_in_bytes": {"type": "integer", "minimum": 1}},
            },
        },
    },
}
JSON_FEED = NO_OTHER | {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": STRING,
        "home_page_url": URL,
        "feed_url": URL,
        "description": STRING,
        "language": {"type": "string", "pattern": "^[a-z]{2,3}"},
        "items": {"type": "array", "items": ITEM},
    },
}
"""Of jsonfeed.org/version/1.1, the fields that we use; what begins with _ is ours to fill."""


@pytest.mark.parametrize("day", DAYS)
def test_r24_the_json_feed_holds_to_its_schema_and_has_the_ids_of_the_rss_feed(day: str) -> None:
    feeds, _ = feeds_on(day)
    feed = json.loads(feeds["feeds/campaigns.json"])

    jsonschema.validate(feed, JSON_FEED)
    guids = re.findall(r'<guid isPermaLink="false">(.*?)</guid>', feeds["feeds/campaigns.xml"].decode())
    assert [item["id"] for item in feed["items"]] == guids
