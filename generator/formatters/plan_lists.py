"""The year or one campaign for staff -> the lists of a plan in a terminal, and each post as it will be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from generator.edition import Edition
from generator.l10n.formats import moment
from generator.model.campaign import Campaign, Run
from generator.model.fields.text import in_language
from generator.model.post_previews import Posted
from generator.staff.planning.previews import PostPreview
from generator.staff.planning.readiness import FIELDS, Oasis, Readiness, oasis_of, readiness_of
from generator.staff.planning.year import Year

BOLD, QUIET, ALERT, WARN, GOOD = "bold", "dim", "bold red", "yellow", "green"


def a_table(*columns: str) -> Table:
    """`columns`: a heading each. One that begins with "-" is as narrow as what stands in it."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style=BOLD)
    for column in columns:
        table.add_column(column.removeprefix("-"), no_wrap=column.startswith("-"), overflow="fold")
    return table


def day_of(day: date) -> str:
    """1 Feb 2027."""
    return f"{day.day} {day:%b %Y}"


def span(first: date, last: date) -> str:
    """1 Feb 2027; 1 to 28 Feb 2027; 31 Oct to 5 Nov 2027; 1 Dec 2026 to 3 Jan 2027."""
    if first == last:
        return day_of(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_of(last)}"
    start = f"{first.day} {first:%b}" if first.year == last.year else day_of(first)
    return f"{start} to {day_of(last)}"


def readiness(year: Year, language: str) -> RenderableType:
    """What each coming run still needs."""
    table = a_table("Campaign", "-Begins", "-How near", "Still missing", "-Look again")
    for one in year.readiness:
        missing = Text(", ".join(one.missing), style=ALERT if one.is_late else "") if one.missing else Text("ready")
        again = day_of(one.next_look) if one.next_look else ""
        title = Text(in_language(one.campaign.title, language))
        table.add_row(title, day_of(one.run.first), one.near or "later", missing, again)
    return table if year.readiness else Text("No run is coming.")


def oasis(plans: Sequence[Oasis], language: str) -> RenderableType:
    """What the campaigns' files leave open."""
    wanted = [plan for plan in plans if plan.missing]
    later = sum(plan.results_later for plan in plans)
    note = Text(
        f"Results are for when a run is over: {later} of {len(plans)} campaigns have none over yet.", style=QUIET
    )
    if not wanted:
        return Text("Every campaign says all of it. ") + note
    table = a_table("Campaign", *(f"-{field.capitalize()}" for field in FIELDS))
    for plan in wanted:
        cells = [_said(plan, field) for field in FIELDS]
        table.add_row(Text(in_language(plan.campaign.title, language)), *cells)
    return table


def _said(plan: Oasis, field: str) -> Text:
    """Whether a campaign's file has a field; results are asked for when a run is over."""
    if field in plan.missing:
        return Text("missing", style=WARN)
    return Text("not yet", style=QUIET) if field == "results" and plan.results_later else Text("yes")


def bank_holidays(year: Year, language: str) -> Table:
    """What begins or goes out on a bank holiday."""
    table = a_table("-Day", "Bank holiday", "Campaign", "What")
    for one in year.bank_holidays:
        what = f"post {one.post.id}" if one.post else "begins"
        table.add_row(day_of(one.day), Text(one.name), Text(in_language(one.campaign.title, language)), Text(what))
    return table


def paused(year: Year, language: str) -> list[RenderableType]:
    """What is paused, why, and what was called off."""
    found: list[RenderableType] = []
    if year.pause:
        until = f" to {day_of(year.pause.last)}" if year.pause.last else ", until somebody ends it"
        found.append(Text(f"New posts, from {day_of(year.pause.first)}{until}: {year.pause.why}.", style=WARN))
    if year.kept_back:
        table = a_table("-Day", "Campaign", "Post that waits, or never goes out")
        for one in year.kept_back:
            post = one.post.id if one.post else ""
            table.add_row(day_of(one.day), Text(in_language(one.campaign.title, language)), Text(post))
        found.append(table)
    for run in year.called_off:
        if off := run.run.called_off:
            title, when = in_language(run.campaign.title, language), span(run.run.first, run.run.last)
            found.append(Text(f"{title}, {when}: called off on {day_of(off)}."))
    if year.paused_services:
        names = "; ".join(in_language(service.name, language) for service in year.paused_services)
        found.append(Text(f"Services: {names}."))
    return found or [Text("Nothing.")]


