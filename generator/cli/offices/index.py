"""`waymark index`: a small site that leads a reader to the right one of several offices, by area or by postcode."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import stop
from generator.cli.context import WHERE, site_command
from generator.cli.offices.all_offices import offices_below
from generator.content.editing.atomic import real
from generator.diagnostics import ContentError
from generator.l10n.plurals import many
from generator.site.build_folder import FolderError, build_folder
from generator.site.target import made_from, why_no_site
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.settings import Settings
    from generator.site.render.office_index import ListedOffice

RIGHT = "waymark index --root examples --to national"


@site_command(
    "index",
    help="Make a page that leads to each office of a folder, by area and by postcode, in each language that one has.",
    example=RIGHT,
)
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("index-of-offices"),
    help=f"{WHERE}index-of-offices/ in this folder.",
)
def command(site: Site, to: Path) -> None:
    """Read every office first: one that can't be read is named, and the old page stays."""
    from generator.site.check_output import got_out
    from generator.site.render.office_index import ListedOffice, office_index

    offices: list[ListedOffice] = []
    read: list[tuple[Site, Settings, Edition]] = []
    for folder in offices_below(site.root):
        one = Site(folder, site.now)
        try:
            settings = one.settings()
            edition = one.edition(settings)
            read.append((one, settings, edition))
            offices.append(ListedOffice(settings, edition.catalogue.police))
        except ContentError as error:
            click.echo(f"{folder.name}:", err=True)
            stop(error.problems)
    target = real(to)
    if why := why_no_site(to, (own for one, settings, _ in read for own in made_from(one.root, settings))):
        raise click.UsageError(why)
    try:
        with build_folder(target) as made:
            for asset in office_index(offices):
                path = made.built / asset.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(asset.data)
            made.begin_search()
            for one, settings, edition in read:
                if found := got_out(made.built, one.root, settings, edition, dict):
                    click.echo("\n".join([f"{one.root.name}:", *found, "The old page stays."]), err=True)
                    sys.exit(1)
            made.put_in_place()
    except FolderError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"Written: a page for {many(len(offices), 'office')} in {target}.")
    for office in offices:
        if not office.police:
            said = f"{office.settings.site_name}: nothing says for which police area it is, so no postcode leads there."
            click.echo(said, file=sys.stdout)
