"""Bytes of one part of a document -> its words, whole where a tag, a change or a row of a table cuts them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from generator.diagnostics import Fault, WaymarkError

TOO_MUCH = Fault(
    "document-too-large",
    "this file unpacks into more than a leaflet could hold",
    "save it anew, with fewer pages and pictures",
)
CANT_OPEN = Fault(
    "document-not-opened", "this file can't be opened, so nothing can search it", "save it anew, without a password"
)

ENDS_A_LINE = re.compile(
    r"</(?:\w+:)?(?:p|tr|si|row|c|h|h[1-6]|li|div|title|td|th|dt|dd|pre|table-cell|text|tspan|note|creator|keyword)>"
    r"|<(?:\w+:)?(?:br|cr|tab|line-break)\b[^<>]*>"
)
A_SPACE = re.compile(r"<text:s\b[^<>]*>")
A_HYPHEN = re.compile(r"<w:noBreakHyphen\b[^<>]*>")
A_TAG = re.compile(r"<[^<>]*>")
A_VALUE = re.compile(r""""([^"<>]*)"|'([^'<>]*)'|=([^\s"'<>]+)""")
DELETED = re.compile(r"<w:delText\b[^<>]*>[^<]*</w:delText>")
INSERTED = re.compile(r"(</?w:ins\b[^<>]*>)")
A_CELL = re.compile(r"<c\b([^<>]*)>(?:<f\b[^<>]*>[^<]*</f>)?<v>([^<]*)</v>")
A_SHARED = re.compile(r"<si>|</si>")
A_CUE = re.compile(r"^(?:(?:\d+\n)?[\d:.,]+ --> .*|WEBVTT.*)?\n", re.MULTILINE)
RUNS = re.compile(rb"[\x20-\x7e\x80-\xff]{6,}")
WIDE_RUNS = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0){4,}")
ZIPPED_WORDS = re.compile(rb"zTXt[^\0]{1,79}\0\0|iTXt[^\0]{1,79}\0\x01\0[^\0]{0,79}\0[^\0]{0,79}\0")
MOST_WORDS = 100_000
"""The most bytes of a remark beside a picture that are looked at."""
AN_ENCODING = re.compile(rb"""^<\?xml[^<>]{0,200}encoding=["']([A-Za-z0-9._-]{1,40})["']""")


class DocumentError(WaymarkError, ValueError):
    """A document may not be published. Says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


class UnreadableError(DocumentError):
    """No search can read it. An office may still publish it, once it says so."""


class Part(NamedTuple):
    """Some words, and where a person finds them: "page 2"."""

    where: str
    text: str


def decoded(data: bytes) -> str:
    """The text in some bytes: as its mark or its first line says, UTF-8, or else as Windows wrote it."""
    named = AN_ENCODING.match(data[:300])
    wide = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else None
    for encoding in (wide, "utf-8-sig", named[1].decode() if named else None):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def words_in_tags(data: bytes) -> str:
    """Words of XML or HTML. One that a tag cuts is whole, and what stands in tags and in remarks comes behind."""
    text = decoded(data)
    if "\0" in text:
        raise DocumentError(CANT_OPEN)
    return "\n".join(map(_without_tags, _versions(text)))


def with_shared_words(sheet: bytes, shared: list[str]) -> bytes:
    """A sheet of a workbook with the words of its cells in their place, and numbers as people dial them."""

    def said(cell: re.Match[str]) -> str:
        value = cell[2]
        if 't="s"' in cell[1]:
            value = shared[int(value)] if value.isdecimal() and len(value) < 8 and int(value) < len(shared) else ""
        elif value.isdecimal() and len(value) == 10:
            value = f"0{value}"  # a spreadsheet drops the zero of a phone number
        return f"<c><v>{value}</v></c>"

    return A_CELL.sub(said, decoded(sheet)).encode()


def shared_words(data: bytes) -> list[str]:
    """The texts that the cells of a workbook share, each still with its tags."""
    return A_SHARED.split(decoded(data))[1::2]


def plain_words(text: str) -> str:
    """Words of a text; those of subtitles also without the times between them."""
    return f"{text}\n{A_CUE.sub('', text)}" if " --> " in text else text


def words_in_bytes(data: bytes) -> str:
    """What can be read in a file that no program here knows: letters in a row."""
    zipped = (data[hit.end() :] for hit in ZIPPED_WORDS.finditer(data))
    data += b"".join(b"\n" + _unzipped(one) for one in zipped)
    narrow = (run.decode("utf-8", "replace") for run in RUNS.findall(data))
    wide = (run.decode("utf-16-le") for run in WIDE_RUNS.findall(data))
    return "\n".join((*narrow, *wide))


def _unzipped(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MOST_WORDS)
    except zlib.error:
        return b""


def _versions(text: str) -> Iterator[str]:
    """A text as it is, and where changes are kept: without what was taken out, and without what was put in."""
    yield text
    if "delText" in text:
        yield DELETED.sub("", text)
    if "<w:ins" in text:
        depth, kept = 0, []
        for piece in INSERTED.split(text):
            if piece.startswith("</w:ins"):
                depth = max(depth - 1, 0)
            elif piece.startswith("<w:ins") and INSERTED.fullmatch(piece):
                depth += not piece.endswith("/>")
            elif not depth:
                kept.append(piece)
        yield "".join(kept)


def _without_tags(text: str) -> str:
    for mark, instead in (("<![CDATA[", ""), ("]]>", ""), ("<!--", "\n"), ("-->", "\n")):
        text = text.replace(mark, instead)
    text = A_HYPHEN.sub("-", A_SPACE.sub(" ", ENDS_A_LINE.sub("\n", text)))
    values = (
        value for tag in A_TAG.findall(text) for hit in A_VALUE.finditer(tag) if (value := hit[hit.lastindex or 0])
    )
    return unescape(A_TAG.sub("", text)) + "\n" + unescape(" \n".join(values))
