"""`mkdocs build` on its own: what was refused never stands where a host publishes it, and the old site stays whole."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import time

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.site import build_folder as folders
from generator.site.build_folder import build_folder
from tests.cli.old_site import assert_the_old_site_stands, beside
from tests.site_builder import MKDOCS, MKDOCS_YML, PATIENCE, WAYMARK, Site, fingerprint, heeding_signals

ON_A_PAGE = """\
def on_post_page(output, page, config):
    return output.replace("</main>", "<p>7 Gooseberry Lane</p></main>")
"""
BESIDE_THE_PAGES = """\
import pathlib

def on_post_build(config):
    pathlib.Path(config["site_dir"], "extra.txt").write_text("7 Gooseberry Lane")
"""
LAST_OF_ALL = f"from mkdocs.plugins import event_priority\n{BESIDE_THE_PAGES}".replace(
    "def", '@event_priority(float("-inf"))\ndef'
)
INTO_THE_OLD_NAME = """\
import pathlib

kept = []

def on_config(config):
    kept.append(config["site_dir"])

def on_post_build(config):
    pathlib.Path(kept[0], "extra.txt").write_text("7 Gooseberry Lane")
"""
SOMEWHERE_ELSE = """\
def on_config(config):
    config["site_dir"] += "/1.0"
"""
A_LINK = """\
import os

def on_post_build(config):
    os.symlink("/etc", os.path.join(config["site_dir"], "more"))
"""
FAILS = """\
def on_{event}(*_, **__):
    raise RuntimeError("no")
"""
WAITS = """\
import pathlib, time

def on_post_build(config):
    pathlib.Path("waiting").touch()
    while not pathlib.Path("on").exists():
        time.sleep(0.02)
