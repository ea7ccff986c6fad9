"""`waymark build` and the folders beside the site: its own are cleared and brought back, nobody else's is touched."""

from __future__ import annotations

import errno
import fcntl
from pathlib import Path

import pytest

from generator.commands.build import swap
from tests.doors.old_site import assert_the_old_site_stands
from tests.site_builder import Site, a_site


def test_what_a_stopped_build_left_is_cleared_by_the_next(old: Site) -> None:
    old.write("site.new/.waymark", "")
    old.write("site.new/half/index.html", "half a page")

    assert old.waymark("build").status == 0
    assert not old.built.with_name("site.new").exists()
    assert not (old.built / "half").exists()


def test_two_builds_of_one_site_at_once_do_not_mix(old: Site) -> None:
    old.write("site.new/.waymark", "")
    old.write("site.new/half/index.html", "half a page of the other build")
    with (old.root / "site.new/.waymark").open() as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        done = old.waymark("build")

    words = f"another build is at work in {old.root / 'site.new'}; wait until it is done, or build into another folder"
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words} with --to")
    assert (old.root / "site.new/half/index.html").is_file()
    assert_the_old_site_stands(old)


def test_a_swap_that_fails_brings_the_old_site_back(old: Site) -> None:
    with pytest.raises(FileNotFoundError):
        swap(old.root / "nothing", old.built)

    assert_the_old_site_stands(old)


def test_a_swap_that_was_cut_off_is_undone_by_the_next_build(old: Site) -> None:
    old.built.rename(old.built.with_name("site.old"))
    old.write("services.yaml", "")

    assert old.waymark("build").status == 1
    assert_the_old_site_stands(old)


@pytest.mark.parametrize("name", ["public.old", "public.new"])
def test_a_folder_of_somebody_else_beside_the_site_is_kept(name: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{f"{name}/letter.txt": "Dear Sam"})
    done = site.waymark("build", "--to", str(site.root / "public"))

    assert done.status == 2
    assert f"{name} holds other files than a site" in done.err
    assert (site.root / name / "letter.txt").read_text() == "Dear Sam"


@pytest.mark.parametrize("name", ["public.old", "public.new"])
def test_a_file_beside_the_site_is_kept(name: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{name: "Dear Sam"})
    done = site.waymark("build", "--to", str(site.root / "public"))

    assert done.status == 2
    assert f"{name} is a file, and a folder is needed there" in done.err
    assert (site.root / name).read_text() == "Dear Sam"


def test_where_no_folder_can_be_made_is_wrong_use(old: Site) -> None:
    done = old.waymark("build", "--to", str(old.root / "mkdocs.yml" / "site"))

    fresh = old.root / "mkdocs.yml" / "site.new"
    words = f"Error: {fresh} can't be made: {fresh.parent} is a file, not a folder; name another folder with --to"
    assert (done.status, done.err.splitlines()[-1]) == (2, words)


def test_a_disk_that_is_full_when_a_build_begins_leaves_the_old_site(
    old: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    done = old.waymark("build")

    words = f"Error: {old.built}.new can't be made: No space left on device; name another folder with --to"
    assert (done.status, done.err.splitlines()[-1]) == (2, words)
    assert_the_old_site_stands(old)


@pytest.mark.parametrize("name", ["site.old", "site.new"])
def test_a_folder_whose_taking_away_was_cut_off_stops_no_later_build(name: str, old: Site) -> None:
    old.write(f"{name}/.waymark", "")
    old.write(f"{name}/services/index.html", "what is left of a page")

    assert old.waymark("build").status == 0
    assert not (old.root / name).exists()
    assert not list(old.built.glob(".*"))


def test_a_mark_goes_last(old: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    old.write("site.old/assets/waymark.css", "")
    old.write("site.old/index.html", "the one before")

    def cut_off(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("shutil.rmtree", cut_off)
    with pytest.raises(OSError, match="not empty"):
        swap(old.root / "content", old.built)

    assert (old.root / "site.old/.waymark").is_file()
    assert (old.built / "index.html").read_text() == "the old home page"
