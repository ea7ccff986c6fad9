"""Opening hours -> the week as numbers, for the script that says "open now" on the reader's own device."""

from __future__ import annotations

from generator.model.hours import Hours, Spans

NOT_KNOWN = "?"


def week(hours: Hours) -> str:
    """Seven days from Monday as "540-1020|...", then a bank holiday; "" for a closed day, "?" for what nobody said.

    Each span in minutes from midnight. A span that ends after midnight ends after minute 1440.
    """
    return "|".join(map(_spans, (*hours.week.days, hours.week.holiday)))


def _spans(spans: Spans | None) -> str:
    return NOT_KNOWN if spans is None else ",".join(f"{start}-{end}" for start, end in spans)
