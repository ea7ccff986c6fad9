"""`waymark release`: says which posts go out now, and records them."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from generator.commands.options import only_shown
from generator.commands.site import Site, site_command
from generator.commands.telling import counted, fitting, stop
from generator.problems import ContentError


@site_command(
    "release",
    help="Say which posts go out now, and write them into published.csv. Then build and publish the site.",
    example="waymark release --dry-run\nwaymark release",
)
@only_shown
def command(site: Site, dry_run: bool) -> None:
    """By hand or from a scheduled job: a post is recorded once, with the date that every feed gives it for ever."""
    from generator import releasing
    from generator.pages.said import moment as in_words
    from generator.planning.release import plan_release, told

    try:
        settings = site.settings()
        folder = site.root / settings.campaigns
        before = None
        with suppress(OSError):  # it is named below, when the content is read
            before = releasing.read(folder)
        edition = site.edition(settings)
    except ContentError as error:
        stop(error.problems)
    plan = plan_release(edition, settings)
    for line in told(plan, in_words(plan.coming.at) if plan.coming else ""):
        click.echo(fitting(line, sys.stdout))
    if dry_run:
        click.echo("Nothing was written.")
        return
    if plan.rows or before is None:
        try:
            releasing.append(folder, plan.rows, before)
        except (releasing.BusyError, releasing.ChangedError) as error:
            click.echo(str(error), err=True)
            sys.exit(1)
    click.echo(f"Written: {counted(plan.rows, 'row')}." if plan.rows or before is None else "Nothing to write.")
