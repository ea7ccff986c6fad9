"""Feed items -> a table for each campaign, for schedulers that read no feed: one row a post and channel."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from generator.feeds.item import FeedItem
from generator.model import addresses
from generator.model.dates import LONDON
from generator.model.edition import Edition
from generator.outputs import Download

COLUMNS = ("date", "time", "text", "link", "image", "alt", "channel")
A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def packs(edition: Edition, items: Sequence[FeedItem]) -> Iterator[Download]:
    """A table for each campaign that may be seen, of the posts that are out: the same ones as on its page."""
    own: dict[str, list[FeedItem]] = {}
    for item in reversed(items):
        own.setdefault(item.campaign, []).append(item)
    for campaign in edition.campaigns:
        yield Download(addresses.pack(campaign.id), table(own.get(campaign.id, [])))


def table(items: Sequence[FeedItem]) -> bytes:
    """The rows in the order given, as UTF-8 with a byte order mark, which spreadsheets need to see that it is."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for item in items:
        moment = (item.at or item.published).astimezone(LONDON)
        picture = item.picture
        for channel, text in item.channels.items():
            when = (f"{moment:%Y-%m-%d}", f"{moment:%H:%M}")
            shown = (picture.link, picture.alt) if picture else ("", "")
            writer.writerow([safe(cell) for cell in (*when, text, item.link, *shown, channel)])
    return out.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(A_FORMULA) else cell
