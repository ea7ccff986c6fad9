"""The feeds page: what each feed is for, its address to copy, how many posts it has, and how tools take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model import addresses
from generator.model.campaign import Campaign, Post
from generator.model.posting import channels_of
from generator.outputs import Page
from generator.pages.templates import Templates

LAST = 10
Pair = tuple[Campaign, Post]


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed as people see it: its id on the page, what it is, its full address, how many posts it has now."""

    id: str
    name: str
    address: str
    count: int


def feeds_page(templates: Templates) -> Page:
    """The page that people who post and publish for others start from."""
    _, edition = templates.say, templates.edition
    posts = edition.released_posts
    catalogue = edition.catalogue
    return templates.page(
        "feeds",
        addresses.FEEDS,
        _("Follow our campaigns"),
        _("Feeds of our campaign posts, for people who share them and for the tools that schedule them."),
        "campaigns",
        all=_feed(templates, "all", "", addresses.CAMPAIGNS_RSS, posts, lambda pair: True),
        json=templates.settings.absolute(addresses.CAMPAIGNS_JSON),
        calendar=templates.settings.absolute(addresses.CAMPAIGNS_ICS),
        channels=[
            _feed(
                templates,
                channel,
                rule.name,
                addresses.channel_feed(channel),
                posts,
                lambda pair, channel=channel: channel in channels_of(pair[1], catalogue.channels),  # type: ignore[misc]
            )
            for channel, rule in catalogue.channels.rules.items()
        ],
        crimes=[
            _feed(
                templates,
                f"about-{crime}",
                term.name,
                addresses.crime_feed(crime),
                posts,
                lambda pair, crime=crime: crime in pair[0].about,  # type: ignore[misc]
            )
            for crime, term in catalogue.vocabulary.crimes.items()
        ],
        audiences=[
            _feed(
                templates,
                f"for-{audience}",
                term.name,
                addresses.audience_feed(audience),
                posts,
                lambda pair, audience=audience: audience in pair[0].audiences,  # type: ignore[misc]
            )
            for audience, term in catalogue.vocabulary.audiences.items()
        ],
        tables=edition.campaigns,
        posts=posts[:LAST],
    )


def _feed(
    templates: Templates, name: str, title: str, path: str, posts: Sequence[Pair], holds: Callable[[Pair], bool]
) -> Feed:
    count = min(sum(map(holds, posts)), templates.settings.feeds.newest)
    return Feed(name, title, templates.settings.absolute(path), count)
