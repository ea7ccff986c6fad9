"""Campaigns for people: what is on, coming and over; a page for each, in a preview with posts that wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from generator import urls
from generator.edition import Edition
from generator.first_line import Reader
from generator.model.campaign import Campaign, Post
from generator.model.fields.text import in_language
from generator.model.post_previews import channels_of, with_link, words_for
from generator.model.service import Service
from generator.output import Page, SharePicture
from generator.settings import Settings
from generator.site.render.templates import Templates

Waits = Literal["time", "run", "off", "pause", "release"]
"""time: it has one; run: nobody confirmed the run of its day; off: that was called off; pause: posts rest; release: the
job that sends posts out has not recorded it."""


def coming_posts(campaign: Campaign, edition: Edition) -> Sequence[tuple[Post, Waits]]:
    """The posts that only a preview shows, the next one first. No feed and no download ever asks for them."""
    if not edition.shows_drafts:
        return ()
    out = {post.id for owner, post in edition.released_posts if owner is campaign}
    coming = [post for post in campaign.posts if post.id not in out and post.withdrawn == "false"]
    return [(post, _waits(campaign, post, edition)) for post in sorted(coming, key=lambda post: (post.at, post.id))]


def _waits(campaign: Campaign, post: Post, edition: Edition) -> Waits:
    runs = [run for run in campaign.runs if run.spans(post.at.date())]
    if not any(run.confirmed and run.holds(post.at.date()) for run in runs):
        return "off" if any(run.called_off for run in runs) else "run"
    if edition.paused_from is not None and post.at.date() >= edition.paused_from:
        return "pause"
    return "time" if post.at > edition.now else "release"


Pictures = Mapping[str, Sequence[SharePicture]]
"""Every campaign's pictures, by its id; the first goes with links to it."""


LARGE = (1200, 630)
"""The least pixels of a picture that fills the card a link becomes."""


@dataclass(frozen=True, slots=True)
class Paste:
    """Words to paste, link included, and the channels on which they fit."""

    channels: Sequence[str]
    text: str


def campaign_pages(templates: Templates, pictures: Pictures = MappingProxyType({})) -> Iterator[Page]:
    """The list, and every campaign that may be seen at this moment."""
    _, edition = templates.say, templates.edition
    over = edition.campaigns_at("over")
    yield templates.page_that_fits(
        "campaigns",
        urls.CAMPAIGNS,
        _("Campaigns"),
        _("What we are talking about now, what is coming, and what is over."),
        "campaigns",
        least=0,
        count=len(over),
        shown=lambda count: {"over": over[:count], "in_brief": over[count:]},
        now=edition.campaigns_at("now"),
        coming=edition.campaigns_at("coming"),
    )
    for campaign in edition.campaigns:
        yield _page(templates, campaign, pictures.get(campaign.id, ()))
        for old in campaign.was:
            yield _moved(templates, campaign, old)


def _moved(templates: Templates, campaign: Campaign, old: str) -> Page:
    """The page at an earlier address of a campaign: people's links and followers' posts lead there for ever."""
    source = f"campaigns/{campaign.id}.md"
    page = templates.page("moved", urls.campaign(old), campaign.title, campaign.summary, source, campaign=campaign)
    return replace(page, moved=urls.campaign(campaign.id))


def _page(templates: Templates, campaign: Campaign, pictures: Sequence[SharePicture]) -> Page:
    edition, catalogue = templates.edition, templates.edition.catalogue
    posts = [post for owner, post in edition.released_posts if owner is campaign]
    coming = coming_posts(campaign, edition)
    page = templates.page(
        "campaign",
        urls.campaign(campaign.id),
        campaign.title,
        campaign.summary,
        f"campaigns/{campaign.id}.md",
        campaign=campaign,
        run=edition.run_of(campaign),
        stage=edition.stage(campaign),
        runs=edition.runs(campaign),
        audiences=[catalogue.vocabulary.audiences[name].name for name in campaign.audiences],
        services=_who_can_help(templates, campaign),
        partners=[catalogue.organisations[name] for name in campaign.partners],
        anchored=[*posts, *(post for post, _ in coming)],
        posts=[(post, to_paste(campaign, post, edition, templates.settings)) for post in posts],
        coming=[(post, waits, to_paste(campaign, post, edition, templates.settings)) for post, waits in coming],
        pictures=pictures,
    )
    page = replace(page, prose=(campaign.words or "",))
    large = [picture for picture in pictures if picture.width >= LARGE[0] and picture.height >= LARGE[1]]
    return replace(page, share=large[0]) if large else page


def _who_can_help(templates: Templates, campaign: Campaign) -> Sequence[Service]:
    """The campaign's services, in order; where none of them has a number, a line to call comes with them."""
    edition, lines = templates.edition, templates.first_lines
    named = edition.in_order(edition.catalogue.service_by_id[name] for name in campaign.services)
    if any(contact.number for one in named if one.status != "paused" for contact in edition.ways(one)):
        return named
    reader = Reader.after(campaign.about, campaign.audiences)
    offered = lines.offered(reader)
    to_call = [service for service, _ in ([offered] if offered else []) + lines.beside(reader)]
    reached = [service for service in named if service.status != "paused" and edition.ways(service)]
    return [*reached, *to_call, *(service for service in named if service not in reached)]


def to_paste(campaign: Campaign, post: Post, edition: Edition, settings: Settings) -> list[Paste]:
    """A post as each channel shows it: the channels with the same words together."""
    link = settings.absolute(urls.post(campaign.first_id, post.id))
    found: dict[str, list[str]] = {}
    channels = edition.catalogue.channels
    for channel in channels_of(post, channels):
        rule = channels.rules[channel]
        text = with_link(in_language(words_for(post, channel), settings.language), rule, link)
        found.setdefault(text, []).append(in_language(rule.name, settings.language))
    return [Paste(names, text) for text, names in found.items()]
