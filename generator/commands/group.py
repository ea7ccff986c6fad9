"""Commands with commands below them. Each one's file is read when somebody asks for it: the others cost no time."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand


class Commands(click.Group):
    """A group whose commands stand in files of generator/commands/, in the order in which people meet them."""

    def __init__(self, *args: Any, files: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.files = files

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the help."""
        return list(self.files)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        file = self.files.get(cmd_name)
        if file is None:
            if ctx.resilient_parsing:
                return None
            raise NoSuchCommand(cmd_name, possibilities=self.files, ctx=ctx)
        command: click.Command = import_module(f"generator.commands.{file}").command
        return command
