"""approvals.csv, and who wrote each row as git knows -> the approvals that count, and what is wrong with others."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.approvals import FILE, HEADER, ApprovalRow, Approvals, Identity, identity
from generator.content.source.history import git_in, is_tracked, line_writers
from generator.content.source.text_files import is_there, read_text
from generator.diagnostics import Diagnostic, Fault, Location, Parsed, quoted
from generator.model.fields.dates import A_DAY
from generator.model.fields.second_person import KINDS

WHAT = re.compile(rf"(?:{'|'.join(KINDS)})(?:/[a-z0-9_-]+)?")
DIGESTS = re.compile(r"(?:!?[0-9a-f]{32}(?: !?[0-9a-f]{32})*)?")
RESTORE = "take this file back from git as it was"
EXAMPLE = "Sam Reed <sam.reed@example.org>"
NO_HEADER = Fault("approvals-header", f'the first line must be "{",".join(HEADER)}"', RESTORE)
OWN = Fault(
    "approval-of-own-change",
    "this row says that somebody approved what they changed themselves",
    "somebody else looks at it: waymark approve",
)
NOT_KEPT = Fault("approvals-not-kept", "git does not keep this file yet, so no approval counts", f"git add {FILE}")


def read_approvals(root: Path) -> Parsed[Approvals]:
    """Every approval that counts; none where there is no such file.

    A row counts if git says that whoever it names wrote it. Where git knows nothing of it (the folder is no
    repository, or the history was not fetched), it counts as it stands.
    """
    if not is_there(root / FILE):
        return Parsed(Approvals(), [])
    text, unread = read_text(root / FILE, FILE)
    if text is None:
        return Parsed(Approvals(), unread)
    rows, problems = _rows(text)
    if not is_tracked(root, FILE):
        is_site_kept = is_tracked(root, "mkdocs.yml")
        return Parsed(Approvals(), [*problems, NOT_KEPT.at(Location(FILE))]) if is_site_kept else _all(rows, problems)
    writers = line_writers(root, FILE)
    counting = []
    for line, row in rows:
        told = _by_another(root, row, writers, line)
        if told is None:
            counting.append(row)
        else:
            problems.append(told.at(Location(FILE, line), "notice"))
    return Parsed(Approvals(tuple(counting)), problems)


def _all(rows: Sequence[tuple[int, ApprovalRow]], problems: list[Diagnostic]) -> Parsed[Approvals]:
    return Parsed(Approvals(tuple(row for _, row in rows)), problems)


def _by_another(
    root: Path, row: ApprovalRow, writers: Sequence[tuple[str, str, str] | None], line: int
) -> Fault | None:
    """Why a row does not count: git says that another person wrote it. None where it does."""
    writer = writers[line - 1] if line <= len(writers) else None
    if writer is None or row.approved_by.is_same(Identity(*writer[1:])):
        return None
    commit, name, _ = writer
    if not commit.strip("0"):
        return Fault(
            "approval-not-kept", "this row is not in git yet, so it does not count", "keep it: waymark approve does"
        )
    with_others = git_in(root, "log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)", commit)
    others = (identity(one.strip()) for one in with_others.decode("utf-8", "replace").splitlines())
    if any(one and row.approved_by.is_same(one) for one in others):
        return None
    return Fault(
        "approval-by-another",
        f"this row names {quoted(row.approved_by.name)}, and git says that {quoted(name)} wrote it: it does not count",
        "whoever approves it writes it: waymark approve",
    )


def _rows(text: str) -> Parsed[list[tuple[int, ApprovalRow]]]:
    """Each row with its line. A row that can't be read is a problem, and approves nothing."""
    lines = text.splitlines()
    if not lines or tuple(lines[0].removeprefix("\ufeff").split(",")) != HEADER:
        return Parsed([], [NO_HEADER.at(Location(FILE))])
    found, problems = [], []
    for number, line in enumerate(lines[1:], 2):
        row = _row(next(csv.reader([line]), []))
        if isinstance(row, Fault):
            problems.append(row.at(Location(FILE, number)))
        else:
            found.append((number, row))
    return Parsed(found, problems)


def _row(cells: Sequence[str]) -> ApprovalRow | Fault:
    if len(cells) != len(HEADER):
        return Fault("approvals-row", f"a row has {len(HEADER)} cells, and this one has {len(cells)}", RESTORE)
    wrong = next(_wrong(*cells), None)
    if wrong is not None:
        return Fault("approvals-row", wrong, RESTORE)
    what, approved, changed, by, on = cells
    changed_by, approved_by = identity(changed), identity(by)
    if approved_by is None or (changed_by and changed_by.is_same(approved_by)):
        return OWN
    return ApprovalRow(what, tuple(approved.split()), changed_by, approved_by, date.fromisoformat(on))


def _wrong(what: str, approved: str, changed: str, by: str, on: str) -> Iterator[str]:
    if not WHAT.fullmatch(what):
        yield f"{quoted(what)} is nothing that can be approved; it reads posts/dating-scams-2027-launch"
    if not DIGESTS.fullmatch(approved):
        yield f"{quoted(approved)} is not what waymark approve writes"
    if changed and not identity(changed):
        yield f"{quoted(changed)} does not say who; it reads {EXAMPLE}"
    if not identity(by):
        yield f"{quoted(by)} does not say who; it reads {EXAMPLE}"
    if not A_DAY.fullmatch(on) or not _is_a_day(on):
        yield f"{quoted(on)} is not a date; write it as 2026-11-25"


def _is_a_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
