"""Putting a new text in the place of an author's file: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.saving import save, text_of
from generator.problems import ContentError


def refused(path: Path, before: str | None) -> str:
    with pytest.raises(ContentError) as error:
        save(path, "services.yaml", before, "new")
    assert [other for other in path.parent.iterdir() if other != path] == []
    return str(error.value)


def test_a_file_is_replaced_with_its_bytes_as_given_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "services.yaml"
    path.write_bytes("\ufeffold\r\n".encode())
    path.chmod(0o640)
    before = text_of(path, "services.yaml")
    save(path, "services.yaml", before, before + "new\r\n")

    assert before == "\ufeffold\r\n"
    assert path.read_bytes() == "\ufeffold\r\nnew\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_changed_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "services.yaml"
    path.write_text("changed")

    assert refused(path, "old") == (
        "services.yaml:1:1: this file changed while you worked on it; nothing was written: "
        "save it, and run the command again"
    )
    assert path.read_text() == "changed"


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    assert "nothing was written" in refused(tmp_path / "services.yaml", "old")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_never_put_over_another(tmp_path: Path) -> None:
    path = tmp_path / "services.yaml"
    path.write_text("mine")

    assert refused(path, None) == "services.yaml:1:1: this file is there already; nothing was written"
    assert path.read_text() == "mine"


def test_a_new_file_s_folder_is_made(tmp_path: Path) -> None:
    save(tmp_path / "campaigns" / "a.md", "campaigns/a.md", None, "new")

    assert (tmp_path / "campaigns" / "a.md").read_text() == "new"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "services.yaml").symlink_to("real.yaml")
    save(tmp_path / "services.yaml", "services.yaml", "old", "new")

    assert (tmp_path / "services.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"


@pytest.mark.parametrize(("data", "words"), [(None, "this file is missing"), (b"\xff", "this is not UTF-8 text")])
def test_a_file_that_can_t_be_read_is_named(data: bytes | None, words: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "a").write_bytes(data)
    with pytest.raises(ContentError) as error:
        text_of(tmp_path / "a", "services.yaml")

    assert str(error.value).startswith(f"services.yaml:1:1: {words}")
