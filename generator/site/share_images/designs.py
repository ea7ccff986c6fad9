"""The words of a picture, its size and the name of a design -> where each of them stands, and on what ground.

In every design the title is what one sees first, then the number to call; the office and the address of its site stand
small. Words that our fonts can't draw are left out, but for title and office: without these there is no picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageDraw

from generator.picture_words import CardWords
from generator.site.share_images.lettering import Lettering, letter, one_line, write

GROUND = 0
"""The colour: no ink."""
INK = 255
"""White."""
EDGE = 80
ABOVE = 40
"""Above and below the title on a band."""
PADDING = 20
PADDING_BESIDE = 40
FRAME = 24
SMALL = 36
Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words in their place."""

    words: Lettering
    left: int
    right: int
    top: int
    fill: int

    def draw(self, pen: ImageDraw.ImageDraw) -> None:
        """Write them."""
        write(pen, self.words, self.left, self.right, self.top, self.fill)


@dataclass(frozen=True, slots=True)
class Layout:
    """What there is to draw, from the back to the front."""

    ground: int
    blocks: Sequence[tuple[Box, int]]
    words: Sequence[PlacedWords]


@lru_cache(maxsize=512)
def laid_out(words: CardWords, size: tuple[int, int], design: str) -> Layout | None:
    """Where everything stands; None where the title or the office can't be drawn."""
    return DESIGNS[design](words, *size)


def _band(words: CardWords, width: int, height: int) -> Layout | None:
    """The title in white on the colour; all else in the colour on a white band at the foot."""
    inner = width - 2 * EDGE
    foot = _all_but_the_title(words, inner, 88, office_height=96)
    if foot is None:
        return None
    top = height - sum(one.height for one in foot) - 2 * PADDING
    title = letter(words.title, inner, top - 2 * ABOVE)
    if title is None:
        return None
    return Layout(
        GROUND,
        [((0, top, width, height), INK)],
        [
            _middle(title, EDGE, width - EDGE, 0, top, INK),
            *_stacked(foot, EDGE, width - EDGE, top, height, GROUND),
        ],
    )


def _panel(words: CardWords, width: int, height: int) -> Layout | None:
    """The title in the colour on white; all else in white on a panel, beside it or, in a square, below."""
    is_wide = width > height
    panel = (width - 540, 0, width, height) if is_wide else (0, height - 420, width, height)
    edge = PADDING_BESIDE if is_wide else EDGE
    said = _all_but_the_title(words, panel[2] - panel[0] - 2 * edge, 104, office_height=200)
    box = (EDGE, EDGE, panel[0] - 40, height - EDGE) if is_wide else (EDGE, EDGE, width - EDGE, panel[1] - EDGE)
    title = letter(words.title, box[2] - box[0], box[3] - box[1], largest=88)
    if said is None or title is None:
        return None
    return Layout(
        INK,
        [(panel, GROUND)],
        [
            _middle(title, box[0], box[2], box[1], box[3], GROUND),
            *_stacked(said, panel[0] + edge, panel[2] - edge, panel[1], panel[3], INK),
        ],
    )


def _frame(words: CardWords, width: int, height: int) -> Layout | None:
    """The title in the colour on white within a frame; the number in white on a block of the colour."""
    inner, foot = width - 2 * EDGE, height - FRAME - PADDING
    said = _all_but_the_title(words, inner - 2 * PADDING_BESIDE, 88, office_height=96)
    if said is None:
        return None
    call, small = (said[0], said[1:]) if words.call else (None, said)
    top_of_small = foot - sum(one.height for one in small)
    block = (EDGE, top_of_small - call.height - 3 * PADDING, width - EDGE, top_of_small - PADDING) if call else None
    end = (block[1] if block else top_of_small) - PADDING
    title = letter(words.title, inner, end - FRAME - 2 * PADDING, largest=96)
    if title is None:
        return None
    drawn = [_middle(title, EDGE, width - EDGE, FRAME + PADDING, end, GROUND)]
    if call and block:
        drawn.append(_middle(call, block[0] + PADDING_BESIDE, block[2] - PADDING_BESIDE, block[1], block[3], INK))
    return Layout(
        GROUND,
        [((FRAME, FRAME, width - FRAME - 1, height - FRAME - 1), INK), *([(block, GROUND)] if block else [])],
        [*drawn, *_stacked(small, EDGE, width - EDGE, top_of_small, foot, GROUND)],
    )


DESIGNS: Mapping[str, Callable[[CardWords, int, int], Layout | None]] = {
    "band": _band,
    "panel": _panel,
    "frame": _frame,
}
"""Each design that a campaign may name."""


def _all_but_the_title(words: CardWords, width: int, largest: int, office_height: int) -> list[Lettering] | None:
    """The number first, where there is one; None where it or the office can't be drawn."""
    call = [one_line(words.call, width, largest)] if words.call else []
    office = letter(words.office, width, office_height, largest=SMALL)
    small = [text for text in (words.when, words.address) if text]
    together = one_line(" · ".join(small), width, SMALL) if len(small) > 1 else None
    between = [together] if together else [one for one in (one_line(text, width, SMALL) for text in small) if one]
    found = [*call, *between, office]
    return [one for one in found if one] if all(found) else None


def _middle(words: Lettering, left: int, right: int, top: int, bottom: int, fill: int) -> PlacedWords:
    return PlacedWords(words, left, right, top + (bottom - top - words.height) // 2, fill)


def _stacked(
    stack: Sequence[Lettering], left: int, right: int, top: int, bottom: int, fill: int
) -> Iterator[PlacedWords]:
    """Words below each other, in the middle of a height."""
    at = top + (bottom - top - sum(one.height for one in stack)) // 2
    for one in stack:
        yield PlacedWords(one, left, right, at, fill)
        at += one.height
