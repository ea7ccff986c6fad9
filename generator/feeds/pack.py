"""Feed items -> a table for each campaign, for schedulers that read no feed: one row a post and channel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from generator.feeds.item import FeedItem
from generator.model import addresses
from generator.model.dates import LONDON
from generator.model.edition import Edition
from generator.outputs import Download, csv_table

COLUMNS = ("date", "time", "text", "link", "image", "alt", "channel")


def packs(edition: Edition, items: Sequence[FeedItem]) -> Iterator[Download]:
    """A table for each campaign that may be seen, of the posts that are out, at its earlier addresses too."""
    own: dict[str, list[FeedItem]] = {}
    for item in reversed(items):
        own.setdefault(item.campaign, []).append(item)
    for campaign in edition.campaigns:
        table = cache(partial(planned_pack, own.get(campaign.id, [])))
        yield from (Download(addresses.pack(name), table) for name in campaign.every_id)


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
