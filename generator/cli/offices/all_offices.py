"""`waymark --root FOLDER --all check`: one command, in every office below a folder, several at once -> one summary."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.context import clock
from generator.cli.offices.office_runs import Ended, run_each
from generator.cli.revisions import changed_since
from generator.diagnostics import ContentError
from generator.l10n.plurals import many
from generator.site_loader import CONFIG, Site

FOR_ALL = ("check", "build", "release")
RIGHT = "waymark --root examples --all check"


@click.command(
    "all", add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(context: click.Context, words: tuple[str, ...]) -> None:
    """Run it everywhere at one and the same moment; then say how it went in each, and in all."""
    given = context.parent.params if context.parent else {}
    root: Path = (given.get("root") or Path()).resolve()
    _refuse(words)
    offices = offices_below(root)
    if since := given.get("changed_since"):
        every, offices = len(offices), offices_changed(root, since)
        if not offices:
            click.echo(f"Nothing that one of {many(every, 'office')} is made of has changed since {since}.")
            return
    moment = str(int((given.get("now") or clock()).timestamp()))
    around = {**os.environ, "SOURCE_DATE_EPOCH": moment}
    around.setdefault("GITHUB_WORKSPACE", os.fspath(Path.cwd()))
    ended = []
    for one in run_each(words, offices, around):
        ended.append(one)
        _tell(one, shows_all="--format" in " ".join(words))
    bad = [one for one in ended if one.status]
    good = len(ended) - len(bad)
    click.echo(f"{many(len(ended), 'office')}: {good} good, {len(bad)} with something to mend.", err=bool(bad))
    sys.exit(0 if not bad else 2 if all(one.status == 2 for one in bad) else 1)


def offices_below(root: Path) -> list[Path]:
    """The folder of each office, by name. UsageError where there is none."""
    offices = sorted(one.parent for one in root.glob(f"[!.]*/{CONFIG}"))
    if not offices:
        raise click.UsageError(f"no folder in {root} has a {CONFIG}, so there is no office; write {RIGHT}")
    return offices


def offices_changed(root: Path, revision: str) -> list[Path]:
    """The folder of each office that would be built otherwise than at a revision; in doubt, of all of them."""
    from generator.content.loading.site_inputs import SiteInputs, site_inputs, touched
    from generator.content.source.text_files import read_text

    offices = offices_below(root)
    changed = changed_since(root, revision)
    if changed is None:
        click.echo(f"git does not know '{revision}', so all are taken: {many(len(offices), 'office')}", err=True)
        return offices

    def inputs(office: Path) -> SiteInputs:
        text = read_text(office / CONFIG, CONFIG).value or ""
        try:
            return site_inputs(office, text, Site(office, clock()).read_settings())
        except ContentError:
            return site_inputs(office, text, None)

    every = {office: inputs(office) for office in offices}
    found = touched(list(every.values()), changed)
    return [office for office, made_of in every.items() if made_of in found]


def _refuse(words: Sequence[str]) -> None:
    if not words or words[0] not in FOR_ALL:
        typed = f"'{words[0]}'" if words else "it"
        raise click.UsageError(f"--all goes with {', '.join(FOR_ALL)}, and {typed} is none of them; write {RIGHT}")
    for word, behind in zip(words, [*words[1:], ""], strict=True):
        name, _, value = word.partition("=")
        value = value or behind
        if name == "--root":
            raise click.UsageError(f"--root stands in front of --all, and names the folder of offices; write {RIGHT}")
        if name == "--to" and Path(value).is_absolute():
            raise click.UsageError(f"{value} can't hold every office; name a folder in each of them: --to public")
        if name == "--format" and value == "json":
            raise click.UsageError("several offices make no one JSON; ask each alone: waymark --root FOLDER check")


def _tell(ended: Ended, *, shows_all: bool) -> None:
    """One line of a good one; of another, everything to mend. Annotations for a job are for the job to read."""
    if shows_all and ended.out:
        click.echo(ended.out, nl=False)
    click.echo(f"{ended.office}: {ended.last}", err=bool(ended.status))
    if ended.status:
        above = ended.err.rstrip("\n").removesuffix(ended.last).rstrip()
        click.echo("".join(f"  {line}".rstrip() + "\n" for line in above.splitlines()), err=True, nl=False)
