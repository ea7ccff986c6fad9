"""Door 2: the `waymark` command. Exit status: 0 good, 1 problems in the content, 2 wrong use."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand

from generator.commands.site import of_the_site

COMMANDS = {
    "check": "check",
    "build": "build",
    "serve": "serve",
    "release": "release",
    "due": "due",
    "links": "links",
    "plan": "plan",
    "schema": "schema",
    "diff": "diff",
}
"""What may be typed behind `waymark`, in the order of the help, and the file of generator/commands/ it stands in."""


class Commands(click.Group):
    """A command's file is read when somebody asks for that command: the others cost it no time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        file = COMMANDS.get(cmd_name)
        if file is None:
            if ctx.resilient_parsing:
                return None
            raise NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        command: click.Command = import_module(f"generator.commands.{file}").command
        return command


@click.command(cls=Commands, help="From services.yaml, campaigns and pages to a public site, its feeds and open data.")
@of_the_site
def main(**_: Any) -> None:
    """Every command works on the site in one folder, at one moment."""
