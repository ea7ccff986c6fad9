"""`waymark confirm`: the one line that says who made sure of the days of a run, when, and where they stand."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.approval.run_marks import mark, run_named, say
from generator.cli.console import stop
from generator.cli.context import DayOption, only_shown, site_command
from generator.diagnostics import ContentError
from generator.site_loader import Site


@site_command(
    "confirm",
    help="Record that somebody made sure of the days of a run, with --by and --where. RUN is a campaign, or one of "
    "its runs by its first day. Only a confirmed run goes out.",
    example='waymark confirm dating-scams --by "Sam Reed" --where "our own plan"\n'
    'waymark confirm dating-scams/2028-02-01 --by "Sam Reed" \\\n  --where https://week.example.org/',
)
@click.argument("run", metavar="RUN")
@click.option("--by", help="Who says so: who made sure of the days.")
@click.option("--where", help="Where the days stand: a web address, or a few words.")
@click.option("--on", type=DayOption(), help="The day on which it was done. Default: today.")
@only_shown
def command(site: Site, run: str, by: str | None, where: str | None, on: date | None, dry_run: bool) -> None:
    """One line, and nothing else."""
    from generator.cli.prompts.parsers import reading
    from generator.cli.prompts.session import Asking, past
    from generator.model.fields.text import Label

    asking, label = Asking(no_input=True), reading(Label)
    try:
        settings = site.settings()
        marked = run_named(site, settings, run, "confirmed")
        who = asking.text("by", "Who made sure?", by, label, example="Sam Reed", required=True)
        found = asking.text("where", "Where do the days stand?", where, label, example="our own plan", required=True)
        value = {"by": str(who), "on": past(site, on, "on"), "source": str(found)}
        mark(site, settings, marked, "confirmed", value, dry_run)
    except ContentError as error:
        stop(error.problems)
    meant = marked.run
    if meant.last < site.today:
        say(f"{marked.name} is over since {meant.last}.")
    elif meant.called_off:
        say(f"{marked.name} was called off on {meant.called_off}, so nothing of it goes out.")
    else:
        say(f"From the next build on it is public from {meant.announce or meant.first}, and its posts go out.")
