"""What is wrong with the content and where: values that sort, compare and print themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
"""What nobody can see: control characters, and marks that turn the words around them back to front."""


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file that a person can open. Lines and columns start at 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """One thing to mend, at one place: what was found, what is needed, one right example."""

    mark: Location
    text: str
    may_wait: bool = False
    """Advice that even a strict check lets pass: there is still time."""
    secret: bool = field(default=False, compare=False)
    """Whether its text, or the line that it stands on, says where a secret place is: others may see neither."""
    unquoted: str = field(default="", compare=False)
    """The same without a word of the author's, where `text` may repeat some of a place; "" where nobody wrote it."""

    def __str__(self) -> str:
        return f"{self.mark}: {self.text}"


class ContentError(Exception):
    """The content can't be published. Carries every problem and the advice there is, in file order."""

    def __init__(self, problems: Iterable[Diagnostic], advice: Iterable[Diagnostic] = ()) -> None:
        self.problems = tuple(sorted(set(problems)))
        self.advice = tuple(sorted(set(advice)))
        super().__init__("\n".join(map(str, self.problems)))


def quoted(value: object) -> str:
    """An author's text, to show it back: on one line, at most 60 characters, what is hidden made visible."""
    text = " ".join(HIDDEN.sub(lambda hit: f"[U+{ord(hit.group()):04X}]", str(value)).split())
    return f"'{text[:57]}...'" if len(text) > 60 else f"'{text}'"
