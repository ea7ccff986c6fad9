"""`waymark plan`: the year in a terminal, and everything said to someone who asks for it the wrong way."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.site_builder import Site, a_site

NOW = "2026-12-01T09:00"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that no test of this module changes for good."""
    return a_site(tmp_path_factory.mktemp("plan") / "site")


def plan(site: Site, *options: str, now: str = NOW) -> Result:
    return CliRunner().invoke(main, ["plan", "--root", str(site.root), "--now", now, *options])


def part(result: Result, title: str) -> list[str]:
    """The lines that stand below a title, without the space at their end."""
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    start = lines.index(title) + 1
    return lines[start : lines.index("", start) if "" in lines[start:] else None]


def test_the_year_begins_with_what_it_comes_to(site: Site) -> None:
    result = plan(site)

    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.rstrip() for line in result.stdout.splitlines()[:9]] == [
        "The year in campaigns, 1 Dec 2026 to 30 Nov 2027",
        "Victim services in Cumbria. For staff: it names campaigns that the public can't",
        "know of yet.",
        "",
        "- 1 campaign, 1 run, 2 posts.",
        "- 2 times of two weeks or more with no campaign at all.",
        "- 19 crime types without any message.",
        "- 14 audiences without any message.",
        "- 1 service that no campaign leads to.",
    ]


def test_r34_the_matrix_in_the_terminal_shows_the_counts_of_the_data(site: Site) -> None:
    result = plan(site, "--year", "2027")
    matrix = part(result, "Crime types by month")

    assert matrix[1:3] == [
        "                                 Jan",
        "                                 '27 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ]
    assert "Fraud, scams and cyber crime     ·   1   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·" in matrix
    assert "Burglary or theft                ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·" in matrix


@pytest.mark.parametrize("options", [(), ("--year", "2027"), ("--from", "2026-12-01", "--until", "2028-11-30")])
def test_nothing_is_wider_than_80_columns_and_nothing_is_coloured_when_it_is_piped(
    site: Site, options: tuple[str, ...]
) -> None:
    out = plan(site, *options).stdout

    assert [line for line in out.splitlines() if len(line) > 80] == []
    assert "\x1b" not in out


def test_two_years_stand_in_two_pieces(site: Site) -> None:
    lines = part(plan(site, "--from", "2026-12-01", "--until", "2028-11-30"), "Audiences by month")

    assert sum(line.startswith("Anyone") for line in lines) == 2


def test_r31_strict_ends_with_1_where_a_date_must_be_confirmed_now(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("campaigns/dating-scams.md", "runs:\n", "runs:\n  - {from: 2026-12-20, to: 2026-12-31}\n")
    relaxed, strict = plan(site), plan(site, "--strict")

    assert (relaxed.exit_code, relaxed.stderr) == (0, "")
    assert (strict.exit_code, strict.stderr) == (1, "1 to confirm now.\n")
    assert part(strict, "Dates to confirm")[-1].split() == (
        "1 Dec 2026 Dating scams the run from 20 Dec 2026 to 31 Dec 2026 now".split()
    )
    assert plan(site, "--strict", now="2026-11-28T09:00").exit_code == 0, "22 days before there is still time"


def test_mistakes_in_the_content_are_named_and_nothing_is_shown(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("campaigns/dating-scams.md", "about: [fraud-cyber]", "about: [fraud]")
    result = plan(site)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("campaigns/dating-scams.md:5:9: 'fraud' is not")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--year", "27"), "Invalid value for '--year': 27 is not in the range 1900<=x<=2100."),
        (("--from", "1 May"), "'1 May' is not a date; write it as 2027-02-10"),
        (("--year", "2027", "--from", "2027-01-01"), "--year is a whole year already; leave it out, or leave out"),
        (("--until", "2026-11-30"), "--until 2026-11-30 is before the first day, 2026-12-01; choose a later one"),
        (("--until", "2028-12-02"), "2026-12-01 to 2028-12-02 is more than two years; choose a shorter time"),
        (("--to", "2027-12-31"), "--to is the file to write; for the last day, write --until 2027-12-31"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_to_write(site: Site, options: tuple[str, ...], said: str) -> None:
    result = plan(site, *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())
