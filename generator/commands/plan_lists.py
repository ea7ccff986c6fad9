"""The year for staff -> the lists below its months: what is not ready, not said, paused, not used."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from generator.commands.plan_look import ALERT, BOLD, QUIET, WARN, a_table, day_of, span
from generator.model.text import in_language
from generator.planning.oasis import FIELDS, Oasis
from generator.planning.year import Year


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
