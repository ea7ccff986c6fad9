"""The year for staff -> tables in a terminal, 80 columns wide or more, that say the same without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from generator.formatters.plan_lists import (
    ALERT,
    BOLD,
    GOOD,
    QUIET,
    WARN,
    a_table,
    awareness,
    bank_holidays,
    day_of,
    help_that_is_not_there,
    oasis,
    paused,
    readiness,
    span,
)
from generator.model.fields.text import in_language
from generator.staff.planning.coverage import CoverageCell, CoverageRow, Gap
from generator.staff.planning.year import Year, at_a_glance

AT_ONCE = 13
"""So many months stand beside each other; a longer plan goes on below."""
HOW_SURE = (
    "On these days nothing of the same matter is on. Fixed: the same days each year. Announced: its organiser has "
    "named them. Worked out, or a guess from other years: ask its organiser."
)
HELP = "For whom, and where, no service names what happened. Help after any crime is there, unless this says no help."
Part = tuple[str, str, str, Sequence[RenderableType]]
"""Its name for --part, its title, what to know to read the answer, and the answer."""
URGENT = {"now": ALERT, "soon": WARN, "later": QUIET}


def show(year: Year, name: str, language: str, console: Console) -> None:
    """Print the year. `name` is the site's; `language` the one in which to show its words."""
    period = year.period
    console.print(Text(f"The year in campaigns, {span(period.first, period.last)}", style=BOLD))
    console.print(f"{name}. For staff: it names campaigns that the public can't know of yet.")
    console.print()
    glance = [f"- {line}" for line in at_a_glance(year)]
    for line in glance:
        console.print(line)
    for part in _parts(year, language):
        console.print()
        _show_one(part, console)
    if console.is_terminal:  # the first lines are off the screen by now
        console.print(Text("\nIn short", style=BOLD))
        for line in glance:
            console.print(line)
        console.print("\nOne part alone, such as the gaps:")
        console.print("  waymark plan --part gaps")
        console.print("As a page, also to print on A3:")
        console.print("  waymark plan --format html --to plan.html")


def show_part(year: Year, name: str, language: str, console: Console) -> None:
    """Print one part, which may have nothing to say."""
    found = {part[0]: part for part in _parts(year, language)}
    if name in found:
        _show_one(found[name], console)
    else:
        console.print("None.")


def _show_one(part: Part, console: Console) -> None:
    _, title, note, shown = part
    console.print(Text(title, style=BOLD))
    if note:
        console.print(Text(note, style=QUIET))
    for one in shown:
        console.print(one)


def _parts(year: Year, language: str) -> Iterator[Part]:
    """Each question that the plan answers."""
    yield "on", "What is on", "", [_runs(year, language)]
    key = 'The number of campaigns. "?": one or more of them wait for a confirmed date.'
    yield "crimes", "Crime types by month", key, [_matrix(rows, language) for rows in _in_pieces(year.by_crime)]
    key = "A message for anyone is counted for anyone alone, as it was not made for one group."
    yield "audiences", "Audiences by month", key, [_matrix(rows, language) for rows in _in_pieces(year.by_audience)]
    if year.to_confirm:
        yield (
            "confirm",
            "Dates to confirm",
            "Only a run that somebody confirmed goes out.",
            [_to_confirm(year, language)],
        )
    key = "Dates, words, alt text, picture, sign-off. Look 6 weeks, 2 weeks and 2 days before."
    yield "ready", "Ready?", key, [readiness(year, language)]
    if year.clashes:
        yield (
            "clashes",
            "Clashes",
            "More than two campaigns in a week, or two for the same people.",
            [_clashes(year, language)],
        )
    yield (
        "gaps",
        "Gaps",
        "Three months or more without a confirmed message; two weeks with none at all.",
        _gaps(year, language),
    )
    if year.bank_holidays:
        yield (
            "holidays",
            "Bank holidays",
            "Fewer services answer. Is it the right day?",
            [bank_holidays(year, language)],
        )
    yield "paused", "Paused or called off", "", paused(year, language)
    yield (
        "oasis",
        "What the files do not say",
        "OASIS, the guide for government campaigns, asks what should be different afterwards (objective), for whom, "
        "what you know of them (insight), how you will tell (measures), and afterwards what came of it (results).",
        [oasis(year.oasis, language)],
    )
    names = sorted(in_language(service.name, language) for service in year.never_promoted)
    if names:
        yield "services", "Services that no campaign leads to", "", [Text("; ".join(names))]
    yield "help", "Crimes without a service of their own", HELP, help_that_is_not_there(year, language)
    yield "awareness", "Awareness dates that no campaign uses", HOW_SURE, awareness(year)


