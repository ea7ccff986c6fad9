"""What was built takes the old site's place in one step, or not at all; and only where a site may stand."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content.editing.atomic import exchange
from generator.site import build_folder as folders
from generator.site.build_folder import FolderError, build_folder
from tests.cli.old_site import assert_the_old_site_stands, beside
from tests.site_builder import (
    MKDOCS_YML,
    Site,
    fingerprint,
)


@pytest.mark.parametrize("can", [True, False])
def test_a_swap_that_fails_brings_the_old_site_back(can: bool, old: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    if not can:
        monkeypatch.setattr(folders, "exchange", lambda *_: False)
    with build_folder(old.built) as made:
        made.begin_search()
        with pytest.raises(FileNotFoundError):
            made.put_in_place()

    assert_the_old_site_stands(old)


def test_two_names_are_exchanged_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text("")

    if not exchange(tmp_path / "a", tmp_path / "b"):
        pytest.fail("this drive can't exchange two names; run the tests on another")
    assert ((tmp_path / "a" / "b").is_file(), (tmp_path / "b" / "a").is_file()) == (True, True)


def test_the_names_of_a_new_site_are_on_the_disk(old: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, sync = [], os.fsync

    def seen(opened: int) -> None:
        synced.append(Path(f"/proc/self/fd/{opened}").readlink())
        sync(opened)

    with build_folder(old.built) as made:
        made.built.mkdir()
        made.begin_search()
        monkeypatch.setattr("os.fsync", seen)
        made.put_in_place()

        assert synced == [old.root, made.path]


def written(page: Path) -> None:
    page.write_text("Come to 7 Gooseberry Lane", encoding="utf-8")


def as_long_and_as_old(page: Path) -> None:
    before = page.stat()
    page.write_text("old", encoding="utf-8")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def put_there(page: Path) -> None:
    other = page.with_name("other")
    other.write_text("old", encoding="utf-8")
    other.replace(page)


def a_link(page: Path) -> None:
    (page.parent / "late").symlink_to(page)


@pytest.mark.parametrize("change", [written, as_long_and_as_old, put_there, Path.unlink, a_link])
def test_what_is_written_after_the_search_is_never_put_in_place(change: Callable[[Path], None], old: Site) -> None:
    """A helper that a hook started in a session of its own outlives the engine, whose end we wait for."""
    with build_folder(old.built) as made:
        (made.built / "deep").mkdir(parents=True)
        page = made.built / "deep" / "page.html"
        page.write_text("new", encoding="utf-8")
        made.begin_search()
        change(page)
        with pytest.raises(FolderError, match=r"deep/.* in the new site was written after the search began"):
            made.put_in_place()

    assert_the_old_site_stands(old)


def test_what_nobody_searched_is_never_put_in_place(old: Site) -> None:
    with build_folder(old.built) as made:
        made.built.mkdir()
        (made.built / "page.html").write_text("new", encoding="utf-8")
        with pytest.raises(FolderError, match=r"page\.html"):
            made.put_in_place()

    assert_the_old_site_stands(old)


@pytest.mark.usefixtures("quick")
def test_a_build_is_refused_where_something_writes_while_it_is_searched(
    old: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def writes(folder: Path, *_: object) -> list[str]:
        (folder / "late.html").write_text("Come to 7 Gooseberry Lane", encoding="utf-8")
        return []

    monkeypatch.setattr("generator.site.check_output.broken_html", writes)
    done = old.waymark("build")

    assert done.status == 2
    assert "Error: late.html in the new site was written after the search began, and the old site stays;" in done.err
    assert_the_old_site_stands(old)
    assert beside(old) == []


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_drive_of_its_own_is_named(number: int, old: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folders, "exchange", busy)
    done = old.waymark("build")

    words = f"{old.built} is a drive or a volume of its own, which can't be replaced; build into a folder in it: --to"
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words} {old.built / 'site'}")
    assert_the_old_site_stands(old)
    assert beside(old) == []


@pytest.mark.parametrize("inside", ["", "/feeds", "/a/b"])
def test_a_drive_of_its_own_is_known_before_anything_is_built(
    inside: str, old: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = f"{old.built}{inside}".replace(" ", "\\040")
    (tmp_path / "mounts").write_text(f"36 35 98:0 /mnt1 {named} rw,noatime master:1 - ext3 /dev/root rw\n")
    monkeypatch.setattr("generator.site.target.MOUNTS", tmp_path / "mounts")
    done = old.waymark("build")
    checked = old.waymark("check")

    words = f"{old.built} is a drive or a volume of its own, which can't be replaced; build into a folder in it: --to"
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words} {old.built / 'site'}")
    assert f"advice: no site can be built there: {words} {old.built / 'site'}" in " ".join(checked.out.split())


def test_where_no_folder_can_be_made_is_wrong_use(old: Site) -> None:
    target = old.root / "mkdocs.yml" / "site"
    done = old.waymark("build", "--to", str(target))

    words = f"no folder can be made beside {target}: {target.parent} is a file, not a folder"
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words}; name another folder with --to")


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "No space left on device"),
        (errno.EDQUOT, "Disk quota exceeded"),
        (errno.EROFS, "Read-only file system"),
        (errno.EACCES, "Permission denied"),
    ],
)
def test_a_disk_that_takes_nothing_when_a_build_begins_leaves_the_old_site(
    number: int, why: str, old: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folders, "mkdtemp", full)
    done = old.waymark("build")

    words = f"Error: no folder can be made beside {old.built}: {why}; name another folder with --to"
    assert (done.status, done.err.splitlines()[-1]) == (2, words)
    assert_the_old_site_stands(old)


GONE_FOR_A_MOMENT = """\
import pathlib

