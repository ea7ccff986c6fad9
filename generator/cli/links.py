"""`waymark links`: asks every web address that the authors wrote whether it still answers. No build does this."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import ADVICE, counted, in_blocks, lines, stop
from generator.cli.context import A_FILE, Number, in_form, only_shown, site_command, to_a_file
from generator.cli.output_file import hand_over
from generator.content.editing.atomic import put
from generator.diagnostics import ContentError, Location
from generator.l10n.plurals import many
from generator.model.fields.dates import LONDON
from generator.privacy.outgoing import Exempt, exempt
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.formatters.links import Placed
    from generator.staff.link_checker.checker import Asker
    from generator.staff.link_checker.result import Finding

A_FEW = 2


@site_command(
    "links",
    help="Ask every web address in the content whether it still answers, and name those to mend. It takes minutes.",
    example="waymark links\nwaymark links --only www.victimsupport.org.uk\nwaymark links --format csv --to today.csv",
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

    table_file = known or site.root / table.FILE
    places, before, agent = _read(site, table_file)
    asked = [address for address in places if only is None or host_of(address) == only.lower()]
    if not asked:
        raise click.UsageError(f"no address of {only} is in the content" if only else "there is no address to ask")
    asker = _asker(agent, pause, hosts, allow_local)
    findings = []
    with _progress(asked) as shown:
        for finding in asker.ask_all(asked):
            findings.append(finding)
            shown(finding)
    _refuse_silence(findings)
    today = site.now.astimezone(LONDON).date()
    after = table.known_after(before, findings, asked, today)
    if only:
        after = {address: before[address] for address in places if address in before} | after
    if not dry_run:
        _write(table_file, table.written_known(after))
    _tell(links.placed(findings, places, after), form, to)


def _read(site: Site, table_file: Path) -> tuple[dict[str, list[Location]], dict[str, date | None], str]:
    """Every address with its places, what is known of it, and what we call ourselves."""
    from generator.content.source.text_files import is_there, read_text
    from generator.content.source.web_addresses import written_addresses
    from generator.privacy.redact import Others
    from generator.staff.link_checker.result import read_known

    try:
        settings = site.settings()
    except ContentError as error:
        stop(error.problems)
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
    return places, before, f"Waymark link check (+{settings.site_url})"


def _asker(agent: str, pause: float, hosts: int, allow_local: bool) -> Asker:
    from generator.staff.link_checker.checker import Asker
    from generator.staff.link_checker.transport import Limits, Turns

    limits = Limits(hosts_at_once=hosts, pause=pause)
    return Asker(agent, Turns(pause, time.monotonic), lambda: datetime.now(UTC), limits, allow_local)


@contextmanager
def _progress(asked: list[str]) -> Iterator[Callable[[Finding], None]]:
    """How far we are, on the error stream: a bar on a terminal, else a line at each tenth."""
    from generator.staff.link_checker.checker import host_of

    hosts = {host_of(address) for address in asked}
    heading = f"Asking {many(len(asked), 'address', 'addresses')} of {counted(sorted(hosts), 'host')}."
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[at]}"))
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(heading, total=len(asked), at="")
            yield lambda finding: bar.update(task, advance=1, at=host_of(finding.address))
        return
    click.echo(heading, err=True)
    step, done = max(1, len(asked) // 10), 0

    def say(_: Finding) -> None:
        nonlocal done
        done += 1
        if done % step == 0 or done == len(asked):
            click.echo(f"{done} of {len(asked)} asked", err=True)

    yield say


def _refuse_silence(findings: list[Finding]) -> None:
    """Where not one of several hosts says anything, it is not the addresses that are at fault."""
    from generator.staff.link_checker.checker import host_of

    hosts = {host_of(finding.address) for finding in findings}
    if len(hosts) > A_FEW and not any(finding.answered for finding in findings):
        click.echo("Not one host answered: is this machine connected to the internet? Nothing was written.", err=True)
        click.echo(f"The first: {findings[0].address}: {findings[0].why}.", err=True)
        sys.exit(1)


def _write(path: Path, text: str) -> None:
    """Put the table in place of the old one, at once or not at all."""
    try:
        put(path, text.encode())
    except OSError as error:
        words = f"{path} can't be written: {error.strerror}; name another file with --known"
        raise click.UsageError(words) from None


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
