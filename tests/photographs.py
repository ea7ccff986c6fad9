"""Pictures as people have them, made when a test runs: with where they were taken, by whom, and what was cut off."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

SECRETS = (b"Sam Reed", b"Larkspur", b"GPS", b"2026:11", b"Phone of Sam")
"""Words of which none may go out: names, a place, a day, a machine."""
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r exif:GPSLatitude="54,40N" dc:creator="Sam Reed"/></x:xmpmeta>'


@cache
def pixels(mode: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture in which no two corners are alike."""
    wide, high = size
    picture = Image.new("RGB", size)
    for x in range(wide):
        for y in range(high):
            picture.putpixel((x, y), (x * 255 // wide, y * 255 // high, (x * y) % 255))
    return picture.convert(mode)


def a_picture(form: str = "PNG", **options: Any) -> bytes:
    """A picture with nothing beside it."""
    file = BytesIO()
    pixels("P" if form == "GIF" else "RGB").save(file, form, **options)
    return file.getvalue()


def exif(way_up: int = 1, place: bool = True) -> bytes:
    """What a phone writes: maker, owner, day, and where it stood."""
    made = Image.Exif()
    made[0x0112], made[0x010F], made[0x013B], made[0x0132] = way_up, "Phone of Sam", "Sam Reed", "2026:11:20 09:00:00"
    if place:
        made.get_ifd(0x8825).update({1: "N", 2: (54.0, 40.0, 1.0), 3: "W", 4: (2.0, 45.0, 1.0)})
    return made.tobytes()


def a_photograph(form: str, way_up: int = 1) -> bytes:
    """A picture with all that a phone, a program and a person can write beside it in this form."""
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if form == "JPEG":
        return _jpeg(exif(way_up), own)
    if form == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", "Sam Reed")
        text.add_text("Comment", "Larkspur House", zip=True)
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return a_picture(form, exif=exif(way_up), pnginfo=text, icc_profile=own)
    if form == "WEBP":
        return a_picture(form, exif=exif(way_up), xmp=XMP, icc_profile=own, lossless=True)
    return a_picture(form, comment=b"Larkspur House, Sam Reed")


def _jpeg(note: bytes, profile: bytes) -> bytes:
    data = a_picture("JPEG", exif=note, icc_profile=profile, comment=b"Larkspur House", quality=95)
    more = ((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP), (0xED, b"Photoshop 3.0\0Sam Reed"), (0xE3, b"Sam Reed"))
    segments = [b"\xff" + bytes((kind,)) + struct.pack(">H", 2 + len(inside)) + inside for kind, inside in more]
    return data[:2] + b"".join(segments) + data[2:]


def a_huge_png(wide: int, high: int) -> bytes:
    """A small file that says it is a large picture."""

    def chunk(kind: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
