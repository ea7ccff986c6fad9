"""No more posts go out at once than schedulers take. Where a site keeps a ledger, a release spaces them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign
from generator.model.ledger import AT_ONCE, FILE, LOOK

CODES = ("posts-crowded",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    if content.ledger is None:
        yield from crowds(content.campaigns, content.today)


def crowds(campaigns: list[Found[Campaign]], today: date) -> Iterator[Diagnostic]:
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
            yield Diagnostic(
                "posts-crowded",
                "warning",
                one.at("posts", number, "at"),
                f"this is more than {AT_ONCE} posts within 90 minutes, and some tools lose the rest",
                hint=f"choose a later time, or keep a {FILE}: waymark release spaces them",
            )