def _runs(year: Year, language: str) -> RenderableType:
    table = a_table("Campaign", "-From", "-To", "-Posts", "-Dates")
    for run in year.runs:
        confirmed = Text("confirmed", style=GOOD) if run.is_confirmed else Text("to confirm", style=WARN)
        posts = str(len(run.posts))
        title = in_language(run.campaign.title, language)
        table.add_row(Text(title), day_of(run.run.first), day_of(run.run.last), posts, confirmed)
    return table if year.runs else Text("Nothing is planned.")


def _in_pieces(rows: Sequence[CoverageRow]) -> Iterator[Sequence[CoverageRow]]:
    months = len(rows[0].cells) if rows else 0
    for start in range(0, months, AT_ONCE):
        yield [CoverageRow(row.id, row.term, row.cells[start : start + AT_ONCE]) for row in rows]


def _matrix(rows: Sequence[CoverageRow], language: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=0, header_style=BOLD)
    table.add_column("")
    for number, cell in enumerate(rows[0].cells):
        first = cell.month.first
        table.add_column(f"{first:%b}\n'{first:%y}" if number == 0 or first.month == 1 else f"{first:%b}", min_width=3)
    for row in rows:
        table.add_row(Text(in_language(row.term.name, language)), *map(_count, row.cells))
    return table


def _count(cell: CoverageCell) -> Text:
    if not cell.count:
        return Text(".", style=QUIET)
    return Text(f"{cell.count}{'?' if cell.to_confirm else ''}", style=WARN if cell.to_confirm else BOLD)


def _gaps(year: Year, language: str) -> list[RenderableType]:
    found: list[RenderableType] = []
    for kind, gaps in (("Crime types", year.gaps_by_crime), ("Audiences", year.gaps_by_audience)):
        never = [in_language(gap.term.name, language) for gap in gaps if gap.term and gap.whole]
        if never:
            found.append(Text(f"{kind} without any message: {'; '.join(never)}."))
    long = [
        gap for gap in (*year.silences, *year.gaps_by_crime, *year.gaps_by_audience) if not (gap.whole and gap.term)
    ]
    if not long:
        return found or [Text("None.")]
    table = a_table("No message about, or for", "-From", "-To", "-Days")
    for gap in long:
        table.add_row(Text(_about(gap, language)), day_of(gap.first), day_of(gap.last), str(gap.days))
    return [*found, table]


def _about(gap: Gap, language: str) -> str:
    about = in_language(gap.term.name, language) if gap.term else "Nothing at all"
    hopes = dict.fromkeys(in_language(run.campaign.title, language) for run in gap.filled_by)
    return f"{about} (unless you confirm {', '.join(hopes)})" if hopes else about


def _clashes(year: Year, language: str) -> Table:
    audiences = year.edition.catalogue.vocabulary.audiences
    table = a_table("-From", "-To", "Campaigns", "Same people")
    for clash in year.clashes:
        names = "; ".join(in_language(campaign.title, language) for campaign in clash.campaigns)
        shared = ", ".join(in_language(audiences[name].name, language) for name in clash.shared)
        crowded = Text.assemble((f"{len(clash.campaigns)} at once: ", ALERT)) if clash.crowded else Text()
        table.add_row(day_of(clash.first), day_of(clash.last), crowded + Text(names), Text(shared or "none"))
    return table


def _to_confirm(year: Year, language: str) -> Table:
    table = a_table("-By", "Campaign", "What to do", "-How soon")
    for one in year.to_confirm:
        if one.run:
            what = f"confirm the run from {day_of(one.run.first)} to {day_of(one.run.last)}"
        else:
            usual = in_language(one.campaign.rule or "", language)
            what = f"look up its days and add a run: there is none in the next twelve months. Usually: {usual}"
        by = day_of(one.by) if one.by else "now"
        table.add_row(by, Text(in_language(one.campaign.title, language)), Text(what), _urgent(one.urgency))
    return table


def _urgent(urgency: str) -> Text:
    return Text(urgency, style=URGENT[urgency])
