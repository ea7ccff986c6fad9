"""A post's time lies in the hours in which posts go out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.feed_settings import A_RELEASE, FeedSettings
from generator.model.campaign import Campaign

CODES = ("post-too-late", "post-too-early")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    yield from posts_too_late(content.campaigns, content.settings.feeds, content.today)


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
