"""Door 2: the `waymark` command. Exit status: 0 good, 1 problems in the content, 2 wrong use."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.model.addresses import STYLESHEET
from generator.model.dates import LONDON, moment
from generator.problems import ContentError, Problem

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.model.edition import Edition
    from generator.settings import Settings

CONFIG = "mkdocs.yml"
ADVICE = "advice: "
"""In front of what could be better. The plugin writes it into the engine's log."""


class Now(click.ParamType[datetime]):
    """A moment, written 2027-02-10T09:00, in the United Kingdom."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read the text of an option."""
        try:
            return moment(value)
        except ValueError as error:
            self.fail(str(error).replace("2027-02-01 09:00", "2027-02-10T09:00"), param, ctx)


@click.group(help="From services.yaml, campaigns and pages to a public site, its feeds and open data.")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=".", help="The folder of mkdocs.yml.")
@click.option("--now", type=Now(), help="Do as on that day, for example 2027-02-10T09:00. Default: now.")
@click.pass_context
def main(context: click.Context, root: Path, now: datetime | None) -> None:
    """Every command works on the site in one folder, at one moment."""
    context.obj = Site(root.resolve(), now or _clock())


def _clock() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError):
        words = f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a moment in seconds, for example 1802250000"
        raise click.UsageError(words) from None


class Site:
    """A folder and a moment."""

    def __init__(self, root: Path, now: datetime) -> None:
        self.root = root
        self.now = now

    @property
    def config(self) -> Path:
        """The file that makes a folder a site."""
        path = self.root / CONFIG
        if not path.is_file():
            words = f"there is no {CONFIG} in {self.root}; go to the site's folder, or name it with --root"
            raise click.UsageError(words)
        return path

    def settings(self) -> Settings:
        """What the file says. ContentError names what is wrong in it."""
        from generator.reading.files import read_text
        from generator.reading.site import read_settings

        problems: list[Problem] = []
        text = read_text(self.config, CONFIG, problems)
        if text is None:
            raise ContentError(problems)
        return read_settings(text, CONFIG)

    def edition(self, settings: Settings) -> Edition:
        """All content at this moment. ContentError names everything that is wrong in it."""
        from generator.model.edition import Edition
        from generator.reading.content import load

        today = self.now.astimezone(LONDON).date()
        return Edition(load(self.root, settings, today), self.now, settings.feeds.paused_from(today))

    def engine(self, *arguments: str) -> list[str]:
        """The command that runs the engine on this site."""
        return [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(self.config)]

    @property
    def environment(self) -> dict[str, str]:
        """What the engine must know: this moment."""
        return os.environ | {
            "SOURCE_DATE_EPOCH": str(int(self.now.timestamp())),
            "NO_MKDOCS_2_WARNING": "1",  # the theme's own notice, which is for maintainers: see README
        }


@main.command(help="Name every mistake in the content, with its place and the way to mend it.")
@click.option("--strict", is_flag=True, help="Take advice for mistakes, but where there is still time.")
@click.pass_obj
def check(site: Site, strict: bool) -> None:
    """Read everything, judge everything, write nothing."""
    from generator.planning.due import due_for_check
    from generator.planning.release import unreleased

    try:
        settings = site.settings()
        edition = site.edition(settings)
    except ContentError as error:
        _stop(error.problems)
    catalogue = edition.catalogue
    for due in due_for_check(edition):
        since = f"since {due.since}" if due.since else "it was never checked"
        click.echo(f"due for a check: {due.service.id} ({due.freshness}, {since})")
    for advice in catalogue.advice:
        click.echo(f"{ADVICE}{advice}")
    late = unreleased(edition, settings)
    if late:
        click.echo(f"{ADVICE}{late}")
    pressing = [advice for advice in catalogue.advice if not advice.may_wait]
    if strict and pressing:
        click.echo(f"{len(pressing)} to mend.", err=True)
        sys.exit(1)
    services, campaigns = _counted(catalogue.services, "service"), _counted(catalogue.campaigns, "campaign")
    click.echo(f"Good: {services}, {campaigns}, nothing to mend.")


