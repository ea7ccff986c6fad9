"""Door 1: MkDocs. Takes the content in, hands the pages over, checks what came out."""

from __future__ import annotations

import atexit
import errno
import logging
import os
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options as opt
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator.content.checks.raw_html import stopped
from generator.content.loading.content_files import has_links
from generator.content.source.text_files import lines_of
from generator.diagnostics import ContentError, Location
from generator.engines.mkdocs.languages import add_language, framed, spoken, words_of
from generator.engines.mkdocs.page_writing import ITS_LOG, SharedOut
from generator.engines.mkdocs.ready_files import ReadyPage, add, download_file, picture_file, ready_file
from generator.engines.mkdocs.theme_folders import is_unused, put_ours_first, template_folders
from generator.formatters.exceptions import REASONS
from generator.formatters.problem_text import ADVICE, blocks
from generator.model.file_types import BY_ENDING, Handling
from generator.privacy.redact import Others
from generator.site.build import Build
from generator.site.build_folder import BuildFolder, FolderError, build_folder
from generator.site.check_output import got_out
from generator.site.target import is_a_drive, why_no_site
from generator.site_loader import ContentRead, Site, SiteError, moment_of
from generator.template_folder import SHIPPED

log = get_plugin_logger(__name__)
ITS_OPTION = "--site-dir"
"""How MkDocs is told where a site is to stand."""
searched_by_the_caller = False
"""Whether whoever runs the engine looks through what it built, as `waymark build` does. No option can say so."""
read_by_the_caller: ContentRead | None = None
"""What it has read of the site. A hook, another plugin or somebody at the folder may have changed a file since."""
PICTURES = tuple(ending for ending, one in BY_ENDING.items() if one.rule is Handling.PICTURE)
OUTWARD = re.compile(r"""<a\s(?=[^>]{0,4000}\bhref=["']?https?://)(?![^>]{0,4000}\brel=)""", re.IGNORECASE)


class WaymarkConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves a hook untyped
    """The options under `waymark:` in mkdocs.yml, so that MkDocs knows their names.

    MkDocs' own checks know no lines and stop at the first mistake: `generator.settings` says what each means.
    """

    office = opt.Type(dict)
    notice = opt.Optional(opt.Type((str, dict)))
    demonstration = opt.Optional(opt.Type(bool))
    exit = opt.Optional(opt.Type((str, dict)))
    languages = opt.Optional(opt.Type(dict))
    also_in = opt.Optional(opt.Type(dict))
    colours = opt.Optional(opt.Type(dict))
    feeds = opt.Type(dict)
    services = opt.Optional(opt.Type((str, list)))
    shared = opt.Optional(opt.Type((str, list)))
    hide = opt.Optional(opt.Type((str, list)))
    vocabulary = opt.Optional(opt.Type(str))
    host = opt.Optional(opt.Type(str))
    campaigns = opt.Optional(opt.Type(str))
    approve = opt.Optional(opt.Type((str, list)))
    files = opt.Optional(opt.Type(dict))
    first_line = opt.Optional(opt.Type(str))
    no_first_line = opt.Optional(opt.Type(str))
    crisis_words = opt.Optional(opt.Type(dict))


