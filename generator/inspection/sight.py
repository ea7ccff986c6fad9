"""The bytes of a file -> texts to search: as they stand, and with every disguise undone that a browser would undo."""

from __future__ import annotations

import base64
import binascii
import gzip
import re
import zlib
from collections.abc import Iterable, Iterator

from generator.model.plain import hashtags_apart, plain

TAG = re.compile(r"<[^<>]*>")
A_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
A_TAG_ENDS = ">\n"
"""Where a text may be taken apart: no tag goes on behind it, and nothing that words hide behind."""
A_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
FOLDED = (".ics", ".vcf")
"""Calendars and address cards, which fold their lines."""
A_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?")
IN_BASE64 = re.compile(rb"base64,((?:[A-Za-z0-9+/_=-]|%[0-9a-fA-F]{2}|\\/|\s){12,})")
A_PRINTED_RUN = re.compile(rb"(?:[\t\r\n -~]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}")
GZIP = b"\x1f\x8b"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
DEEPEST = 3
"""So many times what was embedded may hold something embedded."""


def opened(data: bytes) -> bytes:
    """What is inside gzip; any other bytes as they are."""
    if not data.startswith(GZIP):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return data


def is_binary(data: bytes) -> bool:
    """Whether some bytes are no text: a picture, a font, an archive. UTF-16 that does not say so counts as such."""
    return b"\0" in data and not data.startswith(UTF_16)


def text_of(data: bytes) -> str:
    """The text of a file; of anything binary, whatever in it could be printed."""
    if is_binary(data):
        # In UTF-16 a zero stands within each letter, in other data between words.
        runs = [run for gap in (b"", b" ") for run in A_PRINTED_RUN.findall(data.replace(b"\0", gap))]
        return "\n".join(run.decode("utf-8", "replace") for run in runs)
    return data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig", "replace")


def embedded(data: bytes, deep: int = 0) -> Iterator[bytes]:
    """What `data:` addresses in a text hold as base64, and what stands embedded in that."""
    for found in IN_BASE64.finditer(data) if b"base64," in data and deep < DEEPEST else ():
        letters = plain(found[1].decode().replace("\\/", "/"))
        letters = re.sub(r"[^A-Za-z0-9+/]", "", letters.replace("-", "+").replace("_", "/"))
        try:
            inside = opened(base64.b64decode(letters[: len(letters) // 4 * 4] + _rest(letters)))
        except (binascii.Error, ValueError):
            continue
        yield inside
        yield from embedded(inside, deep + 1)


def _rest(letters: str) -> str:
    over = len(letters) % 4
    return letters[-over:].ljust(4, "=") if over > 1 else ""


def pieces(text: str) -> list[str]:
    """A text taken apart where a tag ends a line: what is inside tags is read piece by piece."""
    return [f"{piece}{A_TAG_ENDS}" for piece in text.split(A_TAG_ENDS)]


def plain_views(text: str, *, folded: bool = False) -> list[str]:
    """A text as it stands, and plain in each way, where it is not."""
    whole = A_FOLDED_LINE.sub("", text) if folded else text
    seen = [text, plain(whole)]
    if "\\" in whole and A_CSS_ESCAPE.search(whole):
        seen.append(plain(A_CSS_ESCAPE.sub(_letter, whole)))
    if "#" in whole:
        seen.append(hashtags_apart(seen[1]))
    return list(dict.fromkeys(seen))


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return chr(code) if 32 <= code < 0x110000 else " "


def _uncommented(text: str) -> str:
    """Without the comments that end on the line they began on, each looked at once."""
    parts, at, start = [], 0, text.find("<!--")
    while start != -1 and (end := text.find("-->", start + 4)) != -1:
        line = text.find("\n", start, end)
        if line == -1:
            parts.append(text[at:start])
            at = end + 3
        start = text.find("<!--", line if line != -1 else at)
    return "".join([*parts, text[at:]])


def without_tags(seen: Iterable[str]) -> list[str]:
    """Views without their tags: with a gap for each, and without."""
    found: dict[str, None] = {}
    seen = [A_CDATA.sub("", text) if "[CDATA[" in text else text for text in seen]
    for text in [*seen, *(_uncommented(text) for text in seen if "<!--" in text)]:
        if "<" not in text:
            found[text] = None
            continue
        gaps, none = TAG.sub(" ", text), TAG.sub("", text)
        found[gaps] = None
        if gaps.split() != none.split():
            found[none] = None
    return list(found)


def views(file: str, data: bytes) -> list[str]:
    """A file's text as it stands, plain, and without its tags, with a gap for each and without."""
    seen = plain_views(text_of(data), folded=file.endswith(FOLDED))
    return list(dict.fromkeys([*seen, *without_tags(seen)]))
