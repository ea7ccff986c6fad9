"""Door 2: the `waymark` command, and the groups its commands stand in. Exit status: 0 good, 1 problems, 2 wrong use."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand

from generator.cli.context import of_the_site
from generator.cli.errors import in_one_line, in_whole_words

WHOLE = 1000
"""Letters: no first sentence of a command's help is as long."""


class Commands(click.Group):
    """A group whose commands stand in files of generator/cli/, in the order in which people meet them."""

    def __init__(self, *args: Any, files: Mapping[str, str], example: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.files = files
        self.example = example

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the help."""
        return list(self.files)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with its whole first sentence: a sentence that is cut off helps nobody."""
        found = [(name, self.get_command(ctx, name)) for name in self.files]
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(WHOLE)) for name, one in found if one is not None])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, each on a line of its own."""
        super().format_epilog(ctx, formatter)
        with formatter.section("For example"):
            formatter.write("".join(f"  {line}\n" for line in self.example.splitlines()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        file = self.files.get(cmd_name)
        if file is None:
            if ctx.resilient_parsing:
                return None
            raise NoSuchCommand(cmd_name, possibilities=self.files, ctx=ctx)
        command: click.Command = import_module(f"generator.cli.{file}").command
        return command


class Door(Commands):
    """The outermost group: what stops any command from outside ends here."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the options before the command's name, or print the help."""
        with in_one_line():
            return super().make_context(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or with --all the one that runs it in every office."""
        if ctx.params.get("changed_since") and not ctx.params.get("every"):
            right = "waymark --all --changed-since main check"
            raise click.UsageError(f"--changed-since goes with --all; write {right}", ctx)
        if ctx.params.get("every"):
            return "all", import_module("generator.cli.offices.all_offices").command, args
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Find the command and run it."""
        with in_one_line(), in_whole_words():
            return super().invoke(ctx)


COMMANDS = {
    "init": "init",
    "check": "check",
    "new": "new",
    "build": "build",
    "serve": "serve",
    "release": "release",
    "due": "due",
    "confirm": "approval.confirm",
    "sign-off": "approval.sign_off",
    "approve": "approval.approve",
    "links": "web.links",
    "plan": "plan",
    "schema": "schema",
    "diff": "diff",
    "import": "import_services",
    "export": "export",
    "translate": "translate",
    "offices": "offices.listed",
    "index": "offices.index",
    "hand-over": "kits.hand_over",
}
"""What may be typed behind `waymark`, in the order of the help, and the file of generator/cli/ it stands in."""


@click.command(
    cls=Door,
    files=COMMANDS,
    help="From services.yaml, campaigns and pages to a public site, its feeds and open data.",
    example="waymark check\nwaymark serve --now 2027-02-14T09:00\n"
    "waymark --root examples --all check\nwaymark COMMAND --help",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="All of them: check, build or release each office in --root's folder.",
)
@click.option(
    "--changed-since",
    metavar="REVISION",
    help="Only those that a change since then touches, of --all. In doubt, all.",
)
@click.version_option(package_name="waymark", message="Waymark %(version)s", help="Say which version this is.")
@of_the_site
def main(**_: Any) -> None:
    """Every command works on the site in one folder, at one moment."""
