"""Campaigns' posts and the hours of the settings -> advice for each that can't go out at its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.campaign import Campaign
from generator.problems import Problem
from generator.reading.source import Found
from generator.settings import A_RELEASE, FeedSettings


def posts_too_late(campaigns: list[Found[Campaign]], feeds: FeedSettings, today: date) -> Iterator[Problem]:
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
                yield Problem(
                    one.at("posts", number, "at"), f"{words}; choose {until} or earlier, or write a latest: day"
                )
            elif minutes < feeds.hours.first:
                words = f"posts go out in the hours {feeds.hours}, so this waits until they begin"
                yield Problem(one.at("posts", number, "at"), f"{words}; choose that time or a later one")
