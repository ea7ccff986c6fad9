"""A text -> the same with every disguise undone that a browser would undo."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

AN_ESCAPE = re.compile(r"(?<!\\)\\++(?:u([0-9a-fA-F]{4})|u\{0{0,20}([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|[nrtbf])")
HALVES = re.compile("[\ud800-\udfff]")
UNSEEN_LETTERS = (
    "\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U000e0000-\U000e0fff"
)
"""Nobody sees them, as marks of a pattern: soft hyphens, joiners, turns of direction, variants of signs."""
UNSEEN = re.compile(f"<wbr ?/?>|[{UNSEEN_LETTERS}]")


def plain(text: str) -> str:
    """A text without entities, percent signs, backslashes and characters that nobody sees, its letters composed."""
    for _ in range(3):  # what is in JSON may be HTML, and have an address within
        before = text
        if "\\" in text:
            text = AN_ESCAPE.sub(_letter, text)
            if HALVES.search(text):
                text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = unquote(text)
        if text == before:
            break
    if "<wbr" in text or not text.isascii():
        text = UNSEEN.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or escape[3] or "20", 16)
    return chr(code) if code < 0x110000 else " "
