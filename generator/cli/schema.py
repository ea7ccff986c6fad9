"""`waymark schema`: what an editor needs to complete, explain and underline; and two pages of the handbook."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.context import site_command, to_a_file
from generator.cli.output_file import hand_over
from generator.privacy.outgoing import Exempt, exempt
from generator.site_loader import Site

WHAT = ("services", "campaign", "fields", "hosts")


@site_command(
    "schema",
    help=(
        "Write, for an editor, what may stand in services.yaml or a campaign (JSON Schema); or every field, or what "
        "each host takes, as a page of the handbook."
    ),
    example="waymark schema services\nwaymark schema campaign --to .vscode/campaign.schema.json",
)
@click.argument("what", type=click.Choice(WHAT))
@to_a_file
def command(site: Site, what: str, to: Path | None) -> None:
    """The same words for the editor and for the handbook, from the models themselves."""
    from generator.content.loading.hosts import read_hosts
    from generator.content.loading.shipped import read_vocabulary
    from generator.content.schema.fields_page import fields_page
    from generator.content.schema.json_schema import campaign_schema, services_schema
    from generator.formatters.hosts_page import hosts_page

    pages = {"services": services_schema, "campaign": campaign_schema, "fields": fields_page}
    made = hosts_page(read_hosts()) if what == "hosts" else pages[what](read_vocabulary())
    hand_over(exempt(made.encode(), Exempt.NO_RECORDS), to)
