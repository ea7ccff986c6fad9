"""`waymark build` and the folders beside the site: each build has one of its own; what dead ones left is swept."""

from __future__ import annotations

import errno
import fcntl
import stat
from pathlib import Path

import pytest

from generator.site.build_folder import build_folder
from tests.cli.old_site import LEFT, beside
from tests.site_builder import (
    Site,
)


@pytest.mark.usefixtures("quick")
def test_what_a_stopped_build_left_is_cleared_by_the_next(old: Site) -> None:
    old.write(f"{LEFT}/.waymark", "")
    old.write(f"{LEFT}/site/half/index.html", "half a page")
    (old.root / ".site.new-empty123").mkdir()

    assert old.waymark("build").status == 0
    assert beside(old) == []
    assert not (old.built / "half").exists()


@pytest.mark.usefixtures("quick")
def test_two_builds_of_one_site_at_once_do_not_mix(old: Site) -> None:
    with build_folder(old.built) as other:
        (other.built / "half").mkdir(parents=True)
        done = old.waymark("build")

        assert done.status == 2
        words = (
            f"another build of {old.built} is at work; wait until it is done, or build into another folder with --to"
        )
        assert done.err.splitlines()[-1] == f"Error: {words}"
        assert (other.built / "half").is_dir()
        assert old.waymark("build", "--to", str(old.root.parent / "elsewhere")).status == 0
    assert old.waymark("build").status == 0


@pytest.mark.usefixtures("quick")
def test_a_folder_that_only_an_engine_still_holds_is_left_alone_and_stops_nobody(old: Site) -> None:
    old.write(f"{LEFT}/.waymark", "")
    with (old.root / LEFT / ".waymark").open() as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        assert old.waymark("build").status == 0
        assert beside(old) == [LEFT]
    assert old.waymark("build").status == 0
    assert beside(old) == []


def test_nobody_else_may_look_into_what_is_not_searched_yet(old: Site) -> None:
    with build_folder(old.built) as made:
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o700
        assert made.path.name.startswith(".")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", [".site.new-letters1", ".site.new-ab", "site.new", ".site.new-abcd1234.txt"])
def test_a_folder_of_somebody_else_beside_the_site_is_kept(name: str, old: Site) -> None:
    old.write(f"{name}/letter.txt", "Dear Sam")

    assert old.waymark("build").status == 0
    assert (old.root / name / "letter.txt").read_text() == "Dear Sam"


@pytest.mark.usefixtures("quick")
def test_a_link_with_the_name_of_our_folder_is_never_followed(old: Site, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / ".waymark").write_text("")
    (old.root / LEFT).symlink_to(tmp_path / "theirs")

    assert old.waymark("build").status == 0
    assert (tmp_path / "theirs" / ".waymark").is_file()


@pytest.mark.usefixtures("quick")
def test_on_a_drive_that_knows_no_locks_a_site_is_built_and_what_others_left_stays(
    old: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    old.write(f"{LEFT}/.waymark", "")
    old.write(f"{LEFT}/site/index.html", "perhaps somebody is at work on it")

    assert old.waymark("build").status == 0
    assert beside(old) == [LEFT]
