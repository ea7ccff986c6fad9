"""Problems, advice and counts -> lines in a terminal, with the lines of the files that they speak of."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any, NoReturn, TextIO

import click

from generator.diagnostics import Diagnostic
from generator.formatters.problem_text import ADVICE, ROOM, blocks, folded, to_mend
from generator.formatters.terminal import is_a_terminal
from generator.l10n.plurals import many
from generator.report import LinesOf, Report
from generator.site_loader import Site
from generator.template_folder import shipped

A_LINE_END = re.compile("\r\n|\r|\n")


__all__ = ["ADVICE", "counted", "fitting", "in_blocks", "lines", "rows_of", "set_out", "stop"]


def counted(things: Sequence[object], name: str) -> str:
    """1 service; 2 services."""
    return many(len(things), name)


def stop(problems: Sequence[Diagnostic], drafts: Mapping[str, str] | None = None) -> NoReturn:
    """Name every problem, and end with the status that says so. `drafts` are texts that were read but not written."""
    report = Report(problems)
    in_blocks(report.problems, sys.stderr, quoting=lines(drafts))
    click.echo(to_mend(report), err=True)
    sys.exit(1)


def in_blocks(problems: Iterable[Diagnostic], stream: TextIO, prefix: str = "", quoting: LinesOf | None = None) -> None:
    """Write each problem and the line that it stands on, with an empty line below. `quoting`: the files to quote."""
    alone = is_a_terminal(stream)
    room = shutil.get_terminal_size().columns if alone else ROOM
    for block in blocks(
        problems, quoting or lines(), prefix=prefix, room=room, colour=alone and _likes_colour(), alone=alone
    ):
        click.echo(f"{block}\n", file=stream)


def fitting(text: str, stream: TextIO) -> str:
    """One line of words, over several in a terminal that is too narrow for it."""
    return "\n".join(folded(text, shutil.get_terminal_size().columns)) if is_a_terminal(stream) else text


def set_out(record: str, stream: TextIO) -> str:
    """A record as it stands in its file. In a terminal a line that is too long for it goes on below, set in further."""
    if not is_a_terminal(stream):
        return record
    return "\n".join(part for line in record.split("\n") for part in _over_several(line) or [""])


def _over_several(line: str) -> list[str]:
    inset = " " * (len(line) - len(line.lstrip()) + 4)
    room = shutil.get_terminal_size().columns
    return wrap(line, room, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False)


def rows_of(stream: TextIO) -> int | None:
    """How many lines the terminal has; None where there is none."""
    return shutil.get_terminal_size().lines if is_a_terminal(stream) else None


def lines(drafts: Mapping[str, str] | None = None) -> LinesOf:
    """The files of the site that this command works on, and texts that are not written yet in the place of some."""
    from generator.content.source.text_files import lines_of

    site: Any = click.get_current_context().obj
    on_disk: LinesOf = lines_of(site.root) if isinstance(site, Site) else lambda _: ()
    texts = {file: A_LINE_END.split(text.removeprefix("\ufeff")) for file, text in (drafts or {}).items()}
    return lambda file: texts[file] if file in texts else on_disk(file)


def _likes_colour() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


HANDBOOK = "docs/handbook"


def handbook_page(name: str, root: Path) -> str:
    """The page in the site's own folder, where that holds the handbook; else the one that was installed.

    Args:
        name: such as keep-your-change.
        root: the site's folder.
    """
    page = f"{name}.md"
    if (root / HANDBOOK / page).is_file():
        return f"{HANDBOOK}/{page}"
    return str(shipped("handbook", HANDBOOK) / page)
