"""Real readers see in every feed what was written: the same ids, dates, links, words and pictures.

feedparser and icalendar always; rss-parser, feedsmith and ical.js where Node is installed. Where it is not, the end of
the run says so: see `tests/conftest.py`.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import feedparser
import icalendar
import pytest
from lxml.html import fragment_fromstring

from generator.site.feeds.all_feeds import every_feed
from generator.site.feeds.calendars import staff_calendar
from generator.site.feeds.items import FeedItem, every_post, feed_items, streams
from generator.site.feeds.rss import html_of
from tests.site.feeds import node_readers
from tests.site.feeds.golden import golden_content

Rows = list[dict[str, Any]]
ALWAYS = ("feedparser", "json", "icalendar")
READERS = ALWAYS if node_readers.missing() else (*ALWAYS, *node_readers.NAMES)
ENDINGS = {
    "feedparser": ("xml",),
    "json": ("json",),
    "icalendar": ("ics",),
    "rss-parser": ("xml",),
    "feedsmith": ("xml", "json"),
    "ical.js": ("ics",),
}


@lru_cache
def written() -> Mapping[str, bytes]:
    """Every feed of the golden content by its path, and the calendar for staff."""
    edition, site = golden_content()
    feeds = {one.path: one.data for one in every_feed(edition, site) if not one.path.endswith(".csv")}
    return feeds | {"plan.ics": staff_calendar(edition, site)}


@lru_cache
def meant() -> Mapping[str, Rows]:
    """What each feed of posts was meant to say."""
    edition, site = golden_content()
    items = feed_items(edition, site)
    found = {
        one.path: [row(item) | {"content": content(item, rich=one.rich)} for item in one.items]
        for one in streams(items, edition.catalogue, site)
    }
    return found | {"feeds/campaigns.json": [row(item) for item in every_post(items, site).items]}


def row(item: FeedItem) -> dict[str, Any]:
    picture = item.picture
    return {
        "id": item.id,
        "date": stamp(item.published),
        "link": item.link,
        "title": item.title,
        "text": item.text,
        "picture": [picture.link, picture.mime, picture.size] if picture else None,
        "alt": picture.alt if picture else None,
    }


def content(item: FeedItem, *, rich: bool) -> str:
    """What a reader that shows HTML shows: for schedulers the post's words alone, never those of its picture."""
    return shown(html_of(item)) if rich else item.text


def shown(html: str) -> str:
    return str(fragment_fromstring(html, create_parent=True).text_content())


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


# Readers in Python


def read_rss(data: bytes) -> Rows:
    parsed = feedparser.parse(data)
    assert parsed.bozo is False
    return [
        {
            "id": one.id,
            "date": stamp(datetime.fromtimestamp(calendar.timegm(one.published_parsed), UTC)),
            "link": one.link,
            "title": one.title,
            "text": one.summary,
            "content": " ".join(shown(part.value) for part in one.content),
            "picture": next(([file.href, file.type, int(file.length)] for file in one.enclosures), None),
        }
        for one in parsed.entries
    ]


def read_json(data: bytes) -> Rows:
    return [
        {
            "id": one["id"],
            "date": stamp(datetime.fromisoformat(one["date_published"])),
            "link": one["url"],
            "title": one["title"],
            "text": one["content_text"],
            "picture": next(
                ([file["url"], file["mime_type"], file["size_in_bytes"]] for file in one.get("attachments", ())), None
            ),
            "alt": one["_opcc"].get("alt"),
        }
        for one in json.loads(data)["items"]
    ]


def read_calendar(data: bytes) -> Rows:
    events: list[Any] = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    return [
        {
            "id": str(one["uid"]),
            "first": day(one.decoded("dtstart")),
            "end": day(one.decoded("dtend")),
            "title": str(one["summary"]),
            "sequence": int(one["sequence"]),
            "status": str(one["status"]),
            "link": str(one["url"]),
            "changed": one.decoded("dtstamp").strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        for one in events
    ]


def day(value: date) -> str:
    assert not isinstance(value, datetime), "an all-day event has no time"
    return value.isoformat()


@lru_cache
def seen_by_node() -> node_readers.Seen:
    return node_readers.read(written())


def seen_by(reader: str) -> Mapping[str, Rows]:
    """What one reader sees in each feed that it can read."""
    if reader in node_readers.NAMES:
        return {
            path: [one | {"content": shown(one["content"])} if "content" in one else one for one in rows]
            for path, rows in seen_by_node()[reader].items()
        }
    read = {"feedparser": read_rss, "json": read_json, "icalendar": read_calendar}[reader]
    return {path: read(data) for path, data in written().items() if path.endswith(ENDINGS[reader])}


@pytest.mark.parametrize("reader", READERS)
def test_r24_r27_every_reader_reads_every_feed_of_its_formats(reader: str) -> None:
    assert seen_by(reader).keys() == {path for path in written() if path.endswith(ENDINGS[reader])}


@pytest.mark.parametrize("reader", [name for name in READERS if "ics" not in ENDINGS[name]])
def test_r4_r14_a_reader_of_posts_sees_each_id_date_link_word_and_picture_as_it_was_written(reader: str) -> None:
    for path, rows in seen_by(reader).items():
        fields = set().union(*rows)  # feedsmith and our JSON carry the alt text too
        assert rows == [{name: one[name] for name in one if name in fields} for one in meant()[path]], path


@pytest.mark.parametrize("path", ["feeds/campaigns.ics", "plan.ics"])
@pytest.mark.parametrize("reader", [name for name in READERS if "ics" in ENDINGS[name]])
def test_r27_a_reader_of_calendars_sees_each_run_with_the_day_after_its_last(reader: str, path: str) -> None:
    edition, _ = golden_content()
    runs = sorted((run.first.isoformat(), run.last) for one in edition.catalogue.campaigns for run in one.runs)
    rows = seen_by(reader)[path]

    assert [one["first"] for one in rows] == [first for first, _ in runs]
    assert [date.fromisoformat(one["end"]).toordinal() - 1 for one in rows] == [last.toordinal() for _, last in runs]
    assert rows == seen_by("icalendar")[path]


@pytest.mark.parametrize("reader", [name for name in READERS if "xml" in ENDINGS[name]])
def test_no_reader_takes_what_a_picture_shows_for_the_words_of_a_post(reader: str) -> None:
    """feedparser takes media:description for an item's content where nothing else was its content before."""
    alts = {one["alt"] for one in meant()["feeds/x.xml"] if one["alt"]}
    said = [one[field] for one in seen_by(reader)["feeds/x.xml"] for field in ("title", "text", "content")]

    assert len(alts) == 2
    assert [text for text in said for alt in alts if alt in text] == []


def test_the_feeds_that_are_read_have_posts_with_pictures_and_without() -> None:
    pictures = [one["picture"] for one in meant()["feeds/campaigns.xml"]]
    assert {picture is None for picture in pictures} == {True, False}


# The packages from npm


def test_the_packages_are_locked_by_their_content_and_to_no_registry() -> None:
    text = (node_readers.FOLDER / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}

    assert {f"node_modules/{name}" for name in node_readers.NAMES} <= packages.keys()
    assert [name for name, one in packages.items() if not one.get("integrity", "").startswith("sha512-")] == []
    assert "resolved" not in text
    assert "hasInstallScript" not in text
