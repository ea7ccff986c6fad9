"""The posts of a site without a ledger -> a word where more come at once than some tools take at one look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date

from generator.model.campaign import Campaign
from generator.model.ledger import AT_ONCE, FILE, LOOK
from generator.problems import Problem
from generator.reading.source import Found


def crowds(campaigns: list[Found[Campaign]], today: date) -> Iterator[Problem]:
    """Advice at each post from today on that is the sixth or later within 90 minutes. A release would space them."""
    due = [
        (post.at.astimezone(UTC), one, number)
        for one in campaigns
        for number, post in enumerate(one.record.posts)
        if post.withdrawn == "false" and post.at.date() >= today
    ]
    due.sort(key=lambda found: found[0])
    for (first, _, _), (at, one, number) in zip(due, due[AT_ONCE:], strict=False):
        if at - first < LOOK:
            said = (
                f"this is more than {AT_ONCE} posts within 90 minutes, and some tools lose the rest; "
                f"choose a later time, or keep a {FILE}: waymark release spaces them"
            )
            yield Problem(one.at("posts", number, "at"), said)
