"""`waymark release`, by hand and from a scheduled job: says first, writes once, touches no old row."""

from __future__ import annotations

from pathlib import Path

from tests.site_builder import a_site

LEDGER = "campaigns/published.csv"
LAUNCH = "dating-scams-2027-launch,2027-02-01T09:45:00+00:00\n"


def test_a_dry_run_says_all_and_writes_nothing(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n"})
    done = site.waymark("release", "--dry-run")
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
    assert (
        done.out.splitlines()[0]
        == "1 post went out before any was written down, and will be recorded with the same date."
    )
    assert (site.root / LEDGER).read_text() == "post,published\n" + LAUNCH


def test_r2_old_rows_stay_to_the_byte_and_a_second_run_adds_none(tmp_path: Path) -> None:
    old = "post,published\r\n" + LAUNCH.strip()
    site = a_site(tmp_path / "site", **{LEDGER: old})
    first = site.waymark("release", now="2027-02-27T10:00")
    second = site.waymark("release", now="2027-02-27T10:30")
    assert (first.out.splitlines()[-1], second.out.splitlines()[-1]) == ("Written: 1 row.", "Nothing to write.")
    assert (site.root / LEDGER).read_bytes().decode() == (old + "\ndating-scams-2027-last,2027-02-27T10:45:00+00:00\n")
    assert sorted(path.name for path in (site.root / "campaigns").iterdir()) == ["dating-scams.md", "published.csv"]


def test_two_releases_at_once_do_not_write_over_each_other(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{LEDGER: "post,published\n", "campaigns/.published.csv.new": ""})
    done = site.waymark("release")
    busy = site.root / "campaigns" / ".published.csv.new"
    assert (done.status, done.err) == (1, f"another release is at work; if none is, delete {busy}\n")
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
