"""One campaign for staff -> what its plan says, and each post as its channels will show it, in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from generator.commands.plan_look import ALERT, BOLD, QUIET, WARN, day_of, span
from generator.model.campaign import Campaign, Run
from generator.model.edition import Edition
from generator.model.posting import Posted
from generator.model.text import in_language
from generator.pages.said import moment
from generator.planning.oasis import FIELDS, oasis_of
from generator.planning.previews import Preview
from generator.planning.readiness import Readiness, readiness_of


def show_campaign(
    campaign: Campaign, edition: Edition, shown: Sequence[Preview], language: str, console: Console
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


def _show(preview: Preview, language: str, console: Console) -> None:
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
