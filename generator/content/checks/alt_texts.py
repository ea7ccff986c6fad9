"""The words in the place of a picture are short, and do not say that it is one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import every_language, images_of
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, quoted
from generator.model.campaign import Campaign
from generator.model.channel_rules import Channels

CODES = ("alt-too-long", "alt-says-picture")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        yield from _alt_texts(one, content.channels)


def _alt_texts(one: Found[Campaign], channels: Channels) -> Iterator[Diagnostic]:
    wording = channels.wording
    for image, path in images_of(one):
        for alt in every_language(image.alt):
            mark = one.at(*path, "alt")
            if len(alt) > wording.alt_characters:
                yield Diagnostic(
                    "alt-too-long",
                    "error",
                    mark,
                    f"this has {len(alt)} characters",
                    hint=f"the most is {wording.alt_characters}: shorten it",
                )
            start = next((start for start in wording.alt_never_starts if alt.lower().startswith(f"{start} ")), None)
            if start:
                yield Diagnostic(
                    "alt-says-picture",
                    "error",
                    mark,
                    f"leave out {quoted(alt[: len(start)])}",
                    hint="a screen reader says that it is a picture",
                )
