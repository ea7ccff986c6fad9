"""The whole flow on one screen: content and a moment -> everything that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.diagnostics import ContentError
from generator.edition import Edition
from generator.l10n.localise import localised
from generator.l10n.translations import translations
from generator.model.catalogue import Catalogue
from generator.model.fields.dates import LONDON
from generator.output import Asset, Page
from generator.settings import Settings
from generator.site.feeds.all_feeds import every_feed
from generator.site.render.assets import script, stylesheet
from generator.site.render.campaign_pages import campaign_pages
from generator.site.render.directory_pages import card_pages, directory_pages
from generator.site.render.finder import finder_pages, what_happened_pages
from generator.site.render.frame import Frame, frame
from generator.site.render.host_files import headers_file
from generator.site.render.search_index import search_index
from generator.site.render.search_page import danger_file, search_page, search_scripts
from generator.site.render.single_pages import feeds_page, home, neutral_page, professional_pages
from generator.site.render.standing_pages import dead_links, standing_pages
from generator.site.render.templates import Templates
from generator.site.share_images.campaign_pictures import campaign_pictures
from generator.staff.planning.checks_due import Due, due_for_check
from generator.template_folder import TemplateFolder


@dataclass(frozen=True, slots=True)
class Build:
    """Everything that leaves, what stands around it, and what must stay behind."""

    edition: Edition
    pages: Sequence[Page]
    downloads: Sequence[Asset]
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
) -> Build:
    """One edition of the site.

    Args:
        content: every record.
        settings: what the door knows about the site.
        now: the moment, aware; the doors alone ask the clock.
        root: the site's folder, in which its own templates may stand.
        preview: whether this is for staff's eyes on their own machine, where the page loads again after a change.
        drafts: whether pages show campaigns that are not public yet. Never for a site that is published.
    """
    folder = TemplateFolder.of(root, settings.templates)
    scripts = folder / "scripts"
    words = translations(folder / "words", settings.language)
    catalogue = localised(content, words)
    edition = Edition(catalogue, now, settings.feeds.paused_from(now.astimezone(LONDON).date()), drafts, settings.feeds)
    templates = Templates(folder, edition, settings, words)
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
    return Build(
        edition=edition,
        pages=pages,
        downloads=(
            stylesheet(folder / "styles", settings.colours),
            script(scripts, edition.today),
            *search_scripts(scripts / "search", settings.language),
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
