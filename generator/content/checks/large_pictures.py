"""A picture is small enough for each channel that it goes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import images_of
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign, Picture
from generator.model.channel_rules import Channels
from generator.model.post_previews import channels_of

CODES = ("picture-too-large-to-post",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        yield from _large_pictures(one, content.channels, content.pictures)


def _large_pictures(one: Found[Campaign], channels: Channels, pictures: Mapping[str, Picture]) -> Iterator[Diagnostic]:
    for image, path in images_of(one):
        picture = pictures.get(image.file)
        posts = one.record.posts if path == ("image",) else (one.record.posts[int(path[1])],)
        goes_to = {
            channel for post in posts if path != ("image",) or not post.image for channel in channels_of(post, channels)
        }
        for channel, rule in channels.rules.items():
            limit = (rule.card_bytes if path == ("image",) else None) or rule.image_bytes
            if picture and limit and channel in goes_to and picture.size > limit.most:
                size = f"{picture.size:,} bytes; the most on {rule.name} is {limit.most:,}"
                yield Diagnostic(
                    "picture-too-large-to-post",
                    "error",
                    one.at(*path, "file"),
                    f"this picture has {size}: save it smaller",
                )
