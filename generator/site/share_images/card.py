"""A title, the office's name and its colour -> a picture to share, its letters fitted; the same bytes each time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
from PIL import Image, ImageDraw, ImageFont, features

from generator.colours import ENOUGH, contrast

SIZES = (112, 104, 96, 88, 80, 72, 64, 56, 50, 44, 40, 36, 32)
"""Points, from the largest. The smallest can still be read where a phone shows the picture half as wide."""


LEADING = 1.22


BOLD = (700, 100)
"""Weight and width of the variable font."""


LATIN = str(fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf")


ARABIC = str(fontpkg_noto_sans_arabic.ROOT / "files" / "NotoSansArabic[wdth,wght].ttf")


NOTHING = "\U0010fffe"
"""A sign that no font has: what a font draws for it, it draws for all that it lacks."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words set in lines, ready to be drawn. `right_to_left` is the way they run and the side they start from."""

    lines: Sequence[str]
    font: ImageFont.FreeTypeFont
    size: int
    right_to_left: bool

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the bottom of the last."""
        return round(len(self.lines) * self.size * LEADING)


def letter(words: str, width: int, height: int, largest: int = SIZES[0]) -> Lettering | None:
    """The words as large as they fit a box of so many pixels; at the smallest size they may run over its foot."""
    rtl = runs_right_to_left(words)
    path = _font_with(words)
    if path is None or (rtl and not features.check("raqm")):
        return None  # boxes, or letters back to front, would be worse than no picture
    found = None
    for size in SIZES:
        if size > largest:
            continue
        font = _font(path, size, rtl)
        found = Lettering(_lines(words, font, width), font, size, rtl)
        if found.height <= height and not _breaks_a_word(words, found.lines):
            return found
    return found if found and found.height <= height else None


def runs_right_to_left(words: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or another that runs from the right."""
    for sign in words:
        if unicodedata.bidirectional(sign) in ("L", "R", "AL"):
            return unicodedata.bidirectional(sign) != "L"
    return False


def _lines(words: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        for part in _parts(word, font, width):
            longer = f"{lines[-1]} {part}".strip()
            if _length(font, longer) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return [line for line in lines if line]


def _parts(word: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """A word, cut where it is too long for any line."""
    while _length(font, word) > width:
        end = next(end for end in range(len(word), 0, -1) if end == 1 or _length(font, word[:end]) <= width)
        yield word[:end]
        word = word[end:]
    if word:
        yield word


@lru_cache(maxsize=4096)
def _length(font: ImageFont.FreeTypeFont, words: str) -> float:
    return font.getlength(words)


def _breaks_a_word(words: str, lines: Sequence[str]) -> bool:
    return words.split() != " ".join(lines).split()


def _font_with(words: str) -> str | None:
    letters = {sign for sign in words if not sign.isspace()}
    return next((path for path in (LATIN, ARABIC) if all(_has(path, sign) for sign in letters)), None)


@lru_cache(maxsize=64)
def _font(path: str, size: int, shaped: bool) -> ImageFont.FreeTypeFont:
    """Plain layout where it will do: it draws the same whatever else a machine has."""
    layout = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    font = ImageFont.truetype(path, size, layout_engine=layout)
    font.set_variation_by_axes(list(BOLD))
    return font


@lru_cache(maxsize=4096)
def _has(path: str, sign: str) -> bool:
    """Whether a font has a letter of its own for a sign."""
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return True  # joins the letter before it
    font = _font(path, 32, False)
    return bytes(font.getmask(sign)) != bytes(font.getmask(NOTHING))


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
