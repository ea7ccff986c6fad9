"""Seven ways in which tools tell what is new in a feed: models of the rules in feeds.md 1.2, not the tools."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from generator.site.feeds.items import FeedItem

LONG_AGO = datetime.fromisoformat("2000-01-01T00:00+00:00")


class Consumer(ABC):
    """One tool: `posted` counts how often it posted each item. What is there at its first look is not posted."""

    def __init__(self) -> None:
        self.posted: Counter[str] = Counter()
        self.seen: set[object] = set()
        self.began = False

    def look(self, items: Sequence[FeedItem], now: datetime) -> None:
        """Poll the feed, newest first, as it is served at this moment."""
        new = self.new(items, now)
        if self.began:
            self.posted.update(item.id for item in new)
        self.began = True

    @abstractmethod
    def new(self, items: Sequence[FeedItem], now: datetime) -> list[FeedItem]:
        """The items that are new by this tool's rule; it remembers them."""


class Keyed(Consumer):
    """Keeps a set of keys; an item is new where its key is not in it."""

    def key(self, item: FeedItem) -> object:
        """What this tool knows an item by."""
        return item.id

    def new(self, items: Sequence[FeedItem], now: datetime) -> list[FeedItem]:
        found = [item for item in items if self.key(item) not in self.seen]
        self.seen.update(map(self.key, items))
        return found


class GuidSet(Keyed):
    """Zapier, Miniflux, Echobox."""


class LinkSet(Keyed):
    """Tools that know an item by its link."""

    def key(self, item: FeedItem) -> object:
        return item.link


class GuidAndDate(Keyed):
    """Node-RED: an item is new also where its date changed."""

    def key(self, item: FeedItem) -> object:
        return (item.id, item.published.timestamp())


class Watermark(Consumer):
    """n8n, Power Automate: later than the latest date there has been."""

    latest = LONG_AGO

    def new(self, items: Sequence[FeedItem], now: datetime) -> list[FeedItem]:
        found = [item for item in items if item.published.timestamp() > self.latest.timestamp()]
        self.latest = max([self.latest, *(item.published for item in items)], key=datetime.timestamp)
        return found


class AfterLastCheck(Consumer):
    """Haiilo, MailerLite, sim.ai: a date after the last look, and not posted yet."""

    last = LONG_AGO

    def new(self, items: Sequence[FeedItem], now: datetime) -> list[FeedItem]:
        found = [item for item in items if item.published > self.last and item.id not in self.seen]
        self.seen.update(item.id for item in items)
        self.last = now
        return found


class MostFive(Keyed):
    """dlvr.it: takes five at a look, and marks the rest as seen."""

    def new(self, items: Sequence[FeedItem], now: datetime) -> list[FeedItem]:
        return super().new(items, now)[:5]


class FirstTen(Keyed):
    """feed2toot: looks at the first ten in the order of the document."""

    def new(self, items: Sequence[FeedItem], now: datetime) -> list[FeedItem]:
        return super().new(items[:10], now)


FAMILIES = (GuidSet, Watermark, GuidAndDate, AfterLastCheck, MostFive, FirstTen, LinkSet)
EVERY_HOUR = timedelta(hours=1)
