"""Options that several commands take: one name, one meaning, in the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

A_FILE = click.Path(dir_okay=False, path_type=Path)
IN_FORM = "The form to write it in"
WHERE = "Where to write it. Default: "
to_a_file = click.option("--to", type=A_FILE, help=f"{WHERE}print it.")
only_shown = click.option("--dry-run", is_flag=True, help="Only show it; change nothing.")


def in_form(*forms: str, which: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--format`, as `form`: one of these, the first where nobody says. `which` explains them."""
    words = f"{IN_FORM}{f': {which}' if which else ''}."
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=words)


class Known(click.Choice[str]):
    """One of a few words, however somebody writes it: Y is yes, as in a table."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word itself; a refusal that lists them all for anything else."""
        from generator.spreadsheets.understood import as_choice

        known = as_choice(value, tuple(self.choices)) if isinstance(value, str) else value
        return super().convert(known, param, ctx)
