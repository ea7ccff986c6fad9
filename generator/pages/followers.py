"""The feeds page: what each feed is for, its address to copy, and the last posts."""

from __future__ import annotations

from generator.model import addresses
from generator.outputs import Page
from generator.pages.templates import Templates

LAST = 10


def feeds_page(templates: Templates) -> Page:
    """The page that people who post and publish for others start from."""
    _, settings = templates.say, templates.settings
    return templates.page(
        "feeds",
        addresses.FEEDS,
        _("Follow our campaigns"),
        _("Feeds of our campaign posts, for people who share them and for the tools that schedule them."),
        "campaigns",
        feed=settings.absolute(addresses.CAMPAIGNS_RSS),
        posts=templates.edition.released_posts[:LAST],
    )
