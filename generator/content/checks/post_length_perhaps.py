"""A post is as long as each of its channels probably takes it: not every limit is known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import every_record
from generator.content.analysis.public_texts import texts_of
from generator.content.checks.post_length import too_long
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

CODES = ("post-too-long",)
NEEDS = every_record


def check(content: Content) -> Iterator[Diagnostic]:
    for text in texts_of(content.campaigns, content.channels):
        yield from too_long(text, content.channels, content.settings, sure=False)
