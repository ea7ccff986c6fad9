"""A WebP -> its picture alone, every pixel as it was, and what stood beside it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.privacy.pictures.jpeg import CUT_SHORT
from generator.privacy.pictures.metadata import Metadata, PictureError, without_words

OF_THE_PICTURE = frozenset((b"VP8 ", b"VP8L", b"ALPH", b"ANIM"))
HAS_PROFILE, HAS_EXIF, HAS_XMP = 0x20, 0x08, 0x04


def webp(data: bytes) -> tuple[int, int, int, Metadata]:
    """Width, height, frames, and what was beside. PictureError where it is no whole WebP."""
    whole = 8 + int.from_bytes(data[4:8], "little")
    if whole > len(data) or whole < 20:
        raise PictureError(CUT_SHORT)
    beside, frames, size = (
        Metadata(trailing=len(data) - whole - (whole & 1 and data[whole : whole + 1] == b"\0")),
        0,
        (0, 0),
    )
    head: bytes | None = None
    profile: bytes | None = None
    for kind, inside in _chunks(data, 12, whole):
        if kind == b"VP8X" and len(inside) >= 10:
            head = inside[:10]
            size = 1 + int.from_bytes(inside[4:7], "little"), 1 + int.from_bytes(inside[7:10], "little")
        elif kind == b"ANMF":
            frames += 1
            parts = [(name, part) for name, part in _chunks(inside, 16, len(inside)) if name in OF_THE_PICTURE]
            beside.kept.append(_chunk(kind, inside[:16] + b"".join(_chunk(*part) for part in parts)))
        elif kind == b"ICCP":
            profile = without_words(inside)
            beside.anything |= profile != inside
        elif kind in OF_THE_PICTURE:
            size = size if head else _size(kind, inside)
            beside.kept.append(_chunk(kind, inside))
        elif kind == b"EXIF":
            beside.take_exif(inside)
        else:
            beside.take_xmp(inside)
    if not beside.kept or not all(size):
        raise PictureError(CUT_SHORT)
    if head:
        flags = head[0] & ~(HAS_EXIF | HAS_XMP | HAS_PROFILE) | (HAS_PROFILE if profile else 0)
        beside.kept[:0] = [
            _chunk(b"VP8X", bytes((flags,)) + head[1:]),
            *([_chunk(b"ICCP", profile)] if profile else []),
        ]
    body = b"WEBP" + b"".join(beside.kept)
    beside.kept = [b"RIFF", struct.pack("<I", len(body)), body]
    return (*size, max(frames, 1), beside)


def _chunks(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > end:
            raise PictureError(CUT_SHORT)
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + (length & 1)


def _chunk(kind: bytes, inside: bytes) -> bytes:
    return kind + struct.pack("<I", len(inside)) + inside + bytes(len(inside) & 1)


def _size(kind: bytes, inside: bytes) -> tuple[int, int]:
    if kind == b"VP8 " and len(inside) >= 10:
        width, height = struct.unpack_from("<HH", inside, 6)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and len(inside) >= 5:
        bits = int.from_bytes(inside[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return 0, 0
