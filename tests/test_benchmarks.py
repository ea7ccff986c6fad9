"""The benchmark builds and prints its table. What it measures is never a test: machines differ, and are busy."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from benchmarks.feeds import main as feeds
from benchmarks.synthetic import postcode

ROOT = Path(__file__).parent.parent


def test_it_builds_a_synthetic_directory_in_each_way_and_prints_a_table() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/build.py", "30"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    head, line, *rows = [row for row in done.stdout.splitlines() if row.startswith("|")]
    assert head.startswith("| site | pages | way | CPU s, min / median / max | wall s, min / median / max | MB, min")
    assert line.count("--") == head.count("|") - 1
    assert [row.split("|")[3].strip() for row in rows][:5] == ["build", "again", "one changed", "check", "bare loop"]
    assert all(row.startswith("| 30 |") for row in rows)


def test_no_two_invented_postcodes_are_one_to_a_search_that_sees_through_letters_that_look_alike() -> None:
    """A directory of 10,000 did not load: one with I at its end was found as another with L, which was withheld."""
    alike = str.maketrans("IO", "LQ")
    every = [postcode(number) for number in range(30_000)]

    assert len({one.translate(alike) for one in every}) == len(every)
    assert [one for one in every[::777] if not re.fullmatch("ZZ[0-9]{2} [0-9][ABD-HJLNP-UW-Z]{2}", one)] == []


def test_r37_every_feed_of_a_number_of_campaigns_is_measured_all_their_posts_out() -> None:
    done = CliRunner().invoke(feeds, ["7"])

    assert done.exit_code == 0, done.output
    head, line, row = done.output.splitlines()
    assert head.startswith("| campaigns | posts | feeds | MB | read and check | every feed |")
    assert line.count("--:") == head.count("|") - 1
    assert row.startswith("| 7 | 70 | ")
