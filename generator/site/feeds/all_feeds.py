"""An edition -> every feed that leaves the site: RSS, JSON Feed, the public calendar, a table for each campaign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from types import MappingProxyType

from generator import urls
from generator.edition import Edition
from generator.l10n.formats import Translate
from generator.model.fields.dates import LONDON
from generator.output import Asset, csv_table
from generator.settings import Settings
from generator.site.feeds.items import FeedItem, Pictures, Stream, feed_items, streams
from generator.site.feeds.json_feed import json_feed

COLUMNS = ("date", "time", "text", "link", "image", "alt", "channel")


def packs(edition: Edition, items: Sequence[FeedItem]) -> Iterator[Asset]:
    """A table for each campaign that may be seen, of the posts that are out, at its earlier addresses too."""
    own: dict[str, list[FeedItem]] = {}
    for item in reversed(items):
        own.setdefault(item.campaign, []).append(item)
    for campaign in edition.campaigns:
        table = cache(partial(planned_pack, own.get(campaign.id, [])))
        yield from (Asset(urls.pack(name), table) for name in campaign.every_id)


def planned_pack(items: Sequence[FeedItem]) -> bytes:
    """The same table of posts to come, to load into a tool that schedules by itself. Never public."""
    return csv_table(COLUMNS, _rows(items))


def _rows(items: Sequence[FeedItem]) -> Iterator[Sequence[str]]:
    for item in items:
        moment = (item.at or item.published).astimezone(LONDON)
        picture = item.picture
        for channel, text in item.channels.items():
            when = (f"{moment:%Y-%m-%d}", f"{moment:%H:%M}")
            shown = (picture.link, picture.alt) if picture else ("", "")
            yield (*when, text, item.link, *shown, channel)


def every_feed(
    edition: Edition, settings: Settings, pictures: Pictures = MappingProxyType({}), say: Translate = str
) -> Iterator[Asset]:
    """Every feed, from one list of items: the same ids, dates, links and pictures in all of them."""
    items = feed_items(edition, settings, pictures)
    for stream in streams(items, edition.catalogue, settings, say):
        yield Asset(stream.path, partial(_rss, stream, settings))
    yield json_feed(items, settings, say)
    yield Asset(urls.CAMPAIGNS_ICS, partial(_calendar, edition, settings, say))
    yield from packs(edition, items)


def _rss(stream: Stream, settings: Settings) -> bytes:
    from generator.site.feeds.rss import rss  # what writes a feed is read when there is one to write

    return rss(stream, settings).data


def _calendar(edition: Edition, settings: Settings, say: Translate) -> bytes:
    from generator.site.feeds.calendars import public_calendar

    return public_calendar(edition, settings, say).data
