"""A picture that somebody dropped in -> what the site publishes of it: the picture, and nothing that stands beside it.

Cameras, phones and programs write into a file where a picture was taken, when, with what and by whom, and often a small
copy of it from before it was cut. Parts are left out; no pixel is touched, but where a picture must be turned to stand
upright without a note that says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from generator.privacy.pictures.gif import gif
from generator.privacy.pictures.jpeg import jpeg
from generator.privacy.pictures.metadata import Metadata, PictureError
from generator.privacy.pictures.png import png
from generator.privacy.pictures.webp import webp

MOST_PIXELS = 50_000_000
MOST_FRAMES = 300
READERS: tuple[tuple[bytes, int, Callable[[bytes], tuple[int, int, int, Metadata]]], ...] = (
    (b"\xff\xd8\xff", 0, jpeg),
    (b"\x89PNG\r\n\x1a\n", 0, png),
    (b"GIF8", 0, gif),
    (b"WEBP", 8, webp),
)


@dataclass(frozen=True, slots=True)
class PublishedPicture:
    """The bytes that go out, how large the picture is, and what was left out."""

    data: bytes
    width: int
    height: int
    place: bool
    """Whether the file said where it was taken."""
    anything: bool
    """Whether anything was left out."""


class _File:
    """A picture as it was dropped in, known by its digest: what remembers it need not hold its bytes too."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.digest = sha256(data).digest()

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _File) and self.digest == other.digest


def published(data: bytes) -> PublishedPicture:
    """What may go out. PictureError, in words, where the file is too large to show, cut short, or no such picture."""
    file = _File(data)
    try:
        return _published(file)
    finally:
        file.data = b""


@lru_cache(maxsize=64)  # a check, the preview and the plugin ask for the same one
def _published(file: _File) -> PublishedPicture:
    data = file.data
    read = next((reader for start, at, reader in READERS if data[at:].startswith(start)), None)
    if read is None:
        raise PictureError("it is no picture that browsers know; save it as .jpg or .png")
    width, height, frames, beside = read(data)
    if width * height > MOST_PIXELS:
        raise PictureError(
            f"it has {width} by {height} pixels, and phones can't show that; save it 2,000 pixels wide, or less"
        )
    if frames > MOST_FRAMES or frames * width * height > 20 * MOST_PIXELS:
        raise PictureError(f"it moves through {frames} pictures, and phones can't show that; save one of them")
    kept = b"".join(beside.kept)
    if beside.way_up != 1:
        kept, (width, height) = _upright(kept, beside.way_up)
    return PublishedPicture(kept, width, height, beside.place, beside.anything or beside.trailing > 0)


def _upright(kept: bytes, way_up: int) -> tuple[bytes, tuple[int, int]]:
    """The picture turned as its note said, with the quality that it had."""
    from PIL import Image, ImageOps  # most pictures stand upright, and a check need not wait for it
    from PIL.JpegImagePlugin import JpegImageFile, get_sampling

    try:
        with Image.open(BytesIO(kept)) as opened:
            form, profile = opened.format, opened.info.get("icc_profile")
            same: dict[str, Any] = {"lossless": True}
            if isinstance(opened, JpegImageFile):
                same = {"qtables": opened.quantization, "subsampling": get_sampling(opened)}
            opened.load()
            if getattr(opened, "n_frames", 1) > 1:
                return kept, opened.size  # one that moves: no camera makes it, and no browser turns it
            note = Image.Exif()
            note[0x0112] = way_up
            opened.info["exif"] = note.tobytes()
            opened.getexif().load(note.tobytes())
            turned = ImageOps.exif_transpose(opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError("it ends too soon; save it anew, or copy it again") from error
    for name in ("exif", "xmp", "comment", "XML:com.adobe.xmp"):
        turned.info.pop(name, None)
    file = BytesIO()
    turned.save(file, form, icc_profile=profile, exif=b"", **same)
    return file.getvalue(), turned.size
