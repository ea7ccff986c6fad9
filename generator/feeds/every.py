"""An edition -> every feed that leaves the site: RSS, JSON Feed, the public calendar, a table for each campaign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.feeds.item import Pictures, feed_items
from generator.feeds.json_feed import json_feed
from generator.feeds.pack import packs
from generator.feeds.streams import Stream, streams
from generator.model import addresses
from generator.model.edition import Edition
from generator.outputs import Download
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.feeds.calendar import Say


def every_feed(
    edition: Edition, settings: Settings, pictures: Pictures = MappingProxyType({}), say: Say = str
) -> Iterator[Download]:
    """Every feed, from one list of items: the same ids, dates, links and pictures in all of them."""
    items = feed_items(edition, settings, pictures)
    for stream in streams(items, edition.catalogue, settings):
        yield Download(stream.path, partial(_rss, stream, settings))
    yield json_feed(items, settings)
    yield Download(addresses.CAMPAIGNS_ICS, partial(_calendar, edition, settings, say))
    yield from packs(edition, items)


def _rss(stream: Stream, settings: Settings) -> bytes:
    from generator.feeds.rss import rss  # what writes a feed is read when there is one to write

    return rss(stream, settings).data


def _calendar(edition: Edition, settings: Settings, say: Say) -> bytes:
    from generator.feeds.calendar import public_calendar

    return public_calendar(edition, settings, say).data
