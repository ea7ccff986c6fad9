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
A_HASHTAG = re.compile(r"#[^\W_]{6,}")
WITHIN_A_HASHTAG = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z][a-z])|(?<=#[Tt]he)(?=[a-z]{4})")
"""Where a word ends in "#VisitLarkspurHouse2027" or "#thelarkspurhouse"."""
A_DRAWN_LETTER = re.compile(
    "[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189\U0001f1e6-\U0001f1ff]"
)
"""A letter in a ring or a box, or of a flag, as people write with to be seen."""
DRAWN = {start + at: 65 + at for start in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)}
"""Those that Unicode itself does not call letters."""


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
    return text if text.isascii() else unicodedata.normalize("NFKC", text.translate(DRAWN))


def hashtags_apart(text: str) -> str:
    """A text whose hashtags are taken apart into their words."""
    return A_HASHTAG.sub(lambda found: WITHIN_A_HASHTAG.sub(" ", found[0]), text) if "#" in text else text


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or escape[3] or "20", 16)
    return chr(code) if code < 0x110000 else " "
