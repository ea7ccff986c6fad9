"""A PNG -> its picture alone, every pixel as it was, and what stood beside it."""

from __future__ import annotations

import struct
import zlib

from generator.privacy.pictures.jpeg import CUT_SHORT
from generator.privacy.pictures.metadata import Metadata, PictureError, without_words

START = b"\x89PNG\r\n\x1a\n"
OF_THE_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD hIST pHYs acTL fcTL fdAT cICP mDCV cLLI".split()
)
MOST_OF_A_PROFILE = 4_000_000


def png(data: bytes) -> tuple[int, int, int, Metadata]:
    """Width, height, frames, and what was beside. PictureError where it is no whole PNG."""
    beside, frames, at = Metadata(kept=[START]), 1, len(START)
    size: tuple[int, int] | None = None
    while True:
        if at + 12 > len(data):
            raise PictureError(CUT_SHORT)
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise PictureError(CUT_SHORT)
        inside = data[at + 8 : at + 8 + length]
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise PictureError("a part of it is damaged; save it anew, or copy it again")
        if size is None and (kind != b"IHDR" or length != 13):
            raise PictureError(CUT_SHORT)
        if kind == b"IHDR":
            size = struct.unpack_from(">II", inside)
        elif kind == b"acTL" and length >= 4:
            frames = max(1, int.from_bytes(inside[:4], "big"))
        if kind in OF_THE_PICTURE:
            beside.kept.append(data[at:end])
        elif kind == b"eXIf":
            beside.take_exif(inside)
        elif kind == b"iCCP":
            beside.kept += _profile(inside, beside)
        else:
            beside.take_xmp(_opened(inside))
        at = end
        if kind == b"IEND":
            beside.trailing = len(data) - end
            return (*(size or (0, 0)), frames, beside)


def _profile(inside: bytes, beside: Metadata) -> list[bytes]:
    name, _, packed = inside.partition(b"\0")
    given = _opened(name + b"\0" + packed)
    colours = without_words(given)
    beside.anything |= colours != given or name != b"colours"
    if colours is None:
        return []
    made = b"iCCP" + b"colours\0\0" + zlib.compress(colours, 9)
    return [struct.pack(">I", len(made) - 4) + made + struct.pack(">I", zlib.crc32(made))]


def _opened(inside: bytes) -> bytes:
    """What is packed behind a name, as far as it may go; as it is, where nothing is packed."""
    packed = inside.partition(b"\0")[2]
    try:
        return zlib.decompressobj().decompress(packed[1:], MOST_OF_A_PROFILE)
    except zlib.error:
        return inside
