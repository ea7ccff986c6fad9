"""Options that several commands take, and how a number among them is read: one name, one meaning, in the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.diagnostics import quoted


class Number(click.ParamType[Any]):
    """A number within two others, whole where they are whole."""

    name = "number"

    def __init__(self, least: float, most: float, example: float, what: str = "") -> None:
        self.least, self.most, self.example = least, most, example
        self.kind: type[float] = type(least)
        self.what = what or ("a whole number" if self.kind is int else "a number")

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What stands behind the option in the help."""
        return f"{self.least}-{self.most}"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the text of an option."""
        try:
            number: float | None = self.kind(str(value))
        except ValueError:
            number = None
        if number is None or not self.least <= number <= self.most:
            limits = f"{self.what} from {self.least} to {self.most}"
            self.fail(f"{quoted(value)} is not {limits}; write it as {self.example}", param, ctx)
        return number


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
        from generator.staff.spreadsheets.cell_parser import as_choice

        known = as_choice(value, tuple(self.choices)) if isinstance(value, str) else value
        return super().convert(known, param, ctx)
