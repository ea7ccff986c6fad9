"""A text, or the bytes of a file -> texts to search, with every disguise undone that a browser would undo."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

AN_ESCAPE = re.compile(r"(?<!\\)\\++(?:u([0-9a-fA-F]{4})|u\{0{0,20}([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|[nrtbf])")


HALVES = re.compile("[\ud800-\udfff]")
UNSEEN_LETTERS = (
    "\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U000e0000-\U000e0fff"
)
"""Nobody sees them, as marks of a pattern: soft hyphens, joiners, turns of direction, variants of signs."""


UNSEEN = re.compile(f"<wbr ?/?>|[{UNSEEN_LETTERS}]")


COMMON_MARKS = "\u00a0\u00a3\u00a6\u00a9\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2192"
"""What stands in nearly every text that is not ASCII alone, and is no letter."""


A_HASHTAG = re.compile(r"#[^\W_]{6,}")
WITHIN_A_HASHTAG = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z][a-z])|(?<=#[Tt]he)(?=[a-z]{4})")
"""Where a word ends in "#VisitLarkspurHouse2027" or "#thelarkspurhouse"."""


A_DRAWN_LETTER = re.compile(
    "[\u2460-\u249b\u24b6-\u24ff\u2776-\u2793\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189\U0001f1e6-\U0001f1ff]"
)
"""A letter or a number in a ring or a box, or of a flag, as people write with to be seen."""


DRAWN: dict[int, int | str] = {start + at: 65 + at for start in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)}
DRAWN |= {start + at: str(1 + at) for start in (0x24F5, 0x2776, 0x2780, 0x278A) for at in range(10)}
DRAWN |= {0x24EB + at: str(11 + at) for at in range(10)} | {0x24FF: "0"}
"""Those that Unicode itself calls neither letters nor numbers."""


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
    if "<wbr" in text:
        text = UNSEEN.sub("", text)
    if text.isascii():
        return text
    rest = text
    for mark in COMMON_MARKS:
        rest = rest.replace(mark, "")
    if rest.isascii():  # so are nearly all texts that are not, and the way below takes ten times as long
        return text.replace("\u00a0", " ").replace("\u2026", "...")
    return unicodedata.normalize("NFKC", UNSEEN.sub("", text).translate(DRAWN))


def hashtags_apart(text: str) -> str:
    """A text whose hashtags are taken apart into their words."""
    return A_HASHTAG.sub(lambda found: WITHIN_A_HASHTAG.sub(" ", found[0]), text) if "#" in text else text


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or escape[3] or "20", 16)
    return chr(code) if code < 0x110000 else " "


MARKUP = re.compile(r"<!\[CDATA\[|\]\]>|<[^<>]*>|\]\([^()\s]*\)|[*_~`\[]")
"""What a page shows nothing of: taken out without a gap."""


A_DISGUISE = re.compile(
    rf"<wbr ?/?>|[{UNSEEN_LETTERS}]|&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z]\w{{1,30}});"
    r"|(?:%[0-9a-fA-F]{2})+|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})|\\x[0-9a-fA-F]{2}|\\[nrtbf]"
    rf"|{A_DRAWN_LETTER.pattern}"
)


def views_with_places(text: str) -> Iterator[tuple[str, list[int] | None]]:
    """A text as it is, without disguise, and without marks: each with the place of every character in the text."""
    yield text, None
    if not (A_DISGUISE.search(text) or MARKUP.search(text) or "#" in text):
        return
    places = list(range(len(text)))
    seen = text
    for _ in range(3):
        before = seen
        seen, places = _replaced(A_DISGUISE, seen, places, plain)
        if seen == before:
            break
    if seen != text:
        yield seen, places
    if hashtags_apart(seen) != seen:
        yield _replaced(A_HASHTAG, seen, places, hashtags_apart)
    if MARKUP.search(seen):
        bare, kept = _replaced(MARKUP, seen, places, lambda _: "")
        yield bare, kept
        if ">" in bare and A_WHOLE_TAG.search(seen):
            yield _replaced(MARKUP, *_replaced(A_WHOLE_TAG, seen, places, lambda _: ""), lambda _: "")
    if "\\" in text and A_CSS_ESCAPE.search(text):
        yield _replaced(
            A_CSS_ESCAPE, text, list(range(len(text))), lambda said: A_CSS_ESCAPE.sub(_letter_of_sight, said)
        )


def _replaced(
    pattern: re.Pattern[str], text: str, places: list[int], by: Callable[[str], str]
) -> tuple[str, list[int]]:
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    for found in pattern.finditer(text):
        new = by(found[0])
        pieces += [text[at : found.start()], new]
        kept += places[at : found.start()] + [places[found.start()]] * len(new)
        at = found.end()
    pieces.append(text[at:])
    kept += places[at:]
    return "".join(pieces), kept


TAG = re.compile(r"<[^<>]*>")


A_WHOLE_TAG = re.compile(r"""<[a-zA-Z/](?:[^"'<>]|"[^"]{0,999}+"|'[^']{0,999}+'){0,999}+>""")
"""A tag as a browser reads it: a sign of its end in quotation marks is none."""


A_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")


A_TAG_ENDS = ">\n"
"""Where a text may be taken apart: no tag goes on behind it, and nothing that words hide behind."""


A_VALUE_ENDS = '","'
"""The same in JSON, between a text and the next text or name, where no tag begins that might go on behind it."""
MAY_BEGIN_A_TAG = re.compile(r"[<\uff1c\ufe64]|&(?:l|#|amp)|%(?:3c|25)|\\[ux{0-9a-f]", re.IGNORECASE)
"""What is a tag's first sign, or may become one when disguises are undone."""


A_FOLDED_LINE = re.compile(r"\r?\n[ \t]")


FOLDED = (".ics", ".vcf")
"""Calendars and address cards, which fold their lines."""


def is_folded(file: str) -> bool:
    """Whether a file is of a kind that folds its lines, by its name: also inside gzip."""
    return file.lower().removesuffix(".gz").endswith(FOLDED)


A_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?")


IN_BASE64 = re.compile(rb"base64,((?:[A-Za-z0-9+/_=-]|%[0-9a-fA-F]{2}|\\/|\s){12,})")


A_PRINTED_RUN = re.compile(
    rb"(?=[\t\r\n -~\xc2-\xef][\t\r\n -~\x80-\xef]{5})"  # quickly: most of a picture is nothing of the kind
    rb"(?:[\t\r\n -~]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}"
)


GZIP = b"\x1f\x8b"


UTF_16 = (b"\xff\xfe", b"\xfe\xff")


DEEPEST = 3
"""So many times what was embedded may hold something embedded."""


def opened(data: bytes) -> bytes:
    """What is inside gzip, also of gzip in gzip; any other bytes as they are."""
    for _ in range(DEEPEST):
        if not data.startswith(GZIP):
            break
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            break
    return data


def is_binary(data: bytes) -> bool:
    """Whether some bytes are no text: a picture, a font, an archive. UTF-16 that does not say so counts as such."""
    return b"\0" in data and not data.startswith(UTF_16)


def text_of(data: bytes) -> str:
    """The text of a file; of anything binary, whatever in it could be printed."""
    if is_binary(data):
        # In UTF-16 a zero stands within each letter, in other data between words.
        runs = [run for gap in (b"", b" ") for run in A_PRINTED_RUN.findall(data.replace(b"\0", gap))]
        return "\n".join(run.decode("utf-8", "replace") for run in runs)
    return data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig", "replace")


def embedded(data: bytes, deep: int = 0) -> Iterator[bytes]:
    """What `data:` addresses in a text hold as base64, and what stands embedded in that."""
    for found in IN_BASE64.finditer(data) if b"base64," in data and deep < DEEPEST else ():
        letters = plain(found[1].decode().replace("\\/", "/"))
        letters = re.sub(r"[^A-Za-z0-9+/]", "", letters.replace("-", "+").replace("_", "/"))
        try:
            inside = opened(base64.b64decode(letters[: len(letters) // 4 * 4] + _rest(letters)))
        except (binascii.Error, ValueError):
            continue
        yield inside
        yield from embedded(inside, deep + 1)


def _rest(letters: str) -> str:
    over = len(letters) % 4
    return letters[-over:].ljust(4, "=") if over > 1 else ""


def parted_at(text: str) -> str:
    """Where a text is taken apart: where a tag ends a line, or, in JSON, behind a value."""
    is_json = text[:2] in ('{"', "[{", '["') and not MAY_BEGIN_A_TAG.search(text)
    return A_VALUE_ENDS if is_json else A_TAG_ENDS


def pieces(text: str, end: str) -> list[str]:
    """A text taken apart at some ends: what is inside tags is read piece by piece."""
    return [f"{piece}{end}" for piece in text.split(end)]


def plain_views(text: str, *, folded: bool = False) -> list[str]:
    """A text as it stands, and plain in each way, where it is not."""
    whole = A_FOLDED_LINE.sub("", text) if folded else text
    seen = [text, plain(whole)]
    if "\\" in whole and A_CSS_ESCAPE.search(whole):
        seen.append(plain(A_CSS_ESCAPE.sub(_letter_of_sight, whole)))
    if "#" in whole:
        seen.append(hashtags_apart(seen[1]))
    return list(dict.fromkeys(seen))


def _letter_of_sight(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return chr(code) if 32 <= code < 0x110000 else " "


def _uncommented(text: str) -> str:
    """Without the comments that end on the line they began on, each looked at once."""
    parts, at, start = [], 0, text.find("<!--")
    while start != -1 and (end := text.find("-->", start + 4)) != -1:
        line = text.find("\n", start, end)
        if line == -1:
            parts.append(text[at:start])
            at = end + 3
        start = text.find("<!--", line if line != -1 else at)
    return "".join([*parts, text[at:]])


def without_tags(seen: Iterable[str]) -> list[str]:
    """Views without their tags: with a gap for each, and without."""
    found: dict[str, None] = {}
    seen = [A_CDATA.sub("", text) if "[CDATA[" in text else text for text in seen]
    for text in [*seen, *(_uncommented(text) for text in seen if "<!--" in text)]:
        if "<" not in text:
            found[text] = None
            continue
        gaps, none = TAG.sub(" ", text), TAG.sub("", text)
        found[gaps] = None
        if gaps.split() != none.split():
            found[none] = None
        if ">" in none:
            found[A_WHOLE_TAG.sub(" ", text)] = None
            found[A_WHOLE_TAG.sub("", text)] = None
    return list(found)


def views(file: str, data: bytes) -> list[str]:
    """A file's text as it stands, plain, and without its tags, with a gap for each and without."""
    seen = plain_views(text_of(data), folded=is_folded(file))
    return list(dict.fromkeys([*seen, *without_tags(seen)]))
