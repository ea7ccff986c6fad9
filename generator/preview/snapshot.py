"""A folder, a moment and whether to show drafts -> what there is to see, searched for secrets; or what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from generator.content.loading.config import engine_files
from generator.content.loading.pages import RESULTS
from generator.content.source.left_behind import LINKS
from generator.content.source.text_files import matching, read_text
from generator.diagnostics import ContentError, Diagnostic
from generator.edition import Edition
from generator.engines.contract import Preview
from generator.model.fields.dates import LONDON
from generator.privacy.outgoing import LeakError
from generator.privacy.scan import Search
from generator.settings import Settings
from generator.site.build import Build
from generator.site_loader import CONFIG, Site

USUAL = ("services.yaml", "campaigns", "content", "overrides", RESULTS)
"""What a site is made of, where its settings can't be read."""


@dataclass(frozen=True, slots=True)
class PreviewDay:
    """What to look at: a moment, and whether campaigns show that are not public yet."""

    now: datetime
    drafts: bool = True

    def moved(self, days: int) -> PreviewDay:
        """So many days later, at the same time of day; the same day where the calendar ends."""
        try:
            return replace(self, now=self.now.astimezone(LONDON) + timedelta(days=days))
        except OverflowError:
            return self


@dataclass(frozen=True, slots=True)
class View:
    """One look at the content: the edition of the site that it makes, or every problem that stops it."""

    day: PreviewDay
    publication: Build | None
    problems: Sequence[Diagnostic] = ()
    settings: Settings | None = None
    """What the site is set to; None where nobody can read it."""


def look(root: Path, day: PreviewDay) -> View:
    """Read everything anew, and make of it what the public would see at that moment, and the drafts."""
    site = Site(root, day.now)
    settings: Settings | None = None
    try:
        settings = site.read_settings()
        if missing := site.missing(settings):
            raise ContentError(missing)
        seen = settings.model_copy(update={"approve": ()}) if day.drafts else settings  # what waits is a draft too
        content = site.catalogue(seen, to_publish=True)
        publication = site.published(content, settings, preview=True, drafts=day.drafts)
    except ContentError as error:
        return View(day, None, error.problems, settings)
    return View(day, publication, settings=settings)


def sources(root: Path, settings: Settings | None) -> list[Path]:
    """Every file and folder that the site is made of, as its settings name them; the usual ones where none do."""
    config = root / CONFIG
    named = engine_files(read_text(config, CONFIG).value or "")
    if settings is None:
        return [config, *(root / name for name in (*USUAL, *named))]
    services = [path for pattern in settings.directory for path in matching(root, pattern)]
    ours = (settings.campaigns, settings.content, settings.templates, RESULTS, LINKS)
    return [config, *services, *(root / name for name in (*ours, *named))]


def next_change(edition: Edition) -> datetime | None:
    """The next moment at which the public site or a feed becomes another: None where nothing is planned.

    That is the day a confirmed run is announced, begins or is over, or the time of a post in one.
    """
    moments = [
        moment
        for campaign in edition.catalogue.campaigns
        for run in campaign.runs
        if run.confirmed
        for moment in (
            *(
                datetime(day.year, day.month, day.day, edition.now.astimezone(LONDON).hour, tzinfo=LONDON)
                for day in (run.announce or run.first, run.first, run.last + timedelta(days=1))
                if day > edition.today
            ),
            *(post.at for post in campaign.posts if run.holds(post.at.date()) and post.withdrawn == "false"),
        )
        if moment > edition.now
    ]
    return min(moments, default=None)


class Searched:
    """Each file is searched when it is asked for. Pictures of campaigns to come are for staff to see."""

    def __init__(self, preview: Preview, edition: Edition) -> None:
        self.preview = preview
        self.search = Search(edition.withheld, edition.withheld_numbers, ())

    @property
    def paths(self) -> Collection[str]:
        """Every file."""
        return self.preview.paths

    def read(self, path: str) -> tuple[bytes | None, list[str]]:
        """A file's bytes, and what the engine warned of. LeakError where something withheld is in it."""
        body, warnings = self.preview.read(path)
        if body and self.search and (found := tuple(self.search.problems_in(path, body))):
            raise LeakError(found)
        return body, warnings
