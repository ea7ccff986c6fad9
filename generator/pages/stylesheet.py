"""The small style files -> one stylesheet, with the office's colours in front."""

from __future__ import annotations

import re
from pathlib import Path

from generator.colours import Colours
from generator.model import addresses
from generator.outputs import Download

# In the order of the cascade: what is general comes first.
FILES = (
    "ground",
    "type",
    "frame",
    "links",
    "finder",
    "search",
    "services",
    "contact",
    "campaigns",
    "standing",
    "card",
    "print",
    "print_service",
)
# A string stays as it is: what looks like a comment or like space in it is not.
A_STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
STRING_OR_COMMENT = re.compile(rf"({A_STRING})|/\*.*?\*/", re.DOTALL)
STRING_OR_SPACE = re.compile(rf"({A_STRING})|\s*([{{}};,>])\s*|\s+", re.DOTALL)


def stylesheet(folder: Path, colours: Colours) -> Download:
    """One file to fetch. `folder` holds the parts, one component a file."""
    parts = [_colours(colours)]
    parts += [(folder / f"{name}.css").read_text(encoding="utf-8") for name in FILES]
    return Download(addresses.STYLESHEET, smaller("\n".join(parts)).encode())


def smaller(css: str) -> str:
    """CSS without comments, and without the space that means nothing."""
    css = STRING_OR_COMMENT.sub(lambda found: found[1] or "", css)
    return STRING_OR_SPACE.sub(lambda found: found[1] or found[2] or " ", css).strip()


def _colours(colours: Colours) -> str:
    return (
        f":root{{--brand:{colours.brand};--alert:{colours.alert}}}"
        f"@media (prefers-color-scheme:dark){{:root{{--brand:{colours.brand_dark}}}}}"
    )
