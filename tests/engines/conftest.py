"""A site of one's own, and each engine in turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engines.contract import Engine
from tests.engines.known_engines import ENGINES
from tests.site_builder import Site, a_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site that a test may change."""
    return a_site(tmp_path / "site")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine there is."""
    return ENGINES[request.param]
