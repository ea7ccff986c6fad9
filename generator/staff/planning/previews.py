"""A campaign -> each of its posts as each channel will show it: the words, the link, the count, the picture's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import urls
from generator.model.campaign import Campaign, Post
from generator.model.channel_rules import Channels
from generator.model.character_counts import reading_age
from generator.model.fields.text import in_language
from generator.model.post_previews import Posted, every_posted
from generator.picture_words import PictureWords


@dataclass(frozen=True, slots=True)
class PostPreview:
    """One post before it goes out.

    `title` is what tools post that take a title and a link alone. `picture` is its file in the content folder, None
    for the one that we draw from the campaign's title; `alt` is what the picture says. `shown` is the post on each of
    its channels, in the order that people see them: text, link, count, limit, and what is left.
    """

    post: Post
    title: str
    picture: str | None
    alt: str
    shown: Sequence[Posted]
    reading_age: int | None
    """Of the post's own text, in years; None where it is too short, or not in English."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it never goes out, or went out and was taken back."""
        return self.post.withdrawn == "true"

    @property
    def alike(self) -> Sequence[tuple[str, Sequence[Posted]]]:
        """Each text once, and the channels that show it, both in the order that people see channels."""
        found: dict[str, list[Posted]] = {}
        for posted in self.shown:
            found.setdefault(posted.text, []).append(posted)
        return tuple(found.items())


def previews(campaign: Campaign, channels: Channels, words: PictureWords) -> tuple[PostPreview, ...]:
    """Every post of a campaign, earliest first, also those that the public may not see yet: for staff alone."""
    return tuple(_preview(campaign, post, channels, words) for post in sorted(campaign.posts, key=_time_and_id))


def _time_and_id(post: Post) -> tuple[object, str]:
    return (post.at, post.id)


def _preview(campaign: Campaign, post: Post, channels: Channels, words: PictureWords) -> PostPreview:
    settings, language = words.settings, words.settings.language
    image = post.image or campaign.image
    link = settings.absolute(urls.post(campaign.first_id, post.id))
    return PostPreview(
        post,
        in_language(post.title or campaign.title, language),
        image.file if image else None,
        in_language(image.alt, language) if image else words.of(campaign).alt,
        tuple(every_posted(post, channels, link, language)),
        reading_age(in_language(post.text, language)) if language.startswith("en") else None,
    )
