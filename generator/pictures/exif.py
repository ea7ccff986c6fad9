"""What a camera wrote beside a picture -> which way up it is, and whether it says where it was taken."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

ORIENTATION, GPS = 0x0112, 0x8825
PLACE_IN_XMP = (b"GPSL", b"exif:GPS", b"photoshop:City", b"Iptc4xmpCore:Location", b"LocationShown", b"LocationCreated")


class PictureError(ValueError):
    """A picture that can't be published. Says why, and what to do."""


@dataclass
class Beside:
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
