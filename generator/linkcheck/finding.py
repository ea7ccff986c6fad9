"""Finding: what one address turned out to be, in a word for programs and in words for its author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal[
    "good", "moved", "elsewhere", "home", "dead", "soft-404", "parked", "certificate", "private", "slow", "not-asked"
]
"""soft-404: it answers, but with a page that says there is none. not-asked: it lets no program in, so nobody knows."""

TO_MEND: frozenset[State] = frozenset({"home", "dead", "soft-404", "parked", "certificate", "private"})
"""A reader who follows such a link does not find what it promises."""
WORKS: frozenset[State] = frozenset({"good", "moved"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one address turned out to be. `to`: the address it leads to, where that is another."""

    address: str
    state: State
    why: str = ""
    to: str = ""
    answered: bool = True
    """Whether anybody said anything at all."""

    @property
    def is_to_mend(self) -> bool:
        """Whether its author should mend it."""
        return self.state in TO_MEND

    @property
    def works(self) -> bool:
        """Whether a reader finds what the link promises."""
        return self.state in WORKS


class NoAnswerError(Exception):
    """An address gave no answer that can be judged: what it is then, and why."""

    def __init__(self, state: State, why: str, *, may_pass: bool = False, host_is_gone: bool = False) -> None:
        super().__init__(why)
        self.state: State = state
        self.why = why
        self.may_pass = may_pass
        """Whether it may be better in a moment."""
        self.host_is_gone = host_is_gone
        """Whether every address of that host is like it."""
