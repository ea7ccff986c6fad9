"""A run as somebody names it, and who said what of it -> the one field of its campaign's file that says so."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

import click

from generator.cli.console import fitting, stop
from generator.content.editing.document import EditError, YamlDocument
from generator.content.editing.fields import set_field
from generator.content.editing.save import FileChange, save, text_of
from generator.content.loading.folder import campaign_files
from generator.diagnostics import ContentError, with_hint
from generator.model.campaign import Campaign, Run
from generator.model.fields.suggestions import one_of
from generator.settings import Settings
from generator.site_loader import Site


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """One run of a campaign, and where it stands in its file: the first is 0."""

    campaign: Campaign
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
    campaigns = {one.id: one for one in site.edition(settings).catalogue.campaigns}
    name, _, when = typed.partition("/")
    campaign = campaigns.get(name)
    if campaign is None:
        raise click.UsageError(with_hint(f"{name}: there is no such campaign", one_of(name, campaigns)))
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
    return MarkedRun(campaign, meant[0])


def _name(campaign: Campaign, run: Run) -> str:
    return f"{campaign.id}/{run.first}"


def mark(
    site: Site, settings: Settings, marked: MarkedRun, field: str, value: Mapping[str, str], dry_run: bool
) -> None:
    """Write the field and say which line it is. Ends the command where the content would not be right with it."""
    path = ("runs", marked.number, field)
    file = _file_of(site, settings, marked.campaign.id)
    before = text_of(site.root / file, file)
    try:
        after = set_field(before, file, path, value)
    except EditError as error:
        stop(error.problems)
    try:
        site.edition(settings, {file: after})
    except ContentError as error:
        stop(error.problems, {file: after})
    if not dry_run:
        try:
            save([FileChange(site.root / file, file, before, after)])
        except ContentError as error:
            stop(error.problems)
    places = YamlDocument(after, file).places
    start, end = places.keys[path], places.ends[path]
    line = after.replace("\r\n", "\n").split("\n")[start[0]]
    click.echo(f"{file}:{start[0] + 1}: {line[start[1] : end[1] if end[0] == start[0] else None]}")
    old = getattr(marked.run, field)
    if old is not None:
        click.echo(f"Before: {old.by}, on {old.on}.")
    click.echo("Nothing was written." if dry_run else f"Written: {file}. Every other line is as it was.")


def say(words: str) -> None:
    """A sentence about what follows from it."""
    click.echo(fitting(words, sys.stdout))


def _file_of(site: Site, settings: Settings, campaign_id: str) -> str:
    for file in campaign_files(site.root, settings):
        value = YamlDocument(text_of(site.root / file, file), file).value
        if isinstance(value, dict) and value.get("id") == campaign_id:
            return file
    raise AssertionError("a campaign of the catalogue stands in a file")