@main.command(
    help="Check, build beside the old site, check what came out, and only then put it in the old one's place."
)
@click.option(
    "--to", type=click.Path(file_okay=False, path_type=Path), default=None, help="Default: site/ in the folder."
)
@click.pass_obj
def build(site: Site, to: Path | None) -> None:
    """The old site stays whole until the new one is."""
    from generator.inspection import broken_html

    try:
        settings = site.settings()
    except ContentError as error:
        _stop(error.problems)
    target = (to or site.root / "site").resolve()
    _refuse_what_is_no_site(target)
    recover(target)
    fresh = _beside(target, "new")
    shutil.rmtree(fresh, ignore_errors=True)
    said = ["It was stopped."]
    try:
        said = _engine_builds(site, fresh)
    finally:
        if said:
            shutil.rmtree(fresh, ignore_errors=True)
    if said:
        _explain(site, said)
    problems = sorted(broken_html(fresh, settings))
    if problems:
        click.echo(f"The old site stays. What was built is in {fresh}.", err=True)
        _stop(problems)
    swap(fresh, target)
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"Built {pages} pages in {target}.")


@main.command(help="Say which posts go out now, and write them into the ledger. Then build and publish the site.")
@click.option("--dry-run", is_flag=True, help="Only say it.")
@click.pass_obj
def release(site: Site, dry_run: bool) -> None:
    """By hand or from a scheduled job: a post is recorded once, with the date that every feed gives it for ever."""
    from generator import releasing
    from generator.pages.said import moment as in_words
    from generator.planning.release import plan_release, told

    try:
        settings = site.settings()
        folder = site.root / settings.campaigns
        before = releasing.read(folder)
        edition = site.edition(settings)
    except ContentError as error:
        _stop(error.problems)
    plan = plan_release(edition, settings)
    for line in told(plan, in_words(plan.coming.at) if plan.coming else ""):
        click.echo(line)
    if dry_run:
        click.echo("Nothing was written.")
        return
    if plan.rows or before is None:
        try:
            releasing.append(folder, plan.rows, before)
        except (releasing.BusyError, releasing.ChangedError) as error:
            click.echo(str(error), err=True)
            sys.exit(1)
    click.echo(f"Written: {_counted(plan.rows, 'row')}." if plan.rows or before is None else "Nothing to write.")


@main.command(help="Show the site on this machine as on the day of --now, and again after each change.")
@click.pass_obj
def serve(site: Site) -> None:
    """A preview: mistakes show in the terminal, and mending them brings the page back."""
    command = site.engine("serve", "--livereload")
    if os.name == "posix":  # to become the engine, so that whatever stops this command stops the server
        os.execve(sys.executable, command, site.environment)  # noqa: S606 # our own interpreter
    sys.exit(subprocess.run(command, env=site.environment, check=False).returncode)  # noqa: S603 # the same


def _engine_builds(site: Site, fresh: Path) -> list[str]:
    """Build the site; what the engine complained of, without what it says of its own progress. Good: nothing."""
    command = site.engine("build", "--strict", "--site-dir", str(fresh))
    done = subprocess.run(command, env=site.environment, check=False, capture_output=True)  # noqa: S603 # the same
    lines = (done.stderr + done.stdout).decode("utf-8", "replace").splitlines()
    if done.returncode == 0:
        for line in lines:
            if ADVICE in line:
                click.echo(line[line.index(ADVICE) :])
        return []
    said = [line for line in lines if line and not line.startswith("INFO ")]
    return said or [f"The engine stopped with status {done.returncode}, and did not say why."]


def _explain(site: Site, said: Sequence[str]) -> NoReturn:
    """Why there is no new site: in our words where the content is at fault, else in the engine's."""
    try:
        site.edition(site.settings())
    except ContentError as error:
        _stop(error.problems)
    for line in said:
        click.echo(line, err=True)
    sys.exit(1)


def _refuse_what_is_no_site(target: Path) -> None:
    """A slip in --to must not cost anyone the folder they work in: only a site is ever replaced."""
    if target.is_dir() and any(target.iterdir()) and not (target / STYLESHEET).is_file():
        words = f"{target} holds other files than a site, and building there would delete them; name a new folder"
        raise click.UsageError(words)


def recover(target: Path) -> None:
    """Bring back a site that was left aside when its replacing was cut off."""
    old = _beside(target, "old")
    if old.exists() and not target.exists():
        old.rename(target)


def swap(fresh: Path, target: Path) -> None:
    """Put a new folder where the old one stands. If that fails, the old one is back."""
    old = _beside(target, "old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        recover(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f"{target.name}.{ending}")


def _counted(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _stop(problems: Sequence[Problem]) -> NoReturn:
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(f"{len(problems)} to mend.", err=True)
    sys.exit(1)
