"""Things that wait, and who looks at them -> the new text of approvals.csv; or why this person can't approve them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from generator.approvals import FILE, HEADER, ApprovalRow, Awaiting, Identity
from generator.content.editing.atomic import alone_in, put
from generator.content.editing.keep import Committer, KeepError, keep
from generator.content.editing.save import FileChange, save, text_of
from generator.content.loading.approved_content import things_of
from generator.content.loading.content import Content
from generator.content.source.text_files import bytes_in, is_there
from generator.diagnostics import WaymarkError
from generator.model.fields.second_person import ApprovalKind
from generator.staff.approval.last_change import LastChange

PATIENCE = 30.0
"""So long an approval waits for another one to end, in seconds."""


class ApprovalError(WaymarkError):
    """This can't be approved. One sentence: why, and what to do."""


def approval_of(thing: Awaiting, change: LastChange, by: Identity, on: date) -> ApprovalRow:
    """The row that approves a thing. ApprovalError where somebody else must."""
    if not change.is_kept:
        raise ApprovalError(f"{thing.what} is not kept yet, so nobody knows whose change it is; keep it first")
    if change.is_by(by):
        raise ApprovalError(f"{thing.what} was changed last by {by.name}; somebody else must approve it")
    return ApprovalRow(thing.what, thing.digests, change.by, by, on)


def starting_rows(content: Content, kinds: Iterable[ApprovalKind], by: Identity, on: date) -> list[ApprovalRow]:
    """The rows with which kinds begin to need a second person: all that is there now counts as approved."""
    wanted = [kind for kind in kinds if kind not in content.approvals.begun]
    folder = content.root / content.settings.content
    things = things_of(
        content.directory, content.campaigns, content.vocabulary, lambda file: bytes_in(folder / file) or b""
    )
    rows = [ApprovalRow(kind, (), None, by, on) for kind in wanted]
    return rows + [ApprovalRow(one.what, one.digests, None, by, on) for one in things if one.kind in wanted]


def with_rows(text: str, rows: Sequence[ApprovalRow]) -> str:
    """The text of approvals.csv with rows behind its last one. What stands there is kept to the letter."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not text:
        writer.writerow(HEADER)
    elif not text.endswith("\n"):
        out.write("\n")
    writer.writerows(row.cells for row in rows)
    return text + out.getvalue()


def record(root: Path, rows: Sequence[ApprovalRow], by: Committer | None) -> None:
    """Write rows and keep them by one commit: an approval that is not in git is none. KeepError where git refuses.

    Args:
        root: the folder of mkdocs.yml.
        rows: the approvals.
        by: who gives them; None: who git says you are.
    """
    with alone_in(root, PATIENCE) as alone:
        if not alone:
            raise ApprovalError("another approval is at work; try again when that is done")
        file = root / FILE
        before = text_of(file, FILE) if is_there(file) else None
        save([FileChange(file, FILE, before, with_rows(before or "", rows))])
        try:
            keep(root, [FILE], commit_words(rows), by)
        except KeepError:
            put(file, before.encode()) if before is not None else file.unlink()
            raise


def commit_words(rows: Sequence[ApprovalRow]) -> str:
    """What the commit of some rows says."""
    begun = [row.what for row in rows if "/" not in row.what]
    if begun:
        return f"{', '.join(begun)} need a second person from now on: {FILE}"
    return f"Approved: {', '.join(row.what for row in rows)}"
