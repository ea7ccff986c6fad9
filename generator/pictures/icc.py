"""A colour profile -> the same colours without a word: screens and cameras write their names and owners into it."""

from __future__ import annotations

import struct

COLOURS = (
    *(b"wtpt", b"bkpt", b"chad", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"lumi", b"cicp"),
    *(b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt"),
)
"""The tags that say what colours are. The others say who made the profile, and for which machine."""
NAMELESS = b"desc", b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"GB", 2, 28) + "-".encode("utf-16-be")
RIGHTS = b"cprt", NAMELESS[1]


def without_words(profile: bytes) -> bytes | None:
    """The profile with its colours alone; None where it can't be read: then colours count as sRGB, as on the web."""
    if len(profile) < 132 or profile[36:40] != b"acsp":
        return None
    (count,) = struct.unpack_from(">I", profile, 128)
    if count > 100 or len(profile) < 132 + 12 * count:
        return None
    tags = [NAMELESS, RIGHTS]
    for number in range(count):
        name, start, length = struct.unpack_from(">4sII", profile, 132 + 12 * number)
        if name in COLOURS and start + length <= len(profile):
            tags.append((name, profile[start : start + length]))
    body = bytearray()
    table = bytearray(struct.pack(">I", len(tags)))
    first = 132 + 12 * len(tags)
    for name, data in tags:
        table += struct.pack(">4sII", name, first + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    # The header, without the day it was made, its maker's and machine's names, and the mark that is its fingerprint.
    head = profile[4:24] + bytes(12) + profile[36:44] + bytes(20) + profile[64:80]
    whole = head + bytes(48) + bytes(table) + bytes(body)
    return struct.pack(">I", 4 + len(whole)) + whole
