"""The whole flow on one screen: content and a moment -> everything that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.feeds.every import every_feed
from generator.model.catalogue import Catalogue
from generator.model.dates import LONDON
from generator.model.edition import Edition
from generator.outputs import Download, Page
from generator.pages.campaigns import campaign_pages
from generator.pages.cards import card_pages
from generator.pages.crisis import danger_file
from generator.pages.directory import directory_pages
from generator.pages.finder import finder_pages
from generator.pages.followers import feeds_page
from generator.pages.frame import Frame, frame
from generator.pages.home import home
from generator.pages.hosting import headers_file
from generator.pages.leaving import neutral_page
from generator.pages.professionals import professional_pages
from generator.pages.scripts import script
from generator.pages.search import search_page, search_scripts
from generator.pages.search_index import search_index
from generator.pages.standing import dead_links, standing_pages
from generator.pages.stylesheet import stylesheet
from generator.pages.templates import Templates
from generator.pages.what_happened import what_happened_pages
from generator.pictures.campaigns import campaign_pictures
from generator.planning.due import Due, due_for_check
from generator.problems import ContentError
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that leaves, what stands around it, and what must stay behind."""

    edition: Edition
    pages: Sequence[Page]
    downloads: Sequence[Download]
    frame: Frame
    due: Sequence[Due]


def publish(
    content: Catalogue,
    settings: Settings,
    now: datetime,
    root: Path,
    *,
    preview: bool = False,
    drafts: bool = False,
) -> Publication:
    """One edition of the site.

    Args:
        content: every record.
        settings: what the door knows about the site.
        now: the moment, aware; the doors alone ask the clock.
        root: the folder in which `settings.templates` stands.
        preview: whether this is for staff's eyes on their own machine, where the page loads again after a change.
        drafts: whether pages show campaigns that are not public yet. Never for a site that is published.
    """
    scripts = root / settings.templates / "scripts"
    edition = Edition(content, now, settings.feeds.paused_from(now.astimezone(LONDON).date()), drafts, settings.feeds)
    templates = Templates(root / settings.templates, edition, settings)
    pictures = campaign_pictures(edition, settings)
    pages = (
        home(templates),
        *what_happened_pages(templates),
        *finder_pages(templates),
        *directory_pages(templates),
        *campaign_pages(templates, pictures.by_campaign),
        feeds_page(templates),
        *standing_pages(templates),
        *card_pages(templates),
        *professional_pages(templates),
        search_page(templates),
    )
    broken = tuple(dead_links(content, pages))
    if broken:
        raise ContentError(broken)
    return Publication(
        edition=edition,
        pages=pages,
        downloads=(
            stylesheet(root / settings.templates / "styles", settings.colours),
            script(scripts, edition.today),
            *search_scripts(scripts / "search"),
            danger_file(templates),
            *search_index(templates, pages),
            neutral_page(templates, scripts),
            headers_file(content.standing.files),
            *every_feed(edition, settings, pictures.by_campaign, templates.say),
            *pictures.downloads,
        ),
        frame=frame(templates, scripts, preview=preview),
        due=due_for_check(edition),
    )
