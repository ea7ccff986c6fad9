"""No row of the ledger has a date that has not come: a clock ran ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.content.analysis.needs import all_to_be_right
from generator.content.loading.content import Content
from generator.content.loading.folder import ledger_file
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.fields.dates import LONDON
from generator.model.ledger import Ledger

CODES = ("ledger-row-ahead",)
NEEDS = all_to_be_right


def check(content: Content) -> Iterator[Diagnostic]:
    if content.ledger:
        yield from rows_ahead(content.ledger, ledger_file(content.root, content.settings), content.today)


def rows_ahead(ledger: Ledger, file: str, today: date) -> list[Diagnostic]:
    """Advice for each row whose date has not come: its post went out, when a clock ran ahead."""
    return [
        Diagnostic(
            "ledger-row-ahead",
            "notice",
            Location(file, number, len(row.post) + 2),
            f"{quoted(row.published.isoformat())} has not come yet: a clock ran ahead when this post went out. "
            "Leave the row",
            hint="new posts wait until then",
        )
        for number, row in enumerate(ledger.rows, 2)
        if row.published.astimezone(LONDON).date() > today + timedelta(days=1)
    ]
