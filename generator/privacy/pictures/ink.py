"""A logo's file -> its width and height, and the strongest contrast with white of what it draws; PictureError for none.

A part of it that is faint is the designer's business: that nothing of it can be made out is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from generator.colours import contrast
from generator.privacy.pictures.metadata import PictureError
from generator.privacy.pictures.published import published

WHITE, BLACK = "#ffffff", "#000000"
A_SHARE = 0.02
"""A contrast counts where so much of the picture has it, or more."""
PAINTS = ("fill", "stroke", "color", "stop-color")
DRAWS = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "use")
SMALL = (64, 64)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a logo shows on white: `contrast` is from 1 to 21; `height` is 0 where a drawing has any size."""

    width: int
    height: int
    contrast: float


def ink_of(data: bytes, ending: str) -> Ink:
    """What is drawn. `ending` is the file's: ".svg" or ".png"."""
    return _of_a_drawing(data) if ending == ".svg" else _of_a_picture(data)


def _of_a_picture(data: bytes) -> Ink:
    from PIL import Image

    found = published(data)
    with Image.open(BytesIO(found.data)) as opened:
        opened.load()
        whole = opened.convert("RGBA")
    whole.thumbnail(SMALL)
    pixels = whole.width * whole.height
    counted: list[tuple[int, Any]] = whole.getcolors(pixels) or []
    ranked = sorted(((_on_white(*colour), count) for count, colour in counted), reverse=True)
    so_far = 0
    for against_white, count in ranked:
        so_far += count
        if so_far >= pixels * A_SHARE:
            return Ink(found.width, found.height, against_white)
    return Ink(found.width, found.height, 1.0)


def _on_white(red: int, green: int, blue: int, opacity: int) -> float:
    mixed = (round(255 + (part - 255) * opacity / 255) for part in (red, green, blue))
    return contrast(WHITE, "#" + "".join(f"{part:02x}" for part in mixed))


def _of_a_drawing(data: bytes) -> Ink:
    """By the colours that it names; what names none is drawn in black."""
    found = {WHITE}
    inherited = [False]
    parser = ParserCreate()

    def begins(name: str, attributes: dict[str, str]) -> None:
        styles = (one.partition(":") for one in attributes.get("style", "").split(";"))
        said = {**attributes, **{paint.strip(): value.strip() for paint, _, value in styles}}
        painted = [said[paint] for paint in PAINTS if paint in said]
        found.update(filter(None, map(_as_hex, painted)))
        inherited.append(inherited[-1] or bool(painted))
        if name.rpartition(":")[2] in DRAWS and not inherited[-1]:
            found.add(BLACK)

    parser.StartElementHandler = begins
    parser.EndElementHandler = lambda _: inherited.pop()
    try:
        parser.Parse(data, True)
    except ExpatError:
        raise PictureError("it is no drawing that browsers can read; save it as .png") from None
    return Ink(0, 0, max(contrast(WHITE, one) for one in found))


def _as_hex(colour: str) -> str:
    """A colour as CSS has it -> #rrggbb; "" for what is none of its own: none, url(#...), currentColor."""
    from PIL import ImageColor

    if colour.casefold() == "currentcolor":
        return BLACK
    try:
        return "#" + "".join(f"{part:02x}" for part in ImageColor.getrgb(colour)[:3])
    except ValueError:
        return ""
