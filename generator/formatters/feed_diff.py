"""What another office's feed says otherwise -> lines for a terminal, Markdown for a comment, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.formatters.diff import escaped
from generator.l10n.formats import day
from generator.l10n.plurals import many
from generator.staff.diff.against_feed import FeedDifferences, OtherNumbers, ToldService

NEVER = "never"


def as_text(found: FeedDifferences) -> str:
    """A heading for each sort of difference, and a line for each service below it."""
    lines = []
    for title, rows in _parts(found):
        lines += [title, *(f"  {row}" for row in rows)]
    return "\n".join([*lines, _count(found)]) + "\n"


def as_markdown(found: FeedDifferences) -> str:
    """The same for a comment. Nothing in it is taken for Markdown, or calls anybody."""
    lines = ["## What differs from their feed", "", escaped(_count(found)), ""]
    for title, rows in _parts(found):
        lines += [f"**{escaped(title)}**", "", *(f"- {escaped(row)}" for row in rows), ""]
    return "\n".join(lines)


def as_json(found: FeedDifferences) -> bytes:
    """The same for programs."""
    made = {
        "only_there": [_record(one) for one in found.only_there],
        "only_here": [_record(one) for one in found.only_here],
        "numbers": [
            {
                "here": _record(one.here),
                "there": _record(one.there),
                "only_here": list(one.only_here),
                "only_there": list(one.only_there),
                "retired_here": list(one.retired),
            }
            for one in found.numbers
        ],
        "checked": [{"here": _record(mine), "there": _record(theirs)} for mine, theirs in found.days],
        "in_both": found.same,
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _parts(found: FeedDifferences) -> Iterator[tuple[str, list[str]]]:
    for title, rows in (
        ("Only in their feed:", [_told(one) for one in found.only_there]),
        ("Only here:", [_told(one) for one in found.only_here]),
        ("Other numbers:", [_numbers(one) for one in found.numbers]),
        (
            "Checked on other days:",
            [
                f"{mine.name}: here {_day(mine.checked_on)}, there {_day(theirs.checked_on)}"
                for mine, theirs in found.days
            ],
        ),
    ):
        if rows:
            yield title, rows


def _told(one: ToldService) -> str:
    who = f" ({one.organisation})" if one.organisation and one.organisation != one.name else ""
    return f"{one.name or 'a service without a name'}{who}: {', '.join(one.numbers) or 'no number'}"


def _numbers(one: OtherNumbers) -> str:
    there = [f"{number} (it has ended)" if number in one.retired else number for number in one.only_there]
    parts = ((one.only_here, "only here"), (there, "only there"))
    said = [f"{', '.join(some)} {where}" for some, where in parts if some]
    return f"{one.here.name}: {'; '.join(said)}"


def _day(checked_on: date | None) -> str:
    return day(checked_on, "en") if checked_on else NEVER


def _record(one: ToldService) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": one.id,
        "name": one.name,
        "organisation": one.organisation,
        "numbers": list(one.numbers),
    }
    return made | {"checked_on": one.checked_on.isoformat() if one.checked_on else None}


def _count(found: FeedDifferences) -> str:
    differ = len({one.here.id for one in found.numbers} | {mine.id for mine, _ in found.days})
    both = f"{many(found.same, 'service')} in both, {differ} of them with other numbers or checks"
    return f"{both}; {len(found.only_there)} only there, {len(found.only_here)} only here."
