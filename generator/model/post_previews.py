"""A post and a channel -> the text as it is posted there, and what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.campaign import Channel, Post
from generator.model.channel_rules import ChannelRule, Channels
from generator.model.character_counts import at_most, count, size
from generator.model.fields.text import in_language


@dataclass(frozen=True, slots=True)
class Posted:
    """One post on one channel.

    `text` ends with the link where the channel's links work; `address` is that link alone, None where they do not.
    `count` is in the channel's own units; `link` is the part of it that the link takes. `most` is None where no limit
    was found; `sure` is whether somebody looked it up.
    """

    channel: Channel
    name: str
    text: str
    count: int
    most: int | None
    sure: bool
    link: int
    bytes: int
    most_bytes: int | None
    address: str | None = None

    @property
    def left(self) -> int | None:
        """What the limit leaves, in the channel's own units; below nothing where the text is over it."""
        return None if self.most is None else self.most - self.count

    @property
    def is_too_long(self) -> bool:
        """Whether the channel would cut it off or refuse it."""
        return bool(self.most and self.count > self.most) or bool(self.most_bytes and self.bytes > self.most_bytes)


def channels_of(post: Post, channels: Channels) -> tuple[Channel, ...]:
    """Where a post goes, in the order that people see channels."""
    return tuple(name for name in channels.rules if not post.channels or name in post.channels)


def words_for(post: Post, channel: Channel) -> str:
    """The post's words on a channel, in every language that it has: its variant there, else its text."""
    words: str = post.variants.get(channel, post.text)
    return words


def as_posted(text: str, channel: Channel, rule: ChannelRule, link: str) -> Posted:
    """Some words in one language as they will be posted, with the link that the site's feeds give."""
    whole = with_link(text, rule, link)
    counted = count(text, rule)
    if rule.link == "none":
        added = 0
    elif rule.link_counts:
        added = rule.link_counts.most + 1  # and the line end before it
    else:
        added = count(f"\n{link}", rule)
    return Posted(
        channel,
        str(rule.name),
        whole,
        counted + added,
        rule.text.most if rule.text else None,
        not rule.text or rule.text.sure == "yes",
        added,
        size(whole),
        rule.bytes.most if rule.bytes else None,
        None if rule.link == "none" else link,
    )


def with_link(text: str, rule: ChannelRule, link: str) -> str:
    """Some words as they will be posted: the link is part of the text where the channel's links work."""
    return text if rule.link == "none" else f"{text}\n{link}"


def surely_fits(text: str, rule: ChannelRule, link: str) -> bool:
    """Whether some words with their link are so short that nobody need count them as the channel does."""
    added = 0 if rule.link == "none" else rule.link_counts.most + 1 if rule.link_counts else at_most(f"\n{link}", rule)
    whole = with_link(text, rule, link)
    return (rule.text is None or at_most(text, rule) + added <= rule.text.most) and (
        rule.bytes is None or size(whole) <= rule.bytes.most
    )


def every_posted(post: Post, channels: Channels, link: str, language: str = "en") -> Iterator[Posted]:
    """The post on each of its channels, in one language: what staff look at before it goes out.

    Args:
        post: the post.
        channels: the rules of all channels.
        link: the absolute address that goes with it.
        language: the language of the site.
    """
    for channel in channels_of(post, channels):
        text = in_language(words_for(post, channel), language)
        yield as_posted(text, channel, channels.rules[channel], link)
