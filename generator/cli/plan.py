"""`waymark plan`: the year for people. What is on, for whom, what is missing, what to confirm, what is not used."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import counted, stop
from generator.cli.context import A_FILE, DayOption, Number, in_form, site_command, to_a_file
from generator.cli.output_file import hand_over
from generator.diagnostics import HIDDEN, ContentError, quoted, with_hint
from generator.l10n.plurals import many
from generator.model.fields.dates import LONDON, YEARS
from generator.privacy.outgoing import searched
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from rich.console import Console

    from generator.edition import Edition
    from generator.model.campaign import Campaign
    from generator.picture_words import PictureWords
    from generator.settings import Settings
    from generator.staff.planning.post_results import ResultsTable
    from generator.staff.planning.runs import Period
    from generator.staff.planning.year import Year

LONGEST = 731
"""Days, two years: a longer plan is no plan, and fits on no paper."""
PARTS = (
    "on",
    "crimes",
    "audiences",
    "confirm",
    "ready",
    "clashes",
    "gaps",
    "holidays",
    "paused",
    "oasis",
    "services",
    "help",
    "awareness",
)
"""What may be asked for alone, in the order in which the plan shows it."""
NARROWEST = 80
"""Columns: in fewer, the tables would lose what they say."""
LOOK: dict[str, Any] = {"markup": False, "highlight": False, "emoji": False}


@site_command(
    "plan",
    help="Show the year: what is on, for whom, gaps, clashes, dates to confirm, what is not ready.",
    example=(
        "waymark plan\nwaymark plan --part gaps\nwaymark plan --year 2027 --format html --to plan.html\n"
        "waymark plan --campaign dating-scams"
    ),
)
@click.option("--year", type=Number(YEARS.start, YEARS.stop - 1, 2027, "a year"), help="One calendar year.")
@click.option("--from", "first", type=DayOption(), help="The first day. Default: today.")
@click.option("--until", "last", type=DayOption(), help="The last day. Default: twelve months in all.")
@click.option("--campaign", help="The campaign, by its id: its plan and posts alone; as csv, its posts for a tool.")
@click.option("--part", type=click.Choice(PARTS), metavar="PART", help=f"One part alone: {', '.join(PARTS)}.")
@in_form("text", "html", "csv", "ics")
@to_a_file
@click.option("--results", type=A_FILE, help="A table of what went out, from a scheduler: what came of each campaign.")
@click.option("--write", is_flag=True, help="Do it. With --results: write it into the campaigns that have none.")
@click.option("--strict", is_flag=True, help="Be strict: end with status 1 where a date must be confirmed now.")
def command(
    site: Site,
    year: int | None,
    first: date | None,
    last: date | None,
    campaign: str | None,
    part: str | None,
    form: str,
    to: Path | None,
    results: Path | None,
    write: bool,
    strict: bool,
) -> None:
    """The default is the coming twelve months."""
    if write and results is None:
        raise click.UsageError("--write goes with --results FILE: it writes what came of each campaign")
    if results is not None:
        _take_results(site, results, write=write)
        return
    from generator.content.loading.shipped import read_awareness
    from generator.staff.planning.year import the_year

    period = _period(site, year, first, last)
    if to and re.fullmatch(r"\d{4}-\d\d-\d\d", to.name):
        raise click.UsageError(f"--to is the file to write; for the last day, write --until {to.name}")
    if campaign and form not in ("text", "csv"):
        raise click.UsageError("--campaign shows one campaign as text, or its posts as csv; choose one of the two")
    if part and (campaign or form != "text"):
        raise click.UsageError("--part shows one part of the text; leave it out, or leave out --campaign and --format")
    try:
        settings = site.settings()
        plan = the_year(site.edition(settings), settings, period, read_awareness())
    except ContentError as error:
        stop(error.problems)
    withheld = plan.edition.withheld
    if campaign and form == "csv":
        hand_over(searched(_posts(site, plan.edition, settings, campaign), form, withheld), to)
    elif campaign:
        _text(_campaign(site, plan.edition, settings, campaign), to, withheld)
    elif form == "text":
        from generator.formatters.plan_tables import show, show_part

        if part:
            _text(lambda console: show_part(plan, part, settings.language, console), to, withheld)
        else:
            _text(lambda console: show(plan, settings.site_name, settings.language, console), to, withheld)
    elif form == "csv":
        from generator.formatters.plan_csv import plan_table

        hand_over(searched(plan_table(plan, settings.language), form, withheld), to)
    elif form == "ics":
        from generator.site.feeds.calendars import staff_calendar

        days = (period.first, period.last) if year or first or last else ()
        hand_over(searched(staff_calendar(plan.edition, settings, *days), form, withheld), to)
    else:
        hand_over(searched(_html(site, plan, settings), form, withheld), to)
    if strict and plan.pressing:
        click.echo(f"{counted(plan.pressing, 'date')} to confirm now.", err=True)
        sys.exit(1)


def _period(site: Site, year: int | None, first: date | None, last: date | None) -> Period:
    """The days that the options ask for."""
    from generator.staff.planning.runs import Period, a_year_from, calendar_year

    if year is not None:
        if first or last:
            raise click.UsageError("--year is a whole year already; leave it out, or leave out --from and --until")
        return calendar_year(year)
    first = first or site.now.astimezone(LONDON).date()
    period = Period(first, last) if last else a_year_from(first)
    if period.last < period.first:
        raise click.UsageError(f"--until {period.last} is before the first day, {period.first}; choose a later one")
    if period.days > LONGEST:
        raise click.UsageError(f"{period.first} to {period.last} is more than two years; choose a shorter time")
    return period


def _text(show: Callable[[Console], None], to: Path | None, withheld: Mapping[str, object]) -> None:
    """Print with colours where there are any; a file is as wide as a page, and has none."""
    from rich.console import Console

    out = StringIO()
    show(Console(file=out, width=NARROWEST, color_system=None, **LOOK))
    outgoing = searched(out.getvalue(), "txt", withheld)
    if to is None:
        show(Console(width=max(NARROWEST, Console().width), **LOOK))
    else:
        hand_over(outgoing, to)


def _named(edition: Edition, name: str) -> Campaign:
    from generator.model.fields.suggestions import one_of

    by_id = {campaign.id: campaign for campaign in edition.catalogue.campaigns}
    if name not in by_id:
        raise click.UsageError(with_hint(f"there is no campaign {quoted(name)}", one_of(name, by_id)))
    return by_id[name]


def _picture_words(site: Site, edition: Edition, settings: Settings) -> PictureWords:
    """What the pictures that we draw will say."""
    from generator.first_line import FirstLines
    from generator.l10n.translations import translations
    from generator.picture_words import PictureWords

    say = translations(site.templates(settings) / "words", settings.language).gettext
    return PictureWords(settings, FirstLines(edition, settings.first_line, settings.language), say)


def _campaign(site: Site, edition: Edition, settings: Settings, name: str) -> Callable[[Console], None]:
    from generator.formatters.plan_lists import show_campaign
    from generator.staff.planning.previews import previews

    campaign = _named(edition, name)
    shown = previews(campaign, edition.catalogue.channels, _picture_words(site, edition, settings))
    return lambda console: show_campaign(campaign, edition, shown, settings.language, console)


def _posts(site: Site, edition: Edition, settings: Settings, name: str) -> bytes:
    """The campaign's posts to come, to load into a tool that schedules by itself."""
    from generator.site.feeds.all_feeds import planned_pack
    from generator.site.feeds.items import planned_items
    from generator.site.share_images.campaign_pictures import draw

    campaign = _named(edition, name)
    words = _picture_words(site, edition, settings)
    drawn = {} if campaign.image else {campaign.id: [picture for picture, _ in draw(campaign, settings, words)]}
    return planned_pack(planned_items(campaign, edition, settings, drawn))


