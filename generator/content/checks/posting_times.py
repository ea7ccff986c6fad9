"""Campaigns' posts and the hours of the settings -> a word on each that is too late, and on too many at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date

from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign
from generator.model.ledger import AT_ONCE, FILE, LOOK
from generator.settings import A_RELEASE, FeedSettings


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


def posts_too_late(campaigns: list[Found[Campaign]], feeds: FeedSettings, today: date) -> Iterator[Diagnostic]:
    """Advice at each post from today on that may not go out, so late is its time, or that waits, so early is it."""
    last = feeds.hours.last - feeds.lead_minutes - A_RELEASE
    until = f"{last // 60:02}:{last % 60:02}"
    for one in campaigns:
        for number, post in enumerate(one.record.posts):
            if post.withdrawn == "true" or (post.latest or post.at.date()) < today:
                continue
            minutes = post.at.hour * 60 + post.at.minute
            if minutes > last and post.latest in (None, post.at.date()):
                words = f"posts go out in the hours {feeds.hours}, and this may be too late for its day"
                yield Diagnostic(
                    "post-too-late",
                    "warning",
                    one.at("posts", number, "at"),
                    words,
                    hint=f"choose {until} or earlier, or write a latest: day",
                )
            elif minutes < feeds.hours.first:
                words = f"posts go out in the hours {feeds.hours}, so this waits until they begin"
                yield Diagnostic(
                    "post-too-early",
                    "warning",
                    one.at("posts", number, "at"),
                    words,
                    hint="choose that time or a later one",
                )
