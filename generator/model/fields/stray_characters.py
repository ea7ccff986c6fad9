"""A text -> what nobody meant in it: unseen characters, HTML's names of letters, letters broken, or of other alphabets.

They come along when words are copied. Two names that look the same are then two, and a permanent id is made of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from generator.model.fields.mixed_scripts import mixed_words

Sort = Literal["unseen", "entity", "broken", "lost", "space", "mixed"]


@dataclass(frozen=True, order=True, slots=True)
class Stray:
    """A part of a text that nobody meant, what it is called, and what was meant; "" for nothing at all."""

    start: int
    end: int
    sort: Sort
    name: str
    right: str


NAMES = {
    0x00AD: "a soft hyphen",
    0x034F: "a combining grapheme joiner",
    0x061C: "an Arabic letter mark",
    0x180E: "a Mongolian vowel separator",
    0x200B: "a zero width space",
    0x200C: "a zero width non-joiner",
    0x200D: "a zero width joiner",
    0x200E: "a left-to-right mark",
    0x200F: "a right-to-left mark",
    0x2028: "a line separator",
    0x2029: "a paragraph separator",
    0x202A: "a left-to-right embedding",
    0x202B: "a right-to-left embedding",
    0x202C: "the end of an embedding",
    0x202D: "a left-to-right override",
    0x202E: "a right-to-left override",
    0x2060: "a word joiner",
    0x2066: "a left-to-right isolate",
    0x2067: "a right-to-left isolate",
    0x2068: "an isolate",
    0x2069: "the end of an isolate",
    0xFEFF: "a byte order mark",
    0xFFFC: "the place of an object that was lost",
}
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
A_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""A flag such as that of Wales: a black flag, and the letters gbwls that nobody sees."""
JOINING = (
    (0x0600, 0x08FF),
    (0x0900, 0x0DFF),
    (0x0E80, 0x109F),
    (0x1780, 0x18AF),
    (0x1B00, 0x1BFF),
    (0xA800, 0xABFF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFE),
    (0x10A00, 0x11FFF),
    (0x1E900, 0x1E95F),
)
"""Scripts in which a letter looks otherwise beside another: Arabic, Urdu, Persian, Hindi, Bengali, Punjabi, Tamil."""
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
AN_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LOST = "\ufffd"
FOLLOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x80-\xbf"
"""What the second and later bytes of a letter in UTF-8 are in Windows-1252."""
BROKEN = re.compile(f"[Â-ß][{FOLLOWS}]|[à-ï][{FOLLOWS}]{{2}}|[ð-ô][{FOLLOWS}]{{3}}|â€")
BROKEN_ON_A_MAC = re.compile("‚Ä[\u0080-\uffff]|¬[£©®†∞∑∏π]|√[\u0080-\uffff]")
PUNCTUATION = "‘’“”–—…•„‚‹›"
ALONE = ((0x00A0, 0x017F), (0x1E00, 0x1EFF), (0x2000, 0x2BFF), (0xFB00, 0xFB06), (0xFE0E, 0xFE0F), (0xFEFF, 0xFFFD))
"""What stands alone in English, Welsh and their neighbours. Letters of other scripts come in words of several."""
EMOJI = 0x1F000
MOST_ROUNDS = 4
"""So many times over a text may have been broken, or written as HTML."""


def strays(text: str, *, entities: bool = True) -> list[Stray]:
    """Every part of a text that nobody meant, from left to right.

    Args:
        text: what an author, or a program elsewhere, wrote.
        entities: whether HTML's names of letters are strays. In Markdown they are none.
    """
    found: list[Stray] = []
    if not text.isascii() or UNSEEN.search(text):
        broken = list(_broken(text))
        inside = {at for one in broken for at in range(one.start, one.end)}
        found += broken
        found += (one for one in _unseen(text) if one.start not in inside)
        found += (Stray(*hit.span(), "lost", "a letter that was lost", LOST) for hit in re.finditer(LOST, text))
        found += (
            Stray(one.start, one.end, "mixed", text[one.at], one.right)
            for one in mixed_words(text)
            if one.at not in inside
        )
    if "&" in text:
        for hit in AN_ENTITY.finditer(text):
            right = unescape(hit[0])
            if right != hit[0] and (entities or AN_ENTITY.match(f"{right}{text[hit.end() : hit.end() + 34]}")):
                found.append(Stray(hit.start(), hit.end(), "entity", hit[0], right))
    return sorted(found)


