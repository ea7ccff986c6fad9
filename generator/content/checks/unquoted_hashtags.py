"""No hashtag is lost because YAML takes it for the beginning of a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.campaign import Campaign

CODES = ("hashtag-lost",)
NEEDS = nothing

A_LOST_HASHTAG = re.compile(r"(?<!\s)\s+(#\w*[^\W\d]\w*)")

QUOTED = ("'", '"', "|", ">")
"""What stands around a text in which # begins no comment."""

CURLY = ("“", "”", "„", "‘", "’")
"""What a word processor makes of quotation marks: to YAML they are letters."""


def check(content: Content) -> Iterator[Diagnostic]:
    yield from lost_hashtags(content.campaigns)


def lost_hashtags(campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    """A problem for each text that ends, for YAML, where its hashtags begin."""
    for one in campaigns:
        lines = one.source.text.split("\n")
        if not any(A_LOST_HASHTAG.search(line) for line in lines):
            continue
        for path in _texts(one):
            start, (row, end) = one.at(*path), one.source.places.ends[(*one.path, *path)]
            found = A_LOST_HASHTAG.match(lines[row], end)
            if found and not lines[start.line - one.source.first_line].startswith(QUOTED, start.column - 1):
                where = Location(start.file, row + one.source.first_line, found.start(1) + 1)
                fault = Fault(
                    "hashtag-lost",
                    f"{found[1]} is lost, as # begins a comment here",
                    "put quotation marks around the whole text",
                )
                if lines[start.line - one.source.first_line].startswith(CURLY, start.column - 1):
                    fault = Fault(
                        "hashtag-lost",
                        f"{found[1]} is lost, as # begins a comment here: curly quotation marks keep nothing together",
                        'type straight ones, such as "text"',
                    )
                yield fault.at(where)


def _texts(one: Found[Campaign]) -> Iterator[Path]:
    for number, post in enumerate(one.record.posts):
        yield "posts", number, "text"
        if post.title:
            yield "posts", number, "title"
        yield from (("posts", number, "variants", channel) for channel in post.variants)
