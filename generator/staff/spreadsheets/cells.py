r"""A value -> the text of one cell, and back to the letter: several languages, lists, and what a program might run.

- A text in several languages begins each with its code: "[en] Help", and on the next line "[cy] Cymorth".
- The things in a list stand behind each other with "; " between them. A semicolon within one of them is written "\;".
- A text that a spreadsheet would take for a formula gets an apostrophe in front, as staff know it from Excel.
- WITHHELD stands for what must not leave the house.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.output import A_FORMULA, RETYPED

WITHHELD = "withheld"
A_LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
A_MARK = re.compile(rf"(?<!\S)(\\*)\[({A_LANGUAGE})\](?!\S)")


def unguarded(text: str) -> str:
    """A cell's text without the apostrophe that guards it."""
    if not text.startswith("'"):
        return text
    rest = text[1:]
    in_danger = A_FORMULA.match(rest) or RETYPED.fullmatch(rest) or rest.lstrip("'") == WITHHELD
    return rest if in_danger else text


def shown(value: Any) -> str:
    """A plain value as a cell says it: a text, a list, or either in several languages."""
    if isinstance(value, list):
        return "; ".join(re.sub(r"[\\;]", r"\\\g<0>", _words(one, " ")) for one in value)
    return _words(value, "\n")


def _words(value: Any, between: str) -> str:
    if isinstance(value, Mapping):
        return between.join(f"[{language}] {_marks_kept(text)}" for language, text in value.items())
    return _marks_kept(str(value))


def _marks_kept(text: str) -> str:
    return A_MARK.sub(r"\\\g<0>", text)


def text_in(cell: str) -> str | dict[str, str]:
    """What `shown` made a cell of: a text, or one for each language."""
    marks = [mark for mark in A_MARK.finditer(cell) if not mark[1]]
    if not marks or cell[: marks[0].start()].strip():
        return _marks_back(cell)
    ends = [mark.start() for mark in marks[1:]] + [len(cell)]
    return {mark[2]: _marks_back(cell[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)}


def _marks_back(text: str) -> str:
    return A_MARK.sub(lambda mark: mark[0].removeprefix("\\"), text)


def list_in(cell: str, also_at: str = "") -> list[str]:
    """The things in a list, whether semicolons, lines or (`also_at`) other signs stand between them."""
    things = [""]
    letters = iter(cell)
    for letter in letters:
        if letter == "\\":
            following = next(letters, "")
            things[-1] += following if following in ("\\", ";") else letter + following
        elif letter in ";\n" or letter in also_at:
            things.append("")
        else:
            things[-1] += letter
    return [thing.strip() for thing in things if thing.strip()]
