"""What a camera wrote beside a picture -> which way up it is, whether it says where; the colours alone."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from generator.diagnostics import WaymarkError

ORIENTATION, GPS = 0x0112, 0x8825


PLACE_IN_XMP = (b"GPSL", b"exif:GPS", b"photoshop:City", b"Iptc4xmpCore:Location", b"LocationShown", b"LocationCreated")


class PictureError(WaymarkError, ValueError):
    """A picture that can't be published. Says why, and what to do."""


@dataclass
class Metadata:
    """All that a file holds beside its picture, as far as it matters."""

    anything: bool = False
    place: bool = False
    """Whether it says where the picture was taken."""
    way_up: int = 1
    """As EXIF numbers it: 1 is as it stands, 6 is turned by a quarter."""
    trailing: int = 0
    """Bytes behind the picture's end."""
    kept: list[bytes] = field(default_factory=list)
    """The parts that are the picture."""

    def take_exif(self, data: bytes) -> None:
        """Take note of an EXIF block, which is a small TIFF file."""
        self.anything = True
        for tag, value in _first_directory(data.removeprefix(b"Exif\0\0")):
            self.place |= tag == GPS
            if tag == ORIENTATION and 1 <= value <= 8:
                self.way_up = value

    def take_xmp(self, data: bytes) -> None:
        """Take note of any other block: XMP, IPTC, comments."""
        self.anything = True
        self.place |= any(sign in data for sign in PLACE_IN_XMP)


def _first_directory(data: bytes) -> list[tuple[int, int]]:
    """Each tag of the first directory of a TIFF file, with its value where that is one short number."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return []
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, start)
        entries = [
            struct.unpack_from(f"{order}HHIH", data, start + 2 + 12 * number) for number in range(min(count, 500))
        ]
    except struct.error:
        return []
    return [(tag, value) for tag, _, _, value in entries]


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
