"""`waymark confirm` and `waymark sign-off`: one line of a campaign's file, and every other byte as it was."""

from __future__ import annotations

import pytest

from tests.cli.in_process import waymark
from tests.site_builder import CAMPAIGN, Done, Site

FILE = "campaigns/dating-scams.md"
CONFIRMED = "confirmed: {by: Us, on: 2026-11-20, source: the calendar}"
FLOW = f"  - {{from: 2027-02-01, to: 2027-02-28, {CONFIRMED}}}"
NOT_YET = CAMPAIGN.replace(f", {CONFIRMED}", "")
ON_LINES = CAMPAIGN.replace(FLOW, "  - from: 2027-02-01  # our own plan\n    to: 2027-02-28")
TWO = CAMPAIGN.replace(
    FLOW, f"{FLOW}\n  - {{from: 2028-02-01, to: 2028-02-29}}\n  - {{from: 2028-05-01, to: 2028-05-09}}"
)
SAM = ("--by", "Sam Reed")
FOUND = (*SAM, "--where", "https://week.example.org/")


def campaign(site: Site) -> str:
    return (site.root / FILE).read_bytes().decode()


def test_a_run_between_brackets_is_confirmed_in_them(site: Site) -> None:
    site.write(FILE, NOT_YET)
    done = waymark(site.root, ["confirm", "dating-scams", *FOUND])

    line = "confirmed: {by: Sam Reed, on: 2027-02-10, source: https://week.example.org/}"
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{FILE}:8: {line}",
        f"Written: {FILE}. Every other line is as it was.",
        "From the next build on it is public from 2027-02-01, and its posts go out.",
    ]
    assert campaign(site) == NOT_YET.replace("to: 2027-02-28}", f"to: 2027-02-28, {line}}}")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_run_on_lines_gets_a_line(site: Site, ending: str) -> None:
    site.write(FILE, ON_LINES.replace("\n", ending))
    assert waymark(site.root, ["sign-off", "dating-scams", *SAM, "--on", "2027-02-09"]).status == 0

    line = "    signed_off: {by: Sam Reed, on: 2027-02-09}"
    assert campaign(site) == ON_LINES.replace("to: 2027-02-28", f"to: 2027-02-28\n{line}").replace("\n", ending)


def test_a_second_confirmation_says_whose_it_takes_the_place_of(site: Site) -> None:
    done = waymark(site.root, ["confirm", "dating-scams/2027", *FOUND])

    assert "Before: Us, on 2026-11-20." in done.out.splitlines()
    assert campaign(site) == CAMPAIGN.replace(
        "by: Us, on: 2026-11-20, source: the calendar",
        "by: Sam Reed, on: 2027-02-10, source: https://week.example.org/",
    )


def test_only_shown_nothing_is_written(site: Site) -> None:
    done = waymark(site.root, ["confirm", "dating-scams", *FOUND, "--dry-run"])

    assert "Nothing was written." in done.out
    assert campaign(site) == CAMPAIGN


def test_a_sign_off_says_what_still_holds_the_run_back(site: Site) -> None:
    site.write(FILE, NOT_YET)
    done = waymark(site.root, ["sign-off", "dating-scams", *SAM])

    assert done.out.splitlines()[-1] == (
        "Its days are not confirmed yet, so nothing of it goes out: waymark confirm dating-scams/2027-02-01"
    )


@pytest.mark.parametrize(
    ("typed", "now", "meant"),
    [
        ("dating-scams/2028-02-01", "2027-02-10T09:00", "2028-02-01"),
        ("dating-scams/2027", "2027-02-10T09:00", "2027-02-01"),
        ("dating-scams", "2028-04-10T09:00", "2028-05-01"),
    ],
)
def test_the_run_that_is_meant(site: Site, typed: str, now: str, meant: str) -> None:
    site.write(FILE, TWO)
    assert waymark(site.root, ["confirm", typed, *FOUND], now=now).status == 0

    changed = [line for line in campaign(site).splitlines() if "Sam Reed" in line]
    assert [line.split(",")[0] for line in changed] == [f"  - {{from: {meant}"]


EACH = "dating-scams/2027-02-01, dating-scams/2028-02-01, dating-scams/2028-05-01"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["dating-scam", *FOUND], 'dating-scam: there is no such campaign; did you mean "dating-scams"?'),
        (["dating-scams", *FOUND], f"dating-scams: there are several; write one of {EACH}"),
        (["dating-scams/2028", *FOUND], f"dating-scams/2028: there are several; write one of {EACH}"),
        (["dating-scams/2029", *FOUND], f"dating-scams/2029: there is no such run; write one of {EACH}"),
        (["dating-scams/", *FOUND], f"dating-scams/: there are several; write one of {EACH}"),
        (["dating-scams/../x", *FOUND], f"dating-scams/../x: there is no such run; write one of {EACH}"),
        (
            ["dating-scams/2028-02-01", *SAM],
            '--where is missing: Where do the days stand? For example: --where "our own plan"',
        ),
        (["dating-scams/2028-02-01", "--where", "x"], "--by is missing: Who made sure?"),
        (["dating-scams/2028-02-01", *FOUND, "--on", "2027-02-11"], "--on 2027-02-11 is in the future"),
    ],
)
def test_what_means_no_run_or_says_too_little_is_refused(site: Site, arguments: list[str], why: str) -> None:
    site.write(FILE, TWO)
    done: Done = waymark(site.root, ["confirm", *arguments])

    assert done.status == 2
    assert why in " ".join(done.err.split())
    assert campaign(site) == TWO


def test_a_campaign_without_a_run_says_how_to_add_one(site: Site) -> None:
    site.write(FILE, CAMPAIGN.partition("runs:")[0] + "---\nWords of the page.\n")
    done = waymark(site.root, ["confirm", "dating-scams", *FOUND])

    assert (done.status, "add one: waymark new run dating-scams" in " ".join(done.err.split())) == (2, True)


def test_content_that_is_wrong_is_named_and_nothing_is_written(site: Site) -> None:
    site.write(FILE, CAMPAIGN.replace("title:", "titel:"))
    done = waymark(site.root, ["confirm", "dating-scams", *FOUND])

    assert (done.status, 'did you mean "title"' in done.err) == (1, True)
    assert "Sam Reed" not in campaign(site)
