"""Feed items -> the RSS feeds: every post, each channel in its own words, each crime type and audience."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.feeds.item import FeedItem
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.text import in_language
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Stream:
    """One feed: where it stands, its title, what it holds in a sentence, its items newest first.

    `rich` is whether its items carry HTML beside the plain text; a feed for schedulers carries the text alone, twice.
    """

    path: str
    title: str
    about: str
    items: Sequence[FeedItem]
    rich: bool = False


def streams(items: Sequence[FeedItem], catalogue: Catalogue, settings: Settings) -> Iterator[Stream]:
    """Every RSS feed, the one of all posts first. A feed with nothing in it is there too: its address never changes."""
    yield every_post(items, settings)
    office = settings.office.name
    for channel, rule in catalogue.channels.rules.items():
        yield Stream(
            addresses.channel_feed(channel),
            f"{settings.site_name}: posts for {rule.name}",
            f"Campaign posts from {office}, in their words for {rule.name}.",
            [replace(item, text=item.channels[channel]) for item in items if channel in item.channels],
        )
    for crime, term in catalogue.vocabulary.crimes.items():
        name = in_language(term.name, settings.language)
        yield Stream(
            addresses.crime_feed(crime),
            f"{settings.site_name}: {name}",
            f"Campaign posts from {office} about this: {name}.",
            [item for item in items if crime in item.crimes],
        )
    for audience, term in catalogue.vocabulary.audiences.items():
        name = in_language(term.name, settings.language)
        yield Stream(
            addresses.audience_feed(audience),
            f"{settings.site_name}: for {name}",
            f"Campaign posts from {office} for these people: {name}.",
            [item for item in items if audience in item.audiences],
        )


def every_post(items: Sequence[FeedItem], settings: Settings) -> Stream:
    """The feed of every released post."""
    return Stream(
        addresses.CAMPAIGNS_RSS,
        f"{settings.site_name}: campaign posts",
        f"Every campaign post from {settings.office.name}, at the time it goes out.",
        items,
        rich=True,
    )