def cleaned(text: str, *, unseen_alone: bool = False) -> tuple[str, list[Stray]]:
    """A text from elsewhere as it was meant, and what was put right. What is lost for good stays, and is named.

    Args:
        text: what a program elsewhere wrote.
        unseen_alone: leave all else as it is: an author of ours wrote it.
    """
    told: list[Stray] = []
    for _ in range(MOST_ROUNDS):
        found = [one for one in strays(text) if one.sort == "unseen" or not (unseen_alone or _stays(one))]
        if not unseen_alone:
            found += (Stray(*hit.span(), "space", "a space of another kind", " ") for hit in SPACES.finditer(text))
        if not found:
            break
        told += found
        parts, at = [], 0
        for one in sorted(found):
            if one.start >= at:
                parts += [text[at : one.start], one.right]
                at = one.end
        text = "".join([*parts, text[at:]])
    return text, [*told, *(one for one in strays(text) if one.sort == "lost")]


def _stays(one: Stray) -> bool:
    """Whether nobody but its author knows what was meant."""
    return one.sort == "lost" or (one.sort == "mixed" and not one.right)


def _unseen(text: str) -> Iterator[Stray]:
    flags = {at for flag in A_FLAG.finditer(text) for at in range(*flag.span())} if "\U0001f3f4" in text else set()
    for hit in UNSEEN.finditer(text):
        at = hit.start()
        if at not in flags and not _is_meant(text, at):
            yield Stray(at, at + 1, "unseen", name_of(hit[0]), " " if hit[0] in "\x0b\x0c\u2028\u2029" else "")


def name_of(letter: str) -> str:
    """What a character that nobody sees is called."""
    number = ord(letter)
    if number in NAMES:
        return NAMES[number]
    if 0xE0000 <= number <= 0xE007F:
        return "a tag character"
    if 0xFE00 <= number <= 0xFE0F or 0xE0100 <= number <= 0xE01EF:
        return "a variation selector"
    if number < 0x20 or 0x7F <= number <= 0x9F:
        return "a control character"
    said = unicodedata.name(letter, "").lower()
    return f"a {said}" if said else "an unseen character"


def _is_meant(text: str, at: int) -> bool:
    """Whether a script or a picture needs this unseen character where it stands."""
    letter, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    number = ord(letter)
    if number in (0x200C, 0x200D):
        if before and _among(before, JOINING):
            return True
        return number == 0x200D and bool(before and after) and _is_a_picture(before) and _is_a_picture(after)
    if number in (0x200E, 0x200F, 0x061C):
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line = text[start : end if end >= 0 else len(text)]
        return any(unicodedata.bidirectional(one) in ("R", "AL") for one in line if one not in "\u200e\u200f\u061c")
    if 0xFE00 <= number <= 0xFE0F:
        if after == "\u20e3" and before in tuple("0123456789#*"):
            return True
        return bool(before) and (_is_a_picture(before) or unicodedata.category(before) in ("So", "Lo"))
    if 0xE0100 <= number <= 0xE01EF:
        return bool(before) and unicodedata.category(before) == "Lo"
    return False


def _is_a_picture(letter: str) -> bool:
    number = ord(letter)
    return (
        number >= EMOJI
        or letter in "\ufe0f©®"
        or (0x2000 <= number <= 0x33FF and not letter.isspace() and number != 0x200D)
    )


def _among(letter: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)


def _broken(text: str) -> Iterator[Stray]:
    hits = []
    for hit in BROKEN.finditer(text):
        right = "”" if hit[0] == "â€" else _decoded(hit[0])
        if right:
            hits.append((hit, right))
    touching = {hit.start() for hit, _ in hits} & {hit.end() for hit, _ in hits}
    for hit, right in hits:
        together = hit.start() in touching or hit.end() in touching
        following = text[hit.end() : hit.end() + 1]
        if len(hit[0]) == 2 and hit[0] != "â€" and hit[0][1] in PUNCTUATION and not following.isalpha():
            continue  # a capital letter, and the mark that closes the quotation
        if len(hit[0]) == 4 or together or _among(right, ALONE):
            yield Stray(hit.start(), hit.end(), "broken", hit[0], _shown(right))
    for hit in BROKEN_ON_A_MAC.finditer(text):
        try:
            right = hit[0].encode("mac_roman").decode("utf-8")
        except UnicodeError:
            continue
        yield Stray(hit.start(), hit.end(), "broken", hit[0], _shown(right))


def _shown(letter: str) -> str:
    """What a broken letter was, where that is one to see: a space for the kind that does not break."""
    return {"\u00a0": " ", "\ufeff": "", "\u200b": "", "\u00ad": ""}.get(letter, letter)


def _decoded(letters: str) -> str:
    """The one letter that these were in UTF-8; "" where they were none."""
    try:
        found = bytes(_byte(letter) for letter in letters).decode("utf-8")
    except (UnicodeError, ValueError):
        return ""
    return found if found.isprintable() or found in "\u00a0\u00ad\u200b\ufeff\ufe0f" else ""


def _byte(letter: str) -> int:
    try:
        return letter.encode("cp1252")[0]
    except UnicodeEncodeError:
        return ord(letter)
