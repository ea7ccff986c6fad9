"""The whole flow on one screen: content and a moment -> everything that leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from generator import urls
from generator.content.loading.content_files import address_of
from generator.diagnostics import ContentError
from generator.edition import Edition
from generator.l10n.localise import localised
from generator.l10n.translations import translations
from generator.model.catalogue import Catalogue
from generator.model.fields.dates import LONDON
from generator.output import Asset, Page
from generator.settings import Settings
from generator.site.exports.all_exports import open_data
from generator.site.exports.linked_data import with_linked_data
from generator.site.exports.public_table import PublicTable
from generator.site.exports.redirects import redirects_file
from generator.site.feeds.all_feeds import every_feed
from generator.site.render.assets import list_script, script, stylesheet
from generator.site.render.campaign_pages import campaign_pages
from generator.site.render.directory_pages import card_pages, directory_pages
from generator.site.render.finder import finder_pages, what_happened_pages
from generator.site.render.first_view import FirstView
from generator.site.render.frame import Frame, frame, framed, not_found
from generator.site.render.host_files import copied_files, headers_file, sitemap
from generator.site.render.languages_page import languages_page
from generator.site.render.not_sure import not_sure
from generator.site.render.office_doors import office_doors
from generator.site.render.search.search_index import search_index
from generator.site.render.search.search_page import danger_file, search_page, search_scripts
from generator.site.render.single_pages import data_page, feeds_page, home, neutral_page, professional_pages
from generator.site.render.standing_pages import dead_links, standing_pages
from generator.site.render.templates import Templates
from generator.site.render.without_speaking import without_speaking
from generator.site.share_images.campaign_pictures import campaign_pictures, home_picture
from generator.staff.planning.checks_due import Due, due_for_check
from generator.template_folder import TemplateFolder


@dataclass(frozen=True, slots=True)
class Build:
    """Everything that leaves in one language, what stands around it, and what must stay behind."""

    edition: Edition
    pages: Sequence[Page]
    downloads: Sequence[Asset]
    frame: Frame
    due: Sequence[Due]
    others: Sequence[Build] = ()
    """The same site in each further language. In the folder of the whole site it stands in `folder`."""

    @property
    def folder(self) -> str:
        """Where this language stands in the folder of the whole site: "", or "cy/"."""
        return self.frame.settings.folder

    @property
    def in_markdown(self) -> Mapping[str, str]:
        """The pages of the content folder that an engine makes: of each its file there, and the file with its words.

        Those of a further language that has no words of its own are the same file.
        """
        standing, ours = self.edition.catalogue.standing, {page.address for page in self.pages}
        names = sorted(name for name in standing.files if name.endswith(".md") and address_of(name) not in ours)
        content, language = f"{self.frame.settings.content}/", self.frame.settings.language
        twins = {name: standing.twins.get(name, {}).get(language) for name in names}
        return {name: twin.file.removeprefix(content) if twin else name for name, twin in twins.items()}

    @property
    def every(self) -> Sequence[Build]:
        """The site in each of its languages, the first one first."""
        return (self, *self.others)

    @property
    def sources(self) -> Mapping[str, str]:
        """Which of the authors' files each page of the whole site was made from, by the page's file."""
        return {f"{one.folder}{page.address}index.html": page.source for one in self.every for page in one.pages}


def publish(
    content: Catalogue,
    settings: Settings,
    now: datetime,
    root: Path,
    *,
    preview: bool = False,
    drafts: bool = False,
) -> Build:
    """One edition of the site, in each of its languages.

    Args:
        content: every record.
        settings: what the door knows about the site.
        now: the moment, aware; the doors alone ask the clock.
        root: the site's folder, in which its own templates may stand.
        preview: whether this is for staff's eyes on their own machine, where the page loads again after a change.
        drafts: whether pages show campaigns that are not public yet. Never for a site that is published.
    """
    every = [_templates(content, one, now, root, drafts=drafts) for one in settings.in_each_language(here=preview)]
    first, *others = (_in_one(content, one, every, root, preview=preview) for one in every)
    return replace(first, others=tuple(others))


def _templates(content: Catalogue, settings: Settings, now: datetime, root: Path, *, drafts: bool) -> Templates:
    """The edition in one language, and the templates that say it."""
    folder = TemplateFolder.of(root, settings.templates)
    words = translations(folder / "words", settings.language)
    first = next(iter(settings.languages)) if len(settings.languages) > 1 else ""
    catalogue = localised(content, words, first)
    edition = Edition(catalogue, now, settings.feeds.paused_from(now.astimezone(LONDON).date()), drafts, settings.feeds)
    return Templates(folder, edition, settings, words)


def _in_one(
    content: Catalogue, templates: Templates, every: Sequence[Templates], root: Path, *, preview: bool
) -> Build:
    """The site in one language. What all of them share is made with the first, or where a language stands alone."""
    edition, settings = templates.edition, templates.settings
    scripts = templates.folder / "scripts"
    around = frame(templates, scripts, every, preview=preview)
    on_each_page = _on_each_page(templates)
    templates.first_view = FirstView(partial(framed, templates, around), on_each_page)
    templates.list_view = FirstView(partial(framed, templates, around), (*on_each_page, list_script(scripts)))
    pictures = campaign_pictures(edition, settings, templates.picture_words)
    of_home = home_picture(settings, templates.picture_words)
    table = PublicTable(edition, settings, templates.translations)
    pages = (
        home(templates, of_home[0] if of_home else None),
        *what_happened_pages(templates),
        *finder_pages(templates),
        *office_doors(templates),
        without_speaking(templates),
        not_sure(templates),
        languages_page(templates),
        *directory_pages(templates),
        *campaign_pages(templates, pictures.by_campaign),
        feeds_page(templates),
        *standing_pages(templates),
        *card_pages(templates),
        *professional_pages(templates),
        search_page(templates),
        data_page(templates),
    )
    pages = tuple(with_linked_data(chain.from_iterable((page, *page.parts) for page in pages), table))
    broken = tuple(dead_links(content, pages, settings.language))
    if broken:
        raise ContentError(broken)
    made = Build(
        edition=edition,
        pages=pages,
        downloads=(
            *(_shared(content, templates, every, on_each_page) if settings.stands_alone else ()),
            danger_file(templates),
            *search_index(templates, pages),
            neutral_page(templates, scripts),
            *every_feed(edition, settings, pictures.by_campaign, templates.say),
            *pictures.downloads,
            *([of_home[1]] if of_home else []),
            *open_data(table),
            *([not_found(templates, around)] if settings.folder else ()),
        ),
        frame=around,
        due=() if settings.folder else due_for_check(edition),
    )
    return replace(made, downloads=(*made.downloads, *_own_host(made, templates, root))) if settings.folder else made


def _own_host(made: Build, templates: Templates, root: Path) -> Iterator[Asset]:
    """What a further language needs at an address of its own; nothing where it stands beside the first."""
    settings = templates.settings
    if settings.stands_alone:
        yield from copied_files(templates, root / settings.content)
        listed = [page.address for page in made.pages if not (page.moved or page.unlisted)]
        yield sitemap(settings, [*listed, *map(address_of, made.in_markdown)])


def _on_each_page(templates: Templates) -> Sequence[Asset]:
    """The files that every page asks for."""
    folder, colours = templates.folder, templates.settings.colours
    return stylesheet(folder / "styles", colours), script(folder / "scripts", templates.edition.today)


def _shared(
    content: Catalogue, templates: Templates, every: Sequence[Templates], on_each_page: Sequence[Asset]
) -> Iterator[Asset]:
    """The files that every language of one host fetches, with the headers of that host."""
    settings, scripts = templates.settings, templates.folder / "scripts"
    yield from on_each_page
    here = [one.settings for one in every if one is templates or not (settings.folder or one.settings.stands_alone)]
    yield list_script(scripts)
    found = {one.path: one for at in here for one in search_scripts(scripts / "search", at.language)}
    yield from found.values()
    yield redirects_file(at.link(urls.ORUK) for at in here)
    yield headers_file(content.standing.files, [""] if settings.folder else [one.folder for one in here])
