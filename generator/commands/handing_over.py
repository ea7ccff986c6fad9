"""What a command made -> the file that somebody asked for, whole or not at all, or the terminal."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from pathlib import Path

import click

from generator.commands.own_files import is_made_by_the_same
from generator.commands.site import Site
from generator.commands.targets import refuse_what_is_public
from generator.commands.telling import is_a_terminal
from generator.commands.whole import put
from generator.model.ledger import HEADER
from generator.problems import ContentError


def hand_over(made: bytes | str, to: Path | None, more: str = "") -> None:
    """Write what was made to a file, over an older one; without a file, print it. UsageError where that can't be.

    Args:
        made: bytes, for programs, go out as they are. Words, for people, are UTF-8 in a file, and on a terminal
            in its own letters.
        to: the file.
        more: what to say behind the file's name, once it is written.
    """
    if to is None:
        click.echo(made, nl=False)
        return
    _refuse_where_it_would_be_public(to)
    if holds_what_people_wrote(to):
        raise click.UsageError(f"{to} holds what people wrote, and would be lost; name another file with --to")
    data = made.encode() if isinstance(made, str) else made
    try:
        if not is_made_by_the_same(to, data):
            _ask(to)
        put(to, data)
    except OSError as error:
        raise click.UsageError(f"{to} can't be written: {why_not(to, error)}; name another file with --to") from None
    click.echo(f"Written: {to}{more}")


def _ask(to: Path) -> None:
    """Somebody's file is written over only where somebody says so."""
    if is_a_terminal(sys.stdin) and is_a_terminal(sys.stderr):
        click.confirm(f"{to} is there, and this command did not make it. Write over it?", abort=True, err=True)
        return
    words = f"{to} is there, and this command did not make it; name another file with --to, or take that one away first"
    raise click.UsageError(words)


def _refuse_where_it_would_be_public(to: Path) -> None:
    """Whatever a command writes is for staff: no command's `--to` leads where the site is made or served from."""
    context = click.get_current_context(silent=True)
    site = context.obj if context else None
    if isinstance(site, Site):
        settings = None
        with suppress(ContentError, click.UsageError):
            settings = site.settings()
        refuse_what_is_public(to, site.root, settings)


def holds_what_people_wrote(path: Path) -> bool:
    """Whether the file is one that this program reads and never makes anew: records, a campaign, what went out when."""
    if not path.is_file():  # a pipe would keep us waiting
        return False
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER) + 1)
    except OSError:
        return False
    if path.suffix == ".md":
        return start.startswith(b"---")
    return path.suffix in (".yaml", ".yml") or start.splitlines()[:1] == [HEADER.encode()]


def why_not(to: Path, error: OSError) -> str:
    """Why nothing can be written there, in words."""
    if error.errno == errno.ENOENT and not to.parent.is_dir():
        return f"there is no folder {to.parent}"
    if error.errno == errno.ENOTDIR or (error.errno == errno.EEXIST and to.parent.is_file()):
        return f"{to.parent} is a file, not a folder"
    return error.strerror or type(error).__name__
