"""A folder and a moment -> its settings, its content, its edition and all that leaves: the one loader of every door.

A command, the engine's plugin and the preview read a site by it. It asks no clock and prints nothing.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.editing.atomic import sweep
from generator.diagnostics import ContentError, Diagnostic, WaymarkError
from generator.model.fields.dates import LONDON
from generator.processes import uncollected
from generator.template_folder import OWN_TEMPLATES, TemplateFolder

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.content.loading.content import Content
    from generator.edition import Edition
    from generator.model.catalogue import Catalogue
    from generator.settings import Settings
    from generator.site.build import Build

CONFIG = "mkdocs.yml"


class SiteError(WaymarkError):
    """No site can be worked on there. One sentence: what was found, and what to do."""


def moment_of(epoch: str) -> datetime:
    """A moment out of SOURCE_DATE_EPOCH, which is in seconds."""
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        words = f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a moment in seconds, for example 1802250000"
        raise SiteError(words) from None


Stamp = Mapping[str, tuple[int, int, int, int]]
"""Each file that was read, and what tells that it was written or replaced."""


@dataclass(frozen=True, slots=True)
class ContentRead:
    """What was read of a site, for another process to take as long as no file has changed."""

    settings: Settings
    content: Catalogue
    stamp: Stamp
    """The files as they stood before the first was read."""

    def is_of(self, site: Site) -> bool:
        """Whether a site would be read in the same way now."""
        return self.stamp == site.stamp(self.settings)


class Site:
    """A folder and a moment."""

    def __init__(self, root: Path, now: datetime, file: str = CONFIG) -> None:
        self.root = root
        self.now = now
        self.file = file
        """The name of the file that holds the settings: an engine may be told another."""

    @property
    def config(self) -> Path:
        """The file that makes a folder a site."""
        path = self.root / self.file
        if not path.is_file():
            words = f"there is no {self.file} in {self.root}; go to the site's folder, or name it with --root"
            raise SiteError(words)
        return path

    @property
    def today(self) -> date:
        """The day in the United Kingdom."""
        return self.now.astimezone(LONDON).date()

    def settings(self) -> Settings:
        """What the file says. ContentError names what is wrong in it; SiteError where there is none."""
        _ = self.config
        return self.read_settings()

    def read_settings(self) -> Settings:
        """The same, where a file that is not there is a fault like any other: for who looks again after each change."""
        from generator.content.loading.config import read_settings
        from generator.content.source.text_files import read_text

        text, problems = read_text(self.root / self.file, self.file)
        if text is None:
            raise ContentError(problems)
        return read_settings(text, self.file)

    def pages(self, settings: Settings) -> Path:
        """The folder of standing pages. SiteError where there is none."""
        folder = self.root / settings.content
        if not os.path.lexists(folder):
            words = f"there is no folder {settings.content} in {self.root}; make it, or mend docs_dir: in {self.file}"
            raise SiteError(words)
        self._apart(settings)
        return folder

    def stamp(self, settings: Settings) -> Stamp:
        """What tells that somebody changed a file of which `catalogue` makes the records, whatever it says."""
        from generator.content.loading.folder import files_read

        found = {}
        for path in files_read(self.root, settings):
            with suppress(OSError):  # what is not there, or goes meanwhile, is no file of it
                one = path.stat()
                found[os.fspath(path)] = one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns
        return found

    def _apart(self, settings: Settings) -> None:
        """SiteError where pages or templates have no folder of their own: each file of the others would be a fault."""
        campaigns = (self.root / settings.campaigns).resolve()
        pages, templates = (self.root / settings.content).resolve(), (self.root / settings.templates).resolve()
        for option, name, place, others, right in (
            ("docs_dir", settings.content, pages, (templates, campaigns), "content"),
            ("custom_dir", settings.templates, templates, (pages, campaigns), "overrides"),
        ):
            if Path(name) != Path(right) and place in (self.root.resolve(), *self.root.resolve().parents, *others):
                words = f"{option}: {name} is not a folder of its own; write {option}: {right} in {self.file}"
                raise SiteError(words)

    def templates(self, settings: Settings) -> TemplateFolder:
        """The site's templates over those that ship. SiteError where it names a folder of its own that is not there."""
        if settings.templates != OWN_TEMPLATES and not (self.root / settings.templates).is_dir():
            words = f"there is no folder {settings.templates} in {self.root}; make it, or take custom_dir: out"
            raise SiteError(words)
        return TemplateFolder.of(self.root, settings.templates)

    def missing(self, settings: Settings) -> list[Diagnostic]:
        """Folders and files that the settings name, and that are not there."""
        from generator.content.loading.config import missing_folders
        from generator.content.source.text_files import read_text

        return missing_folders(self.root, settings, read_text(self.root / self.file, self.file).value or "")

    def catalogue(
        self,
        settings: Settings,
        drafts: Mapping[str, str] | None = None,
        *,
        to_publish: bool = False,
        language: str = "",
    ) -> Catalogue:
        """Every record. ContentError names everything that is wrong in them.

        Args:
            settings: what `settings` gave.
            drafts: texts that nobody has written to the disk yet, by file, in the place of what stands there.
            to_publish: whether it must be fit for the public too.
            language: the language of which somebody wants to know what is not translated; "" where nobody does.
        """
        from generator.content.load import load

        with uncollected():
            return load(self.root, settings, self.today, drafts, to_publish=to_publish, language=language)

    def content(self, settings: Settings) -> Content:
        """What was read, each text with its place, for whoever changes it. ContentError as for `catalogue`."""
        from generator.content.load import read

        with uncollected():
            return read(self.root, settings, self.today)[0]

    def edition(
        self,
        settings: Settings,
        drafts: Mapping[str, str] | None = None,
        *,
        to_publish: bool = False,
        language: str = "",
    ) -> Edition:
        """All content at this moment, for a command: what a command that was killed left behind is swept first.

        ContentError and the arguments are as for `catalogue`.
        """
        from generator.edition import Edition

        for folder, option in ((settings.campaigns, "campaigns"), (settings.content, "docs_dir")):
            if os.path.lexists(self.root / folder) and not (self.root / folder).is_dir():
                words = f"{folder} in {self.root} is not a folder; move it away, or mend {option}: in {self.file}"
                raise SiteError(words)
        for place in (self.root, self.root / settings.campaigns):
            sweep(place)
        content = self.catalogue(settings, drafts, to_publish=to_publish, language=language)
        return Edition(content, self.now, settings.feeds.paused_from(self.today), feeds=settings.feeds)

    def published(
        self, content: Catalogue, settings: Settings, *, preview: bool = False, drafts: bool = False
    ) -> Build:
        """All that leaves. ContentError names links of records that lead nowhere; a template may fail in any way.

        Args:
            content: what `catalogue` gave.
            settings: what `settings` gave.
            preview: whether this is for staff's eyes on their own machine.
            drafts: whether pages show campaigns that are not public yet.
        """
        from generator.site.build import publish

        with uncollected():
            return publish(content, settings, self.now, self.root, preview=preview, drafts=drafts)
