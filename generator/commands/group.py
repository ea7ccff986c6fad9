"""Commands with commands below them. Each one's file is read when somebody asks for it: the others cost no time."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand

from generator.commands.ending import in_one_line, in_whole_words

WHOLE = 1000
"""Letters: no first sentence of a command's help is as long."""


class Commands(click.Group):
    """A group whose commands stand in files of generator/commands/, in the order in which people meet them."""

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
        command: click.Command = import_module(f"generator.commands.{file}").command
        return command


class Door(Commands):
    """The outermost group: what stops any command from outside ends here."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the options before the command's name, or print the help."""
        with in_one_line():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Find the command and run it."""
        with in_one_line(), in_whole_words():
            return super().invoke(ctx)
