"""A text -> the same as a reader sees it: without entities, hidden characters and marks, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.model.plain import A_DRAWN_LETTER, A_HASHTAG, UNSEEN_LETTERS, hashtags_apart, plain

MARKUP = re.compile(r"<!\[CDATA\[|\]\]>|<[^<>]*>|\]\([^()\s]*\)|[*_~`\[]")
"""What a page shows nothing of: taken out without a gap."""
A_DISGUISE = re.compile(
    rf"<wbr ?/?>|[{UNSEEN_LETTERS}]|&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z]\w{{1,30}});"
    r"|(?:%[0-9a-fA-F]{2})+|\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})|\\x[0-9a-fA-F]{2}|\\[nrtbf]"
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
        yield _replaced(MARKUP, seen, places, lambda _: "")


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
