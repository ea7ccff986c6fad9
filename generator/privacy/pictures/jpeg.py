"""A JPEG -> its picture alone, every pixel as it was, and what stood beside it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.privacy.pictures.metadata import Metadata, PictureError, without_words

FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
OF_THE_PICTURE = {0xC4, 0xCC, 0xDB, 0xDC, 0xDD, *FRAMES}
ALONE = {0x01, *range(0xD0, 0xD8)}
SCAN, END = 0xDA, 0xD9
PROFILE = b"ICC_PROFILE\0"
CUT_SHORT = "it ends too soon; save it anew, or copy it again"


def jpeg(data: bytes) -> tuple[int, int, int, Metadata]:
    """Width, height, frames, and what was beside. PictureError where it is no whole JPEG."""
    beside, width, height = Metadata(kept=[b"\xff\xd8"]), 0, 0
    profile: list[bytes] = []
    for kind, start, end in _segments(data, beside):
        part, inside = data[start:end], data[start + 4 : end]
        if kind in FRAMES:
            height, width = struct.unpack_from(">HH", inside, 1) if len(inside) > 5 else (0, 0)
        if kind == 0xE0 and inside.startswith(b"JFIF\0") and len(inside) >= 14:
            beside.anything |= len(inside) > 14
            beside.kept.append(b"\xff\xe0\0\x10" + inside[:12] + b"\0\0")  # without its small picture
        elif kind == 0xEE and inside.startswith(b"Adobe") and len(inside) >= 12:
            beside.anything |= len(inside) > 12
            beside.kept.append(b"\xff\xee\0\x0e" + inside[:12])
        elif kind == 0xE2 and inside.startswith(PROFILE):
            profile.append(inside[len(PROFILE) + 2 :])
        elif kind == 0xE1 and inside.startswith(b"Exif\0\0"):
            beside.take_exif(inside)
        elif kind in OF_THE_PICTURE or kind in (SCAN, END):
            beside.kept.append(part)
        else:
            beside.take_xmp(inside)
    if not width or not height:
        raise PictureError(CUT_SHORT)
    colours = without_words(b"".join(profile)) if profile else None
    beside.anything |= bool(profile) and colours != b"".join(profile)
    if colours is not None:
        beside.kept[1:1] = _profile(colours)
    return width, height, 1, beside


def _profile(colours: bytes) -> list[bytes]:
    most = 65_000
    parts = [colours[at : at + most] for at in range(0, len(colours), most)]
    heads = (PROFILE + bytes((number, len(parts))) for number in range(1, len(parts) + 1))
    return [
        b"\xff\xe2" + struct.pack(">H", 2 + len(head) + len(part)) + head + part
        for head, part in zip(heads, parts, strict=True)
    ]


def _segments(data: bytes, beside: Metadata) -> Iterator[tuple[int, int, int]]:
    """Kind, start and end of each part up to the picture's end. A scan goes on to the next marker."""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1  # any number of these may stand before a marker
        if at + 2 > len(data) or data[at] != 0xFF:
            raise PictureError(CUT_SHORT)
        kind = data[at + 1]
        if kind == END:
            beside.trailing = len(data) - at - 2
            yield kind, at, at + 2
            return
        if kind in ALONE:
            at += 2
            continue
        if at + 4 > len(data):
            raise PictureError(CUT_SHORT)
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            raise PictureError(CUT_SHORT)
        if kind == SCAN:
            end = _end_of_scan(data, end)
        yield kind, at, end
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise PictureError(CUT_SHORT)
        if data[at + 1] == 0 or data[at + 1] in range(0xD0, 0xD8):
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at
