"""`waymark approve`: what waits for a second person, and the row of approvals.csv that says who looked at it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.approvals import FILE, ApprovalRow, Awaiting, Identity
from generator.cli.console import counted, fitting, stop
from generator.cli.context import only_shown, site_command
from generator.content.editing.keep import KeepError, committer, is_kept_by_git
from generator.diagnostics import ContentError, with_hint
from generator.formatters.terminal import is_a_terminal
from generator.model.fields.suggestions import one_of
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.content.loading.content import Content
    from generator.staff.approval.last_change import LastChanges


@site_command(
    "approve",
    help="List what waits for a second person, as approve: in mkdocs.yml says; or approve one of it, which writes a "
    "row into approvals.csv and commits that. Nobody approves what they changed last.",
    example="waymark approve\nwaymark approve posts/dating-scams-2027-launch\nwaymark approve --start",
)
@click.argument("things", metavar="[WHAT]...", nargs=-1)
@click.option("--start", is_flag=True, help="Once: write down what is there now, which needs no approval.")
@only_shown
def command(site: Site, things: tuple[str, ...], start: bool, dry_run: bool) -> None:
    """List, approve, or begin."""
    from generator.staff.approval.approving import ApprovalError

    if start and things:
        raise click.UsageError("--start goes alone: it takes all that is there now")
    try:
        settings = site.settings()
        if not settings.approve:
            raise click.UsageError("mkdocs.yml names nothing that needs one; write approve: [posts, numbers, places]")
        if start:
            _start(site, site.content(settings.model_copy(update={"approve": ()})), dry_run)
        elif things:
            _approve(site, site.content(settings), things, dry_run)
        else:
            _list(site.content(settings))
    except ContentError as error:
        stop(error.problems)
    except (ApprovalError, KeepError) as error:
        click.echo(fitting(f"Nothing was approved: {error}.", sys.stderr), err=True)
        sys.exit(1)


def _list(content: Content) -> None:
    from generator.staff.approval.last_change import LastChanges

    changes = LastChanges(content)
    for one in content.awaiting:
        _tell(one, content, changes)
    if not content.awaiting:
        click.echo("Nothing waits for a second person.")
        return
    click.echo(fitting(f"To approve one, as somebody else: waymark approve {content.awaiting[0].what}", sys.stdout))


def _tell(one: Awaiting, content: Content, changes: LastChanges) -> None:
    """What it is and what it says. Where a secret place is stands in a terminal alone."""
    from generator.staff.approval.thing_words import title_of, words_of

    change = changes.of(one)
    who = f"changed last by {change.by.name}" if change.by else "not known whose change"
    click.echo(f"{title_of(one, content)} ({one.what}), {who if change.is_kept else 'not kept yet'}")
    shown = is_a_terminal(sys.stdout)
    for line in words_of(one, content):
        said = line.value if shown or not line.is_secret else "(kept secret: see the file)"
        click.echo(fitting(f"  {'new: ' if line.is_new else ''}{line.label}: {said}", sys.stdout))


def _approve(site: Site, content: Content, named: tuple[str, ...], dry_run: bool) -> None:
    from generator.staff.approval.approving import approval_of
    from generator.staff.approval.last_change import LastChanges

    waiting = {one.what: one for one in content.awaiting}
    for what in named:
        if what not in waiting:
            raise click.UsageError(with_hint(f"{what} does not wait for anybody", one_of(what, waiting)))
    by, changes = _who(site), LastChanges(content)
    rows = [approval_of(waiting[what], changes.of(waiting[what]), by, site.today) for what in dict.fromkeys(named)]
    for what in dict.fromkeys(named):
        _tell(waiting[what], content, changes)
    _write(site, rows, dry_run)


def _start(site: Site, content: Content, dry_run: bool) -> None:
    from generator.content.loading.approval_ledger import read_approvals
    from generator.staff.approval.approving import starting_rows

    settings = site.settings()
    content.approvals, problems = read_approvals(site.root)
    if wrong := [one for one in problems if one.severity == "error"]:
        raise ContentError(wrong)
    rows = starting_rows(content, settings.approve, _who(site), site.today)
    if not rows:
        raise click.UsageError(f"{FILE} says already that {', '.join(settings.approve)} need a second person")
    click.echo(f"From now on a change of {', '.join(settings.approve)} waits for a second person.")
    _write(site, rows, dry_run)


def _who(site: Site) -> Identity:
    if not is_kept_by_git(site.root):
        raise click.UsageError("git does not keep this folder, so nobody knows who changed what; begin with git init")
    found = committer(site.root)
    if found is None:
        raise click.UsageError(
            'git does not know who you are: git config --global user.name "Sam Reed", and user.email'
        )
    return Identity(found.name, found.email)


def _write(site: Site, rows: list[ApprovalRow], dry_run: bool) -> None:
    from generator.staff.approval.approving import record

    if not dry_run:
        record(site.root, rows, None)
    click.echo("Nothing was written." if dry_run else f"Written and kept: {FILE}, {counted(rows, 'row')}. Send it on.")
