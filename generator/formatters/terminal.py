"""A stream -> whether a person looks on; what is to be said -> lines that fit it, where no secret is repeated."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Collection
from typing import TextIO

import click

from generator.diagnostics import HIDDEN


def is_a_terminal(stream: TextIO) -> bool:
    """Whether whoever edits looks on: elsewhere, others may read along. Some jobs have a terminal too: CI says so."""
    return stream.isatty() and not os.environ.get("CI")


WIDEST = 100


NARROWEST = 40


NOT_REPEATED = "(not repeated here)"


class LinePrinter:
    """Writes lines that fit the terminal. Where there is none, others may read along: no place is repeated there."""

    def __init__(self, *, alone: bool, secret: Collection[str]) -> None:
        self.alone = alone
        self.secret = secret
        self.hushed = False
        self.width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST) - 1

    def __call__(
        self, text: str = "", indent: int = 0, hang: int = 0, colour: str | None = None, mark: str = ""
    ) -> None:
        """Write a text, wrapped."""
        lines = textwrap.wrap(
            HIDDEN.sub("?", text),  # a spreadsheet must not move the cursor
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_on_hyphens=False,
        ) or [""]
        if mark and colour:
            lines[0] = lines[0].replace(mark, click.style(mark, fg=colour), 1)
        for line in lines:
            click.echo(line)

    def unless(self, secret: bool, text: str) -> str:
        """A text, or that it is not repeated."""
        if self.alone or not secret:
            return text
        self.hushed = True
        return NOT_REPEATED

    def title(self, text: str) -> None:
        """A line above a part."""
        click.echo()
        click.echo(click.style(text, bold=True))


def cut(text: str, width: int) -> str:
    """A text that is no wider than this."""
    return text if len(text) <= width else f"{text[: width - 3]}..."
