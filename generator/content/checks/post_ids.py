"""Each post has an id of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.analysis.repeats import repeated_posts
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("post-id-used-twice",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for post, here, earlier in repeated_posts(content.campaigns, "id"):
        words = f'"{post.id}" is already a post, at {earlier}'
        yield Diagnostic("post-id-used-twice", "error", here, words, hint="choose another")
