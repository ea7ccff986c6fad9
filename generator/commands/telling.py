"""Problems and counts -> lines in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from generator.problems import Problem

ADVICE = "advice: "
"""In front of what could be better. The plugin writes it into the engine's log."""


def counted(things: Sequence[object], name: str) -> str:
    """1 service; 2 services."""
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def stop(problems: Sequence[Problem]) -> NoReturn:
    """Name every problem, and end with the status that says so."""
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(f"{len(problems)} to mend.", err=True)
    sys.exit(1)
