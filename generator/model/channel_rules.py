"""The channels that posts go to, each with its own rules, and the rules of wording that hold for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.model.campaign import Channel
from generator.model.fields.text import Label, Name
from generator.model.record import Many, Record


class Most(Record):
    """The most of something that a channel takes, and who says so."""

    most: int = Field(ge=1)
    sure: Literal["yes", "no"] = "yes"
    """no: nobody could look it up, so going over it is advice."""
    source: Label


class ChannelRule(Record):
    """What one channel takes. None: no number was found."""

    name: Name
    counts: Literal["weighted", "graphemes", "characters", "emoji-bytes"]
    text: Most | None = None
    bytes: Most | None = None
    link: Literal["fixed", "full", "none"]
    """What the post's link adds to the count: `link_counts`, all its letters, or nothing as it is left out."""
    link_counts: Most | None = None
    mentions: Literal["whole", "name"] = "whole"
    """Whether @name@example.social counts as it is, or as @name."""
    hashtags: Most
    tags: Literal["words", "x", "bluesky", "mastodon"] = "words"
    """Whose rule says where a hashtag ends."""
    alt: Most | None = None
    image_bytes: Most | None = None
    """For a picture that goes with a post."""
    card_bytes: Most | None = None
    """For the picture on the card that a link becomes."""


class Blame(Record):
    """Words that put the blame on the person harmed, and what to write in their place."""

    says: Label
    instead: Label
    language: str = "en"
    """Whose words they are: they say nothing of a text in another."""


class Wording(Record):
    """How long the parts of a post may be, and what it must not say."""

    sentence_words: int = 25
    emoji: int = 3
    alt_characters: int = 200
    alt_never_starts: Many[Label] = ()
    blame: Many[Blame] = ()


class Channels(Record):
    """Every channel, in the order that people see them, and the wording rules of them all."""

    rules: Mapping[Channel, ChannelRule] = Field(default_factory=dict)
    wording: Wording = Wording()
