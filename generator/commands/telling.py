"""Problems, advice and counts -> lines in a terminal, with the lines of the files that they speak of."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, TextIO

import click

from generator.commands.site import Site
from generator.problems import Problem
from generator.reports.report import Lines, Report
from generator.reports.words import ADVICE, ROOM, blocks, folded, many, to_mend

__all__ = ["ADVICE", "counted", "fitting", "in_blocks", "lines", "stop"]


def counted(things: Sequence[object], name: str) -> str:
    """1 service; 2 services."""
    return many(len(things), name)


def stop(problems: Sequence[Problem]) -> NoReturn:
    """Name every problem, and end with the status that says so."""
    report = Report(problems)
    in_blocks(report.problems, sys.stderr)
    click.echo(to_mend(report), err=True)
    sys.exit(1)


def in_blocks(problems: Iterable[Problem], stream: TextIO, prefix: str = "", quoting: Lines | None = None) -> None:
    """Write each problem and the line that it stands on, with an empty line below. `quoting`: the files to quote."""
    alone = _is_a_terminal(stream)
    room = shutil.get_terminal_size().columns if alone else ROOM
    for block in blocks(
        problems, quoting or lines(), prefix=prefix, room=room, colour=alone and _likes_colour(), alone=alone
    ):
        click.echo(f"{block}\n", file=stream)


def fitting(text: str, stream: TextIO) -> str:
    """One line of words, over several in a terminal that is too narrow for it."""
    return "\n".join(folded(text, shutil.get_terminal_size().columns)) if _is_a_terminal(stream) else text


def lines() -> Lines:
    """The files of the site that this command works on."""
    from generator.reading.files import lines_of

    site: Any = click.get_current_context().obj
    return lines_of(site.root) if isinstance(site, Site) else lambda _: ()


def _is_a_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def _likes_colour() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
