"""`waymark release`: says which posts go out now, and records them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import counted, fitting, stop
from generator.cli.context import site_command
from generator.cli.prompts.session import answerable, is_a_terminal
from generator.cli.revisions import bytes_of, rows_that_git_has
from generator.content.editing.atomic import alone_in, put
from generator.diagnostics import ContentError
from generator.model.ledger import FILE, HEADER, LedgerRow
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.settings import Settings
    from generator.staff.planning.ledger_rows import Release

PATIENCE = 30.0
"""So long a release waits for another one to end, in seconds."""


@site_command(
    "release",
    help="Say which posts go out now, and write them into published.csv. Then build and publish the site. The first "
    "release makes published.csv, the list of all posts that went out: from then on only posts in it are in the feeds. "
    "Commit it, and run this at least once an hour. In a terminal it asks before it makes that file.",
    example="waymark release --dry-run\nwaymark release\nwaymark release --no-input",
)
@answerable
def command(site: Site, dry_run: bool, no_input: bool) -> None:
    """By hand or from a scheduled job: a post is recorded once, with the date that every feed gives it for ever."""
    try:
        settings = site.settings()
        folder = site.root / settings.campaigns
        if dry_run:
            _plan(site, settings, folder)
            click.echo("Nothing was written.")
            return
        asked = not no_input and is_a_terminal() and not os.path.lexists(folder / FILE)
        if asked:  # before the lock: whoever thinks about it keeps no scheduled job waiting
            _plan(site, settings, folder)
            if not click.confirm(f"Make {settings.campaigns}/{FILE}, and release posts by it from now on?"):
                click.echo("Nothing was written.")
                return
        folder.mkdir(parents=True, exist_ok=True)
        with alone_in(folder, PATIENCE) as alone:  # from the look at the file until it is written
            if not alone:
                click.echo("another release is at work; run it again when that is done", err=True)
                sys.exit(1)
            before, plan = _plan(site, settings, folder, silent=asked)
            if plan.rows or before is None:
                _append(folder / FILE, plan.rows, before)
    except ContentError as error:
        stop(error.problems)
    except FileExistsError:  # the folder of campaigns is a file: that is named where the content is read
        site.edition(settings)
        raise
    click.echo(f"Written: {counted(plan.rows, 'row')}." if plan.rows or before is None else "Nothing to write.")


def _plan(site: Site, settings: Settings, folder: Path, *, silent: bool = False) -> tuple[bytes | None, Release]:
    """What stands in the ledger, and what is to be done about it: that is told, unless it was just now."""
    from generator.l10n.formats import moment as in_words
    from generator.staff.planning.ledger_rows import plan_release, told

    before = bytes_of(folder / FILE)  # what can't be read is named below, when the content is
    edition = site.edition(settings)
    gone = rows_that_git_has(site.root, f"{settings.campaigns}/{FILE}", before, _due(edition))
    if gone:
        raise ContentError(gone)
    plan = plan_release(edition, settings)
    for line in () if silent else told(plan, in_words(plan.coming.at) if plan.coming else ""):
        click.echo(fitting(line, sys.stdout))
    return before, plan


def _due(edition: Edition) -> frozenset[str]:
    return frozenset(post.id for _, post in edition.due_posts)


def _append(path: Path, rows: Sequence[LedgerRow], before: bytes | None) -> None:
    """Write rows behind the last one. What stands there is kept to the byte."""
    if (path.read_bytes() if os.path.lexists(path) else None) != before:
        click.echo("the ledger changed while this release was planned; run it again", err=True)
        sys.exit(1)
    old = before if before is not None else f"{HEADER}\n".encode()
    end = b"" if old.endswith(b"\n") else b"\n"
    put(path, old + end + "".join(f"{row}\n" for row in rows).encode())
