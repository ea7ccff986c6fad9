"""A command that changes authors' files, killed at any step: each file is whole, and the next command works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.content.editing.atomic import A_SPARE
from tests.cli.fault_points import FaultPoints
from tests.cli.test_bad_conditions import COMMANDS, SHEET
from tests.site_builder import a_site

CHANGING = ("new service", "new campaign", "new run", "new post", "due --done", "import")
CHANGED = {
    "new campaign": "campaigns/haven.md",
    "new run": "campaigns/dating-scams.md",
    "new post": "campaigns/dating-scams.md",
}


def texts(root: Path) -> dict[str, bytes]:
    """Every file that authors write, by its name."""
    files = [root / "services.yaml", *(root / "campaigns").glob("*")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files if not A_SPARE.fullmatch(path.name)}


def spares(root: Path) -> list[str]:
    """What lies about beside them."""
    return [
        path.name for folder in (root, root / "campaigns") for path in folder.iterdir() if path.name.startswith(".")
    ]


@pytest.mark.parametrize("nameless", [True, False], ids=["files without a name", "files with one"])
@pytest.mark.parametrize("name", CHANGING)
def test_a_change_killed_at_any_step_is_made_or_is_not_and_the_next_one_works(
    name: str, nameless: bool, faults: FaultPoints, tmp_path: Path
) -> None:
    template = a_site(tmp_path / "template" / "site")
    (template.root.parent / "services.csv").write_text(SHEET, encoding="utf-8")
    file = CHANGED.get(name, "services.yaml")
    before, after, seen = texts(template.root), dict[str, bytes](), set[str]()

    def fresh() -> Path:
        shutil.rmtree(tmp_path / "now", ignore_errors=True)
        shutil.copytree(template.root.parent, tmp_path / "now", symlinks=True)
        return tmp_path / "now" / "site"

    done = fresh()
    assert faults.run(COMMANDS[name], done, nameless=nameless) == 0, (done.parent / "said").read_text()
    after = texts(done)
    assert after != before
    assert spares(done) == []
    for at, root in faults.each(COMMANDS[name], fresh, nameless=nameless):
        left = texts(root)
        assert left in (before, after), at
        seen.add("made" if left == after else "not made")
        if left == before:
            assert faults.run(COMMANDS[name], root, nameless=nameless) == 0, (at, (root.parent / "said").read_text())
            assert texts(root) == after, at
        else:
            assert faults.run(COMMANDS["due --done"], root, nameless=nameless) == 0, at
        if file == "services.yaml":
            assert spares(root) == [], at
    assert seen == {"made", "not made"}
