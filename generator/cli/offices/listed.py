"""`waymark offices`: the offices below a folder, or those that a change touches, for people or for a job."""

from __future__ import annotations

import json

import click

from generator.cli.context import in_form, site_command
from generator.cli.offices.all_offices import offices_below, offices_changed
from generator.site_loader import Site


@site_command(
    "offices",
    help="List the offices of a folder; or those alone that a change touches, by what each is made of.",
    example="waymark offices --root examples\nwaymark offices --root examples --changed-since main",
)
@click.option("--changed-since", metavar="REVISION", help="Only those that a change since then touches. In doubt, all.")
@in_form("text", "json", which="json is one line, for a job")
def command(site: Site, changed_since: str | None, form: str) -> None:
    """The name of each folder, by name."""
    found = offices_changed(site.root, changed_since) if changed_since else offices_below(site.root)
    names = [office.name for office in found]
    click.echo(json.dumps(names) if form == "json" else "\n".join(names), nl=bool(names) or form == "json")
