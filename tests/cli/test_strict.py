"""`waymark check --strict`: advice stops it, but where there is still time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_builder import Site, a_site

DATING = "campaigns/dating-scams.md"
HOPED = """---
id: hoped
title: Hoped
summary: There is help.
about: [asb]
audiences: [everyone]
services: [victim-support-cumbria]
{}
---
Words.
"""
A_LATER_RUN = "runs:\n  - {from: %s, to: 2027-12-31}\n"


def with_a_run_from(first: str, folder: Path) -> Site:
    """The fixture site with another run, unconfirmed, on line 8."""
    site = a_site(folder / "site")
    site.change(DATING, "runs:\n", A_LATER_RUN % first)
    return site


def test_a_run_to_confirm_within_60_days_is_said_and_may_wait(tmp_path: Path) -> None:
    done = with_a_run_from("2027-04-01", tmp_path).waymark("check", "--strict")

    assert done.status == 0
    assert (
        "advice: campaigns/dating-scams.md:8:5: this run starts in 50 days, on 2027-04-01, and nobody has confirmed "
        "it: confirm it by 2027-03-11, or nothing goes out"
    ) in done.out.splitlines()


def test_r31_a_run_to_confirm_within_21_days_fails_only_a_strict_check(tmp_path: Path) -> None:
    site = with_a_run_from("2027-03-01", tmp_path)
    relaxed, strict = site.waymark("check"), site.waymark("check", "--strict")

    assert (relaxed.status, relaxed.err) == (0, "")
    assert (strict.status, strict.err) == (1, "1 to mend in 1 file; 1 piece of advice.\n")
    assert [line for line in strict.out.splitlines() if line.startswith("advice: ")] == [
        "advice: campaigns/dating-scams.md:8:5: this run starts in 19 days, on 2027-03-01, and nobody has confirmed "
        "it: confirm it by 2027-02-10, or nothing goes out",
        "advice: mkdocs.yml:2:11: 'help.example.org' is an address for examples, and leads nowhere; write the real one "
        "(and 1 more here)",
    ]


@pytest.mark.parametrize(
    ("record", "count"),
    [
        ("rule: each March", 1),
        ("rule: each March\nruns: [{from: 2027-03-01, to: 2027-03-07}]", 1),
        ("rule: each April\nruns: [{from: 2027-04-01, to: 2027-04-07}]", 0),
        ("rule: each October\nruns: [{from: 2027-10-01, to: 2027-10-07}]", 0),
        ("runs: [{from: 2027-03-01, to: 2027-03-07}, {from: 2027-10-01, to: 2027-10-07}]", 1),
        ("runs: [{from: 2027-02-01, to: 2027-02-28}]", 1),
    ],
)
def test_check_and_plan_count_the_same_dates_that_can_t_wait(record: str, count: int, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("campaigns/hoped.md", HOPED.format(record))
    check, plan = (site.waymark(name, "--strict") for name in ("check", "plan"))

    assert (check.status, plan.status) == (bool(count), bool(count))
    assert check.err == ("1 to mend in 1 file; 1 piece of advice.\n" if count else "")
    assert plan.err == ("1 date to confirm now.\n" if count else "")


def test_a_post_too_long_for_one_channel_stops_a_build(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change(DATING, "Talk to a friend first.", "Talk to a friend first. " + "a" * 200)
    done = site.waymark("build")

    assert done.status == 1
    assert done.err.splitlines() == [
        "campaigns/dating-scams.md:12:11: this has 323 characters on Bluesky, 74 of them for its link; the most is "
        "300: shorten it, or write other words for bluesky under variants",
        f"  12 |     text: Talk to a friend first. {'a' * 58}…",
        f"     |           {'^' * 83}",
        "",
        "1 to mend in 1 file.",
    ]
    assert not site.built.exists()
