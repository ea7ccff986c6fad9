"""The bytes of a web page -> whether a number stands on it, in any of the ways in which pages show numbers.

A page shows a number spaced or not, split by tags, behind +44, in a link to dial, in what it says for search engines
(JSON-LD), or in a picture, which nobody but a person can read. What is struck out or in a comment is not shown.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Literal

from generator.privacy.number_search import SHORT, Numbers

Sight = Literal["shown", "gone", "unknown"]

READ_AT_MOST = 2_000_000
"""How much of a page is read, in bytes."""
GONE = frozenset({"s", "del", "strike"})
"""What is struck out."""
SAYS_NOTHING = frozenset({"script", "style", "template"})
TOLD_BY = ("aria-label", "title", "alt", "content", "value", "placeholder", "data-phone", "data-tel", "data-number")
"""Attributes that say words, or a number."""
DIALS = re.compile(r"(?:tel|sms|callto|whatsapp):|(?:https?:)?//(?:wa\.me|api\.whatsapp\.com)/", re.IGNORECASE)
OF_DATA = re.compile(r"(?:application/(?:ld\+)?json)\b", re.IGNORECASE)
A_NUMBER = re.compile(r"(?<!\d)(?:\+44|0)(?:[\s().-]*\d){9,10}(?!\d)")
"""Any number at all: a page that has some, and not ours, is one that shows numbers in words."""
OF_A_NUMBER = re.compile(r"phone|\btel\b|call|helpline|number|contact|ring|hotline|text ?us", re.IGNORECASE)
"""What a picture of a number is called, or says in its alt text."""
FEW_LETTERS = 400
"""A page with fewer letters, and scripts, gets its words from them."""
A_CHARSET = re.compile(rb"charset ?= ?[\"']?([\w-]{2,40})", re.IGNORECASE)
PACKED = b"\x1f\x8b"
HEAD = 2_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page told of a number. `why`: where nobody can know, the reason, for people."""

    state: Sight
    why: str = ""


class PageText:
    """What a page says to people, what its links dial, and what it tells machines."""

    def __init__(self, data: bytes) -> None:
        data = _unpacked(data)
        reader = _Reader()
        reader.feed(_decoded(data))
        reader.close()
        self.words = " ".join(reader.words)
        self.dialled = " ".join(reader.dialled)
        self.pictures = reader.pictures
        self.scripts = reader.scripts
        self.is_cut = len(data) >= READ_AT_MOST

    def sight_of(self, digits: str) -> Seen:
        """Whether a number stands there. `digits` as people dial it here: 08081570123."""
        if self._shows(digits):
            return Seen("shown")
        if self.is_cut:
            return Seen("unknown", "the page is too long to read whole")
        if any(OF_A_NUMBER.search(about) for about in self.pictures):
            return Seen("unknown", "it may stand in a picture there, which no program reads")
        if self.scripts and sum(map(str.isalpha, self.words)) < FEW_LETTERS:
            return Seen("unknown", "a script writes that page, and none is run here")
        if self.pictures and not A_NUMBER.search(f"{self.words} {self.dialled}") and len(digits) > SHORT:
            return Seen("unknown", "the page shows no number in words, so it may stand in a picture")
        return Seen("gone")

    def _shows(self, digits: str) -> bool:
        if len(digits) > SHORT:
            numbers = Numbers([digits], marked=False)
            return any(True for text in (self.words, self.dialled) for _ in numbers.in_text(text))
        spaced = r"[\s-]?".join(digits)
        alone = re.compile(rf"(?<![\d£$€.,/:-])(?<![\d£$€.,/:-] ){spaced}(?![\d%]|[.,:/-]\d| ?%)")
        dialled = re.compile(rf"(?:tel|sms|callto):[\s+]*{spaced}(?!\d)", re.IGNORECASE)
        return bool(alone.search(self.words) or dialled.search(self.dialled))


class _Reader(HTMLParser):
    """Collects words, numbers that links dial, and what pictures are called."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.dialled: list[str] = []
        self.pictures: list[str] = []
        self.scripts = 0
        self._struck = 0
        self._silent = ""
        self._data: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in GONE:
            self._struck += 1
        if tag in SAYS_NOTHING and not self._silent:
            self._silent = tag
            if tag == "script":
                self._data = [] if OF_DATA.match(told.get("type", "").strip()) else None
                self.scripts += self._data is None
        if self._struck or (self._silent and tag not in SAYS_NOTHING):
            return
        if tag in ("img", "image", "picture", "svg"):
            self.pictures.append(f"{told.get('alt', '')} {told.get('src', '')} {told.get('href', '')}")
        if DIALS.match(told.get("href", "").strip()):
            self.dialled.append(told["href"])
        self.words += (told[name] for name in TOLD_BY if told.get(name))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in GONE and self._struck:
            self._struck -= 1
        if tag == self._silent:
            self._silent = ""
            if self._data:
                self.words += _texts_of("".join(self._data))
            self._data = None

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif not self._silent and not self._struck:
            self.words.append(data)


def _texts_of(data: str) -> Iterator[str]:
    """Every text and number in some JSON; the whole as it is, where it is none."""
    try:
        waiting: list[Any] = [json.loads(data)]
    except (ValueError, RecursionError):
        yield data
        return
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            yield one
        elif isinstance(one, int):
            yield str(one)


def _unpacked(data: bytes) -> bytes:
    """A page without the packing that a server may put around it though nobody asked for any."""
    if not data.startswith(PACKED):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, READ_AT_MOST)
    except zlib.error:
        return b""


def _decoded(data: bytes) -> str:
    named = A_CHARSET.search(data[:HEAD])
    for encoding in (
        "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8",
        (named[1] if named else b"cp1252").decode(),
    ):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
