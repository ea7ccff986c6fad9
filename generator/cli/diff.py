"""`waymark diff`: what the public would see change between two states of the files, or what another's feed says."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import fitting, in_blocks, stop
from generator.cli.context import in_form, site_command, to_a_file
from generator.cli.feed_source import allow_local, services_of_feed
from generator.cli.output_file import hand_over
from generator.diagnostics import ContentError
from generator.privacy.outgoing import searched
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.staff.diff.site_revision import SiteRevision


@site_command(
    "diff",
    help=(
        "Say in plain words what a change does to public facts: from the files BEFORE, such as those of main, to those "
        "of now, or to those AFTER. With --against: what the Open Referral feed of another office says otherwise."
    ),
    example="waymark diff main\nwaymark diff HEAD~1 HEAD\nwaymark diff main --format markdown --to changes.md\n"
    "waymark diff --against https://example.org/data/oruk/services",
)
@click.argument("revision", metavar="BEFORE", required=False)
@click.argument("other", metavar="[AFTER]", required=False)
@click.option("--against", metavar="FEED", help="Another office's feed: an address, a file or a folder.")
@allow_local
@in_form("text", "markdown", "json")
@to_a_file
def command(
    site: Site,
    revision: str | None,
    other: str | None,
    against: str | None,
    allow_local: bool,
    form: str,
    to: Path | None,
) -> None:
    """Facts by record, each as the public reads it; an address that is withheld is never said."""
    if against is not None:
        if revision is not None:
            raise click.UsageError("--against compares with what is here now; leave out BEFORE and AFTER")
        _against(site, against, form, to, local=allow_local)
        return
    if revision is None:
        raise click.UsageError("say what to compare with: waymark diff main")
    from generator.cli.revisions import site_at
    from generator.formatters import diff
    from generator.staff.diff.site_revision import changes_between

    _ = site.config  # a folder that is no site is refused in the words of every command
    with ExitStack() as stack:
        before = _state(stack.enter_context(site_at(site, revision)), f"at {revision}", site)
        now = stack.enter_context(site_at(site, other)) if other else site
        after = _state(now, f"at {other}" if other else "as it is now", site)
    found, late = changes_between(before, after)
    make = {"text": diff.as_text, "markdown": diff.as_markdown, "json": diff.as_json}[form]
    text = make(found, late)
    if to is None and form == "text":
        text = "\n".join(fitting(line, sys.stdout) for line in text.split("\n"))
    made = text.encode() if form == "json" else text
    hand_over(searched(made, form, before.edition.withheld, after.edition.withheld), to)


def _against(site: Site, feed: str, form: str, to: Path | None, *, local: bool) -> None:
    """What a feed says otherwise than the records here."""
    from generator.formatters import feed_diff
    from generator.staff.diff.against_feed import against_feed

    try:
        settings = site.settings()
        edition = site.edition(settings)
    except ContentError as error:
        stop(error.problems)
    services, told = services_of_feed(feed, settings, edition.today, local=local)
    found = against_feed(edition, services, settings.language)
    for line in told:
        click.echo(line, err=True)
    if form == "json":
        hand_over(searched(feed_diff.as_json(found), form, edition.withheld), to)
        return
    text = feed_diff.as_text(found) if form == "text" else feed_diff.as_markdown(found)
    if to is None and form == "text":
        text = "\n".join(fitting(line, sys.stdout) for line in text.split("\n"))
    hand_over(searched(text, form, edition.withheld), to)


def _state(there: Site, when: str, site: Site) -> SiteRevision:
    """What the content says. Where it can't be read, nothing can be compared: say why, and end."""
    from generator.content.source.text_files import lines_of
    from generator.edition import Edition
    from generator.staff.diff.site_revision import SiteRevision, page_texts

    try:
        settings = there.settings()
        edition = there.edition(settings)
        return SiteRevision(Edition(edition.catalogue, site.now), settings, page_texts(there.root, settings))
    except ContentError as error:
        click.echo(f"The content {when} does not read, so nothing can be compared:", err=True)
        in_blocks(error.problems, sys.stderr, quoting=lines_of(there.root))
        click.echo(f"{len(error.problems)} to mend.", err=True)
        sys.exit(1)
