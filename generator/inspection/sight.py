"""The bytes of a file -> texts to search: as they stand, and with every disguise undone that a browser would undo."""

from __future__ import annotations

import gzip
import operator
import re
import zlib

from generator.model.plain import plain

TAG = re.compile(r"<[^>]*>")
A_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
GZIP = b"\x1f\x8b"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What can hide a letter or a gap from `words_of`. Other entities are no disguise: they part words, as their marks do.
A_DISGUISE = re.compile(
    rb"%[0-9a-fA-F]{2}|\\[uxnrtbf]|&(?:amp;)?(?:#(?!39;|34;)|shy|zw)|\xc2\xad|\xe2(?:\x80[\x8b-\x8f]|\x81\xa0)|\xef"
)
# ASCII letters, as small ones, and digits; all else parts words.
WORD_BYTES = bytes(
    byte + 32 if 65 <= byte <= 90 else byte if 48 <= byte <= 57 or 97 <= byte <= 122 else 32 for byte in range(256)
)


def words_of(data: bytes) -> list[bytes]:
    """The words of some text, quickly: ASCII letters and digits in a row, small."""
    return data.translate(WORD_BYTES).split()


def pairs_of(data: bytes, wanted: frozenset[bytes]) -> frozenset[bytes]:
    """Which of some words are words of a text, or two of its words that follow each other, written as one."""
    words = words_of(data)
    return wanted.intersection(words).union(wanted.intersection(map(operator.add, words, words[1:])))


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


def may_disguise(data: bytes) -> bool:
    """Whether anything in some UTF-8 text might have to be undone before its words are plain."""
    return b"<wbr" in data or A_DISGUISE.search(data) is not None


def views(file: str, data: bytes) -> list[str]:
    """A file's text as it stands, then plain, then without its tags; of anything binary, its letters in a row."""
    if is_binary(data):
        return [data.replace(b"\0", gap).decode("utf-8", "replace") for gap in (b"", b" ")]
    text = data.decode("utf-16" if data.startswith(UTF_16) else "utf-8", "replace")
    bare = plain(A_FOLDED_LINE.sub("", text) if file.endswith(".ics") else text)
    seen = [text] if bare == text else [text, bare]
    return [*seen, TAG.sub(" ", bare)] if "<" in bare else seen
