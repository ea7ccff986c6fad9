"""`waymark release`, by hand and from a scheduled job: says first, writes once, touches no old row."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.content.editing.atomic import alone_in
from tests.cli.fault_points import FaultPoints
from tests.cli.in_process import waymark
from tests.site_builder import PATIENCE, WAYMARK, Site, a_site, environment_with

LEDGER = "campaigns/published.csv"
LAUNCH = "dating-scams-2027-launch,2027-02-01T09:45:00+00:00\n"


START = [
    "campaigns/published.csv is not there yet, and this release makes it: the list of all posts that went out, each "
    "with its date.",
    "From then on the feeds hold the posts in published.csv and no others. A post goes out only when waymark release "
    "writes it there: run waymark release, then waymark build, at least once an hour.",
    "Commit the file now, and each time that it changes: git add campaigns/published.csv. Never delete it or change a "
    "row: posts would go out twice, or be lost.",
    "1 post whose time has come is written into it, with its own date, as on a site without the file: it stays in the "
    "feeds, and no tool posts it twice.",
]
NOTHING_NEW = [
    "0 posts will be released, 0 repeats.",
    "Next after that: dating-scams-2027-last on 27 February 2027, 9am.",
]


def test_a_dry_run_says_all_and_writes_nothing(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n"})
    done = site.waymark("release", "--dry-run", now="2027-02-01T09:00")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "1 post will be released, 0 repeats.",
        "  dating-scams-2027-launch",
        "Next after that: dating-scams-2027-last on 27 February 2027, 9am.",
        "Nothing was written.",
    ]
    assert (site.root / LEDGER).read_bytes() == b"post,published\n"


def test_a_site_without_a_ledger_gets_one_that_keeps_its_dates(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    done = site.waymark("release")
    assert done.out.splitlines() == [*START, *NOTHING_NEW, "Written: 1 row."]
    assert (site.root / LEDGER).read_text() == "post,published\n" + LAUNCH


def test_the_first_release_says_what_it_changes_before_it_does(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    done = site.waymark("release", "--dry-run")

    assert done.out.splitlines() == [*START, *NOTHING_NEW, "Nothing was written."]
    assert not (site.root / LEDGER).exists()


def test_a_first_release_before_any_post_says_that_the_file_begins_without_one(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    done = site.waymark("release", now="2027-01-31T09:00")

    assert done.out.splitlines() == [
        *START[:3],
        "No post's time has come yet, so the file begins without one.",
        "0 posts will be released, 0 repeats.",
        "Next after that: dating-scams-2027-launch on 1 February 2027, 9am.",
        "Written: 0 rows.",
    ]
    assert (site.root / LEDGER).read_text() == "post,published\n"


def test_a_first_release_names_the_posts_that_no_tool_may_have_seen(tmp_path: Path) -> None:
    words = (
        "Look whether your tools have posted what came in the last 7 days: dating-scams-2027-launch. If the site was "
        "not published in time, they pass it over. Then write it again as a new post, with an id and a time of its own."
    )
    for now, told in [("2027-02-01T09:44", False), ("2027-02-01T10:00", True), ("2027-02-08T10:00", False)]:
        done = a_site(tmp_path / now[5:13]).waymark("release", "--dry-run", now=now)
        assert (words in done.out.splitlines()) == told, now


@pytest.mark.parametrize(("answer", "made"), [("y", True), ("n", False), ("", False)])
def test_at_a_terminal_the_first_release_asks_and_a_later_one_does_not(
    answer: str, made: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = a_site(tmp_path / "site")
    monkeypatch.setattr("generator.cli.release.is_a_terminal", lambda: True)
    done = waymark(site.root, ["release"], typed=f"{answer}\n")
    asked = "Make campaigns/published.csv, and release posts by it from now on? [y/N]:"
    last = "Written: 1 row." if made else "Nothing was written."

    assert [line for line in done.out.splitlines() if not line.startswith(asked)][:6] == [*START, *NOTHING_NEW]
    assert (done.status, done.out.count(asked), done.out.splitlines()[-1].endswith(last)) == (0, 1, True)
    assert (site.root / LEDGER).exists() == made
    if made:
        assert waymark(site.root, ["release"]).out.splitlines() == [*NOTHING_NEW, "Nothing to write."]
    else:
        assert waymark(site.root, ["release", "--no-input"]).out.splitlines()[-1] == "Written: 1 row."


def test_a_pause_holds_posts_back_at_the_first_release_too(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", '2026"}', '2026", pause: {from: 2027-02-01, why: an election}}')
    done = site.waymark("release", now="2027-02-01T10:00")

    assert done.out.splitlines() == [
        "Paused from 2027-02-01: an election. No new post goes out.",
        *START[:3],
        "No post's time has come yet, so the file begins without one.",
        *NOTHING_NEW,
        "1 post will wait, for the end of the pause: dating-scams-2027-launch.",
        "Written: 0 rows.",
    ]


def test_r2_old_rows_stay_to_the_byte_and_a_second_run_adds_none(tmp_path: Path) -> None:
    old = "post,published\r\n" + LAUNCH.strip()
    site = a_site(tmp_path / "site", **{LEDGER: old})
    first = site.waymark("release", now="2027-02-27T10:00")
    second = site.waymark("release", now="2027-02-27T10:30")
    assert (first.out.splitlines()[-1], second.out.splitlines()[-1]) == ("Written: 1 row.", "Nothing to write.")
    assert (site.root / LEDGER).read_bytes().decode() == (old + "\ndating-scams-2027-last,2027-02-27T10:45:00+00:00\n")
    assert sorted(path.name for path in (site.root / "campaigns").iterdir()) == ["dating-scams.md", "published.csv"]


def test_two_releases_at_once_send_a_post_once(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n"})
    command = [*WAYMARK, "--root", str(site.root), "--now", "2027-02-01T09:00", "release"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment_with({})) for _ in range(2)]
    said = sorted(one.communicate(timeout=PATIENCE)[0].decode().splitlines()[-1] for one in both)

    assert [one.returncode for one in both] == [0, 0]
    assert said == ["Nothing to write.", "Written: 1 row."]
    assert (site.root / LEDGER).read_text() == "post,published\n" + LAUNCH


def test_a_release_that_does_not_end_stops_another_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n"})
    monkeypatch.setattr("generator.cli.release.PATIENCE", 0)
    with alone_in(site.root / "campaigns", 0):
        done = site.waymark("release")

    assert (done.status, done.err) == (1, "another release is at work; run it again when that is done\n")
    assert (site.root / LEDGER).read_bytes() == b"post,published\n"


def test_a_release_killed_at_any_step_sends_a_post_once_and_stops_no_later_one(
    faults: FaultPoints, tmp_path: Path
) -> None:
    def fresh() -> Path:
        shutil.rmtree(tmp_path / "now", ignore_errors=True)
        return a_site(tmp_path / "now" / "site", **{LEDGER: "post,published\n"}).root

    for at, root in faults.each(["release"], fresh, now="2027-02-01T09:00"):
        assert (root / LEDGER).read_text() in ("post,published\n", "post,published\n" + LAUNCH), at
        assert faults.run(["release"], root, now="2027-02-01T09:00") == 0
        assert (root / LEDGER).read_text() == "post,published\n" + LAUNCH
        assert sorted(path.name for path in (root / "campaigns").iterdir()) == ["dating-scams.md", "published.csv"]


def kept_in_git(site: Site, message: str = "Posts that went out") -> None:
    git = ["git", "-c", "user.name=Us", "-c", "user.email=us@example.org"]
    for words in (
        ["init", "--quiet"],
        ["add", "campaigns"],
        ["commit", "--quiet", "--allow-empty", "--message", message],
    ):
        subprocess.run([*git, *words], cwd=site.root, check=True)


@pytest.mark.parametrize("cut", ["post,published\n", "", None, "post,published\n" + LAUNCH], ids=str)
@pytest.mark.parametrize("committed", [False, True])
def test_a_ledger_without_rows_that_git_has_stops_and_names_the_way_back(
    cut: str | None, committed: bool, tmp_path: Path
) -> None:
    last = "dating-scams-2027-last,2027-02-27T09:45:00+00:00\n"
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n" + LAUNCH + last})
    kept_in_git(site)
    if cut is None:
        (site.root / LEDGER).unlink()
    else:
        site.write(LEDGER, cut)
    if committed:
        kept_in_git(site, "Cut")
    for command in ("release", "check", "build"):
        done = site.waymark(command, now="2027-02-27T09:05")
        assert done.status == 1, (command, done)
        if cut != "":  # an empty one is named as that
            assert "went out, as git knows, and" in done.err
            assert f"git log -p -- {LEDGER} shows" in done.err
    assert (site.root / LEDGER).exists() == (cut is not None)
    assert not site.built.exists()


def test_rows_that_git_has_not_yet_stop_nobody(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n"})
    kept_in_git(site)

    assert site.waymark("release", now="2027-02-01T09:00").out.splitlines()[-1] == "Written: 1 row."
    assert site.waymark("release", now="2027-02-01T10:00").out.splitlines()[-1] == "Nothing to write."


@pytest.mark.parametrize("start", ["\ufeffpost,published\r\n", "post,published\r\n", "post,published"])
def test_a_ledger_from_a_spreadsheet_is_read_and_kept_to_the_byte(start: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: start.encode()})
    kept_in_git(site)
    done = site.waymark("release", now="2027-02-01T09:00")

    assert done.out.splitlines()[-1] == "Written: 1 row."
    assert (site.root / LEDGER).read_bytes().startswith(start.encode())
    assert site.waymark("release", now="2027-02-01T10:00").out.splitlines()[-1] == "Nothing to write."


@pytest.mark.parametrize(
    "torn", [LAUNCH[:-3], LAUNCH[:9], LAUNCH + LAUNCH, "<<<<<<< HEAD\n" + LAUNCH, LAUNCH + "\x00" * 9]
)
def test_a_torn_ledger_stops_a_release_and_stays(torn: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n" + torn})
    done = site.waymark("release", now="2027-02-01T09:00")

    assert done.status == 1
    assert LEDGER in done.err
    assert (site.root / LEDGER).read_text() == "post,published\n" + torn


def test_a_post_that_was_missed_is_told_by_release_and_check(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n"})
    words = "1 post did not go out in its time, and will not go out late: dating-scams-2027-launch."
    for command in ("release", "check"):
        assert words in " ".join(site.waymark(command).out.split()), command
    assert (site.root / LEDGER).read_bytes() == b"post,published\n"


def test_a_broken_ledger_stops_a_release_and_names_its_line(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n<<<<<<< HEAD\n"})
    done = site.waymark("release")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"{LEDGER}:2:1: git left a conflict here")


def test_r33_a_pause_in_the_settings_is_said_by_release_and_check(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n"})
    site.change("mkdocs.yml", '2026"}', '2026", pause: {from: 2027-02-01, why: pre-election period}}')
    words = "Paused from 2027-02-01: pre-election period. No new post goes out."
    assert site.waymark("release").out.splitlines()[0] == words
    assert f"advice: {words}" in site.waymark("check").out.splitlines()


def test_a_pause_without_a_day_is_named(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", '2026"}', '2026", pause: {from: soon, why: an election}}')
    done = site.waymark("check")
    assert done.err.splitlines()[0] == "mkdocs.yml:13:61: 'soon' is not a date; write it as 2027-04-01"
