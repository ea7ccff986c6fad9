"""Somebody at a terminal, whose answers are known beforehand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.doors.in_process import waymark
from tests.site_builder import Done, Site


class Talk:
    """Runs commands as if somebody sat there, and typed these lines."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr("generator.commands.asking.is_a_terminal", lambda: True)

    def new(self, site: Site, arguments: Sequence[str], *typed: str) -> Done:
        """`waymark new` with these arguments and answers."""
        return waymark(site.root, ["new", *arguments], typed="".join(f"{line}\n" for line in typed))


def new(site: Site, *arguments: str) -> Done:
    """`waymark new` in a script, where nobody can answer."""
    return waymark(site.root, ["new", *arguments])
