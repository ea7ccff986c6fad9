"""Our command, run inside the tests' own process: no time for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.site_builder import NOW, Done


def waymark(root: Path, arguments: Sequence[str], *, now: str = NOW, typed: str | None = None) -> Done:
    """`waymark` with these arguments, and what somebody types."""
    name, *rest = arguments
    done = CliRunner().invoke(main, [name, *rest, "--root", str(root), "--now", now], input=typed)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Done(done.exit_code, done.stdout, done.stderr)