class WaymarkPlugin(BasePlugin[WaymarkConfig]):  # type: ignore[no-untyped-call] # the same
    """Nothing is kept from one build to the next: `publication` is made anew in `on_files`."""

    publication: Build
    addresses: Collection[str] = ()
    """Where our own pages stand."""
    ready: Build | None = None
    """What a preview has made already, and now wants framed; a build makes its own."""
    beside: BuildFolder | None = None
    """Where the pages are until they are searched: a refused one never stands where a host publishes it."""
    ending: ExitStack
    """Takes that folder away."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take every option: `on_files` judges them all, and says on which line each mistake stands."""
        super().load_config(options, config_file_path)
        return [], []

    @event_priority(float("inf"))  # first, so that no other plugin keeps the name of the folder that is public
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build beside the old site. Look at links before the engine follows them: they may lead out, or round."""
        if self.ready is None and not searched_by_the_caller and self.beside is None:
            self._begin_beside(config)
        ours = put_ours_first(config)
        folders = [Path(config.docs_dir), *(Path(folder) for folder in ours if Path(folder) != SHIPPED)]
        if self.ready is None and any(map(has_links, folders)):
            self._publish(config)
        return config

    @event_priority(float("-inf"))
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Nothing of another plugin's comes behind our search, and nothing is built where it does not look."""
        last = config.plugins.events["post_build"]
        last.append(last.pop(last.index(self.on_post_build)))
        if self.beside and Path(config.site_dir) != self.beside.built:
            raise PluginError(f"a plugin changed site_dir to {config.site_dir}; write site_dir in mkdocs.yml instead")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the content and add every page and download; take out what the site never uses."""
        self.publication = self.ready or self._publish(config)
        published = self.publication.edition.catalogue.standing.files
        ours = template_folders(config)
        for file in list(files):
            if is_unused(file, config, published, ours):
                files.remove(file)
            elif file.generated_by is None and file.src_uri.lower().endswith(PICTURES):
                add(files, picture_file(file, config))
        for image in self.publication.edition.withheld_images:
            picture = files.get_file_from_path(image)
            if picture is not None:
                files.remove(picture)
        self.addresses = {f"{one.folder}{page.address}" for one in self.publication.every for page in one.pages}
        for page in self.publication.pages:
            add(files, ready_file(page, config))
        for download in self.publication.downloads:
            add(files, download_file(download, config))
        for other in self.publication.others:
            add_language(files, other, config)
        return files if self.ready else SharedOut(files, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape everything in the frame too, and give it what it shows."""
        for other in self.publication.others:
            framed(files, other, config)
        if isinstance(files, SharedOut):
            files.environment = env
        return spoken(env, self.publication.frame)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Know what leads to the standing pages, which the frame of every page may show."""
        if isinstance(files, SharedOut):
            files.nav = nav
        return nav

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leave out of the map for search engines what only leads on, and what is not for people harmed by crime."""
        if template_name == "sitemap.xml":
            away = tuple(one.folder for one in self.publication.others if one.frame.settings.stands_alone)
            listed = (file for file in context["pages"] if not (file.page and _is_unlisted(file.page.meta)))
            context["pages"] = [file for file in listed if not file.src_uri.startswith(away)]
        return context

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Links outward in a standing page tell no other site where a reader came from. Ours do so as they are made."""
        if isinstance(page, ReadyPage):
            return html
        if page.url in self.addresses:  # it stands as a record, and MkDocs does not know the places in that
            page.present_anchor_ids = None
        file = f"{Path(config.docs_dir).name}/{words_of(page.file)}"
        # `check` found all that our own extensions make; another plugin's or extension's work is looked at here alone.
        told = sorted(str(one.fault.at(Location(file))) for one in stopped(html, Path(config.docs_dir).name))
        if told:
            raise PluginError(_told(told, "to mend"))
        return OUTWARD.sub('<a rel="noreferrer noopener" ', html)

    @event_priority(100)  # first, so that other plugins see the body
    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The body of a ready page is made when it is framed."""
        if isinstance(page, ReadyPage):
            page.show()
        return context

    @event_priority(-100)  # last, when nobody needs the body any more
    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """And no longer held than that."""
        if isinstance(page, ReadyPage):
            page.put_away()
        return output

    @event_priority(float("-inf"))  # last, so that what other plugins write then is looked through too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fail the build where anything withheld is in any file of the output; else it takes the old site's place."""
        edition = self.publication.edition
        root = Path(config.config_file_path).parent
        if not searched_by_the_caller:
            sources, settings = self.publication.sources, self.publication.frame.settings
            if self.beside:
                self.beside.begin_search()
            found = got_out(Path(config.site_dir), root, settings, edition, lambda: sources)
            if found:
                raise PluginError("\n".join(found))
        if self.beside and not (config.strict and _has_warned()):  # else MkDocs refuses the build, after this
            self._put_in_place(self.beside, config)
        if due := self.publication.due:
            log.info("%d services want a check: see `waymark due`", len(due))
        others = Others(lines_of(root))
        for advice in edition.catalogue.advice:
            log.info("%s%s", ADVICE, others.told(advice))

    @event_priority(float("-inf"))  # last, as it may end what MkDocs does here
    def on_build_error(self, *, error: Exception) -> None:
        """Nothing of a build that was refused stays; the old site stands as it was. A full disk is said."""
        if self.beside:
            self.ending.close()
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise PluginError(REASONS[error.errno]) from None

    def _begin_beside(self, config: MkDocsConfig) -> None:
        target = Path(config.site_dir)
        own = [config.docs_dir, *template_folders(config)]
        if why := why_no_site(target, map(Path, own), ITS_OPTION):
            raise PluginError(why)
        self.ending = ending = ExitStack()
        try:
            self.beside = ending.enter_context(build_folder(Path(os.path.realpath(target)), ITS_OPTION))
        except FolderError as error:
            raise PluginError(str(error)) from None
        config.site_dir = str(self.beside.built)
        ending.callback(self._end_beside, config, str(target))
        atexit.register(ending.close)  # also where somebody stops MkDocs by Ctrl+C
        ending.callback(atexit.unregister, ending.close)

    def _end_beside(self, config: MkDocsConfig, target: str) -> None:
        config.site_dir, self.beside = target, None

    def _put_in_place(self, beside: BuildFolder, config: MkDocsConfig) -> None:
        try:
            beside.put_in_place()
        except FolderError as error:
            raise PluginError(str(error)) from None
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise PluginError(is_a_drive(beside.target, ITS_OPTION)) from None
            raise
        self.ending.close()
        log.info("The new site stands in %s", config.site_dir)

    def _publish(self, config: MkDocsConfig) -> Build:
        path = Path(config.config_file_path)
        site = Site(path.parent, moment(), path.name)
        try:
            if (read := read_by_the_caller) is not None and read.is_of(site):
                settings, content = read.settings, read.content
            else:
                settings = site.read_settings()
                content = site.catalogue(settings, to_publish=True)
            # `mkdocs serve` puts its own address in the place of the site's.
            return site.published(content, settings, preview=config.site_url != settings.site_url)
        except ContentError as error:
            told = [f"{block}\n" for block in blocks(error.problems, lines_of(path.parent))]
            raise PluginError(_told(told, "to mend in the content")) from error


def _has_warned() -> bool:
    """Whether MkDocs counted a warning, which refuses a strict build."""
    counters = [one for one in logging.getLogger(ITS_LOG).handlers if isinstance(one, CountHandler)]
    return any(one.get_counts() for one in counters)


def moment() -> datetime:
    """The moment of this build: SOURCE_DATE_EPOCH, in seconds, else the clock. `waymark --now` sets the former."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.now(UTC) if epoch is None else moment_of(epoch)
    except SiteError as error:
        raise PluginError(str(error)) from None


def _is_unlisted(meta: Mapping[str, Any]) -> bool:
    return bool(meta.get("moved") or meta.get("unlisted"))


def _told(found: Sequence[str], what: str) -> str:
    return "\n".join([f"{len(found)} {what}:", *found])
