"""A folder and a moment -> the site that a command works on; and the decorator that makes a function a command."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.content.editing.atomic import sweep
from generator.diagnostics import ContentError, Diagnostic
from generator.model.fields.dates import A_DAY, LONDON, day, moment, written_day, written_moment

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.settings import Settings

CONFIG = "mkdocs.yml"


class Now(click.ParamType[datetime]):
    """A moment in the United Kingdom, written 2027-02-10T09:00; a day alone is its morning, at nine."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read the text of an option."""
        text = written_moment(written_day(value)) if isinstance(value, str) else ""
        try:
            return moment(f"{text} 09:00" if A_DAY.fullmatch(text) else text or value)
        except ValueError as error:
            self.fail(
                f"{error}".replace(" 09:00' is", "' is").replace("2027-02-01 09:00", "2027-02-10T09:00"), param, ctx
            )


class DayOption(click.ParamType[date]):
    """A day, written 2027-02-10."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the text of an option."""
        try:
            return day(written_day(value) if isinstance(value, str) else value)
        except ValueError as error:
            self.fail(str(error).replace("2026-11-25", "2027-02-10"), param, ctx)


def of_the_site(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command takes, before or behind its name: which folder, and which moment."""
    folder = click.Path(file_okay=False, path_type=Path)
    function = click.option("--now", type=Now(), help="Do as on 2027-02-10, or at 2027-02-10T09:00. Default: now.")(
        function
    )
    return click.option("--root", type=folder, help="The folder of mkdocs.yml. Default: this one.")(function)


class SiteCommand(click.Command):
    """A command that is handed a Site, takes --root and --now, and ends its help with examples."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options, and make the site of them: what stands behind the command's name comes first."""
        context = super().make_context(info_name, args, parent, **extra)
        given = {name: context.params.pop(name, None) for name in ("root", "now")}
        while parent:  # `waymark --root DIR new service`: what stands nearest counts
            given = {name: value or parent.params.get(name) for name, value in given.items()}
            parent = parent.parent
        context.obj = Site((given["root"] or Path()).resolve(), given["now"] or clock())
        return context

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, each on a line of its own."""
        super().format_epilog(ctx, formatter)
        if self.example:
            with formatter.section("For example"):
                formatter.write("".join(f"  {line}\n" for line in self.example.splitlines()))


def site_command(name: str, *, help: str, example: str) -> Callable[[Callable[..., Any]], SiteCommand]:  # noqa: A002 # click's word
    """Make a function `(site, ...)` a command of `waymark`.

    Args:
        name: as typed.
        help: what it does, in a sentence or two.
        example: one or more lines that somebody could type.
    """

    def wrap(function: Callable[..., Any]) -> SiteCommand:
        made = click.command(name, cls=SiteCommand, help=help, example=example)
        return made(of_the_site(click.pass_obj(function)))

    return wrap


def clock() -> datetime:
    """The moment of this command: SOURCE_DATE_EPOCH, in seconds, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        words = f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a moment in seconds, for example 1802250000"
        raise click.UsageError(words) from None


class Site:
    """A folder and a moment."""

    def __init__(self, root: Path, now: datetime) -> None:
        self.root = root
        self.now = now

    @property
    def config(self) -> Path:
        """The file that makes a folder a site."""
        path = self.root / CONFIG
        if not path.is_file():
            words = f"there is no {CONFIG} in {self.root}; go to the site's folder, or name it with --root"
            raise click.UsageError(words)
        return path

    def settings(self) -> Settings:
        """What the file says. ContentError names what is wrong in it."""
        from generator.content.loading.config import read_settings
        from generator.content.source.text_files import read_text

        problems: list[Diagnostic] = []
        text = read_text(self.config, CONFIG, problems)
        if text is None:
            raise ContentError(problems)
        return read_settings(text, CONFIG)

    @property
    def today(self) -> date:
        """The day in the United Kingdom."""
        return self.now.astimezone(LONDON).date()

    def pages(self, settings: Settings) -> Path:
        """The folder of standing pages. UsageError where there is none."""
        folder = self.root / settings.content
        if not os.path.lexists(folder):
            words = f"there is no folder {settings.content} in {self.root}; make it, or mend docs_dir: in {CONFIG}"
            raise click.UsageError(words)
        self._apart(settings)
        return folder

    def _apart(self, settings: Settings) -> None:
        """UsageError where pages or templates have no folder of their own: each file of the others would be a fault."""
        campaigns = (self.root / settings.campaigns).resolve()
        pages, templates = (self.root / settings.content).resolve(), (self.root / settings.templates).resolve()
        for option, name, place, others, right in (
            ("docs_dir", settings.content, pages, (templates, campaigns), "content"),
            ("custom_dir", settings.templates, templates, (pages, campaigns), "overrides"),
        ):
            if Path(name) != Path(right) and place in (self.root.resolve(), *self.root.resolve().parents, *others):
                words = f"{option}: {name} is not a folder of its own; write {option}: {right} in {CONFIG}"
                raise click.UsageError(words)

    def templates(self, settings: Settings, needed: str) -> Path:
        """The folder of templates, once it is known that the one that is needed is in it."""
        folder = self.root / settings.templates
        if not (folder / needed).is_file():
            words = (
                f"there is no {settings.templates}/{needed} in {self.root}; copy the folder from Waymark's own files"
            )
            raise click.UsageError(words)
        return folder

    def edition(
        self, settings: Settings, drafts: Mapping[str, str] | None = None, *, to_publish: bool = False
    ) -> Edition:
        """All content at this moment. ContentError names everything that is wrong in it.

        Args:
            settings: what mkdocs.yml says.
            drafts: texts that nobody has written to the disk yet, by file, in the place of what stands there.
            to_publish: whether it must be fit for the public too.
        """
        from generator.content.load import load
        from generator.edition import Edition

        for folder, option in ((settings.campaigns, "campaigns"), (settings.content, "docs_dir")):
            if os.path.lexists(self.root / folder) and not (self.root / folder).is_dir():
                words = f"{folder} in {self.root} is not a folder; move it away, or mend {option}: in {CONFIG}"
                raise click.UsageError(words)
        for place in (self.root, self.root / settings.campaigns):
            sweep(place)
        content = load(self.root, settings, self.today, drafts, to_publish=to_publish)
        return Edition(content, self.now, settings.feeds.paused_from(self.today), feeds=settings.feeds)

    def missing(self, settings: Settings) -> list[Diagnostic]:
        """Folders and files that mkdocs.yml names, and that are not there."""
        from generator.content.loading.config import missing_folders
        from generator.content.source.text_files import read_text

        return missing_folders(self.root, settings, read_text(self.config, CONFIG, []) or "")

    def unbuildable(self, settings: Settings, edition: Edition) -> list[Diagnostic]:
        """What would still stop a build of content that reads well: folders, settings, templates, links."""
        from generator.engines.mkdocs.rehearsal import failed, rehearse
        from generator.site.build import publish

        if missing := self.missing(settings):
            return missing
        try:
            publication = publish(edition.catalogue, settings, self.now, self.root)
        except ContentError as error:
            return list(error.problems)
        except Exception as error:  # noqa: BLE001 # a template may fail in any way
            return [failed(self.root, settings, error)]
        return rehearse(self.root, publication)[1]

    def engine(self, *arguments: str) -> list[str]:
        """What to tell the engine to work on this site."""
        return [*arguments, "--config-file", str(self.config)]

    @property
    def environment(self) -> dict[str, str]:
        """What the engine must know: this moment."""
        return os.environ | {
            "SOURCE_DATE_EPOCH": str(int(self.now.timestamp())),
            "NO_MKDOCS_2_WARNING": "1",  # the theme's own notice, which is for maintainers: see docs/architecture.md
        }
