"""`waymark links --numbers`: asks the page of each number whether it still shows it; and what both kinds of asking say.

No build does this.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import ADVICE, counted, in_blocks, lines, stop
from generator.cli.output_file import hand_over
from generator.content.editing.atomic import put
from generator.diagnostics import ContentError
from generator.l10n.plurals import many
from generator.model.fields.dates import LONDON
from generator.privacy.outgoing import searched
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.settings import Settings
    from generator.staff.link_checker.checker import Asker
    from generator.staff.link_checker.client import Reply
    from generator.staff.link_checker.number_check import NumberFinding
    from generator.staff.link_checker.published_numbers import PublishedNumber
    from generator.staff.link_checker.result import Finding

A_FEW = 2


def ask_numbers(
    site: Site,
    settings: Settings,
    asker: Asker,
    only: str | None,
    known: Path | None,
    form: str,
    to: Path | None,
    dry_run: bool,
) -> None:
    """Each page is asked once, however many numbers it shows; the most urgent numbers are told first.

    Args:
        site: the folder and the moment.
        settings: what mkdocs.yml says.
        asker: asks addresses, as politely as `waymark links` does.
        only: the one host to ask; None: every host.
        known: the table of the days on which each was seen; None: numbers.csv in the folder.
        form: text, csv or json.
        to: a file for the report; None: it is printed.
        dry_run: whether the table stays as it is.
    """
    from generator.formatters import links
    from generator.staff.link_checker import result as table
    from generator.staff.link_checker.checker import host_of
    from generator.staff.link_checker.number_check import PagesAsked, judge_numbers, seen_after
    from generator.staff.link_checker.page_numbers import READ_AT_MOST

    edition = _edition(site, settings)
    numbers = _published(site, settings)
    pages = list(dict.fromkeys(page for one in numbers for page in one.pages))
    asked = [page for page in pages if only is None or host_of(page) == only.lower()]
    if only:
        numbers = [one for one in numbers if any(page in asked for page in one.pages)]
        numbers = [replace(one, pages=tuple(page for page in one.pages if page in asked)) for one in numbers]
    if only and not asked:
        raise click.UsageError(f"no number names a page of {only} in source:, so there is nothing to ask")
    if not asked:
        click.echo("No number names a page in source:, so there is nothing to ask.")
        return
    table_file = known or site.root / table.NUMBERS_FILE
    before = _before(table_file)
    replies: dict[str, Reply] = {}
    asker.limits = replace(asker.limits, beginning=READ_AT_MOST)
    asker.seen = replies.__setitem__
    findings: dict[str, Finding] = {}
    with progress(asked) as shown:
        for finding in asker.ask_all(asked):
            findings[finding.address] = finding
            shown(finding)
    refuse_silence(list(findings.values()))
    found_out = PagesAsked(findings, replies, before)
    found = judge_numbers(numbers, found_out)
    if not dry_run:
        after = seen_after(found, found_out, site.now.astimezone(LONDON).date())
        kept = {key: day for key, day in before.items() if only and key.partition(" ")[2] in pages}
        write_table(table_file, table.written_known(kept | after, table.NUMBERS_HEADER))
    problems = links.number_problems(found)
    _tell(edition, found, form, to)
    mend = [one for one in problems if one.severity == "error"]
    if mend:
        stop(mend)


def _edition(site: Site, settings: Settings) -> Edition:
    try:
        return site.edition(settings)
    except ContentError as error:
        stop(error.problems)


def _published(site: Site, settings: Settings) -> list[PublishedNumber]:
    from generator.content.loading.folder import left_in, read_folder
    from generator.content.loading.shipped import read_crisis
    from generator.privacy.redact import Others
    from generator.staff.link_checker.published_numbers import published_numbers

    content, problems = read_folder(site.root, settings, site.today, {}, left_in(site.root, settings, {}))
    wrong = [one for one in problems if one.severity == "error"]
    if wrong:
        stop(sorted(wrong))
    crisis = {line.phone.called for line in read_crisis().lines.values() if line.phone}
    others = Others(lines())
    return published_numbers(content, crisis, others.may_hold_a_place)


def _before(table_file: Path) -> dict[str, date | None]:
    from generator.content.source.text_files import is_there, read_text
    from generator.staff.link_checker.result import NUMBERS_HEADER, read_known

    if not is_there(table_file):
        return {}
    text, unread = read_text(table_file, table_file.name)
    before, wrong = read_known(text, table_file.name, NUMBERS_HEADER) if text else ({}, [])
    if unread or wrong:
        stop(sorted([*unread, *wrong]))
    return before


def _tell(edition: Edition, found: list[NumberFinding], form: str, to: Path | None) -> None:
    from generator.formatters import links

    problems = links.number_problems(found)
    summed = f"{links.numbers_counted(found)}\n"
    if to or form != "text":
        text = "".join([*(f"{ADVICE if one.severity != 'error' else ''}{one}\n" for one in problems), summed])
        made = (
            text if form == "text" else links.numbers_as_csv(found) if form == "csv" else links.numbers_as_json(found)
        )
        hand_over(searched(made, form, edition.withheld), to)
    else:
        in_blocks([one for one in problems if one.severity != "error"], sys.stdout, ADVICE)
        click.echo(summed, nl=False)


@contextmanager
def progress(asked: list[str]) -> Iterator[Callable[[Finding], None]]:
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


def refuse_silence(findings: list[Finding]) -> None:
    """Where not one of several hosts says anything, it is not the addresses that are at fault."""
    from generator.staff.link_checker.checker import host_of

    hosts = {host_of(finding.address) for finding in findings}
    if len(hosts) > A_FEW and not any(finding.answered for finding in findings):
        click.echo("Not one host answered: is this machine connected to the internet? Nothing was written.", err=True)
        click.echo(f"The first: {findings[0].address}: {findings[0].why}.", err=True)
        sys.exit(1)


def write_table(path: Path, text: str) -> None:
    """Put the table in place of the old one, at once or not at all."""
    try:
        put(path, text.encode())
    except OSError as error:
        words = f"{path} can't be written: {error.strerror}; name another file with --known"
        raise click.UsageError(words) from None
