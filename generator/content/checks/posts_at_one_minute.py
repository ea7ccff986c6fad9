"""No two posts go out at one minute: some tools lose one of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.analysis.repeats import repeated_posts
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("posts-at-one-minute",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for _, here, earlier in repeated_posts(content.campaigns, "at"):
        words, hint = f"another post goes out at this minute, at {earlier}", "leave a minute or more between them"
        yield Diagnostic("posts-at-one-minute", "error", here, words, hint=hint)