"""
EVENTS = ("config", "pre_build", "files", "nav", "env", "page_context", "post_page", "post_build")


@pytest.fixture(autouse=True)
def _at_now(monkeypatch: pytest.MonkeyPatch, old: Site) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1802250000")
    monkeypatch.chdir(old.root)


def hooked(site: Site, hook: str) -> Site:
    site.write("mkdocs.yml", MKDOCS_YML + "hooks: [hook.py]\n")
    site.write("hook.py", hook)
    return site


def refused(site: Site) -> str:
    """Why MkDocs builds nothing."""
    config = load_config(str(site.root / "mkdocs.yml"))
    with pytest.raises((Abort, RuntimeError, OSError)) as caught:
        build(config)
    assert config.site_dir == str(site.built)
    return str(caught.value)


@pytest.mark.parametrize("hook", [ON_A_PAGE, BESIDE_THE_PAGES, LAST_OF_ALL, INTO_THE_OLD_NAME, A_LINK])
def test_pages_that_may_not_be_public_never_stand_in_the_site(
    hook: str, old: Site, caplog: pytest.LogCaptureFixture
) -> None:
    assert refused(hooked(old, hook)) == "Aborted with a BuildError!"
    assert "must not be public, but got out" in caplog.text
    assert_the_old_site_stands(old)


def test_where_no_site_stood_none_stands_after_a_refused_build(old: Site) -> None:
    shutil.rmtree(old.built)
    refused(hooked(old, ON_A_PAGE))

    assert not old.built.exists()
    assert beside(old) == []


@pytest.mark.parametrize("event", EVENTS)
def test_a_build_that_fails_anywhere_leaves_the_old_site(event: str, old: Site) -> None:
    assert refused(hooked(old, FAILS.format(event=event))) == "no"
    assert_the_old_site_stands(old)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("services.yaml", "services: ["),
        ("content/about.md", "# About\n\n[nowhere](nowhere.md)\n"),
        ("overrides/main.html", "{% if %}"),
        ("content/key.pem", "key"),
    ],
)
def test_a_build_that_is_refused_for_its_content_leaves_the_old_site(file: str, content: str, old: Site) -> None:
    old.write(file, content)
    with pytest.raises(Exception):  # noqa: B017, PT011 # each in its own way
        build(load_config(str(old.root / "mkdocs.yml")))

    assert_the_old_site_stands(old)


def test_a_folder_that_another_plugin_names_is_refused_before_anything_is_built(
    old: Site, caplog: pytest.LogCaptureFixture
) -> None:
    refused(hooked(old, SOMEWHERE_ELSE))

    assert "a plugin changed site_dir to" in caplog.text
    assert_the_old_site_stands(old)


def test_a_good_build_takes_the_old_site_s_place_and_mkdocs_knows_where_it_is(old: Site) -> None:
    config = load_config(str(old.root / "mkdocs.yml"))
    for _ in range(2):  # as `mkdocs serve` builds again and again; `mkdocs gh-deploy` asks where the site is
        old.write("site/left.txt", "of an earlier build")
        build(config)

        assert config.site_dir == str(old.built)
        assert (old.built / "services/index.html").is_file()
        assert not (old.built / "left.txt").exists()
        assert beside(old) == []


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_drive_of_its_own_is_named_by_mkdocs_too(
    number: int, old: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def busy(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folders, "exchange", busy)
    refused(old)

    words = f"{old.built} is a drive or a volume of its own, which can't be replaced; build into a folder in it"
    assert f"{words}: --site-dir {old.built / 'site'}" in caplog.text
    assert_the_old_site_stands(old)


def test_two_builds_of_one_site_never_mix_through_either_door(old: Site, caplog: pytest.LogCaptureFixture) -> None:
    with build_folder(old.built):
        refused(old)

    words = f"another build of {old.built} is at work; wait until it is done, or build into another folder"
    assert f"{words} with --site-dir" in caplog.text
    assert_the_old_site_stands(old)


def test_a_folder_is_named_as_it_is_called_also_where_that_looks_like_an_option(
    old: Site, caplog: pytest.LogCaptureFixture
) -> None:
    config = load_config(str(old.root / "mkdocs.yml"), site_dir=str(old.root / "campaigns--to" / "site"))
    with build_folder(old.root / "campaigns--to" / "site"), pytest.raises(Abort):
        build(config)

    assert f"another build of {old.root}/campaigns--to/site is at work" in caplog.text
    assert "build into another folder with --site-dir" in caplog.text


@pytest.mark.parametrize("name", [".git", ".hg", ".svn"])
def test_a_history_in_the_site_s_folder_is_never_deleted(
    name: str, old: Site, caplog: pytest.LogCaptureFixture
) -> None:
    old.write(f"site/{name}/config", "its history")
    words = f"{old.built / name} holds a history, and building there would delete it; build into another folder"
    done = old.waymark("build")
    refused(old)

    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words}, and copy the site from there")
    assert words in caplog.text
    assert (old.built / name / "config").read_text() == "its history"


def test_a_folder_with_other_files_than_a_site_is_never_cleared(old: Site, caplog: pytest.LogCaptureFixture) -> None:
    (old.built / "assets/waymark.css").unlink()
    before = fingerprint(old.built)
    refused(old)

    assert "holds other files than a site, and building there would delete them" in caplog.text
    assert fingerprint(old.built) == before


@pytest.mark.parametrize(
    ("kill", "left"), [(signal.SIGINT, 0), (signal.SIGKILL, 1), (signal.SIGTERM, 1)], ids=["ctrl+c", "killed", "ended"]
)
def test_a_build_that_is_cut_off_leaves_the_old_site_and_the_next_sweeps(
    kill: signal.Signals, left: int, old: Site
) -> None:
    process = waiting(hooked(old, WAITS))
    process.send_signal(kill)
    process.wait(PATIENCE)
    assert_the_old_site_stands(old, left=left)

    old.write("on", "")
    build(load_config(str(old.root / "mkdocs.yml")))
    assert (old.built / "services/index.html").is_file()
    assert beside(old) == []


@pytest.mark.parametrize("command", [[*MKDOCS, "build", "--quiet"], [*WAYMARK, "build"]], ids=["mkdocs", "waymark"])
def test_a_build_that_outlives_whoever_started_it_mixes_with_no_other(command: list[str], old: Site) -> None:
    hooked(old, WAITS)
    process = waiting(old, command)
    refused(old)
    second = old.waymark("build")
    assert second.status == 2
    assert "another build of" in second.err
    assert_the_old_site_stands(old, left=1)

    old.write("on", "")
    assert process.wait(PATIENCE) == 0
    assert (old.built / "services/index.html").is_file()
    assert beside(old) == []


def waiting(site: Site, command: list[str] | None = None) -> subprocess.Popen[bytes]:
    """A build in a session of its own, which waits at its end."""
    process = subprocess.Popen(
        command or [*MKDOCS, "build", "--quiet"],
        cwd=site.root,
        start_new_session=True,
        preexec_fn=heeding_signals,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    ends = time.monotonic() + PATIENCE
    while not (site.root / "waiting").exists():
        assert process.poll() is None
        assert time.monotonic() < ends
        time.sleep(0.02)
    return process


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "the disk is full;"), (errno.EDQUOT, "your share of the disk is full;")]
)
def test_a_full_disk_is_one_line_and_no_traceback(number: int, said: str, old: Site) -> None:
    old.write("mkdocs.yml", MKDOCS_YML + "hooks: [breaks.py]\n")
    old.write("breaks.py", f'def on_post_page(output, page, config):\n    raise OSError({number}, "No space left")\n')
    done = old.mkdocs("build")

    assert done.status == 1
    assert f"{said} make room on it, then run the command again" in done.err
    assert "Traceback" not in done.err
    assert_the_old_site_stands(old)
    assert beside(old) == []
