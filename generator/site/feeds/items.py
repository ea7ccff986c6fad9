"""Released posts -> the items that every feed carries, decided once for all formats; and which feed carries which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from urllib.parse import quote

from generator import urls
from generator.edition import Edition
from generator.l10n.formats import Translate
from generator.model.campaign import Campaign, Channel, Image, Picture, Post
from generator.model.catalogue import Catalogue
from generator.model.fields.text import in_language
from generator.model.post_previews import channels_of, words_for
from generator.output import SharePicture
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture as feeds need it: absolute address, MIME type, size in bytes, and what it shows."""

    link: str
    mime: str
    measured: int | Callable[[], int]
    alt: str

    @property
    def size(self) -> int:
        """How many bytes it has: see `SharePicture`."""
        return self.measured if isinstance(self.measured, int) else self.measured()


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One post as followers see it. `id` and `link` stay the same for ever; `published` is aware."""

    id: str
    link: str
    title: str
    text: str
    published: datetime
    categories: Sequence[str]
    picture: Enclosure | None
    campaign: str = ""
    at: datetime | None = None
    """When its author planned it; aware."""
    crimes: Sequence[str] = ()
    audiences: Sequence[str] = ()
    channels: Mapping[Channel, str] = field(default_factory=dict)
    """Where it goes, and its words there."""


Pictures = Mapping[str, Sequence[SharePicture]]
"""Every campaign's pictures, by its id, those that we drew for it among them."""


def feed_items(edition: Edition, settings: Settings, pictures: Pictures = MappingProxyType({})) -> list[FeedItem]:
    """Every released post, newest first, ties by id."""
    dates = edition.dates_of_posts(settings.feeds.lead_minutes)
    return [
        _item(campaign, post, edition, settings, pictures, dates[post.id]) for campaign, post in edition.released_posts
    ]


def planned_items(
    campaign: Campaign, edition: Edition, settings: Settings, pictures: Pictures = MappingProxyType({})
) -> list[FeedItem]:
    """The posts of a campaign that are to come, in runs that somebody confirmed, earliest first: for staff alone."""
    to_come = [
        post
        for post in campaign.posts
        if post.withdrawn == "false"
        and post.at > edition.now
        and any(run.confirmed and run.holds(post.at.date()) for run in campaign.runs)
    ]
    to_come.sort(key=lambda post: (post.at, post.id))
    return [_item(campaign, post, edition, settings, pictures, post.at) for post in to_come]


def _item(
    campaign: Campaign, post: Post, edition: Edition, settings: Settings, pictures: Pictures, published: datetime
) -> FeedItem:
    crimes = edition.catalogue.vocabulary.crimes
    rules = edition.catalogue.channels
    return FeedItem(
        id=f"tag:{settings.feeds.owner}:post:{settings.tag}{':' if settings.tag else ''}{post.id}",
        link=settings.absolute(urls.post(campaign.first_id, post.id)),
        title=in_language(post.title or campaign.title, settings.language),
        text=in_language(post.text, settings.language),
        published=published,
        categories=[in_language(crimes[crime].name, settings.language) for crime in campaign.about],
        picture=_enclosure(post.image or campaign.image, edition.catalogue.pictures, settings)
        or _drawn(pictures.get(campaign.id, ()), settings),
        campaign=campaign.id,
        at=post.at,
        crimes=campaign.about,
        audiences=campaign.audiences,
        channels={name: in_language(words_for(post, name), settings.language) for name in channels_of(post, rules)},
    )


def _enclosure(image: Image | None, pictures: Mapping[str, Picture], settings: Settings) -> Enclosure | None:
    if image is None:
        return None
    picture = pictures[image.file]
    return Enclosure(
        settings.common.absolute(quote(picture.file)),
        picture.mime,
        picture.size,
        in_language(image.alt, settings.language),
    )


def _drawn(pictures: Sequence[SharePicture], settings: Settings) -> Enclosure | None:
    """The picture that we drew, where an author gave none."""
    if not pictures:
        return None
    picture = pictures[0]
    return Enclosure(settings.common.absolute(quote(picture.path)), picture.mime, picture.measured, picture.alt)


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


def streams(
    items: Sequence[FeedItem], catalogue: Catalogue, settings: Settings, say: Translate = str
) -> Iterator[Stream]:
    """Every RSS feed, the one of all posts first. A feed with nothing in it is there too: its address never changes."""
    yield every_post(items, settings, say)
    of = {"site": settings.site_name, "office": settings.office.name}
    for channel, rule in catalogue.channels.rules.items():
        there = of | {"channel": in_language(rule.name, settings.language)}
        yield Stream(
            urls.channel_feed(channel),
            say("%(site)s: posts for %(channel)s") % there,
            say("Campaign posts from %(office)s, in their words for %(channel)s.") % there,
            [replace(item, text=item.channels[channel]) for item in items if channel in item.channels],
        )
    for crime, term in catalogue.vocabulary.crimes.items():
        about = of | {"crime": in_language(term.name, settings.language)}
        yield Stream(
            urls.crime_feed(crime),
            say("%(site)s: %(crime)s") % about,
            say("Campaign posts from %(office)s about this: %(crime)s.") % about,
            [item for item in items if crime in item.crimes],
        )
    for audience, term in catalogue.vocabulary.audiences.items():
        meant_for = of | {"people": in_language(term.name, settings.language)}
        yield Stream(
            urls.audience_feed(audience),
            say("%(site)s: for %(people)s") % meant_for,
            say("Campaign posts from %(office)s for these people: %(people)s.") % meant_for,
            [item for item in items if audience in item.audiences],
        )


def every_post(items: Sequence[FeedItem], settings: Settings, say: Translate = str) -> Stream:
    """The feed of every released post."""
    return Stream(
        urls.CAMPAIGNS_RSS,
        say("%(site)s: campaign posts") % {"site": settings.site_name},
        say("Every campaign post from %(office)s, at the time it goes out.") % {"office": settings.office.name},
        items,
        rich=True,
    )
