"""A GIF -> its pictures alone, every pixel as it was, and what stood beside them."""

from __future__ import annotations

import struct

from generator.privacy.pictures.jpeg import CUT_SHORT
from generator.privacy.pictures.metadata import Metadata, PictureError

PICTURE, MORE, END = 0x2C, 0x21, 0x3B
TIMING, OWN = 0xF9, 0xFF
LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def gif(data: bytes) -> tuple[int, int, int, Metadata]:
    """Width, height, frames, and what was beside. PictureError where it is no whole GIF."""
    if len(data) < 14:
        raise PictureError(CUT_SHORT)
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at = 13 + _colours(flags)
    beside, frames = Metadata(kept=[data[:at]]), 0
    while at < len(data):
        kind = data[at]
        if kind == END:
            beside.trailing = len(data) - at - 1
            beside.kept.append(data[at : at + 1])
            return width, height, max(frames, 1), beside
        if kind == PICTURE and at + 11 <= len(data):
            frames += 1
            end = _end_of_blocks(data, at + 11 + _colours(data[at + 9]))
            beside.kept.append(data[at:end])
        elif kind == MORE and at + 3 <= len(data):
            end = _end_of_blocks(data, at + 2)
            if data[at + 1] == TIMING or (data[at + 1] == OWN and data[at + 2 : at + 14] in LOOPS):
                beside.kept.append(data[at:end])
            else:
                beside.take_xmp(data[at:end])
        else:
            break
        at = end
    raise PictureError(CUT_SHORT)


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += 1 + data[at]
    if at >= len(data):
        raise PictureError(CUT_SHORT)
    return at + 1
