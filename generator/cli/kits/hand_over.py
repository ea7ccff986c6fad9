"""`waymark hand-over FOLDER`: a kit for the office that takes over: all content, what ends, what must stay."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import fitting, stop
from generator.cli.context import site_command
from generator.cli.kits.output_folder import put_folder
from generator.cli.output_file import GIT, refuse_what_is_public
from generator.content.editing.atomic import real
from generator.diagnostics import ContentError, Diagnostic
from generator.l10n.plurals import many
from generator.model.fields.dates import LONDON
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.privacy.outgoing import Outgoing
    from generator.privacy.withheld import Withheld
    from generator.settings import Settings

RIGHT = "../hand-over"


@site_command(
    "hand-over",
    help="Make a kit for the office that takes over this site: all content, the posts that went out, what "
    "ends and is due, which keys to change, what to tell schedulers. `waymark init FOLDER --kit KIT` takes over.",
    example=f"waymark hand-over {RIGHT}",
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--with-withheld", is_flag=True, help="Also say where refuges and other secret places are.")
def command(site: Site, folder: Path, with_withheld: bool) -> None:
    """Read everything, search everything, and write the whole kit or nothing."""
    from generator.formatters.kit_readme import README
    from generator.staff.hand_over.kit_keys import KitError

    to = Path.cwd() / folder
    try:
        settings = site.settings()
        _refuse(to, site.root, settings)
        edition = site.edition(settings)
        files = _kit(site, settings, edition, with_withheld=with_withheld)
    except ContentError as error:
        stop(error.problems)
    except KitError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        click.echo("No kit was written.", err=True)
        sys.exit(1)
    put_folder(files, to, private=True)
    click.echo(f"Written: a kit of {many(len(files), 'file')} in {folder}. Begin with {folder / README}.")
    secret = _places(_secret(edition))
    if secret and not with_withheld:
        left = f"It does not say where {many(secret, 'secret place')} {'is' if secret == 1 else 'are'}"
        click.echo(fitting(f"{left}: tell the new office by word of mouth, or use --with-withheld.", sys.stdout))
    click.echo(fitting("It is private: give it to the office that takes over, and to nobody else.", sys.stdout))
    if secret and with_withheld:
        words = "This kit says where secret places are. Give it from hand to hand, and delete it when all is done."
        click.echo(words, err=True)


def _refuse(to: Path, root: Path, settings: Settings) -> None:
    """A kit stands where nobody publishes, where git keeps nothing, and where nothing is lost. UsageError otherwise."""
    from generator.staff.hand_over.kit_manifest import LIST, is_a_kit

    refuse_what_is_public(to / LIST, root, settings)
    target = real(to)
    kept = next((one for one in (target, *target.parents) if (one / GIT).exists() or one == real(root)), None)
    if kept:
        words = f"{to} is in {kept}, and who keeps that folder in git would keep the kit with it"
        raise click.UsageError(f"{words}; name a folder beside it, such as {RIGHT}")
    if target.exists() and not target.is_dir():
        raise click.UsageError(f"{to} is a file; name a new folder, such as {RIGHT}")
    if target.is_dir() and any(target.iterdir()) and not is_a_kit(target):
        raise click.UsageError(f"{to} is not empty, and is no kit; name a new folder, such as {RIGHT}")


def _secret(edition: Edition) -> dict[str, Withheld]:
    """What must not be said, but for what a kit before this one said in its place."""
    from generator.staff.hand_over.kit_files import IS_LEFT_OUT

    return {text: what for text, what in edition.withheld.items() if not IS_LEFT_OUT.fullmatch(text)}


def _places(secret: Mapping[str, Withheld]) -> int:
    return len({(one.service, one.group, one.number) for one in secret.values()})


def _kit(site: Site, settings: Settings, edition: Edition, *, with_withheld: bool) -> dict[str, Outgoing]:
    """Every file of the kit, searched. ContentError, KitError and LeakError say why there is none."""
    from generator.content.source.left_behind import CONFIG
    from generator.formatters.kit_readme import README, KitSummary, kit_readme
    from generator.output import csv_table
    from generator.privacy.outgoing import Exempt, exempt, searched
    from generator.staff.hand_over.kit_files import is_for_a_host, kit_files
    from generator.staff.hand_over.kit_keys import names_of_keys
    from generator.staff.hand_over.kit_manifest import LIST, SITE, KitFacts, listed_files
    from generator.staff.hand_over.kit_tables import KitTables

    content = site.content(settings)
    own = kit_files(content, edition.catalogue, version("waymark"), with_withheld=with_withheld)
    withheld, ledger = _secret(edition), edition.catalogue.ledger
    secret = _places(withheld)
    facts = KitFacts(
        made=f"{site.now.astimezone(LONDON):%Y-%m-%d %H:%M}",
        waymark=version("waymark"),
        office=str(settings.office.name),
        site_url=settings.site_url,
        owner=settings.feeds.owner,
        withheld="none" if not secret else "included" if with_withheld else "left out",
    )
    tables = KitTables(edition, settings)
    summary = KitSummary(
        facts=facts,
        settings=settings,
        tables=tables,
        keys=names_of_keys({name: data for name, data in own.items() if is_for_a_host(name) and name != CONFIG}),
        programs=sorted(name for name in own if name.endswith(".py") and not name.startswith("deploy/")),
        secret_places=secret,
        posts_out=len(ledger.rows) if ledger else None,
        today=edition.today,
    )
    said = {table.name: csv_table(table.columns, table.rows, for_people=table.has_numbers) for table in tables.every}
    said |= {README: kit_readme(summary).encode(), LIST: listed_files(facts, own).encode()}
    found = {name: searched(data, Path(name).suffix[1:], withheld) for name, data in said.items()}
    site_files = {f"{SITE}{name}": data for name, data in own.items()}
    if with_withheld:
        return found | {name: exempt(data, Exempt.ASKED_FOR) for name, data in site_files.items()}
    return found | _searched(site_files, withheld)


def _searched(files: Mapping[str, bytes], withheld: Mapping[str, Withheld]) -> dict[str, Outgoing]:
    """Files of authors, in which a place that is not public may stand where no record says so: in a comment, a note."""
    from generator.privacy.outgoing import LeakError, searched
    from generator.staff.hand_over.kit_keys import KitError
    from generator.staff.hand_over.kit_manifest import SITE

    found, wrong = {}, []
    for name, data in files.items():
        try:
            found[name] = searched(data, Path(name).suffix[1:] or "txt", withheld, says=[name])
        except LeakError as error:
            wrong += [_named(problem, name.removeprefix(SITE)) for problem in error.found]
    if wrong:
        cure = "Take it out there, or make the kit with --with-withheld and hand it over from hand to hand."
        raise KitError(*dict.fromkeys(wrong), cure)
    return found


def _named(problem: Diagnostic, file: str) -> Diagnostic:
    return problem.at(replace(problem.location, file=file))
