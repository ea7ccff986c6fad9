"""The feeds page: what each feed is for, its address to copy, how many posts it has, and how tools take it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from generator.model import addresses
from generator.model.posting import channels_of
from generator.outputs import Follow, Page
from generator.pages.templates import Templates

LAST = 10
RSS = "application/rss+xml"


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
    with_posts = {campaign.id for campaign, __ in posts}
    on_channel = Counter(channel for __, post in posts for channel in channels_of(post, catalogue.channels))
    about = Counter(crime for campaign, __ in posts for crime in campaign.about)
    meant_for = Counter(audience for campaign, __ in posts for audience in campaign.audiences)
    channels = [
        _feed(templates, channel, rule.name, addresses.channel_feed(channel), on_channel[channel])
        for channel, rule in catalogue.channels.rules.items()
    ]
    page = templates.page(
        "feeds",
        addresses.FEEDS,
        _("Follow our campaigns"),
        _("Feeds of our campaign posts, for people who share them and for the tools that schedule them."),
        "campaigns",
        all=_feed(templates, "all", "", addresses.CAMPAIGNS_RSS, len(posts)),
        json=templates.settings.absolute(addresses.CAMPAIGNS_JSON),
        calendar=templates.settings.absolute(addresses.CAMPAIGNS_ICS),
        channels=channels,
        crimes=[
            _feed(templates, f"about-{crime}", term.name, addresses.crime_feed(crime), about[crime])
            for crime, term in catalogue.vocabulary.crimes.items()
        ],
        audiences=[
            _feed(templates, f"for-{audience}", term.name, addresses.audience_feed(audience), meant_for[audience])
            for audience, term in catalogue.vocabulary.audiences.items()
        ],
        tables=[campaign for campaign in edition.campaigns if campaign.id in with_posts],
        posts=posts[:LAST],
    )
    follow = [Follow(addresses.channel_feed(one.id), RSS, _("Campaign posts for %s") % one.name) for one in channels]
    return replace(page, follow=tuple(follow))


def _feed(templates: Templates, name: str, title: str, path: str, posts: int) -> Feed:
    return Feed(name, title, templates.settings.absolute(path), min(posts, templates.settings.feeds.newest))
