"""Feed items -> JSON Feed 1.1, with all that a feed has no field for in `_opcc`. The ids and dates of the RSS feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import Any

from generator import urls
from generator.l10n.formats import Translate
from generator.output import Asset
from generator.settings import Settings
from generator.site.feeds.items import FeedItem, every_post

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(items: Sequence[FeedItem], settings: Settings, say: Translate = str) -> Asset:
    """Every released post, newest first, at most `settings.feeds.newest` of them."""
    return Asset(urls.CAMPAIGNS_JSON, partial(_written, items, settings, say))


def _written(items: Sequence[FeedItem], settings: Settings, say: Translate) -> bytes:
    stream = every_post(items, settings, say)
    feed = {
        "version": VERSION,
        "title": stream.title,
        "home_page_url": settings.absolute(urls.CAMPAIGNS),
        "feed_url": settings.absolute(urls.CAMPAIGNS_JSON),
        "description": stream.about,
        "language": settings.language,
        "items": [_item(item) for item in items[: settings.feeds.newest]],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: FeedItem) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": item.id,
        "url": item.link,
        "title": item.title,
        "content_text": item.text,
        "date_published": item.published.isoformat(timespec="seconds"),
        "tags": list(item.categories),
        "_opcc": {
            "campaign": item.campaign,
            "crime_types": list(item.crimes),
            "audiences": list(item.audiences),
            "channels": dict(item.channels),
        },
    }
    if item.picture:
        found["image"] = item.picture.link
        found["attachments"] = [
            {"url": item.picture.link, "mime_type": item.picture.mime, "size_in_bytes": item.picture.size}
        ]
        found["_opcc"]["alt"] = item.picture.alt
    return found
