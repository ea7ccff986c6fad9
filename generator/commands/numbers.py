"""The text of an option that is a number -> the number, or one sentence that says what to write."""

from __future__ import annotations

from typing import Any

import click

from generator.problems import quoted


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
