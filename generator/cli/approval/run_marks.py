"""A run as somebody names it, and who said what of it -> the one field of its campaign's file that says so."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

import click

from generator.cli.console import fitting
from generator.cli.field_lines import change_fields
from generator.diagnostics import with_hint
from generator.model.campaign import Campaign, Run
from generator.model.fields.suggestions import one_of
from generator.settings import Settings
from generator.site_loader import Site


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """One run of a campaign, its file, and where it stands in it: the first is 0."""

    campaign: Campaign
    file: str
    number: int

    @property
    def run(self) -> Run:
        """The run itself."""
        return self.campaign.runs[self.number]

    @property
    def name(self) -> str:
        """What to type for it: dating-scams/2027-02-01."""
        return _name(self.campaign, self.run)


def run_named(site: Site, settings: Settings, typed: str, field: str) -> MarkedRun:
    """The run that somebody means. UsageError, with each that it may be, where that is none or several.

    Args:
        site: the folder and the moment.
        settings: what mkdocs.yml says.
        typed: a campaign's id, alone or with the first day of its run, or the year: dating-scams/2027-02-01.
        field: what is to be said of it: of a campaign's id alone, the one run to come that lacks it is meant.
    """
    campaigns = {one.record.id: one for one in site.content(settings).campaigns}
    name, _, when = typed.partition("/")
    found = campaigns.get(name)
    if found is None:
        raise click.UsageError(with_hint(f"{name}: there is no such campaign", one_of(name, campaigns)))
    campaign = found.record
    if not campaign.runs:
        raise click.UsageError(f"{name} has no run yet; add one: waymark new run {name}")
    runs = list(enumerate(campaign.runs))
    if when:
        meant = [number for number, run in runs if when in (run.first.isoformat(), str(run.first.year))]
    else:
        ahead = [number for number, run in runs if run.last >= site.today]
        lacking = [number for number in ahead if getattr(campaign.runs[number], field) is None]
        meant = lacking or (ahead if len(ahead) == 1 else [])
    if len(meant) != 1:
        every = ", ".join(_name(campaign, run) for _, run in runs)
        why = "there are several" if len(meant) > 1 else "there is no such run" if when else "say which run"
        raise click.UsageError(f"{typed}: {why}; write one of {every}")
    return MarkedRun(campaign, found.source.file, meant[0])


def _name(campaign: Campaign, run: Run) -> str:
    return f"{campaign.id}/{run.first}"


def mark(
    site: Site, settings: Settings, marked: MarkedRun, field: str, value: Mapping[str, str], dry_run: bool
) -> None:
    """Write the field and say which line it is. Ends the command where the content would not be right with it."""
    fields = [("runs", marked.number, field)]
    changed = change_fields(site, settings, marked.file, fields, value, dry_run=dry_run)
    for _, said in changed.said:
        click.echo(said)
    old = getattr(marked.run, field)
    if old is not None:
        click.echo(f"Before: {old.by}, on {old.on}.")
    click.echo(changed.told(dry_run=dry_run))


def say(words: str) -> None:
    """A sentence about what follows from it."""
    click.echo(fitting(words, sys.stdout))
