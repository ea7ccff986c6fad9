"""`waymark check`: reads everything, judges everything, writes nothing."""

from __future__ import annotations

import sys

import click

from generator.commands.site import Site, site_command
from generator.commands.telling import ADVICE, counted, stop
from generator.problems import ContentError


@site_command(
    "check",
    help="Name every mistake in the content, with its place and the way to mend it.",
    example="waymark check\nwaymark check --strict",
)
@click.option("--strict", is_flag=True, help="Take advice for mistakes, but where there is still time.")
def command(site: Site, strict: bool) -> None:
    """Read everything, judge everything, write nothing."""
    from generator.planning.due import due_for_check
    from generator.planning.release import unreleased

    try:
        settings = site.settings()
        edition = site.edition(settings)
    except ContentError as error:
        stop(error.problems)
    catalogue = edition.catalogue
    for due in due_for_check(edition):
        since = f"since {due.since}" if due.since else "it was never checked"
        click.echo(f"due for a check: {due.service.id} ({due.freshness}, {since})")
    for advice in catalogue.advice:
        click.echo(f"{ADVICE}{advice}")
    late = unreleased(edition, settings)
    if late:
        click.echo(f"{ADVICE}{late}")
    pressing = [advice for advice in catalogue.advice if not advice.may_wait]
    if strict and pressing:
        click.echo(f"{len(pressing)} to mend.", err=True)
        sys.exit(1)
    services, campaigns = counted(catalogue.services, "service"), counted(catalogue.campaigns, "campaign")
    click.echo(f"Good: {services}, {campaigns}, nothing to mend.")
