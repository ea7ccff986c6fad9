"""`waymark build`: a whole site or none, the same bytes for the same moment, and never anything else deleted."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.bad_content import SOME, Bad, with_bad
from tests.cli.old_site import assert_the_old_site_stands
from tests.site_builder import (
    MKDOCS_YML,
    MODULE,
    NOW,
    PATIENCE,
    WAYMARK,
    Site,
    a_site,
    environment_with,
    fingerprint,
    heeding_signals,
    run,
)

A_DEAD_LINK = "# About\n\nSee [nothing](nothing.md).\n"
NEVER_ENDS = """\
import pathlib, time

def on_post_build(config):
    pathlib.Path("begun").write_text("")
    time.sleep(600)
"""


def test_a_build_says_how_many_pages_stand_where(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    done = site.waymark("build")

    pages = len(list(site.built.rglob("*.html")))
    told = [line for line in done.out.splitlines() if not line.startswith("advice: mkdocs.yml")]
    assert (done.status, told, done.err) == (0, [f"Built {pages} pages in {site.built}."], "")


def test_a_build_leaves_nothing_beside_the_site(whole: Site) -> None:
    there = {path.name for path in whole.root.iterdir()}

    assert there == {"mkdocs.yml", "services.yaml", "campaigns", "content", "overrides", "site"}


def test_two_builds_at_one_moment_are_the_same_bytes(whole: Site, tmp_path: Path) -> None:
    whole.waymark("build", "--to", str(tmp_path / "again"))

    assert fingerprint(tmp_path / "again") == fingerprint(whole.built)


def test_a_build_elsewhere_on_the_disk_is_the_same_bytes(whole: Site, tmp_path: Path) -> None:
    other = a_site(tmp_path / "another place")
    other.waymark("build")

    assert fingerprint(other.built) == fingerprint(whole.built)


def test_the_module_builds_the_same_bytes(whole: Site, tmp_path: Path) -> None:
    target = tmp_path / "site"
    run([*MODULE, "--root", str(whole.root), "--now", NOW, "build", "--to", str(target)], whole.root)

    assert fingerprint(target) == fingerprint(whole.built)


def test_source_date_epoch_is_the_moment_where_no_other_is_given(whole: Site, tmp_path: Path) -> None:
    whole.waymark("build", "--to", str(tmp_path / "site"), now="", SOURCE_DATE_EPOCH="1802250000")

    assert fingerprint(tmp_path / "site") == fingerprint(whole.built)


def test_now_wins_over_source_date_epoch(whole: Site, tmp_path: Path) -> None:
    whole.waymark("build", "--to", str(tmp_path / "site"), SOURCE_DATE_EPOCH="1")

    assert fingerprint(tmp_path / "site") == fingerprint(whole.built)


def test_a_running_campaign_and_its_released_post_are_public(whole: Site) -> None:
    assert "On now." in whole.page("campaigns/dating-scams")
    assert "Talk to a friend first." in whole.page("campaigns/dating-scams")


def test_a_post_whose_time_has_not_come_is_nowhere(whole: Site) -> None:
    files = [path for path in whole.built.rglob("*") if path.is_file()]

    assert len(files) > 20
    assert [path for path in files if b"It was never your fault." in path.read_bytes()] == []


def test_nothing_of_a_campaign_is_public_before_it_begins(whole: Site, tmp_path: Path) -> None:
    whole.waymark("build", "--to", str(tmp_path / "site"), now="2027-01-31T23:59")

    assert not (tmp_path / "site/campaigns/dating-scams").exists()
    for file in fingerprint(tmp_path / "site"):
        assert b"dating-scams" not in (tmp_path / "site" / file).read_bytes(), file


def test_a_campaign_that_is_over_says_so_and_keeps_its_page(whole: Site, tmp_path: Path) -> None:
    whole.waymark("build", "--to", str(tmp_path / "site"), now="2027-03-01T00:00")
    page = (tmp_path / "site/campaigns/dating-scams/index.html").read_text(encoding="utf-8")

    assert "This campaign is over." in page


def test_a_build_replaces_every_file_of_the_old_site(old: Site) -> None:
    old.write("site/gone/index.html", "a page that is no more")
    done = old.waymark("build")

    assert done.status == 0
    assert not (old.built / "gone").exists()
    assert (old.built / "index.html").read_text(encoding="utf-8") != "the old home page"


def test_a_site_can_stand_in_a_folder_that_is_not_there_yet(whole: Site, tmp_path: Path) -> None:
    done = whole.waymark("build", "--to", str(tmp_path / "far" / "away"))

    assert done.status == 0
    assert (tmp_path / "far/away/index.html").is_file()


@pytest.mark.parametrize("bad", SOME, ids=str)
def test_bad_content_leaves_the_old_site_as_it_was(bad: Bad, old: Site) -> None:
    done = with_bad(old, bad).waymark("build")

    assert done == old.waymark("check")
    assert_the_old_site_stands(old)
    assert not list(old.root.glob(".site.new-*"))


@pytest.mark.parametrize("page", ["about", "privacy", "another"])
def test_a_dead_link_in_a_standing_page_is_named_and_leaves_the_old_site(page: str, old: Site) -> None:
    old.write(f"content/{page}.md", A_DEAD_LINK)
    done = old.waymark("build")

    assert done.status == 1
    assert [line for line in done.err.splitlines() if f"{page}.md" in line and "'nothing.md'" in line]
    assert_the_old_site_stands(old)
    assert not list(old.root.glob(".site.new-*"))


def test_a_dead_link_in_html_is_named_and_leaves_the_old_site(old: Site) -> None:
    old.write("content/another.md", '# Another\n\n<a href="/nothing/">Nothing</a>\n')
    done = old.waymark("build")

    assert done.status == 1
    assert done.err.splitlines()[-3].endswith("the link /nothing/ leads nowhere")
    assert done.err.splitlines()[-2:] == ["", "1 to mend in 1 file."]
    assert f"The old site stays. What was built is in {old.root}/.site.new-" in done.err
    assert_the_old_site_stands(old, left=1)


@pytest.mark.parametrize("target", [".", "content", "..", "overrides", "/"])
def test_only_a_site_is_ever_replaced(target: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    before = fingerprint(tmp_path)
    done = site.waymark("build", "--to", str(site.root / target))

    words = f"{(site.root / target).resolve()} holds other files than a site, and building there would delete them"
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words}; name a new folder")
    assert fingerprint(tmp_path) == before


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_the_old_site(how: signal.Signals, old: Site) -> None:
    old.write("mkdocs.yml", MKDOCS_YML + "hooks: [never_ends.py]\n")
    old.write("never_ends.py", NEVER_ENDS)
    process = subprocess.Popen(
        [*WAYMARK, "--root", str(old.root), "--now", NOW, "build"],
        cwd=old.root,
        env=environment_with({}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=heeding_signals,
        start_new_session=True,  # so that all of it, and nothing else, gets the signal
    )
    ends = time.monotonic() + PATIENCE
    while not (old.root / "begun").exists() and process.poll() is None and time.monotonic() < ends:
        time.sleep(0.02)
    if process.poll() is None:
        os.killpg(process.pid, how)
    process.wait(PATIENCE)

    assert (old.root / "begun").exists()
    assert process.returncode != 0
    assert_the_old_site_stands(old, left=1 if how == signal.SIGKILL else 0)


def test_an_engine_that_breaks_is_one_line_and_leaves_the_old_site(old: Site) -> None:
    old.write("mkdocs.yml", MKDOCS_YML + "hooks: [breaks.py]\n")
    old.write("breaks.py", 'def on_post_build(config):\n    raise OSError(28, "No space left on device")\n')
    done = old.waymark("build")

    assert (done.status, done.out) == (1, "")
    assert [line for line in done.err.splitlines() if "advice: " not in line][-1:] == [
        "the disk is full; make room on it, then run the command again"
    ]
    assert "Traceback" not in done.err
    assert_the_old_site_stands(old)


def test_a_setting_that_the_engine_refuses_is_named_without_its_jargon(old: Site) -> None:
    old.change("mkdocs.yml", "watch: [services.yaml, ", "watch: [nothing.yaml, ")
    done = old.waymark("build")

    words = "mkdocs.yml:14:9: there is no nothing.yaml to watch; make it, or take it out of watch: in this file"
    assert (done.status, done.out, done.err.splitlines()[0]) == (1, "", words)
    assert done.err.splitlines()[-1] == "1 to mend in 1 file."
    assert_the_old_site_stands(old)
