"""`waymark build`: checks, builds beside the old site, checks what came out, and only then swaps."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.commands.handing_over import why_not
from generator.commands.options import WHERE
from generator.commands.site import CONFIG, Site, site_command
from generator.commands.telling import ADVICE, fitting, stop
from generator.commands.whole import real
from generator.model.addresses import STYLESHEET
from generator.problems import ContentError
from generator.reports.fault import without_tracebacks

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.settings import Settings

OURS = ".waymark"
"""The file that says that a folder beside the site is one that we build in."""
A_SETTING = re.compile(r"^(?:ERROR|WARNING)\s+-\s+Config value '([^']*)': ")
ABORTED = ("Aborted with a configuration error!", "Aborted with a BuildError!")
AN_ERROR = re.compile(r"^ERROR\s+-\s+")


@site_command(
    "build",
    help="Check, build beside the old site, check what came out, and only then put it in the old one's place.",
    example="waymark build\nwaymark build --to public",
)
@click.option(
    "--to", type=click.Path(file_okay=False, path_type=Path), default=None, help=f"{WHERE}site/ in the folder."
)
def command(site: Site, to: Path | None) -> None:
    """The old site stays whole until the new one is."""
    try:
        settings = site.settings()
    except ContentError as error:
        stop(error.problems)
    site.templates(settings, "main.html")
    site.pages(settings)
    target = real(to or site.root / "site")
    _refuse_what_is_no_site(target)
    recover(target)
    fresh = _beside(target, "new")
    with _our_own(fresh):
        _build(site, settings, fresh, target)
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"Built {pages} pages in {target}.")


def _build(site: Site, settings: Settings, fresh: Path, target: Path) -> None:
    """Build in one folder, look at all of it, and only then put it in the place of the other."""
    from generator.inspection import broken_html

    said = ["It was stopped."]
    try:
        said = _engine_builds(site, fresh)
    except KeyboardInterrupt:
        click.echo("\nStopped. The site is as it was.", err=True)
        sys.exit(1)
    finally:
        if said:
            _remove(fresh)
    if said:
        _explain(site, said)
    problems = sorted(broken_html(fresh, settings))
    if problems:
        click.echo(f"The old site stays. What was built is in {fresh}.", err=True)
        stop(problems)
    (fresh / OURS).unlink()
    swap(fresh, target)


def _engine_builds(site: Site, fresh: Path) -> list[str]:
    """Build the site; what the engine complained of, without what it says of its own progress. Good: nothing."""
    command = site.engine("build", "--strict", "--site-dir", str(fresh))
    done = subprocess.run(command, env=site.environment, check=False, capture_output=True)  # noqa: S603 # the same
    lines = (done.stderr + done.stdout).decode("utf-8", "replace").splitlines()
    if done.returncode == 0:
        for line in lines:
            if ADVICE in line:
                click.echo(fitting(line[line.index(ADVICE) :], sys.stdout))
        return []
    said = without_tracebacks([line for line in lines if line and not line.startswith("INFO ")])
    said = [AN_ERROR.sub("", A_SETTING.sub(rf"{CONFIG}: \1: ", line)) for line in said if line not in ABORTED]
    return said or [f"The engine stopped with status {done.returncode}, and did not say why."]


def _explain(site: Site, said: Sequence[str]) -> NoReturn:
    """Why there is no new site: in our words where the content is at fault, else in the engine's."""
    try:
        site.edition(site.settings())
    except ContentError as error:
        stop(error.problems)
    for line in said:
        click.echo(line, err=True)
    sys.exit(1)


def _refuse_what_is_no_site(target: Path) -> None:
    """A slip in --to must not cost anyone the folder they work in: only a site is ever replaced."""
    _refuse_other_files(target, STYLESHEET)
    for ending in ("old", "new"):
        _refuse_other_files(_beside(target, ending), STYLESHEET, OURS)


def _refuse_other_files(path: Path, *marks: str) -> None:
    """`marks`: a folder of ours has one of these files, also where a build was killed at work in it."""
    if path.is_dir() and any(path.iterdir()) and not any((path / mark).is_file() for mark in marks):
        words = f"{path} holds other files than a site, and building there would delete them; name a new folder"
        raise click.UsageError(words)
    if os.path.lexists(path) and not path.is_dir():
        raise click.UsageError(f"{path} is a file, and a folder is needed there; move it away, or name another folder")


@contextmanager
def _our_own(fresh: Path) -> Iterator[None]:
    """An empty folder to build in, with the mark that it is ours. The engine leaves hidden files alone.

    The mark is held meanwhile, so that no other build clears the folder under our feet.
    """
    try:
        fresh.mkdir(parents=True, exist_ok=True)
        mark = _held(fresh / OURS)
        _clear(fresh)
    except BlockingIOError:
        words = f"another build is at work in {fresh}; wait until it is done, or build into another folder with --to"
        raise click.UsageError(words) from None
    except OSError as error:
        words = f"{fresh} can't be made: {why_not(fresh, error)}; name another folder with --to"
        raise click.UsageError(words) from None
    try:
        yield
    finally:
        os.close(mark)


def _held(mark: Path) -> int:
    """The mark, open, and ours alone until it is closed. BlockingIOError where another build has it."""
    opened = os.open(mark, os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(opened)
        raise
    except OSError as error:  # a drive in the network may know no locks: then nobody is told to wait
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP):
            os.close(opened)
            raise
    return opened


def _clear(folder: Path) -> None:
    """Take out all but the mark."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != OURS:
            path.unlink()


def _remove(folder: Path) -> None:
    """Take a folder of ours away, its mark last: whoever is killed meanwhile leaves one that is known to be ours."""
    with suppress(OSError):
        (folder / OURS).touch()
        _clear(folder)
        (folder / OURS).unlink()
        folder.rmdir()


def recover(target: Path) -> None:
    """Bring back a site that was left aside when its replacing was cut off; not what is left of one being removed."""
    old = _beside(target, "old")
    if old.exists() and not target.exists() and not (old / OURS).exists():
        old.rename(target)


def swap(fresh: Path, target: Path) -> None:
    """Put a new folder where the old one stands. If that fails, the old one is back."""
    old = _beside(target, "old")
    _remove(old)
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        recover(target)
        raise
    _remove(old)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f"{target.name}.{ending}")