def _html(site: Site, plan: Year, settings: Settings) -> bytes:
    from generator.formatters.plan_document import plan_document
    from generator.site.render.templates import Templates
    from generator.staff.planning.previews import previews
    from generator.staff.planning.year import at_a_glance

    templates = Templates(site.templates(settings), plan.edition, settings)
    shown = {one.id: previews(one, plan.edition.catalogue.channels, templates.picture_words) for one in plan.campaigns}
    return plan_document(templates, plan, list(at_a_glance(plan)), shown).encode()


def _take_results(site: Site, file: Path, *, write: bool) -> None:
    """Say what came of each campaign; with `write`, put it into those whose file says nothing of it yet."""
    from generator.cli.import_services import read_table
    from generator.content.editing.document import EditError
    from generator.content.editing.fields import set_field
    from generator.content.editing.save import FileChange, save, text_of
    from generator.content.loading.folder import left_in, read_folder
    from generator.l10n.formats import day
    from generator.staff.planning.post_results import COUNTS, results_in
    from generator.staff.spreadsheets.table import TableError

    try:
        settings = site.settings()
        site.edition(settings)
        content, _ = read_folder(site.root, settings, site.today, {}, left_in(site.root, settings, {}))
        table = read_table(file, None)
    except ContentError as error:
        stop(error.problems)
    except TableError as error:
        click.echo(f"{file.name}: {error}", err=True)
        sys.exit(1)
    rows = [[cell.text for cell in row] for row in table.rows]
    found = results_in(rows, [one.record for one in content.campaigns], settings)
    if found is None:
        words = f"no column of it counts anything we know; name one of them {', '.join(COUNTS)}"
        click.echo(f"{file.name}: {words}", err=True)
        sys.exit(1)
    called = " ".join(HIDDEN.sub("", file.name).split())
    _tell_results(found, called)
    changes = []
    for one in content.campaigns:
        own = found.by_campaign.get(one.record.id)
        if own is None or not own.sums:
            continue
        sentence = own.sentence(called, day(site.today, "en"))
        there = one.record.results is not None
        click.echo(f"{one.record.id}: {sentence}{' Its file has results already: change them there.' if there else ''}")
        if not there:
            name = one.source.file
            before = text_of(site.root / name, name)
            try:
                changes.append(
                    FileChange(site.root / name, name, before, set_field(before, name, ("results",), sentence))
                )
            except EditError as error:
                stop(error.problems)
    if write and changes:
        save(changes)
        click.echo(f"Written: {', '.join(one.file for one in changes)}. Say what it means in your own words.")
    else:
        click.echo("Nothing was written." + (" To write it: the same command with --write" if changes else ""))


def _tell_results(found: ResultsTable, file: str) -> None:
    click.echo(f"{file}: read {', '.join(found.counted)}.")
    if found.strange:
        click.echo(
            f"{many(found.strange, 'row')} of no campaign of this site: no link to one, no id and no words of a post."
        )
    if found.unread:
        click.echo(f"{many(found.unread, 'cell')} not read, as no whole number stands there: write 1200, not 1.2K.")
