"""What waits for a second person -> lines behind what else is due."""

from __future__ import annotations

from collections.abc import Sequence

from generator.approvals import Awaiting
from generator.l10n.plurals import many


def lines(awaiting: Sequence[Awaiting]) -> list[str]:
    """Each thing by its name, which says nothing secret; nothing where nothing waits."""
    if not awaiting:
        return []
    verb = "waits" if len(awaiting) == 1 else "wait"
    told = f"{many(len(awaiting), 'change')} {verb} for a second person:"
    return ["", told, *(f"  {one.what}" for one in awaiting), "What each says, and how to approve it: waymark approve"]
