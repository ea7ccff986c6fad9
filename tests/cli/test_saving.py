"""Putting a new text in the place of an author's file: whole, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from generator.content.editing.atomic import beside
from generator.content.editing.save import FileChange, save, text_of
from generator.diagnostics import ContentError


def refused(path: Path, before: str | None) -> str:
    with pytest.raises(ContentError) as error:
        save([FileChange(path, "services.yaml", before, "new")])
    assert [other for other in path.parent.iterdir() if other != path] == []
    return str(error.value)


def test_a_file_is_replaced_with_its_bytes_as_given_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "services.yaml"
    path.write_bytes("\ufeffold\r\n".encode())
    path.chmod(0o640)
    before = text_of(path, "services.yaml")
    save([FileChange(path, "services.yaml", before, before + "new\r\n")])

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
    save([FileChange(tmp_path / "campaigns" / "a.md", "campaigns/a.md", None, "new")])

    assert (tmp_path / "campaigns" / "a.md").read_text() == "new"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "services.yaml").symlink_to("real.yaml")
    save([FileChange(tmp_path / "services.yaml", "services.yaml", "old", "new")])

    assert (tmp_path / "services.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"


@pytest.mark.parametrize(("data", "words"), [(None, "this file is missing"), (b"\xff", "this is not UTF-8 text")])
def test_a_file_that_can_t_be_read_is_named(data: bytes | None, words: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "a").write_bytes(data)
    with pytest.raises(ContentError) as error:
        text_of(tmp_path / "a", "services.yaml")

    assert str(error.value).startswith(f"services.yaml:1:1: {words}")


@pytest.fixture
def three(tmp_path: Path) -> list[FileChange]:
    """Two old files and a new one, to be saved together."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(f"old {name}")
    return [
        FileChange(tmp_path / "a.yaml", "a.yaml", "old a.yaml", "new a.yaml"),
        FileChange(tmp_path / "c" / "c.md", "c/c.md", None, "new c.md"),
        FileChange(tmp_path / "b.yaml", "b.yaml", "old b.yaml", "new b.yaml"),
    ]


def files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_several_files_are_saved_together_and_nothing_is_left_beside_them(
    tmp_path: Path, three: list[FileChange]
) -> None:
    save(three)

    assert files(tmp_path) == {"a.yaml": "new a.yaml", "b.yaml": "new b.yaml", "c/c.md": "new c.md"}


def test_where_one_of_several_changed_meanwhile_none_is_saved(tmp_path: Path, three: list[FileChange]) -> None:
    (tmp_path / "b.yaml").write_text("somebody else's")
    with pytest.raises(ContentError, match=r"b.yaml:1:1: this file changed while you worked on it"):
        save(three)

    assert files(tmp_path) == {"a.yaml": "old a.yaml", "b.yaml": "somebody else's"}


@pytest.mark.parametrize("stops", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", ["a.yaml", "c.md", "b.yaml"])
def test_what_was_replaced_is_put_back_where_a_later_file_fails(
    at: str, stops: BaseException, tmp_path: Path, three: list[FileChange], monkeypatch: pytest.MonkeyPatch
) -> None:
    move, link = Path.replace, os.link

    def moved(self: Path, target: Path) -> Path:
        if target.name == at and ".new-" in self.name:
            raise stops
        return move(self, target)

    def linked(source: str, target: Path, **how: Any) -> None:
        if target.name == at:
            raise stops
        link(source, target, **how)

    monkeypatch.setattr(Path, "replace", moved)
    monkeypatch.setattr(os, "link", linked)
    with pytest.raises((ContentError, KeyboardInterrupt)):
        save(three)

    assert files(tmp_path) == {"a.yaml": "old a.yaml", "b.yaml": "old b.yaml"}


def test_a_full_disk_is_noticed_before_anything_is_replaced(
    tmp_path: Path, three: list[FileChange], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ContentError, match=r"a.yaml:1:1: this file can't be written: No space left on device"):
        save(three)

    assert files(tmp_path) == {"a.yaml": "old a.yaml", "b.yaml": "old b.yaml"}


def test_a_file_that_can_t_be_put_back_is_named(
    tmp_path: Path, three: list[FileChange], monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.replace

    def only_a(self: Path, target: Path) -> Path:
        if target.name == "b.yaml" or ".old-" in self.name:
            raise OSError(errno.EIO, "Input/output error")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", only_a)
    with pytest.raises(ContentError, match=r"a.yaml:1:1: this file has its new text, and its old one could not be put"):
        save(three)

    assert files(tmp_path) == {"a.yaml": "new a.yaml", "b.yaml": "old b.yaml"}


def test_a_new_file_where_no_folder_can_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "campaigns").write_text("a file")
    with pytest.raises(ContentError, match="the folder for it can't be made: "):
        save([FileChange(tmp_path / "campaigns" / "a.md", "campaigns/a.md", None, "new")])

    assert files(tmp_path) == {"campaigns": "a file"}


def test_a_new_file_is_whole_from_the_first_moment_and_never_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, knows_links in enumerate((True, False)):
        if not knows_links:  # a drive on which a file has one name, and none without
            monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError(errno.EPERM, "no links")))
            monkeypatch.delattr(os, "O_TMPFILE", raising=False)
        path = tmp_path / f"{number}.md"
        with beside(path, b"all of it") as fresh:
            fresh.create(path)
        assert path.read_bytes() == b"all of it"
        with beside(path, b"another") as fresh, pytest.raises(FileExistsError):
            fresh.create(path)
        assert path.read_bytes() == b"all of it"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["0.md", "1.md"]
