"""A campaign in a preview -> its posts that are not out yet, each with what it waits for. In a public edition: none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from generator.model.campaign import Campaign, Post
from generator.model.edition import Edition

Waits = Literal["time", "run", "off", "pause", "release"]
"""time: it has one; run: nobody confirmed the run of its day; off: that was called off; pause: posts rest; release: the
job that sends posts out has not recorded it."""


def coming_posts(campaign: Campaign, edition: Edition) -> Sequence[tuple[Post, Waits]]:
    """The posts that only a preview shows, the next one first. No feed and no download ever asks for them."""
    if not edition.shows_drafts:
        return ()
    out = {post.id for owner, post in edition.released_posts if owner is campaign}
    coming = [post for post in campaign.posts if post.id not in out and post.withdrawn == "false"]
    return [(post, _waits(campaign, post, edition)) for post in sorted(coming, key=lambda post: (post.at, post.id))]


def _waits(campaign: Campaign, post: Post, edition: Edition) -> Waits:
    runs = [run for run in campaign.runs if run.spans(post.at.date())]
    if not any(run.confirmed and run.holds(post.at.date()) for run in runs):
        return "off" if any(run.called_off for run in runs) else "run"
    if edition.paused_from is not None and post.at.date() >= edition.paused_from:
        return "pause"
    return "time" if post.at > edition.now else "release"
