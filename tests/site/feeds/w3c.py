"""A feed -> what the W3C feed validator would say against it, of the rules that tools rely on (feeds.md 2.1 and 7).

The validator itself is on no package index, so nothing here can run it: before a release somebody gives it the feeds of
a public site by hand, as `docs/handbook/release-posts.md` says. One warning of its is right and wanted: a date more
than ten minutes ahead, for the lead of a new post.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import html5lib
from lxml import etree

ATOM, MEDIA = "{http://www.w3.org/2005/Atom}", "{http://search.yahoo.com/mrss/}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
IN_CHANNEL = {"title", "link", "description", f"{ATOM}link", "docs", "generator", "language", "lastBuildDate", "ttl"}
IN_ITEM = {"title", "link", "description", ENCODED, "guid", "category", "enclosure", "pubDate"}
IN_ITEM |= {f"{MEDIA}content", f"{MEDIA}thumbnail"}
MANY = {"item", "category"}
NEEDED = {"channel": ("title", "link", "description"), "item": ("title", "link", "description", "guid", "pubDate")}
ABSOLUTE = re.compile(r"https?://[^\s/]+/[^\s<>\"]*")
A_TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9:._~-]+")
A_DATE = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
A_MIME = re.compile(r"[a-z]+/[a-z0-9.+-]+")
LIKE_A_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
LARGEST = 256_000


def said_against(data: bytes, address: str) -> list[str]:
    """Every mistake and every warning, each with the element it is about. `address` is where the feed is served."""
    if data.startswith(b"\xef\xbb\xbf") or b"encoding='UTF-8'" not in data[:60]:
        return ["the file is not declared as UTF-8, or begins with a byte order mark"]
    if b"<?xml-stylesheet" in data or b"<!DOCTYPE" in data:
        return ["there is a style sheet or a document type"]
    root = etree.fromstring(data)
    channel = root.find("channel")
    if (root.tag, root.get("version"), len(root)) != ("rss", "2.0", 1) or channel is None:
        return ["this is not RSS 2.0 with one channel"]
    items = list(channel.iter("item"))
    found = [*_elements(channel, IN_CHANNEL | {"item"}), *_channel(channel, address)]
    for item in items:
        found += [*_elements(item, IN_ITEM), *_item(item)]
    guids = Counter(item.findtext("guid") for item in items)
    found += [f"guid: {guid} stands twice" for guid, times in guids.items() if times > 1]
    return found + (["the feed is too large"] if len(data) > LARGEST else [])


def _elements(parent: etree._Element, known: set[str]) -> Iterator[str]:
    names = Counter(str(child.tag) for child in parent)
    yield from (f"{parent.tag}: {name} is not known here" for name in names if name not in known)
    yield from (f"{parent.tag}: {name} stands twice" for name, times in names.items() if times > 1 and name not in MANY)
    yield from (f"{parent.tag}: {name} is missing" for name in NEEDED[str(parent.tag)] if not parent.findtext(name))


def _channel(channel: etree._Element, address: str) -> Iterator[str]:
    own = channel.find(f"{ATOM}link")
    wanted = {"href": address, "rel": "self", "type": "application/rss+xml"}
    if own is None or dict(own.attrib) != wanted:
        yield "channel: the self reference does not match the document's address"
    if not (channel.findtext("ttl") or "").isdigit():
        yield "channel: ttl is not a whole number"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", channel.findtext("language") or ""):
        yield "channel: language is not one"
    if channel.findtext("link") == address:
        yield "channel: its link is the feed, not a page"
    yield from _plain(channel, "title", "description")
    yield from _absolute("channel link", channel.findtext("link"))
    yield from _date("lastBuildDate", channel.findtext("lastBuildDate"))


def _item(item: etree._Element) -> Iterator[str]:
    yield from _plain(item, "title", "description")
    yield from _absolute("item link", item.findtext("link"))
    yield from _date("pubDate", item.findtext("pubDate"))
    guid = item.find("guid")
    if guid is not None and (guid.get("isPermaLink") != "false" or not A_TAG_URI.fullmatch(guid.text or "")):
        yield f"guid: {guid.text} is not a tag URI that says it is no link"
    yield from ("category: it is empty" for one in item.iter("category") if not one.text)
    enclosure, media, thumbnail = (item.find(name) for name in ("enclosure", f"{MEDIA}content", f"{MEDIA}thumbnail"))
    if enclosure is not None:
        yield from _picture("enclosure", enclosure, "length")
    if media is not None:
        yield from _picture("media:content", media, "fileSize")
        yield from (f"media:content: {one.tag} is not known here" for one in media if one.tag != f"{MEDIA}description")
    if thumbnail is not None:
        yield from _absolute("media:thumbnail", thumbnail.get("url"))
    yield from _html(item.findtext(ENCODED))


def _picture(name: str, element: etree._Element, size: str) -> Iterator[str]:
    yield from _absolute(name, element.get("url"))
    if not re.fullmatch(r"[1-9]\d*", element.get(size) or ""):
        yield f"{name}: {size} is not a number of bytes"
    if not A_MIME.fullmatch(element.get("type") or ""):
        yield f"{name}: type is not a MIME type"


def _plain(parent: etree._Element, *names: str) -> Iterator[str]:
    for name in names:
        if LIKE_A_TAG.search(parent.findtext(name) or ""):
            yield f"{parent.tag}: {name} looks as if it had HTML in it"


def _absolute(what: str, address: str | None) -> Iterator[str]:
    if not ABSOLUTE.fullmatch(address or ""):
        yield f"{what}: {address} is not a whole address"


def _date(what: str, text: str | None) -> Iterator[str]:
    if not A_DATE.fullmatch(text or ""):
        yield f"{what}: {text} is not an RFC 822 date with its zone"
    elif not (text or "").startswith(parsedate_to_datetime(text or "").strftime("%a")):
        yield f"{what}: {text} has the wrong day of the week"


def _html(markup: str | None) -> Iterator[str]:
    if markup is None:
        return
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(markup)
    if parser.errors:
        yield f"content:encoded: {parser.errors[0][1]}"
    for element in tree.iter():
        if element.tag in ("script", "style", "iframe", "object", "form"):
            yield f"content:encoded: {element.tag} is not safe"
        for name, value in element.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"content:encoded: {name} is not safe"
            if name in ("href", "src"):
                yield from _absolute("content:encoded", value)
