"""Words and a box -> the words set in lines, as large as they fit; whether our fonts have their letters at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
from PIL import ImageDraw, ImageFont, features

from generator.model.fields.text_direction import numbers_joined

SIZES = (112, 104, 96, 88, 80, 72, 64, 56, 50, 44, 40, 36, 32)
"""Points, from the largest. The smallest can still be read where a phone shows the picture half as wide."""


LEADING = 1.22


LINE_AT_MOST = 10_000
"""More pixels than any picture is high: what is to stand on one line is held by its width."""


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
    """The words as large as they fit a box of so many pixels; None where they do not, or our fonts lack their letters.

    A number stays whole: on one line, and in its order among letters that run from the right.
    """
    words = numbers_joined(words)
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
    for word in words.split(" "):
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
    return words.split(" ") != " ".join(lines).split(" ")


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


def one_line(words: str, width: int, largest: int) -> Lettering | None:
    """Words that may never be broken, a number or an address, as large as they fit so many pixels on one line."""
    whole = letter(words, width, LINE_AT_MOST, largest)
    while whole and len(whole.lines) > 1:
        smaller = next((size for size in SIZES if size < whole.size), None)
        whole = letter(words, width, LINE_AT_MOST, smaller) if smaller else None
    return whole


def write(pen: ImageDraw.ImageDraw, words: Lettering, left: int, right: int, top: int, fill: int) -> None:
    """Draw words between two edges; they start from the side on which their letters begin."""
    for number, line in enumerate(words.lines):
        at = (right if words.right_to_left else left, top + round((number + 0.8) * words.size * LEADING))
        if words.right_to_left:
            pen.text(at, line, fill=fill, font=words.font, anchor="rs", direction="rtl")
        else:
            pen.text(at, line, fill=fill, font=words.font, anchor="ls")
