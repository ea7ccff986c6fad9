"""A post goes out while its campaign is on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("post-outside-runs",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        for number, post in enumerate(one.record.posts):
            if not any(run.spans(post.at.date()) for run in one.record.runs):
                days = " or ".join(f"{run.first} to {run.last}" for run in one.record.runs) or "there is no run yet"
                words = f"this post goes out on {post.at:%Y-%m-%d}, outside its campaign's runs ({days})"
                yield Diagnostic("post-outside-runs", "error", one.at("posts", number, "at"), words)
