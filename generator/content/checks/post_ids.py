"""Each post has an id of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign

CODES = ("post-id-used-twice",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    first: dict[str, tuple[Found[Campaign], int]] = {}
    for one in content.campaigns:
        for number, post in enumerate(one.record.posts):
            here = (one, number)
            same = first.setdefault(post.id, here)
            if same is not here:
                words = f'"{post.id}" is already a post, at {same[0].at("posts", same[1], "id")}'
                mark = one.at("posts", number, "id")
                yield Diagnostic("post-id-used-twice", "error", mark, words, hint="choose another")
