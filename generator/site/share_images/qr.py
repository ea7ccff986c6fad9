"""An address -> a code to scan, as an SVG file: black on white, which every camera reads."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import segno

SCALE = 8
EDGE = 4
"""The white around a code, in its own squares: cameras need four."""


@lru_cache(maxsize=1024)  # a preview builds the site again after each change
def qr_code(address: str) -> bytes:
    """A code that stands up to a fold or a stain: about a sixth of it may be lost."""
    file = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(file, kind="svg", scale=SCALE, border=EDGE, dark="#000", light="#fff", xmldecl=False, nl=False)
    return file.getvalue()
