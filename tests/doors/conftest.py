"""A site of one's own, and somebody at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.old_site import old_site
from tests.doors.talking import Talk
from tests.site_builder import Site, a_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site that a test may change."""
    return a_site(tmp_path / "site")


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Commands are run as if somebody sat there."""
    return Talk(monkeypatch)


@pytest.fixture
def old(tmp_path: Path) -> Site:
    """A site with something public that must not be lost."""
    return old_site(tmp_path / "site")
