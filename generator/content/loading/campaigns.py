"""campaigns/*.md -> campaigns, each with the words of its page; campaigns/published.csv -> the ledger."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from generator.content.loading.source_file import Found, Source, line_of_first_word
from generator.content.source.text_files import A_BOUNDARY, NEVER_CLOSES, split
from generator.diagnostics import Diagnostic, Fault, Location, Parsed, quoted
from generator.model.campaign import Campaign
from generator.model.fields.dates import LONDON, YEARS
from generator.model.fields.text import A_SLUG
from generator.model.ledger import HEADER, Ledger, LedgerRow

EMPTY = Fault("file-empty", "this file is empty", "begin with a line of --- and the campaign's id below it")


NO_RECORD = Fault(
    "campaign-without-record", "a campaign's file begins with a line of ---, then its record, then --- again"
)


NO_FIELDS = Fault("fields-needed", "fields are needed here, each as name: value", "begin with id: and title:")


RECORD_EMPTY = Fault("record-empty", "the record is empty", "begin it with id: and title:")


def read_campaign(text: str, file: str) -> Parsed[Found[Campaign] | None]:
    """One campaign; None where the file does not hold one."""
    if not text.strip():
        return Parsed(None, [EMPTY.at(Location(file))])
    if not A_BOUNDARY.match(text):
        return Parsed(None, [NO_RECORD.at(Location(file))])
    try:
        parts = split(text)
    except ValueError:
        return Parsed(None, [NEVER_CLOSES.at(Location(file))])
    source = Source(parts.record, file)
    if isinstance(source.value, dict):
        return _campaign(source, source.value, parts.words, parts.first_line)
    if source.value is not None:
        return Parsed(None, [*source.problems, NO_FIELDS.at(source.places.value(()))])
    return Parsed(None, source.problems or [RECORD_EMPTY.at(Location(file))])


def _campaign(source: Source, record: dict[str, Any], words: str, boundary: int) -> Parsed[Found[Campaign] | None]:
    value, problems = dict(record), list(source.problems)
    if "words" in value:
        problems.append(
            Diagnostic(
                "words-as-field",
                "error",
                source.places.key(("words",)),
                '"words" is not a field',
                hint="write the words below the second ---",
            )
        )
    value.pop("words", None)
    if words.strip():
        value["words"] = words.strip()
    found, wrong = source.record_and_words(Campaign, value, ("words",), line_of_first_word(words, boundary))
    return Parsed(found, [*problems, *wrong])


A_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}")


CONFLICTS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


RESTORE = "take this file back from git as it was"


def read_ledger(text: str, file: str) -> Parsed[Ledger]:
    """Every row that can be read; a problem for each line that can't be, or that somebody must have changed.

    Args:
        text: the file's text, each of its lines ended by a newline.
        file: its name, for the problems.
    """
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    problems: list[Diagnostic] = []
    if not lines or lines[0] != HEADER:
        problems.append(_header(lines[0] if lines else "").at(Location(file)))
        if not lines or "," not in lines[0] or A_SLUG.fullmatch(lines[0].partition(",")[0]) is None:
            return Parsed(Ledger(), problems)
    rows: list[LedgerRow] = []
    first: dict[str, int] = {}
    last: tuple[float, int] | None = None
    for number, line in enumerate(lines[1:], 2):
        row, wrong = _row(line)
        if row is None or wrong:
            problems += [wrong.at(Location(file, number))] if wrong else []
            continue
        if row.post in first:
            problems.append(
                Diagnostic(
                    "ledger-row-twice",
                    "error",
                    Location(file, number),
                    f"{quoted(row.post)} is on line {first[row.post]} already",
                    hint=RESTORE,
                )
            )
        if last and row.published.timestamp() <= last[0]:
            problems.append(
                Diagnostic(
                    "ledger-row-out-of-order",
                    "error",
                    Location(file, number, len(row.post) + 2),
                    f"this date is not later than that of line {last[1]}",
                    hint=f"rows are never changed or moved: {RESTORE}",
                )
            )
        first.setdefault(row.post, number)
        last = (row.published.timestamp(), number)
        rows.append(row)
    return Parsed(Ledger(tuple(rows)), problems)


def _header(line: str) -> Fault:
    if line.startswith(CONFLICTS):
        return _conflict()
    extra = [name for name in line.split(",") if name.strip() not in HEADER.split(",")]
    if extra and set(HEADER.split(",")) <= set(line.split(",")):
        return Fault(
            "ledger-header", f"{quoted(extra[0])} is not a column of this file", f'its first line is "{HEADER}"'
        )
    if not line:
        return Fault(
            "ledger-header",
            f'this file is empty, and its first line must be "{HEADER}"',
            f"{RESTORE}, or write that line",
        )
    return Fault("ledger-header", f'the first line must be "{HEADER}", but it is {quoted(line)}', RESTORE)


def _conflict() -> Fault:
    return Fault(
        "git-conflict",
        "git left a conflict here",
        "keep every row of both sides, the earliest first, and take these lines out",
    )


def _row(line: str) -> tuple[LedgerRow | None, Fault | None]:
    if line.startswith(CONFLICTS):
        return None, _conflict()
    if not line.strip():
        return None, Fault("ledger-row", "this line is empty", "take it out")
    parts = line.split(",")
    if len(parts) != 2 or not A_SLUG.fullmatch(parts[0]):
        example = "dating-scams-2027-launch,2027-02-01T09:45:00+00:00"
        return None, Fault(
            "ledger-row", f"{quoted(line)} is not a post and its date", f"a row reads {example}: {RESTORE}"
        )
    try:
        if not A_DATE.fullmatch(parts[1]) or int(parts[1][:4]) not in YEARS:
            raise ValueError
        return LedgerRow(parts[0], datetime.fromisoformat(parts[1]).astimezone(LONDON)), None
    except ValueError:
        return None, Fault(
            "ledger-row", f"{quoted(parts[1])} is not a date as 2027-02-01T09:45:00+00:00, perhaps cut short", RESTORE
        )
