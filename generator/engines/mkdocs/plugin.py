"""Door 1: MkDocs. The only file that imports it. Takes the content in, hands the pages over, checks what came out."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options as opt
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.content.checks.raw_html import stopped
from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.content.loading.content_files import has_links
from generator.content.source.text_files import lines_of, read_text
from generator.diagnostics import ContentError, Diagnostic, Location
from generator.formatters.problem_text import ADVICE, blocks
from generator.l10n.translations import speak
from generator.model.fields.dates import LONDON
from generator.model.file_types import BY_ENDING, Rule
from generator.output import Asset, Page
from generator.privacy.pictures.published import published
from generator.privacy.redact import Others
from generator.site.build import Build, publish
from generator.site.check_output import got_out
from generator.site.render.compiled import Compiled

log = get_plugin_logger(__name__)
searched_by_the_caller = False
"""Whether whoever runs the engine looks through what it built, as `waymark build` does. No option can say so."""
NEVER_COPIED = ("styles/", "scripts/", "words/", "preview/", "staff/")
"""Folders of our templates that downloads are made of, or that are for staff alone."""
PICTURES = tuple(ending for ending, one in BY_ENDING.items() if one.rule is Rule.PICTURE)
OUTWARD = re.compile(r"""<a\s(?=[^>]{0,4000}\bhref=["']?https?://)(?![^>]{0,4000}\brel=)""", re.IGNORECASE)


class WaymarkConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves a hook untyped
    """The options under `waymark:` in mkdocs.yml, so that MkDocs knows their names.

    MkDocs' own checks know no lines and stop at the first mistake, so `generator.settings.Settings`
    says what each of these means, and `generator.content.loading.config` reads them from the file.
    """

    office = opt.Type(dict)
    notice = opt.Optional(opt.Type(str))
    demonstration = opt.Optional(opt.Type(bool))
    exit = opt.Optional(opt.Type((str, dict)))
    also_in = opt.Optional(opt.Type(dict))
    colours = opt.Optional(opt.Type(dict))
    feeds = opt.Type(dict)
    services = opt.Optional(opt.Type((str, list)))
    campaigns = opt.Optional(opt.Type(str))
    files = opt.Optional(opt.Type(dict))
    first_line = opt.Optional(opt.Type(str))
    no_first_line = opt.Optional(opt.Type(str))
    crisis_words = opt.Optional(opt.Type(dict))


class ReadyPage(MkDocsPage):
    """A page whose body is ready: nothing is read from disk and nothing goes through Markdown."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.ready = page

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown source; the description goes where a front matter's would be."""
        self.markdown = ""
        ready = self.ready
        self.meta = {
            "description": ready.description,
            "discreet": ready.discreet,
            "share": ready.share,
            "moved": ready.moved,
            "unlisted": ready.unlisted,
            "follow": ready.follow,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing yet: MkDocs renders every page before it writes the first, and would hold all bodies at once.

        So another plugin finds our bodies in `on_page_context` and `on_post_page`, and not in `on_page_content`.
        """
        self.content = ""
        self.toc = TableOfContents([])

    def show(self) -> None:
        """Make the body, now that it is to be framed."""
        self.content = self.ready.body

    def put_away(self) -> None:
        """Let go of the body, now that it is on its way to the disk."""
        self.content = ""


class DownloadFile(File):
    """A file whose bytes are made when the engine comes to it: to know that it is there, nothing need be made."""

    download: Asset | None = None

    @property  # MkDocs reads its content from here, and sets it here for a plugin that changes it
    def _content(self) -> str | bytes | None:
        return self.download.data if self.download else self._changed

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self.download, self._changed = None, value


class WaymarkPlugin(BasePlugin[WaymarkConfig]):  # type: ignore[no-untyped-call] # the same
    """Nothing is kept from one build to the next: `publication` is made anew in `on_files`."""

    publication: Build
    addresses: Collection[str] = ()
    """Where our own pages stand."""
    ready: Build | None = None
    """What a preview has made already, and now wants framed; a build makes its own."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take every option: `on_files` judges them all, and says on which line each mistake stands."""
        super().load_config(options, config_file_path)
        return [], []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Look at links before the engine follows them: some lead out, and some lead round for ever."""
        folders = [Path(folder) for folder in (config.docs_dir, config.theme.custom_dir) if folder]
        if self.ready is None and any(map(has_links, folders)):
            self._publish(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the content and add every page and download; take out what the site never uses."""
        self.publication = self.ready or self._publish(config)
        published = self.publication.edition.catalogue.standing.files
        for file in list(files):
            if _is_unused(file, config, published):
                files.remove(file)
            elif file.generated_by is None and file.src_uri.lower().endswith(PICTURES):
                _add(files, _picture(file, config))
        for image in self.publication.edition.withheld_images:
            picture = files.get_file_from_path(image)
            if picture is not None:
                files.remove(picture)
        self.addresses = {page.address for page in self.publication.pages}
        for page in self.publication.pages:
            _add(files, _ready_file(page, config))
        for download in self.publication.downloads:
            _add(files, _download_file(download, config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape everything in the frame too, and give it what it shows."""
        env.autoescape = True
        env.trim_blocks = True
        env.globals["frame"] = self.publication.frame
        env.bytecode_cache = Compiled(self.publication.frame.settings.language)
        speak(env, self.publication.frame.translations)
        return env

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leave out of the map for search engines what only leads on, and what is not for people harmed by crime."""
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if not (file.page and _is_unlisted(file.page.meta))]
        return context

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Links outward in a standing page tell no other site where a reader came from. Ours do so as they are made."""
        if isinstance(page, ReadyPage):
            return html
        if page.url in self.addresses:  # it stands as a record, and MkDocs does not know the places in that
            page.present_anchor_ids = None
        file = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
        # `check` found all that our own extensions make; another plugin's or extension's work is looked at here alone.
        told = sorted(str(Diagnostic(Location(file), one.words)) for one in stopped(html, Path(config.docs_dir).name))
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
        """Fail the build where anything withheld is in any file of the output."""
        edition = self.publication.edition
        root, pages = Path(config.config_file_path).parent, self.publication.pages
        if not searched_by_the_caller:
            sources = {f"{page.address}index.html": page.source for page in pages}
            found = got_out(Path(config.site_dir), root, self.publication.frame.settings, edition, lambda: sources)
            if found:
                raise PluginError("\n".join(found))
        due = self.publication.due
        if due:
            log.info("%d services want a check: see `waymark due`", len(due))
        others = Others(lines_of(root))
        for advice in edition.catalogue.advice:
            log.info("%s%s", ADVICE, others.told(advice))

    def _publish(self, config: MkDocsConfig) -> Build:
        path = Path(config.config_file_path)
        now = moment()
        problems: list[Diagnostic] = []
        try:
            text = read_text(path, path.name, problems)
            if text is None:
                raise ContentError(problems)
            settings = read_settings(text, path.name)
            content = load(path.parent, settings, now.astimezone(LONDON).date(), to_publish=True)
            # `mkdocs serve` puts its own address in the place of the site's.
            return publish(content, settings, now, path.parent, preview=config.site_url != settings.site_url)
        except ContentError as error:
            told = [f"{block}\n" for block in blocks(error.problems, lines_of(path.parent))]
            raise PluginError(_told(told, "to mend in the content")) from error


def moment() -> datetime:
    """The moment of this build: SOURCE_DATE_EPOCH, in seconds, else the clock. `waymark --now` sets the former."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError):
        words = f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a moment in seconds, for example 1802250000"
        raise PluginError(words) from None


def _ready_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = page.source
    ReadyPage(page, file, config)
    return file


def _download_file(download: Asset, config: MkDocsConfig) -> File:
    file = DownloadFile.generated(config, download.path, content=b"")
    file.download = download  # type: ignore[attr-defined] # it makes one of its own class
    return file


def _picture(file: File, config: MkDocsConfig) -> File:
    """The same picture without what its camera wrote beside it."""
    return File.generated(config, file.src_uri, content=published(file.content_bytes).data)


def _add(files: Files, file: File) -> None:
    """Ours replaces a file of the same name, without a warning."""
    old = files.get_file_from_path(file.src_uri)
    if old is not None:
        files.remove(old)
    files.append(file)


def _is_unlisted(meta: Mapping[str, Any]) -> bool:
    return bool(meta.get("moved") or meta.get("unlisted"))


def _is_unused(file: File, config: MkDocsConfig, published: Collection[str]) -> bool:
    """Whether a file is no content that we publish, the theme's and not ours, a part of a download, or for staff alone.

    What another plugin made is left as it is.
    """
    folder = file.src_dir
    if folder == config.docs_dir and file.generated_by is None:
        return file.src_uri not in published
    if folder is None or folder == config.docs_dir:
        return False
    return folder != config.theme.custom_dir or file.src_uri.startswith(NEVER_COPIED)


def _told(found: Sequence[str], what: str) -> str:
    return "\n".join([f"{len(found)} {what}:", *found])
