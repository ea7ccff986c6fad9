from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main


def schema(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "schema", *arguments])


def test_a_schema_is_printed(tmp_path: Path) -> None:
    done = schema(tmp_path, "campaign")

    assert done.exit_code == 0
    assert json.loads(done.stdout)["title"] == "A campaign"


def test_a_schema_is_written_where_somebody_stands_as_by_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    done = schema(tmp_path, "services", "--to", "services.schema.json")

    assert (done.exit_code, done.stdout) == (0, "Written: services.schema.json\n")
    written = (tmp_path / "here/services.schema.json").read_text(encoding="utf-8")
    assert written == schema(tmp_path, "services").stdout


def test_a_place_that_can_not_be_written_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = schema(tmp_path, "services", "--to", "file/inside.json")

    assert done.exit_code == 2
    assert "Error: file/inside.json can't be written: " in done.stderr


def test_what_is_not_known_is_wrong_use(tmp_path: Path) -> None:
    assert schema(tmp_path, "organisations").exit_code == 2
    assert schema(tmp_path).exit_code == 2
