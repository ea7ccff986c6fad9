"""A saved file is heard of once; what an editor leaves beside it is not."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from queue import Queue

import pytest

from generator.preview.watch import watching

A_MINUTE = 60.0
"""It only ends what hangs."""


def test_changes_below_the_paths_are_told_and_no_others(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    (root / "campaigns").mkdir()
    (root / "services.yaml").write_text("a", encoding="utf-8")
    told: Queue[Sequence[Path]] = Queue()
    with watching(root, [root / "services.yaml", root / "campaigns"], told.put):
        (root / "other.yaml").write_text("b", encoding="utf-8")
        (root / "campaigns" / ".new.md.swp").write_text("b", encoding="utf-8")
        (root / "campaigns" / "new.md").write_text("b", encoding="utf-8")
        first = told.get(timeout=A_MINUTE)
        (root / "services.yaml.new").write_text("c", encoding="utf-8")
        (root / "services.yaml.new").replace(root / "services.yaml")
        second = told.get(timeout=A_MINUTE)

    assert list(first) == [root / "campaigns" / "new.md"]
    assert list(second) == [root / "services.yaml"]


def test_what_the_library_says_of_its_threads_at_the_end_goes_to_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.root, "handlers", [])
    with watching(tmp_path, [tmp_path], lambda _: None):
        pass
    logging.getLogger("watchdog.observers.inotify").error("called when the thread is inactive")

    assert capsys.readouterr().err == ""
