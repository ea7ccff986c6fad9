"""A text -> the same with every disguise undone that a browser would undo."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

AN_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrtbf])")
UNSEEN = re.compile("<wbr ?/?>|[\u00ad\u200b-\u200f\u2060\ufeff]")


def plain(text: str) -> str:
    """A text without entities, percent signs, backslashes and characters that nobody sees, its letters composed."""
    for _ in range(3):  # what is in JSON may be HTML, and have an address within
        before = text
        if "\\" in text:
            text = AN_ESCAPE.sub(lambda escape: chr(int(escape[1] or escape[2] or "20", 16)), text)
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = unquote(text)
        if text == before:
            break
    if "<wbr" in text or not text.isascii():
        text = UNSEEN.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFKC", text)
