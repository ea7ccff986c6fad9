"""The words of a picture, a colour and a design -> a picture to share; the same bytes each time."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator.colours import ENOUGH, contrast
from generator.picture_words import CardWords
from generator.site.share_images.designs import laid_out

WHITE = "#ffffff"
SHADES = 16
"""How many steps there are from the ground to the ink: enough for smooth letters, few enough for a small file."""


@lru_cache(maxsize=512)  # a preview builds the site again after each change
def card(words: CardWords, colour: str, size: tuple[int, int], design: str = "band") -> bytes | None:
    """The words in white and in the colour, the one on the other.

    None where our fonts do not have the letters of the title or the office, or where the title does not fit. ValueError
    for a colour on which white can't be read; the settings take no such colour.
    """
    if contrast(colour, WHITE) < ENOUGH:
        raise ValueError(f"white words can't be read on {colour}")
    found = laid_out(words, size, design)
    if found is None:
        return None
    # One picture of how much ink there is, from 0 to 255: the palette turns that into the two colours.
    drawn = Image.new("L", size, found.ground)
    pen = ImageDraw.Draw(drawn)
    for box, fill in found.blocks:
        pen.rectangle(box, fill=fill)
    for written in found.words:
        written.draw(pen)
    return _png(drawn, colour, WHITE)


def is_drawable(words: CardWords, size: tuple[int, int], design: str = "band") -> bool:
    """Whether `card` draws these words. Letters are only measured for it: that takes a fifth of the time."""
    return laid_out(words, size, design) is not None


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
