"""What a screen shows of a part while it has the focus, and before -> how much of it changes enough to be seen."""

from __future__ import annotations

import base64
import io
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import CDPSession, Page

from generator.colours import contrast

ENOUGH = 3.0
"""The contrast of a pixel with what it was before, from which on WCAG 2.4.13 counts it."""
ROUND = 10
"""Pixels around a part in which its focus may show."""
FOCUSED = """(kind) => {
  const one = [...document.querySelectorAll(kind)].find((one) => one.checkVisibility());
  one.scrollIntoView({ block: 'center' });
  one.focus({ preventScroll: true });
  return one.matches(':focus-visible') && [...one.getClientRects()].filter((box) => box.width > 1)
    .map((box) => [box.x + scrollX, box.y + scrollY, box.width, box.height]); }"""
"""Gives the focus to the first part of a kind that is there to be seen; where that part stands on the page."""


class Shown(NamedTuple):
    """How the focus of a part shows, in CSS pixels."""

    part: str
    changed: int
    """Pixels that change by 3:1 or more."""
    needed: int
    """Pixels in an edge of 2 within the part: so many WCAG 2.4.13 asks for."""


def shown(page: Page, kinds: dict[str, str]) -> Iterator[Shown]:
    """The focus on the first part of each kind that is there to be seen. `kinds`: a selector by its name."""
    session = page.context.new_cdp_session(page)
    page.keyboard.press("Tab")  # so that what follows counts as the work of a keyboard
    for name, selector in kinds.items():
        boxes = page.evaluate(FOCUSED, selector)
        assert boxes, f"{name} does not take the focus of a keyboard"
        while_focused = _picture(session, boxes)
        page.evaluate("document.activeElement.blur()")
        yield Shown(name, _changed(_picture(session, boxes), while_focused), _edge(boxes))


def _picture(session: CDPSession, boxes: list[Any]) -> Image.Image:
    """Asked of the browser itself: Playwright's own waits twice as long, for things that our pages do not have."""
    left, top = (max(0, min(box[axis] for box in boxes) - ROUND) for axis in (0, 1))
    right, bottom = (max(box[axis] + box[axis + 2] for box in boxes) + ROUND for axis in (0, 1))
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top, "scale": 1}
    taken = session.send("Page.captureScreenshot", {"clip": clip, "optimizeForSpeed": True})
    return Image.open(io.BytesIO(base64.b64decode(taken["data"])))


def _edge(boxes: list[Any]) -> int:
    return round(sum(2 * (2 * width + 2 * height) - 16 for _, _, width, height in boxes))


def _changed(before: Image.Image, after: Image.Image) -> int:
    pairs = Counter(zip(_pixels(before), _pixels(after), strict=True))
    return sum(count for (one, other), count in pairs.items() if _contrast(one, other) >= ENOUGH)


def _pixels(picture: Image.Image) -> memoryview:
    """A number for each pixel: four bytes, red first."""
    return memoryview(picture.convert("RGBA").tobytes()).cast("I")


@cache
def _contrast(one: int, other: int) -> float:
    return contrast(*(f"#{pixel.to_bytes(4, sys.byteorder)[:3].hex()}" for pixel in (one, other)))
