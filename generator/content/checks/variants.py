"""A text for one channel alone stands in a post that goes there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("variant-for-no-channel",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        for number, post in enumerate(one.record.posts):
            for channel in post.variants:
                if post.channels and channel not in post.channels:
                    where = one.source.places.key((*one.path, "posts", number, "variants", channel))
                    words, hint = f"this post does not go to {channel}", "add it to channels, or take this text out"
                    yield Diagnostic("variant-for-no-channel", "error", where, words, hint=hint)
