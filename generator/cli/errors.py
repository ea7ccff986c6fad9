"""Whatever stops a command from outside -> one line, and the status 1 or 2. Never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

import click

from generator.diagnostics import WaymarkError
from generator.formatters.exceptions import AGAIN, REASONS


class MachineError(WaymarkError, click.ClickException):
    """The machine could not do what it was asked: nothing is wrong with the content."""

    exit_code = 2

    def __init__(self, error: OSError) -> None:
        what = error.strerror or type(error).__name__
        reason = REASONS.get(error.errno or 0, f"{what[:1].lower()}{what[1:]}; mend that, {AGAIN}")
        super().__init__(f"{error.filename}: {reason}" if isinstance(error.filename, str) else reason)


@contextmanager
def in_one_line() -> Iterator[None]:
    """Ctrl+C, a full disk, an old terminal, a door that is closed: say it in one line, and end."""
    _open_what_is_closed()
    if isinstance(sys.stdout, TextIOWrapper):  # an old terminal has no curly quotes: better a "?" than nothing
        sys.stdout.reconfigure(errors="replace")
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nStopped.", err=True)
        sys.exit(1)
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read the output has seen enough
            raise
        raise MachineError(error) from None


@contextmanager
def in_whole_words() -> Iterator[None]:
    """Wrong use: in a terminal that is too narrow for the reason, it goes on in the next line between two words."""
    try:
        yield
    except click.UsageError as error:
        from generator.cli.console import fitting
        from generator.formatters.terminal import is_a_terminal

        if not is_a_terminal(sys.stderr):
            raise
        prefix = "Error: "
        told = fitting(f"{prefix}{error.format_message()}", sys.stderr).removeprefix(prefix)
        raise click.UsageError(told, error.ctx) from None


def _open_what_is_closed() -> None:
    """A job may start us without an input or an output: that is the same as an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 # to the end
