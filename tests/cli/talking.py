"""Somebody at a terminal, whose answers are known beforehand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.cli.in_process import waymark
from tests.site_builder import CAMPAIGN, Done, Site

FILE = "campaigns/dating-scams.md"
"""The one campaign of the small site."""


class Talk:
    """Runs commands as if somebody sat there, and typed these lines."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        patch.setenv("COLUMNS", "101")
        patch.setattr("generator.cli.prompts.session.is_a_terminal", lambda: True)

    def new(self, site: Site, arguments: Sequence[str], *typed: str) -> Done:
        """`waymark new` with these arguments and answers."""
        return waymark(site.root, ["new", *arguments], typed="".join(f"{line}\n" for line in typed))


def new(site: Site, *arguments: str) -> Done:
    """`waymark new` in a script, where nobody can answer."""
    return waymark(site.root, ["new", *arguments])


def text(site: Site, file: str = FILE) -> str:
    """What stands in a file now."""
    return (site.root / file).read_text(encoding="utf-8")


def is_good(site: Site) -> bool:
    """Whether `waymark check` finds nothing to mend."""
    return waymark(site.root, ["check"]).status == 0


def unchanged(done: Done, site: Site) -> bool:
    """Whether a command was wrong use, and left the campaigns as they were."""
    return done.status == 2 and text(site) == CAMPAIGN and len(list((site.root / "campaigns").iterdir())) == 1