def help_that_is_not_there(year: Year, language: str) -> list[RenderableType]:
    """The crimes that no service names for some people, or somewhere; those without any help stand out."""
    if not year.help_gaps:
        return [Text("None.")]
    table = a_table("Crime type", "For whom, and where", "-There is")
    for gap in sorted(year.help_gaps, key=lambda one: one.found != "none"):
        there = Text("no help", style=ALERT) if gap.found == "none" else Text("help after any crime", style=QUIET)
        whom = gap.for_whom(year.edition, language) or "anyone, everywhere"
        table.add_row(Text(in_language(gap.term.name, language)), Text(whom), there)
    return [table]


def awareness(year: Year) -> list[RenderableType]:
    """The awareness dates that no campaign uses: a line each, and below it who says so, whole enough to copy."""
    found: list[RenderableType] = []
    for falls in year.unused:
        sure = Text(falls.how_sure, style="" if falls.is_sure else WARN)
        found.append(Text.assemble((f"{span(falls.first, falls.last)}: ", BOLD), falls.what.name, ", ", sure))
        found.append(Padding(Text(falls.what.source, style=QUIET), (0, 0, 0, 4)))
    if year.not_announced:
        names = "; ".join(what.name for what in year.not_announced)
        found.append(Text(f"\nNobody has announced a date yet; ask the organisers: {names}."))
    return found if year.unused else [Text("None."), *found]


def show_campaign(
    campaign: Campaign, edition: Edition, shown: Sequence[PostPreview], language: str, console: Console
) -> None:
    """Print one campaign. `shown` are its posts; `language` the one in which to show its words."""
    console.print(Text(in_language(campaign.title, language), style=BOLD))
    console.print(in_language(campaign.summary, language))
    console.print()
    console.print(_pairs(_plan(campaign, edition, language)))
    for preview in shown:
        console.print()
        _show(preview, language, console)
    if not shown:
        console.print("\nNo posts are written.")


def _pairs(pairs: Iterator[tuple[str, Text]]) -> Table:
    """A label and some words, line by line."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style=QUIET)
    grid.add_column(overflow="fold")
    for label, words in pairs:
        grid.add_row(label, words)
    return grid


def _plan(campaign: Campaign, edition: Edition, language: str) -> Iterator[tuple[str, Text]]:
    words = edition.catalogue.vocabulary
    yield "About", Text(", ".join(in_language(words.crimes[name].name, language) for name in campaign.about))
    yield "For", Text(", ".join(in_language(words.audiences[name].name, language) for name in campaign.audiences))
    if campaign.rule:
        yield "Usually", Text(in_language(campaign.rule, language))
    for run in campaign.runs:
        yield "Run", _run(run, readiness_of(edition, campaign, run), edition)
    missing = oasis_of(campaign, edition).missing
    for field in FIELDS:
        value = None if field == "audiences" else getattr(campaign, field)
        if value:
            yield field.capitalize(), Text(in_language(value, language))
        elif field in missing:
            yield field.capitalize(), Text("missing", style=WARN)


def _run(run: Run, ready: Readiness, edition: Edition) -> Text:
    words = Text(span(run.first, run.last))
    if run.called_off:
        return words + Text(f", called off on {day_of(run.called_off)}", style=QUIET)
    if run.last < edition.today:
        return words + Text(", over", style=QUIET)
    if not ready.missing:
        return words + Text(", ready")
    again = f"; look again on {day_of(ready.next_look)}" if ready.next_look else ""
    return words + Text(f", missing: {', '.join(ready.missing)}", style=ALERT if ready.is_late else WARN) + Text(again)


def _show(preview: PostPreview, language: str, console: Console) -> None:
    gone = " (withdrawn: it does not go out)" if preview.is_withdrawn else ""
    console.print(Text(f"{moment(preview.post.at)}: {preview.title}{gone}", style=BOLD))
    console.print(Text(f"{preview.post.id}. Picture: {preview.picture or 'drawn from the title'}.", style=QUIET))
    console.print(Text(f"Alt text: {preview.alt}", style=QUIET))
    if preview.reading_age:
        console.print(Text(f"Reading age: about {preview.reading_age}", style=QUIET))
    for text, group in preview.alike:
        console.print()
        console.print(Padding(Text(text), (0, 0, 0, 2)))
        for posted in group:
            style = ALERT if posted.is_too_long else ""
            console.print(Padding(Text(f"{posted.name}: {counted(posted)}", style=style), (0, 0, 0, 4)))


def counted(posted: Posted) -> str:
    """How long a post is on a channel, against its limit: "187 of 280, 24 of them for its link"."""
    limit = f" of {posted.most}" if posted.most else ", no limit known"
    unsure = "" if posted.sure else ", as far as we know"
    link = f", {posted.link} of them for its link" if posted.link else ""
    return f"{posted.count}{limit}{unsure}{link}{': too long' if posted.is_too_long else ''}"
