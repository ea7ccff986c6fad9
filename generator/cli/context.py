"""The options of every command, and those of several -> the site to work on; what makes a function a command."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from generator.diagnostics import quoted
from generator.model.fields.dates import A_DAY, day, moment, written_day, written_moment
from generator.privacy.outgoing import LeakError
from generator.site_loader import Site, SiteError, moment_of


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
        from generator.staff.spreadsheets.cells import as_choice

        known = as_choice(value, tuple(self.choices)) if isinstance(value, str) else value
        return super().convert(known, param, ctx)


REFUSED = "A secret place would be in it, so nothing was written. Tell whoever looks after Waymark:"


class Now(click.ParamType[datetime]):
    """A moment in the United Kingdom, written 2027-02-10T09:00; a day alone is its morning, at nine."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read the text of an option."""
        text = written_moment(written_day(value)) if isinstance(value, str) else ""
        try:
            if A_DAY.fullmatch(text):
                return moment(f"{text} 09:00", typed=text, example="2027-02-10T09:00")
            return moment(text or value, example="2027-02-10T09:00")
        except ValueError as error:
            self.fail(str(error), param, ctx)


class DayOption(click.ParamType[date]):
    """A day, written 2027-02-10."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the text of an option."""
        try:
            return day(written_day(value) if isinstance(value, str) else value, example="2027-02-10")
        except ValueError as error:
            self.fail(str(error), param, ctx)


def of_the_site(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command takes, before or behind its name: which folder, and which moment."""
    folder = click.Path(file_okay=False, path_type=Path)
    function = click.option("--now", type=Now(), help="Do as on 2027-02-10, or at 2027-02-10T09:00. Default: now.")(
        function
    )
    return click.option("--root", type=folder, help="The folder of mkdocs.yml. Default: this one.")(function)


class SiteCommand(click.Command):
    """A command that is handed a Site, takes --root and --now, and ends its help with examples."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options, and make the site of them: what stands behind the command's name comes first."""
        context = super().make_context(info_name, args, parent, **extra)
        given = {name: context.params.pop(name, None) for name in ("root", "now")}
        while parent:  # `waymark --root DIR new service`: what stands nearest counts
            given = {name: value or parent.params.get(name) for name, value in given.items()}
            parent = parent.parent
        context.obj = Site((given["root"] or Path()).resolve(), given["now"] or clock())
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Where there is no site to work on, that is wrong use."""
        try:
            return super().invoke(ctx)
        except SiteError as error:
            raise click.UsageError(str(error), ctx) from None
        except LeakError as error:
            click.echo(f"{REFUSED}\n{error}", err=True)
            ctx.exit(1)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, each on a line of its own."""
        super().format_epilog(ctx, formatter)
        if self.example:
            with formatter.section("For example"):
                formatter.write("".join(f"  {line}\n" for line in self.example.splitlines()))


def site_command(name: str, *, help: str, example: str) -> Callable[[Callable[..., Any]], SiteCommand]:  # noqa: A002 # click's word
    """Make a function `(site, ...)` a command of `waymark`.

    Args:
        name: as typed.
        help: what it does, in a sentence or two.
        example: one or more lines that somebody could type.
    """

    def wrap(function: Callable[..., Any]) -> SiteCommand:
        made = click.command(name, cls=SiteCommand, help=help, example=example)
        return made(of_the_site(click.pass_obj(function)))

    return wrap


def clock() -> datetime:
    """The moment of this command: SOURCE_DATE_EPOCH, in seconds, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return moment_of(epoch) if epoch else datetime.now(UTC)
    except SiteError as error:
        raise click.UsageError(str(error)) from None
