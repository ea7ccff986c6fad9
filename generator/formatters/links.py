"""Findings and their places -> what to mend, what to look at, and the same as a table or JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Diagnostic, Location, Severity
from generator.l10n.plurals import many
from generator.output import csv_table
from generator.staff.link_checker.number_check import NumberFinding, NumberState
from generator.staff.link_checker.result import AddressState, Finding

WHAT_TO_DO: dict[AddressState, str] = {
    "dead": "find the right address, or take it out",
    "home": "find the page's new address, or take it out",
    "soft-404": "find the page's new address, or take it out",
    "parked": "take it out today: whoever buys the domain could show readers anything",
    "certificate": "tell whose site it is, and take it out if they don't mend it",
    "private": "write the public address",
}
CODE_OF: Mapping[AddressState, str] = {
    "good": "link-good",
    "moved": "link-moved",
    "elsewhere": "link-leads-elsewhere",
    "home": "link-to-front-page",
    "dead": "link-dead",
    "soft-404": "link-page-gone",
    "parked": "link-parked",
    "certificate": "link-certificate",
    "private": "link-private",
    "slow": "link-slow",
    "not-asked": "link-not-asked",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """One finding, each place it stands at, and the last day on which it was good."""

    finding: Finding
    marks: tuple[Location, ...]
    last_good: date | None

    def sentence(self) -> str:
        """In words: the address, what it is, what to do, and since when."""
        finding = self.finding
        parts = [f"{finding.address}: {finding.why}"]
        if finding.state in WHAT_TO_DO:
            parts.append(WHAT_TO_DO[finding.state])
        if not finding.works and self.last_good:
            parts.append(f"last good on {self.last_good}")
        elif finding.is_to_mend:
            parts.append("never seen good")
        return "; ".join(parts)

    def problems(self) -> list[Diagnostic]:
        """The same at each place."""
        severity: Severity = "error" if self.finding.is_to_mend else "warning"
        code = CODE_OF[self.finding.state]
        return [Diagnostic(code, severity, mark, self.sentence()) for mark in self.marks]


def placed(
    findings: Iterable[Finding], places: Mapping[str, Sequence[Location]], known: Mapping[str, date | None]
) -> list[Placed]:
    """Every finding with its places, by address."""
    found = [Placed(one, tuple(places[one.address]), known.get(one.address)) for one in findings]
    return sorted(found, key=lambda one: one.finding.address)


def to_mend(found: Iterable[Placed]) -> list[Diagnostic]:
    """What an author should mend, in file order."""
    return sorted(problem for one in found if one.finding.is_to_mend for problem in one.problems())


def to_look_at(found: Iterable[Placed]) -> list[Diagnostic]:
    """What moved, what leads elsewhere, and what could not be asked, in file order."""
    odd = (one for one in found if not one.finding.is_to_mend and one.finding.state != "good")
    return sorted(problem for one in odd for problem in one.problems())


CODE_OF_NUMBER: Mapping[NumberState, str] = {
    "shown": "number-shown",
    "gone": "number-gone",
    "page-gone": "number-page-gone",
    "absent": "number-absent",
    "unknown": "number-not-known",
    "no-page": "number-without-page",
}
CALL = "call it and ask, then mend the number or name another page"


def of_number(found: NumberFinding) -> str:
    """What became of a number, in words."""
    shown, page = found.number.shown, found.page
    last = f"; last seen there on {found.last_seen}" if found.last_seen else ""
    if found.state == "gone":
        verb = "no longer shows" if found.last_seen else "does not show"
        return f"{page}: this page {verb} {shown}; {CALL}{last or '; never seen there'}"
    if found.state == "page-gone":
        return f"{page}: the page that showed {shown} is gone ({found.why}); {CALL}{last or '; never seen there'}"
    if found.state == "absent":
        return f"{shown}: no page that its service names shows it; name the page in source:, beside the number"
    if found.state == "unknown":
        return f"{page}: nobody can know here whether it still shows {shown}: {found.why}; open it yourself{last}"
    return f"{shown}: no page is named on which it was found; name it in source:, beside the number"


def number_problems(found: Iterable[NumberFinding]) -> list[Diagnostic]:
    """Each number that is not seen on its page, at each place, the most urgent first."""
    return [
        Diagnostic(CODE_OF_NUMBER[one.state], "error" if one.is_to_mend else "warning", mark, of_number(one))
        for one in found
        if one.state not in ("shown", "no-page")
        for mark in one.number.marks
    ]


def numbers_counted(found: Sequence[NumberFinding]) -> str:
    """One line: how many are where they were, and how many nobody can know of."""
    count: Counter[str] = Counter(one.state for one in found)
    parts = [f"{count['shown']} of {many(len(found), 'number')} still on {'its' if len(found) == 1 else 'their'} page"]
    for words, states in (
        ("no longer", ("gone", "page-gone")),
        ("on no page of its service", ("absent",)),
        ("not known", ("unknown",)),
        ("without a page", ("no-page",)),
    ):
        times = sum(count[state] for state in states)
        parts += [f"{times} {words}"] * bool(times)
    return f"{', '.join(parts)}."


def numbers_as_csv(found: Iterable[NumberFinding]) -> bytes:
    """One row a number and place, the most urgent first."""
    columns = ("number", "state", "page", "why", "last_seen", "file", "line", "column")
    rows = (
        (one.number.shown, one.state, one.page, one.why, str(one.last_seen or ""), *_cells(mark))
        for one in found
        for mark in one.number.marks
    )
    return csv_table(columns, rows)


def numbers_as_json(found: Iterable[NumberFinding]) -> str:
    """One object a number."""
    rows = [
        {
            "number": one.number.shown,
            "state": one.state,
            "page": one.page or None,
            "why": one.why,
            "last_seen": one.last_seen.isoformat() if one.last_seen else None,
            "places": [{"file": mark.file, "line": mark.line, "column": mark.column} for mark in one.number.marks],
        }
        for one in found
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def as_csv(found: Iterable[Placed]) -> bytes:
    """One row an address and place."""
    columns = ("address", "state", "why", "leads_to", "last_good", "file", "line", "column")
    rows = (
        (finding.address, finding.state, finding.why, finding.to, str(one.last_good or ""), *_cells(mark))
        for one in found
        for finding, mark in ((one.finding, mark) for mark in one.marks)
    )
    return csv_table(columns, rows)


def _cells(mark: Location) -> tuple[str, str, str]:
    return mark.file, str(mark.line), str(mark.column)


def as_json(found: Iterable[Placed]) -> str:
    """One object an address."""
    rows = [
        {
            "address": one.finding.address,
            "state": one.finding.state,
            "why": one.finding.why,
            "leads_to": one.finding.to,
            "last_good": one.last_good.isoformat() if one.last_good else None,
            "places": [{"file": mark.file, "line": mark.line, "column": mark.column} for mark in one.marks],
        }
        for one in found
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
