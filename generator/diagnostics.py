"""What is wrong with the content and where: values that sort, compare and print themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
"""What nobody can see: control characters, and marks that turn the words around them back to front."""
HIDDEN_CHARACTER = "hidden-character"
"""A code that several rooms give, and some look for."""
FOUND = "{found}"
"""In a message: where the author's own words stand."""
Severity = Literal["error", "warning", "notice"]
"""It stops a build; it could be better; it could be better, and there is still time."""


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file that a person can open. Lines and columns start at 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def place_in(text: str, file: str, at: int, first_line: int = 1) -> Location:
    """Where a character of a text stands, which begins on a line of its file."""
    return Location(file, first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at))


@dataclass(frozen=True, eq=False, slots=True)
class Diagnostic:
    """One thing to mend, at one place: what was found, what is needed, one right example.

    Two are the same that say the same of the same place. They sort by place, and then by what they say.
    """

    code: str
    """What is wrong, for programs and for the page of all messages: `unknown-area`. It stays when words change."""
    severity: Severity
    location: Location
    message: str
    """What was found. Where it repeats words of the author's in one place, `{found}` stands for them."""
    found: str | None = None
    """The author's own words that the message repeats; "": it repeats none; None: nobody has looked whether it does."""
    hint: str = ""
    """What is needed, and one right example."""
    placeholder: str = "what stands here"
    """What the message says in the place of `found` to those who may not see that; "" if it stands behind all else."""
    secret: bool = False
    """Whether its text, or the line that it stands on, says where a secret place is: others may see neither."""

    @property
    def text(self) -> str:
        """The whole of what is said, for whoever wrote the words that it repeats."""
        if self.found and FOUND not in self.message:
            return f"{with_hint(self.message, self.hint)}: {self.found}"
        said = self.message if self.found is None else self.message.replace(FOUND, self.found, 1)
        return with_hint(said, self.hint)

    @property
    def without_found(self) -> str:
        """The same without the author's words."""
        return with_hint(self.message.replace(FOUND, self.placeholder, 1), self.hint)

    def __str__(self) -> str:
        return f"{self.location}: {self.text}"

    def __lt__(self, other: Diagnostic) -> bool:
        return self._order < other._order

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Diagnostic) and self._order == other._order

    def __hash__(self) -> int:
        return hash(self._order)

    @property
    def _order(self) -> tuple[Location, str, str, str]:
        return self.location, self.text, self.severity, self.code

    def at(self, location: Location) -> Diagnostic:
        """The same in another place."""
        return replace(self, location=location)


class Fault(NamedTuple):
    """What is wrong with a value or a file, before anyone knows where it stands."""

    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return with_hint(self.message, self.hint)

    def at(self, location: Location, severity: Severity = "error") -> Diagnostic:
        """The same at a place."""
        return Diagnostic(self.code, severity, location, self.message, hint=self.hint)


class Parsed(NamedTuple, Generic[T]):
    """What a text or a file was read as, and what is wrong with it: there may be both."""

    value: T
    problems: list[Diagnostic]


class WaymarkError(Exception):
    """Every error of ours: something is as it should not be, and its words say what to do."""


class FieldError(WaymarkError, ValueError):
    """A value of a record is not what its field needs. pydantic takes it, and gives it back with the field's place."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        self.fault = Fault(code, message, hint)
        super().__init__(str(self.fault))


class AnswerError(WaymarkError, ValueError):
    """An answer can't be taken. Says why, and knows whether its words show what would be right."""

    def __init__(self, words: str, *, shows_right: bool = False) -> None:
        self.shows_right = shows_right
        super().__init__(words)


class ContentError(WaymarkError):
    """The content can't be published. Carries every problem and the advice there is, in file order."""

    def __init__(self, *diagnostics: Iterable[Diagnostic]) -> None:
        every = sorted({one for some in diagnostics for one in some})
        self.problems = tuple(one for one in every if one.severity == "error")
        self.advice = tuple(one for one in every if one.severity != "error")
        super().__init__("\n".join(map(str, self.problems)))


def quoted(value: object) -> str:
    """An author's text, to show it back: on one line, at most 60 characters, what is hidden made visible."""
    text = " ".join(HIDDEN.sub(lambda hit: f"[U+{ord(hit.group()):04X}]", str(value)).split())
    return f"'{text[:57]}...'" if len(text) > 60 else f"'{text}'"


def with_hint(message: str, hint: str) -> str:
    """What was found, and what is needed, as one sentence; the former alone, where the latter is ""."""
    return f"{message}; {hint}" if hint else message
