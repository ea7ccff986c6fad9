"""Feed items -> RSS 2.0 through feedgen, without its traps: no clock, one picture an item with its words, no Atom."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from html import escape

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement, _Element

from generator import urls
from generator.output import Asset
from generator.settings import Settings
from generator.site.feeds.items import Enclosure, FeedItem, Stream

MEDIA = "http://search.yahoo.com/mrss/"
TAKEN_FOR_HTML = re.compile(r"&(?=[A-Za-z0-9#])|<(?=[A-Za-z/!?])")
GENERATOR = "Waymark"


class MediaFeed(BaseExtension):  # type: ignore[misc] # feedgen ships no types
    """Names the Media RSS namespace."""

    def extend_ns(self) -> dict[str, str]:
        """The prefix and its namespace."""
        return {"media": MEDIA}


class MediaEntry(BaseEntryExtension):  # type: ignore[misc] # feedgen ships no types
    """One picture on an item, with alt text; feedgen's own extension has no words and makes invalid groups."""

    def __init__(self) -> None:
        self.picture: Enclosure | None = None

    def show(self, picture: Enclosure) -> None:
        """Set the picture."""
        self.picture = picture

    def extend_rss(self, entry: _Element) -> _Element:
        """Add media:content with media:description, and media:thumbnail, to an item."""
        if self.picture:
            attributes = {
                "url": self.picture.link,
                "type": self.picture.mime,
                "fileSize": str(self.picture.size),
                "medium": "image",
            }
            content = SubElement(entry, f"{{{MEDIA}}}content", attributes)
            SubElement(content, f"{{{MEDIA}}}description", {"type": "plain"}).text = self.picture.alt
            SubElement(entry, f"{{{MEDIA}}}thumbnail", {"url": self.picture.link})
        return entry


def rss(stream: Stream, settings: Settings) -> Asset:
    """Any of the feeds, newest first, at most `settings.feeds.newest` items."""
    shown = stream.items[: settings.feeds.newest]
    feed = FeedGenerator()
    feed.register_extension("media", MediaFeed, MediaEntry, atom=False, rss=True)
    feed.title(stream.title)
    feed.description(stream.about)
    # feedgen takes the last link as the channel's own, so the page comes after the feed.
    feed.link(href=settings.absolute(stream.path), rel="self", type="application/rss+xml")
    feed.link(href=settings.absolute(urls.CAMPAIGNS), rel="alternate")
    feed.language(settings.language)
    feed.ttl(60)
    feed.generator(GENERATOR)
    feed.lastBuildDate(shown[0].published if shown else datetime.combine(settings.feeds.since, time(), UTC))
    for item in shown:
        _add(feed.add_entry(order="append"), item, rich=stream.rich)
    return Asset(stream.path, feed.rss_str(pretty=True, encoding="UTF-8"))


def _add(entry: FeedEntry, item: FeedItem, *, rich: bool) -> None:
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.link(href=item.link)
    entry.description(item.text)
    # Before the picture, always: feedparser takes a media:description for the content of an item that has none so far,
    # and a relay would post the picture's words. The picture comes after `description`, else it would be the summary.
    entry.content(html_of(item) if rich else html_without_tags(item.text))
    entry.published(item.published)
    entry.updated(item.published)
    for category in item.categories:
        entry.category(term=category)
    if item.picture:
        entry.enclosure(item.picture.link, str(item.picture.size), item.picture.mime)
        entry.media.show(item.picture)


def html_without_tags(text: str) -> str:
    """A post's words as HTML without any tag: the words themselves but for signs that HTML would take for its own.

    Tools that post what stands here without reading it as HTML post it as its author wrote it: "Safe & well" too.
    """
    return TAKEN_FOR_HTML.sub(lambda found: escape(found[0]), text)


def html_of(item: FeedItem) -> str:
    """An item for people who read it in a program: its words, then the picture with its description, then the link."""
    paragraphs = [f"<p><strong>{escape(item.title)}</strong></p>"]
    paragraphs += [f"<p>{escape(line)}</p>" for line in item.text.split("\n") if line.strip()]
    if item.picture:
        paragraphs.append(f'<p><img src="{escape(item.picture.link)}" alt="{escape(item.picture.alt)}"></p>')
    paragraphs.append(f'<p><a href="{escape(item.link)}">{escape(item.link)}</a></p>')
    return "".join(paragraphs)
