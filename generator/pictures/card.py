"""A title, the office's name and its colour -> a picture to share, as PNG bytes: the same bytes each time."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator.colours import ENOUGH, contrast
from generator.pictures.lettering import LEADING, Lettering, letter

SHARE = (1200, 630)
SQUARE = (1080, 1080)
EDGE = 80
BAND = 120
INK = "#ffffff"
SHADES = 16
"""How many steps there are from the ground to the ink: enough for smooth letters, few enough for a small file."""


@lru_cache(maxsize=512)  # a preview builds the site again after each change
def card(title: str, office: str, colour: str, size: tuple[int, int]) -> bytes | None:
    """The title in white on the colour, the office in the colour on a white band.

    None where our fonts do not have the letters, or where the title does not fit. ValueError for a colour on which
    white can't be read; the settings take no such colour.
    """
    if contrast(colour, INK) < ENOUGH:
        raise ValueError(f"white words can't be read on {colour}")
    lettered = _lettered(title, office, size)
    if lettered is None:
        return None
    width, height = size
    words, name = lettered
    # One picture of how much ink there is, from 0 to 255: the palette turns that into the two colours.
    drawn = Image.new("L", size, 0)
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, height - BAND, width, height), fill=255)
    _write(pen, words, width, EDGE + (height - BAND - 2 * EDGE - words.height) // 2, fill=255)
    _write(pen, name, width, height - BAND + (BAND - name.height) // 2, fill=0)
    return _png(drawn, colour, INK)


def is_drawable(title: str, office: str, size: tuple[int, int]) -> bool:
    """Whether `card` draws these words. Letters are only measured for it: that takes a fifth of the time."""
    return _lettered(title, office, size) is not None


@lru_cache(maxsize=512)
def _lettered(title: str, office: str, size: tuple[int, int]) -> tuple[Lettering, Lettering] | None:
    width, height = size
    words = letter(title, width - 2 * EDGE, height - BAND - 2 * EDGE)
    name = letter(office, width - 2 * EDGE, BAND - 24, largest=44)
    return (words, name) if words and name else None


def _write(pen: ImageDraw.ImageDraw, words: Lettering, width: int, top: int, fill: int) -> None:
    for number, line in enumerate(words.lines):
        at = (width - EDGE if words.right_to_left else EDGE, top + round((number + 0.8) * words.size * LEADING))
        if words.right_to_left:
            pen.text(at, line, fill=fill, font=words.font, anchor="rs", direction="rtl")
        else:
            pen.text(at, line, fill=fill, font=words.font, anchor="ls")


def rgb(colour: str) -> tuple[int, int, int]:
    """#1d4f73 -> (29, 79, 115)."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _png(drawn: Image.Image, ground: str, ink: str) -> bytes:
    shades = drawn.point([round(value * (SHADES - 1) / 255) for value in range(256)])
    picture = Image.frombytes("P", drawn.size, shades.tobytes())
    steps = [step / (SHADES - 1) for step in range(SHADES)]
    mixed = [
        round(under + (over - under) * step)
        for step in steps
        for under, over in zip(rgb(ground), rgb(ink), strict=True)
    ]
    picture.putpalette(mixed)
    file = BytesIO()
    picture.save(file, "PNG", bits=4, compress_level=3)
    return file.getvalue()
