"""A site of one's own, and somebody at a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.engines.contract import BuildOutcome
from tests.cli.fault_points import FaultPoints
from tests.cli.old_site import old_site
from tests.cli.talking import Talk
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


@pytest.fixture(scope="session")
def faults() -> Iterator[FaultPoints]:
    """The process that runs commands and kills them: each runs in a fork of its own, so that none leaves it changed."""
    points = FaultPoints()
    yield points
    points.close()


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that was built once. No test changes it."""
    site = a_site(tmp_path_factory.mktemp("whole") / "site")
    done = site.waymark("build")
    assert (done.status, done.err) == (0, "")
    return site


@pytest.fixture
def quick(whole: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine puts there what it built before: it takes seconds, and is not what these tests are about."""

    class Engine:
        def ended(self) -> BuildOutcome:
            return BuildOutcome()

        @contextmanager
        def build(self, root: Path, to: Path, *_: object) -> Iterator[Engine]:
            shutil.copytree(whole.built, to)
            yield self

    monkeypatch.setattr("generator.cli.build.ENGINE", Engine())
