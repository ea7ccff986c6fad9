"""Words nest no deeper than Markdown can be read in time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, place_in

CODES = ("too-many-brackets", "too-many-quotations")
NEEDS = nothing

MOST_OPEN = 50
"""So many brackets may be open at once in one paragraph, and so many quotations stand in one another."""

A_BRACKET = re.compile(r"\\.|\n[ \t]*\n|[\[\]()]")

A_QUOTATION = re.compile(r"^[> \t]*>", re.MULTILINE)


def check(content: Content) -> Iterator[Diagnostic]:
    for file, text in content.texts.items():
        yield from nested_too_deep(text, file)


def nested_too_deep(text: str, file: str) -> Iterator[Diagnostic]:
    """The first place of each sort: the engine tries every bracket that nothing closes with every other."""
    square = round_ = 0
    for hit in A_BRACKET.finditer(text):
        sign = hit[0]
        if sign[0] == "\n":
            square = round_ = 0
        elif sign in "[]":
            square = max(square + (1 if sign == "[" else -1), 0)
        elif sign in "()":
            round_ = max(round_ + (1 if sign == "(" else -1), 0)
        if max(square, round_) > MOST_OPEN:
            yield Diagnostic(
                "too-many-brackets",
                "error",
                place_in(text, file, hit.start()),
                f"more than {MOST_OPEN} brackets are open here, and reading them may never end",
                hint="close them, or take them out",
            )
            break
    for quotation in A_QUOTATION.finditer(text):
        if quotation[0].count(">") > MOST_OPEN:
            yield Diagnostic(
                "too-many-quotations",
                "error",
                place_in(text, file, quotation.start()),
                f"more than {MOST_OPEN} quotations stand in one another here",
                hint="one sign > makes a quotation",
            )
            break
