"""A Markdown text -> the scheme of each link in it, also of those that only a forgiving browser reads as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# [words](here), ![words](here), [name]: here (also in a quotation or a list), <here>
A_LINK = re.compile(r"\]\(\s*|^[ \t>*+.)\d-]*\[[^\]\n]+\]:\s*|(?=<)", re.MULTILINE)


A_TARGET = re.compile(r"<([^<>\n]*)>?|([^\s<>]*)")


AN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


NO_LETTERS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")


A_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


HARMFUL = re.compile(r"(javascript|vbscript|data|file):", re.IGNORECASE)


LONGEST = 200


def schemes_in(text: str) -> Iterator[str]:
    """The scheme of every link in a Markdown text that has one, in order, in small letters.

    Browsers forgive much, so this does too: entities, backslashes, letters of any size, and gaps within the name of
    a scheme that can run code are all undone before looking.
    """
    for link in A_LINK.finditer(text):
        rest = text[link.end() : link.end() + LONGEST]
        target = A_TARGET.match(rest)
        there = target[1] or target[2] or "" if target else ""
        found = A_SCHEME.match(_plain(there)) or HARMFUL.match(_plain(rest.lstrip("<")))
        if found:
            yield found[1].lower()


def _plain(target: str) -> str:
    return NO_LETTERS.sub("", unescape(AN_ESCAPE.sub(r"\1", unescape(target))))


PROSE_SCHEMES = {"https", "http", "mailto", "tel"}
"""What a link in an author's prose may lead to."""
