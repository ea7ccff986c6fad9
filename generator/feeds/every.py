"""An edition -> every feed that leaves the site: RSS, JSON Feed, the public calendar, a table for each campaign."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from generator.feeds.calendar import Say, public_calendar
from generator.feeds.item import Pictures, feed_items
from generator.feeds.json_feed import json_feed
from generator.feeds.pack import packs
from generator.feeds.rss import rss
from generator.feeds.streams import streams
from generator.model.edition import Edition
from generator.outputs import Download
from generator.settings import Settings


def every_feed(
    edition: Edition, settings: Settings, pictures: Pictures = MappingProxyType({}), say: Say = str
) -> Iterator[Download]:
    """Every feed, from one list of items: the same ids, dates, links and pictures in all of them."""
    items = feed_items(edition, settings, pictures)
    for stream in streams(items, edition.catalogue, settings):
        yield rss(stream, settings)
    yield json_feed(items, settings)
    yield public_calendar(edition, settings, say)
    yield from packs(edition, items)
