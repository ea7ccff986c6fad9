"""Campaigns' posts -> hashtags that YAML takes for a comment, so that they would be lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.campaign import Campaign
from generator.problems import Mark, Problem
from generator.reading.source import Found

A_LOST_HASHTAG = re.compile(r"\s(#\w*[^\W\d]\w*)")
QUOTED = ("'", '"', "|", ">")
"""What stands around a text in which # begins no comment."""


def lost_hashtags(campaigns: list[Found[Campaign]]) -> Iterator[Problem]:
    """A problem for each text that ends, for YAML, where its hashtags begin."""
    for one in campaigns:
        lines = one.source.text.split("\n")
        for mark in _marks(one):
            line = lines[mark.line - one.source.first_line]
            written = line[mark.column - 1 :]
            found = A_LOST_HASHTAG.search(written)
            if found and not written.startswith(QUOTED):
                where = Mark(mark.file, mark.line, mark.column + found.start(1))
                text = f"{found[1]} is lost, as # begins a comment here; put quotation marks around the whole text"
                yield Problem(where, text)


def _marks(one: Found[Campaign]) -> Iterator[Mark]:
    for number, post in enumerate(one.record.posts):
        yield one.at("posts", number, "text")
        if post.title:
            yield one.at("posts", number, "title")
        yield from (one.at("posts", number, "variants", channel) for channel in post.variants)
