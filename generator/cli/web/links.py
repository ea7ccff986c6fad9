"""`waymark links`: asks every web address that the authors wrote whether it still answers. No build does this."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import ADVICE, in_blocks, lines, stop
from generator.cli.context import A_FILE, Number, in_form, only_shown, site_command, to_a_file
from generator.cli.output_file import hand_over
from generator.cli.web.link_numbers import ask_numbers, progress, refuse_silence, write_table
from generator.diagnostics import ContentError, Location
from generator.l10n.plurals import many
from generator.model.fields.dates import LONDON
from generator.privacy.outgoing import Exempt, exempt
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.formatters.links import Placed
    from generator.settings import Settings
    from generator.staff.link_checker.checker import Asker


@site_command(
    "links",
    help="Ask every web address in the content whether it still answers, and name those to mend. It takes minutes.",
    example="waymark links\nwaymark links --numbers\nwaymark links --only www.victimsupport.org.uk\n"
    "waymark links --format csv --to today.csv",
)
@click.option(
    "--numbers",
    is_flag=True,
    help="Ask whether each phone number still stands on the page where somebody found it, in the place of all else.",
)
@click.option("--only", metavar="HOST", help="Ask only the addresses of this host, such as www.example.org.")
@in_form("text", "csv", "json")
@to_a_file
@click.option("--known", type=A_FILE, help="The table of last good days. Default: links.csv in the folder.")
@only_shown
@click.option("--pause", type=Number(0.0, 60.0, 1.5), default=1.0, show_default=True, help="Seconds, for each host.")
@click.option("--hosts", type=Number(1, 32, 8), default=8, show_default=True, help="How many hosts at a time.")
@click.option("--allow-local", is_flag=True, help="Also ask addresses in private networks.")
def command(
    site: Site,
    numbers: bool,
    only: str | None,
    form: str,
    to: Path | None,
    known: Path | None,
    dry_run: bool,
    pause: float,
    hosts: int,
    allow_local: bool,
) -> None:
    """One request at a time for a host, with a pause; what was found goes to the author, with every place."""
    from generator.formatters import links
    from generator.staff.link_checker import result as table
    from generator.staff.link_checker.checker import host_of

    if numbers:
        settings = _settings(site)
        agent = _agent(settings)
        ask_numbers(site, settings, _asker(agent, pause, hosts, allow_local), only, known, form, to, dry_run)
        return
    table_file = known or site.root / table.FILE
    places, before, agent = _read(site, table_file)
    asked = [address for address in places if only is None or host_of(address) == only.lower()]
    if not asked:
        raise click.UsageError(f"no address of {only} is in the content" if only else "there is no address to ask")
    asker = _asker(agent, pause, hosts, allow_local)
    findings = []
    with progress(asked) as shown:
        for finding in asker.ask_all(asked):
            findings.append(finding)
            shown(finding)
    refuse_silence(findings)
    today = site.now.astimezone(LONDON).date()
    after = table.known_after(before, findings, asked, today)
    if only:
        after = {address: before[address] for address in places if address in before} | after
    if not dry_run:
        write_table(table_file, table.written_known(after))
    _tell(links.placed(findings, places, after), form, to)


def _read(site: Site, table_file: Path) -> tuple[dict[str, list[Location]], dict[str, date | None], str]:
    """Every address with its places, what is known of it, and what we call ourselves."""
    from generator.content.source.text_files import is_there, read_text
    from generator.content.source.web_addresses import written_addresses
    from generator.privacy.redact import Others
    from generator.staff.link_checker.result import read_known

    settings = _settings(site)
    places: dict[str, list[Location]] = {}
    others = Others(lines())
    written, problems = written_addresses(site.root, settings)
    for one in written:
        if others.may_hold_a_place(one.mark):
            continue  # what a source says of a place may be its address, and the table of good days is kept in git
        places.setdefault(one.address, []).append(one.mark)
    before: dict[str, date | None] = {}
    if is_there(table_file):
        text, unread = read_text(table_file, table_file.name)
        before, wrong = read_known(text, table_file.name) if text else ({}, [])
        problems += [*unread, *wrong]
    if problems:
        stop(sorted(problems))
    return places, before, _agent(settings)


def _settings(site: Site) -> Settings:
    try:
        return site.settings()
    except ContentError as error:
        stop(error.problems)


def _agent(settings: Settings) -> str:
    return f"Waymark link check (+{settings.site_url})"


def _asker(agent: str, pause: float, hosts: int, allow_local: bool) -> Asker:
    from generator.staff.link_checker.checker import Asker
    from generator.staff.link_checker.transport import Limits, Turns

    limits = Limits(hosts_at_once=hosts, pause=pause)
    return Asker(agent, Turns(pause, time.monotonic), lambda: datetime.now(UTC), limits, allow_local)


def _tell(found: list[Placed], form: str, to: Path | None) -> None:
    from generator.formatters import links

    mend, look = links.to_mend(found), links.to_look_at(found)
    good = f"{sum(one.finding.works for one in found)} of {many(len(found), 'address', 'addresses')} still good.\n"
    text = "".join([*(f"{one}\n" for one in mend), *(f"{ADVICE}{one}\n" for one in look), good])
    if to or form != "text":
        as_rows = links.as_csv(found) if form == "csv" else links.as_json(found).encode()
        hand_over(exempt(text if form == "text" else as_rows, Exempt.OWN_LINKS), to)
    else:
        in_blocks(look, sys.stdout, ADVICE)
        click.echo(good, nl=False)
    if mend:
        stop(mend)
