"""`waymark plan`: the year in a terminal, and everything said to someone who asks for it the wrong way."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.site_builder import REPOSITORY, Site, a_site

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
        "- 1 campaign, 1 run (time when one is on), 2 posts.",
        "- 2 times of two weeks or more with no campaign at all.",
        "- 19 crime types that no campaign is about.",
        "- 14 audiences that no campaign is for.",
        "- 1 service that no campaign leads to.",
    ]


def test_r34_the_matrix_in_the_terminal_shows_the_counts_of_the_data(site: Site) -> None:
    result = plan(site, "--year", "2027")
    matrix = part(result, "Crime types by month")

    assert matrix[1:3] == [
        "                                 Jan",
        "                                 '27 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ]
    assert "Fraud, scams and cyber crime     .   1   .   .   .   .   .   .   .   .   .   ." in matrix
    assert "Burglary or theft                .   .   .   .   .   .   .   .   .   .   .   ." in matrix


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
    assert (strict.exit_code, strict.stderr) == (1, "1 date to confirm now.\n")
    assert [" ".join(line.split()) for line in part(strict, "Dates to confirm")[-2:]] == [
        "1 Dec 2026 Dating scams confirm the run from 20 Dec 2026 to 31 Dec now",
        "2026",
    ]
    assert plan(site, "--strict", now="2026-11-28T09:00").exit_code == 0, "22 days before there is still time"


def test_a_terminal_ends_with_what_the_year_comes_to_as_its_first_lines_are_off_the_screen(site: Site) -> None:
    begun = plan(site).stdout.splitlines()
    shown = CliRunner().invoke(
        main,
        ["plan", "--root", str(site.root), "--now", NOW],
        env={"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80"},
    )
    lines = re.sub("\x1b\\[[0-9;]*m", "", shown.stdout).splitlines()

    assert lines[lines.index("In short") + 1 :] == [
        *begun[4:9],
        "",
        "One part alone, such as the gaps:",
        "  waymark plan --part gaps",
        "As a page, also to print on A3:",
        "  waymark plan --format html --to plan.html",
    ]
    assert "In short" not in begun


def test_mistakes_in_the_content_are_named_and_nothing_is_shown(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("campaigns/dating-scams.md", "about: [fraud-cyber]", "about: [fraud]")
    result = plan(site)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("campaigns/dating-scams.md:5:9: 'fraud' is not")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--year", "27"), "Invalid value for '--year': '27' is not a year from 1900 to 2100; write it as 2027"),
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


@pytest.mark.parametrize("form", ["text", "html", "csv", "ics"])
def test_to_writes_what_would_be_printed_and_nothing_else(site: Site, tmp_path: Path, form: str) -> None:
    file = tmp_path / "plan"
    written, printed = plan(site, "--format", form, "--to", str(file)), plan(site, "--format", form)

    assert (written.exit_code, written.stdout) == (0, f"Written: {file}\n")
    assert file.read_bytes() == printed.stdout_bytes
    assert list(tmp_path.iterdir()) == [file]


def test_the_staff_calendar_has_tentative_runs_and_those_of_the_days_asked_for_alone(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("campaigns/dating-scams.md", "runs:\n", "runs:\n  - {from: 2028-02-01, to: 2028-02-29}\n")
    every, one_year = plan(site, "--format", "ics").stdout, plan(site, "--format", "ics", "--year", "2027").stdout

    assert [line for line in every.splitlines() if line.startswith(("DTSTART", "STATUS", "SUMMARY"))] == [
        "SUMMARY:Dating scams",
        "DTSTART;VALUE=DATE:20270201",
        "STATUS:CONFIRMED",
        "SUMMARY:Dating scams (date to confirm)",
        "DTSTART;VALUE=DATE:20280201",
        "STATUS:TENTATIVE",
    ]
    assert one_year.count("BEGIN:VEVENT") == 1


def test_one_campaign_shows_each_post_as_its_channels_will(site: Site) -> None:
    result = plan(site, "--campaign", "dating-scams")
    lines = [line.rstrip() for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert lines[:9] == [
        "Dating scams",
        "Someone you met online asks for money.",
        "",
        "About      Fraud, scams and cyber crime",
        "For        Anyone",
        "Run        1 to 28 Feb 2027, missing: sign-off; look again on 21 Dec 2026",
        "Objective  missing",
        "Audiences  missing",
        "Insight    missing",
    ]
    start = lines.index("1 February 2027, 9am: Dating scams")
    assert lines[start : start + 9] == [
        "1 February 2027, 9am: Dating scams",
        "dating-scams-2027-launch. Picture: drawn from the title.",
        "Alt text: Dating scams. Call 0300 303 0554. Day and night. help.example.org.",
        "Waymark tests",
        "Reading age: about 6",
        "",
        "  Talk to a friend first. Victim Support can help.",
        "  https://help.example.org/campaigns/dating-scams/#dating-scams-2027-launch",
        "    X: 72 of 280, 24 of them for its link",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--campaign", "dating-scam"), "there is no campaign 'dating-scam'; did you mean \"dating-scams\"?"),
        (
            ("--campaign", "dating-scams", "--format", "ics"),
            "--campaign shows one campaign as text, or its posts as csv",
        ),
        (("--format", "pdf"), "'pdf' is not one of 'text', 'html', 'csv', 'ics'"),
    ],
)
def test_what_can_not_be_shown_is_said(site: Site, options: tuple[str, ...], said: str) -> None:
    result = plan(site, *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_the_plan_is_never_written_where_the_public_site_is_made_or_served_from(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    built = site.root / "site" / "assets"
    built.mkdir(parents=True)
    (built / "waymark.css").touch()
    for folder in (site.root / "content", site.root / "content" / "images", site.root / "site", built):
        result = plan(site, "--format", "html", "--to", str(folder / "plan.html"))

        assert result.exit_code == 2
        assert "is, or becomes, public, and this must not be" in " ".join(result.stderr.split())
        assert not (folder / "plan.html").exists()


def test_a_file_that_can_not_be_written_is_wrong_use(site: Site, tmp_path: Path) -> None:
    missing = tmp_path / "no" / "plan.csv"
    result = plan(site, "--format", "csv", "--to", str(missing))

    assert result.exit_code == 2
    assert (
        f"{missing} can't be written: there is no folder {missing.parent}; name another file with --to" in result.stderr
    )


def test_an_old_terminal_and_a_narrow_one_lose_nothing_that_matters(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    options = ["plan", "--root", str(site.root), "--now", NOW]
    result = CliRunner(charset="ascii").invoke(main, options)

    assert result.exit_code == 0
    assert "Dating scams 1 Feb 2027 28 Feb 2027 2 confirmed" in " ".join(result.stdout.replace("|", " ").split())


def test_what_the_handbook_says_it_prints_is_what_it_prints() -> None:
    page = (REPOSITORY / "docs" / "handbook" / "plan-the-year.md").read_text(encoding="utf-8")
    shown = [block.strip("\n") for block in page.split("```")[1::2] if block.startswith("\n")]
    repository = Site(REPOSITORY)
    said = [
        plan(repository, *options, now="2026-11-24T09:00").stdout
        for options in (("--year", "2027"), ("--campaign", "dating-scams"))
    ]
    printed = re.sub(r" +$", "", "".join(said), flags=re.MULTILINE)

    assert len(shown) == 3
    assert [block for block in shown if block not in printed] == []


def test_a_page_without_the_templates_that_are_named_is_wrong_use_and_says_what_is_missing(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", "custom_dir: overrides", "custom_dir: elsewhere")
    result = plan(site, "--format", "html")

    assert result.exit_code == 2
    assert "there is no folder elsewhere in" in result.stderr


def test_r35_the_posts_of_a_campaign_to_come_are_a_table_for_a_tool_that_reads_no_feed(site: Site) -> None:
    result = plan(site, "--campaign", "dating-scams", "--format", "csv", now="2027-02-10T09:00")
    head, *rows = csv.reader(StringIO(result.stdout.removeprefix("\ufeff"), newline=""))

    assert head == ["date", "time", "text", "link", "image", "alt", "channel"]
    assert rows[0] == [
        "2027-02-27",
        "09:00",
        "It was never your fault. Victim Support can help.",
        "https://help.example.org/campaigns/dating-scams/#dating-scams-2027-last",
        "https://help.example.org/campaigns/dating-scams/share.png",
        "Dating scams. Call 0300 303 0554. Day and night. help.example.org. Waymark tests",
        "x",
    ]
    assert {row[0] for row in rows} == {"2027-02-27"}
