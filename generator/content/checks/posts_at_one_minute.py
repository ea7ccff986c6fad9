"""No two posts go out at one minute: some tools lose one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign

CODES = ("posts-at-one-minute",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    first: dict[datetime, tuple[Found[Campaign], int]] = {}
    for one in content.campaigns:
        for number, post in enumerate(one.record.posts):
            here = (one, number)
            same = first.setdefault(post.at, here)
            if same is not here:
                words = f"another post goes out at this minute, at {same[0].at('posts', same[1], 'at')}"
                mark, hint = one.at("posts", number, "at"), "leave a minute or more between them"
                yield Diagnostic("posts-at-one-minute", "error", mark, words, hint=hint)
