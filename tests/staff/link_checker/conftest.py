"""A server that misbehaves, for each test that asks one; and no proxy of the machine in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.staff.link_checker.misbehaving import Misbehaving, misbehaving


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        yield running
