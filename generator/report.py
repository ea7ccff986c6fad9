"""Report: everything that a check has to say, before anyone decides how to say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic

LinesOf = Callable[[str], Sequence[str]]
"""From a file's name to its lines; to none, where there is no such file."""


@dataclass(frozen=True, slots=True)
class DueService:
    """A service that wants a check: how it stands ("due", "overdue", "unchecked"), and since which day, if ever."""

    service: str
    freshness: str
    since: str | None

    @property
    def why(self) -> str:
        """Why it wants a check, in a few words."""
        why = {
            "fresh": "checked in part: a way to reach it was never checked, and is not shown",
            "unchecked": "never checked",
            "overdue": f"overdue since {self.since}",
        }
        return why.get(self.freshness, f"since {self.since}")

    def __str__(self) -> str:
        return f"due for a check: {self.service} ({self.why})"


@dataclass(frozen=True, slots=True)
class Report:
    """What to mend, what could be better, and what wants a check.

    `notes` are advice that belongs to no file. `services` and `campaigns` count what was read; both are 0 where
    something must be mended first.
    """

    problems: Sequence[Diagnostic] = ()
    advice: Sequence[Diagnostic] = ()
    notes: Sequence[str] = ()
    due: Sequence[DueService] = ()
    services: int = 0
    campaigns: int = 0
    strict: bool = False
    """Whether advice counts as a mistake, but where there is still time."""

    @property
    def stopping(self) -> Sequence[Diagnostic]:
        """What must be mended before this check is content."""
        pressing = [advice for advice in self.advice if advice.severity != "notice"] if self.strict else []
        return [*self.problems, *pressing]

    @property
    def files(self) -> int:
        """In how many files there is something to mend."""
        return len({problem.location.file for problem in self.stopping})

    @property
    def suggestions(self) -> int:
        """How many pieces of advice there are that stop nothing."""
        return len(self.advice) + len(self.notes) - (len(self.stopping) - len(self.problems))