def on_files(files, config):
    mark = pathlib.Path("begun")
    if not mark.exists():
        mark.touch()
        open("content/gone.txt")
"""


def test_what_the_engine_says_of_the_machine_is_said_in_our_words(old: Site) -> None:
    old.write("mkdocs.yml", MKDOCS_YML + "hooks: [gone.py]\n")
    old.write("gone.py", GONE_FOR_A_MOMENT)
    done = old.waymark("build")

    words = "content/gone.txt: this was taken away while the site was built; build again"
    assert (done.status, done.err.splitlines()[-1]) == (1, words)
    assert_the_old_site_stands(old)


FULL = """\
import errno

def on_post_build(config):
    raise OSError(errno.{name}, "No space left", "overrides/assets/icon.svg")
"""


@pytest.mark.parametrize(
    ("name", "words"), [("ENOSPC", "the disk is full"), ("EDQUOT", "your share of the disk is full")]
)
def test_a_disk_that_is_full_is_no_fault_of_the_file_that_was_copied(name: str, words: str, old: Site) -> None:
    old.write("mkdocs.yml", MKDOCS_YML + "hooks: [full.py]\n")
    old.write("full.py", FULL.format(name=name))
    done = old.waymark("build")

    assert (done.status, done.err.splitlines()[-1]) == (1, f"{words}; make room on it, then run the command again")
    assert_the_old_site_stands(old)


def refused(site: Site, to: str | Path) -> str:
    before = fingerprint(site.root)
    done = site.waymark("build", "--to", str(to))
    assert done.status == 2
    assert fingerprint(site.root) == before
    return done.err.splitlines()[-1].removeprefix("Error: ")


@pytest.mark.parametrize("folder", ["content", "overrides", "campaigns"])
@pytest.mark.parametrize("name", ["{}/new", "{}/far/away", "x/../{}/new", "link/new"])
def test_a_site_is_never_built_into_what_sites_are_made_from(folder: str, name: str, old: Site) -> None:
    (old.root / "link").symlink_to(folder)
    words = refused(old, old.root / name.format(folder))

    assert words.endswith(f" is in {old.root / folder}, which the site is made from; name a folder elsewhere with --to")


def test_a_site_is_never_built_into_another(old: Site) -> None:
    words = (
        f"{old.built / 'cy'} is in the site {old.built}, whose next build would take it away; name a folder elsewhere"
    )

    assert refused(old, old.built / "cy") == words


def test_a_link_in_a_circle_is_named(old: Site) -> None:
    shutil.rmtree(old.built)
    old.built.symlink_to("site")
    words = f"{old.built} is a link that leads round in a circle; take it away, or name another folder with --to"

    done = old.waymark("build")
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words}")
    assert f"advice: no site can be built there: {words}" in " ".join(old.waymark("check").out.split())


@pytest.mark.usefixtures("quick")
def test_a_link_to_a_place_that_is_not_there_is_named(old: Site) -> None:
    shutil.rmtree(old.built)
    old.built.symlink_to("nowhere/site")
    there = old.root / "nowhere"
    words = f"{old.built} is a link to {there / 'site'}, and there is no folder {there}; mend the link, or name another"

    assert refused(old, old.built) == f"{words} folder with --to"
    there.mkdir()
    assert old.waymark("build").status == 0
    assert (there / "site" / "index.html").is_file()
    assert old.built.is_symlink()


def test_a_site_that_is_a_file_is_advice_from_check(old: Site) -> None:
    shutil.rmtree(old.built)
    old.built.write_text("Dear Sam")
    words = f"{old.built} is a file, and a folder is needed there; move it away, or name another folder"

    done = old.waymark("build")
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words}")
    assert f"advice: no site can be built there: {words}" in " ".join(old.waymark("check").out.split())
