"""`waymark sign-off`: the one line that says who read the words of a run and lets them go out, and when."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.approval.run_marks import mark, run_named, say
from generator.cli.console import stop
from generator.cli.context import DayOption, only_shown, site_command
from generator.diagnostics import ContentError
from generator.site_loader import Site


@site_command(
    "sign-off",
    help="Record that somebody read the words of a run, saw its pictures and lets them go out, with --by. RUN is a "
    "campaign, or one of its runs by its first day. It is for the plan of staff, and stops nothing.",
    example='waymark sign-off dating-scams --by "Sam Reed"\nwaymark sign-off dating-scams/2028-02-01 --by "Sam Reed"',
)
@click.argument("run", metavar="RUN")
@click.option("--by", help="Who says so.")
@click.option("--on", type=DayOption(), help="The day on which it was done. Default: today.")
@only_shown
def command(site: Site, run: str, by: str | None, on: date | None, dry_run: bool) -> None:
    """One line, and nothing else."""
    from generator.cli.prompts.parsers import reading
    from generator.cli.prompts.session import Asking, past
    from generator.model.fields.text import Label

    asking = Asking(no_input=True)
    try:
        settings = site.settings()
        marked = run_named(site, settings, run, "signed_off")
        who = asking.text("by", "Who said so?", by, reading(Label), example="Sam Reed", required=True)
        mark(site, settings, marked, "signed_off", {"by": str(who), "on": past(site, on, "on")}, dry_run)
    except ContentError as error:
        stop(error.problems)
    if marked.run.confirmed is None:
        say(f"Its days are not confirmed yet, so nothing of it goes out: waymark confirm {marked.name}")
