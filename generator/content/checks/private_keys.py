"""No text holds the secret half of a key, or a token that opens an account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, place_in

CODES = ("private-key",)
NEEDS = nothing

A_KEY = re.compile(
    r"-----BEGIN\s(?:[A-Z0-9]{2,12}\s){0,3}PRIVATE\sKEY(?:\sBLOCK)?-----|\bPuTTY-User-Key-File-\d:|\bAGE-SECRET-KEY-1"
    r"|\b(?:gh[opsu]_|github_pat_|glpat-|xox[abp]-|sk_live_)[A-Za-z0-9_-]{16}|\bAKIA[0-9A-Z]{16}\b"
)
"""How keys of programs, and tokens of hosts of folders and sites, begin: no word of a page begins so."""

MAY_HOLD = re.compile(r"-----BEGIN|PuTTY|AGE-SECRET|gh[opsu]_|github_pat_|glpat-|xox[abp]-|sk_live_|AKIA")
"""What one of these stands in. To look for it takes a tenth of the time, and most texts hold none."""


def check(content: Content) -> Iterator[Diagnostic]:
    texts = chain(
        content.yaml.items(), content.everywhere.items(), content.files.words.items(), content.templates.items()
    )
    for file, text in texts:
        yield from keys_in(text, file)


def keys_in(text: str, file: str) -> Iterator[Diagnostic]:
    """A problem for each place where a key begins. It repeats nothing of it."""
    for found in A_KEY.finditer(text) if MAY_HOLD.search(text) else ():
        yield Diagnostic(
            "private-key",
            "error",
            place_in(text, file, found.start()),
            "this is a key, and whoever reads it can open what it opens",
            found="",
            hint="take it out here and in git's history, and have a new one made",
        )
