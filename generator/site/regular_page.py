"""The bytes of a page as our templates write them -> its ids and links, in one pass; None for any other page.

A page is regular where every tag is plain, closed in its turn, and has each attribute once, in double quotes. Whatever
reads HTML reads such a page in one way, so it takes no parser. Of a page that is not, or that has a fault, nothing is
said here: `check_output` has it parsed, to name each fault with its line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

LINKS = ("href", "src", "action", "poster")
"""Attributes that lead somewhere."""
REST = r'[^<>"]*(?:"[^"]*"[^<>"]*)*>'
RAW = "[^<]*(?:<(?!/{0}|!)[^<]*)*"
A_TOKEN = re.compile(
    rf"<(?:!--(?!-?>)[^-]*(?:-[^-]+)*-->|script(?=[ >]){REST}{RAW.format('script')}</script>"
    rf"|style(?=[ >]){REST}{RAW.format('style')}</style>|title>[^<]*</title>"
    rf"|(?!script|style|title)[a-z]{REST}|/[a-z][a-z0-9-]*>)?"
)
"""A comment, a script, a style or a title as a whole, or a tag; of what is none of these, its first sign alone."""
AN_ATTRIBUTE = re.compile(r'[ \n\t]+([a-zA-Z][a-zA-Z0-9:_-]*)(?:="([^"]*)")?')
AN_END = re.compile("[ \n\t]*/?>")
A_NAME = re.compile(r"[a-z][a-z0-9-]*")
A_START = re.compile(r"\s*<!doctype html>\s*(?=<html[ >])", re.IGNORECASE)
AN_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|#34|#39);)")
CONTROL = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n")
ODD = re.compile("[\x80-\x9f\ufeff\ufffe\uffff]")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
WITH_ITS_END = frozenset({"script", "style", "title"})
ONCE = frozenset({"html", "head", "body"})
READ_OTHERWISE = frozenset(
    "applet frame frameset iframe image isindex keygen listing marquee math noembed noframes noscript object plaintext "
    "select template textarea xmp".split()
)
"""Elements inside which, or behind which, some read tags in another way."""
DEEPEST = 100
MOST_TAGS = 50_000
"""So many different tags are remembered: the frame's, and those of the pages of late."""


class RegularPage(NamedTuple):
    """What a page without a fault of its own has."""

    ids: frozenset[str]
    links: Sequence[str]
    """In the order of the page, each once."""


OPENS, CLOSES, ALONE, HEADING, IS_ONCE, ODD_TAG = range(6)
"""What a tag is: it begins an element, ends one, or is all of one; begins a main heading, or what stands once a page;
or may be read in two ways."""
Tag = tuple[int, str, str | None, Sequence[str]]
"""What it is, the element's name, its id and its links."""


class _Tags(dict[str, Tag]):
    """What is to be known of each tag, however often it stands somewhere."""

    def __missing__(self, token: str) -> Tag:
        if len(self) > MOST_TAGS:
            self.clear()
        tag = self[token] = _read(token) or (ODD_TAG, "", None, ())
        return tag


_TAGS = _Tags()


def regular_page(data: bytes) -> RegularPage | None:
    """The ids and links of a page that is regular, with one h1, no id twice and words for each picture."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    start = A_START.match(text)
    if start is None or len(data.translate(None, CONTROL)) < len(data) or not (text.isascii() or not ODD.search(text)):
        return None
    open_: list[str] = []
    ids: list[str] = []
    links: dict[str, None] = {}
    once: list[str] = []
    headings = 0
    for kind, name, known_as, leads in map(_TAGS.__getitem__, A_TOKEN.findall(text, start.end())):
        if kind == CLOSES:
            if not open_ or open_.pop() != name:
                return None
            continue
        if kind != ALONE:
            open_.append(name)
            if kind == HEADING:
                headings += 1
            elif kind == IS_ONCE:
                once.append(name)
            elif kind == ODD_TAG or len(open_) > DEEPEST:
                return None
        if known_as is not None:
            ids.append(known_as)
        for link in leads:
            links[link] = None
    unique = frozenset(ids)
    if open_ or headings != 1 or len(unique) != len(ids) or len(once) != len(set(once)):
        return None
    return RegularPage(unique, tuple(links))


def _read(token: str) -> Tag | None:
    """What one tag says; None where it may be read in two ways, or lacks something."""
    if token.startswith("<!--"):
        return ALONE, "", None, ()
    if token.startswith("</"):
        return CLOSES, token[2:-1], None, ()
    found = A_NAME.match(token, 1)
    if found is None or found[0] in READ_OTHERWISE:
        return None
    name = found[0]
    values: dict[str, str | None] = {}
    at = found.end()
    while attribute := AN_ATTRIBUTE.match(token, at):
        at = attribute.end()
        known_as, value = attribute[1].lower(), attribute[2]
        if known_as in values or (value and AN_ENTITY.search(value)):
            return None
        values[known_as] = html.unescape(value) if value else value
    end = AN_END.match(token, at)
    if end is None or (name in WITH_ITS_END and "/" in end[0]):
        return None
    wanted = [values[one] for one in ("id", "alt", *LINKS) if one in values]
    if None in wanted or (name == "img" and "alt" not in values):
        return None
    ends = name in VOID or name in WITH_ITS_END or token.endswith("/>")
    kind = ALONE if ends else HEADING if name == "h1" else IS_ONCE if name in ONCE else OPENS
    return kind, name, values.get("id"), [value for one in LINKS if (value := values.get(one)) is not None]
