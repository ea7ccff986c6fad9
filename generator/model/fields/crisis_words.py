"""Sets of words that search looks for in what was typed: how one is written, and the signs that have some."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator

from generator.diagnostics import FieldError

A_PART = re.compile(r"[=~]?[^\W_]+(?: [=~]?[^\W_]+)*")
A_GROUP = re.compile(r"\$([a-z]+)")
"""A word of a part that stands for many, where a file names some: $them."""

CrisisSign = Literal[
    "suicide", "self-harm", "overdose", "strangled", "held", "breaking-in", "here-now", "hurt-now", "weapon",
    "threat-to-kill", "injured", "fire", "acid", "silent", "written", "writing", "child", "not-the-police",
    "help-in-another-language", "no-english", "raped", "their-things", "number-given", "disabled", "let-down",
    "language", "interpreter", "watched", "money-taken", "saying",
]  # fmt: skip
"""The signs that ship, by name: what an office can add words to."""


def pattern(text: str) -> str:
    """Parts to stand near one another, split by +; after a hyphen, words to stand nowhere; "^ " first: nothing else.

    Raises:
        ValueError: it is no such set of words.
    """
    text = " ".join(text.split())
    needed, _, never = text.partition(" - ")
    parts = [*needed.removeprefix("^ ").split(" + "), *([never] if never else [])]
    if not all(A_PART.fullmatch(_without_marks(part)) for part in parts):
        raise FieldError(
            "not-crisis-words",
            f"{text!r} is not a set of words to look for",
            "write small words, split by +: end + life",
        )
    return text.lower()


def _without_marks(text: str) -> str:
    """A text without what stands on its letters: many scripts write their vowels so, and no pattern counts them."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.category(sign).startswith("M")
    )


Pattern = Annotated[str, AfterValidator(pattern)]


def grouped_pattern(text: str) -> str:
    """A pattern in which a part may name groups of words.

    Raises:
        ValueError: without its signs of groups it is no pattern.
    """
    pattern(A_GROUP.sub(r"\1", text))
    return " ".join(text.lower().split())


GroupedPattern = Annotated[str, AfterValidator(grouped_pattern)]
