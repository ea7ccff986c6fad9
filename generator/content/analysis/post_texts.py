"""Campaigns' posts -> each of their texts and pictures, its place, and the channels that it goes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.loading.source_file import Found
from generator.diagnostics import Location
from generator.model.campaign import Campaign, Image, Post
from generator.model.campaign import Channel as ChannelName
from generator.model.channel import Channels
from generator.model.fields.text import Words
from generator.model.post_previews import channels_of


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a post, where it stands, and the channels that it goes to."""

    campaign: Found[Campaign]
    post: Post
    mark: Location
    text: str
    channels: tuple[ChannelName, ...]
    is_variant: bool

    @property
    def every(self) -> tuple[str, ...]:
        """The text in each of its languages."""
        return every_language(self.text)


def every_language(text: str) -> tuple[str, ...]:
    """A text in each of its languages."""
    return text.every if isinstance(text, Words) else (text,)


def texts_of(one: Found[Campaign], channels: Channels) -> Iterator[Text]:
    """Every text of a campaign's posts."""
    for number, post in enumerate(one.record.posts):
        goes_to = channels_of(post, channels)
        rest = tuple(channel for channel in goes_to if channel not in post.variants)
        yield Text(one, post, one.at("posts", number, "text"), post.text, rest, is_variant=False)
        for channel, words_ in post.variants.items():
            where = one.at("posts", number, "variants", channel)
            yield Text(one, post, where, words_, (channel,) if channel in goes_to else (), is_variant=True)


def images_of(one: Found[Campaign]) -> Iterator[tuple[Image, tuple[str | int, ...]]]:
    """Every picture of a campaign, and its path in the record."""
    if one.record.image:
        yield one.record.image, ("image",)
    for number, post in enumerate(one.record.posts):
        if post.image:
            yield post.image, ("posts", number, "image")
