"""Finding: what one address turned out to be; links.csv <-> the last day on which each was good."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Literal

from generator.diagnostics import Diagnostic, Location, Parsed, WaymarkError, quoted

AddressState = Literal[
    "good", "moved", "elsewhere", "home", "dead", "soft-404", "parked", "certificate", "private", "slow", "not-asked"
]
"""soft-404: it answers, but with a page that says there is none. not-asked: it lets no program in, so nobody knows."""


TO_MEND: frozenset[AddressState] = frozenset({"home", "dead", "soft-404", "parked", "certificate", "private"})
"""A reader who follows such a link does not find what it promises."""


WORKS: frozenset[AddressState] = frozenset({"good", "moved"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one address turned out to be. `to`: the address it leads to, where that is another."""

    address: str
    state: AddressState
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


class NoAnswerError(WaymarkError):
    """An address gave no answer that can be judged: what it is then, and why."""

    def __init__(self, state: AddressState, why: str, *, may_pass: bool = False, host_is_gone: bool = False) -> None:
        super().__init__(why)
        self.state: AddressState = state
        self.why = why
        self.may_pass = may_pass
        """Whether it may be better in a moment."""
        self.host_is_gone = host_is_gone
        """Whether every address of that host is like it."""


FILE = "links.csv"
"""Its name, beside mkdocs.yml: everything in the content folder is published."""


HEADER = ["address", "last_good"]


NUMBERS_FILE = "numbers.csv"
"""The same of the numbers: the page each was found on, and the last day on which it stood there."""


NUMBERS_HEADER = ["number", "page", "last_seen"]


WHAT_STANDS_THERE = {2: "an address and a day", 3: "a number, an address and a day"}


A_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")


def read_known(text: str, file: str, header: Sequence[str] = HEADER) -> Parsed[dict[str, date | None]]:
    """The last good day of each address, or of each number and page with a space between them; None: never.

    Args:
        text: the table.
        file: its name.
        header: its first line; the day stands last.
    """
    known: dict[str, date | None] = {}
    problems: list[Diagnostic] = []
    rows = csv.reader(StringIO(text))
    try:
        for row in rows:
            line = rows.line_num
            if (line == 1 and row == list(header)) or not row:
                continue
            if row[0].startswith(A_CONFLICT):
                problems.append(
                    Diagnostic(
                        "git-conflict",
                        "error",
                        Location(file, line),
                        "git left a conflict here",
                        hint="keep the rows of both sides",
                    )
                )
            elif line == 1:
                problems.append(
                    Diagnostic(
                        "links-header",
                        "error",
                        Location(file),
                        f'''the first line is "{",".join(header)}"''',
                        hint="put it back",
                    )
                )
            elif len(row) != len(header) or not _is_a_day(row[-1]):
                problems.append(
                    Diagnostic(
                        "links-row",
                        "error",
                        Location(file, line),
                        f"{quoted(','.join(row))} is not {WHAT_STANDS_THERE[len(header)]}",
                        hint=f"write {'' if len(header) < len(NUMBERS_HEADER) else '03001234567,'}"
                        "https://www.example.org/,2026-11-20",
                    )
                )
            else:
                known[" ".join(row[:-1])] = date.fromisoformat(row[-1]) if row[-1] else None
    except csv.Error:
        problems.append(
            Diagnostic(
                "links-not-a-table",
                "error",
                Location(file, rows.line_num),
                "this is no table",
                hint="delete the file, and it is made anew",
            )
        )
    return Parsed(known, problems)


def known_after(
    before: Mapping[str, date | None], findings: Iterable[Finding], written: Iterable[str], today: date
) -> dict[str, date | None]:
    """The table after a check: today for what works, the old day for what does not, no row for what is not written."""
    works = {finding.address for finding in findings if finding.works}
    return {address: today if address in works else before.get(address) for address in written}


def written_known(known: Mapping[str, date | None], header: Sequence[str] = HEADER) -> str:
    """The text of the table."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(header)
    rows = ((key.split(" ", len(header) - 2), day) for key, day in sorted(known.items()))
    table.writerows([*cells, day.isoformat() if day else ""] for cells, day in rows)
    return out.getvalue()


def _is_a_day(text: str) -> bool:
    try:
        return not text or (len(text) == 10 and bool(date.fromisoformat(text)))
    except ValueError:
        return False
