"""`waymark new campaign` and `new run`: the calendar grows, and no date confirms itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.talking import FILE, Talk, is_good, new, text, unchanged
from tests.site_builder import CAMPAIGN, REPOSITORY, Site, a_site

LEAST = ("--title", "Harbour Week", "--summary", "There is help.", "--about", "any-crime")


# A campaign


def test_a_campaign_from_options_is_a_file_of_its_own(site: Site) -> None:
    done = new(
        site,
        "campaign",
        *LEAST,
        *("--audience", "men", "--service", "victim-support-cumbria", "--ask", "Tell us.", "--rule", "each June"),
        *(
            "--from",
            "2027-06-07",
            "--until",
            "2027-06-13",
            "--announce",
            "2027-05-24",
            "--objective",
            "People know us.",
        ),
        *(
            "--confirmed-by",
            "Sam Reed",
            "--confirmed-source",
            "https://week.example.org",
            "--confirmed-on",
            "2027-02-01",
        ),
        "--no-input",
    )
    written = text(site, "campaigns/harbour-week.md")

    assert (done.status, done.err) == (0, "")
    assert written.startswith(
        "---\nid: harbour-week   # permanent: links and feeds know it by this\ntitle: Harbour Week\n"
        "summary: There is help.\nask: Tell us.\nabout: [any-crime]\naudiences: [men]\n"
        "services: [victim-support-cumbria]\nrule: each June\nruns:\n"
        "  - {from: 2027-06-07, to: 2027-06-13, announce: 2027-05-24, "
        'confirmed: {by: Sam Reed, on: 2027-02-01, source: "https://week.example.org"}}\n'.replace('"', "")
    )
    assert written.endswith("\n# Posts: waymark new post. The words of the page go below the next line.\n---\n")
    assert done.out.splitlines()[1] == "campaigns/harbour-week.md:1:"
    assert is_good(site)


def test_an_awareness_date_suggests_everything_and_confirms_nothing(site: Site) -> None:
    done = new(site, "campaign", "--awareness", "lgbt-history-month", "--summary", "There is help.")
    written = text(site, "campaigns/lgbt-history-month-uk.md")

    assert (done.status, done.err) == (0, "")
    assert "title: LGBT+ History Month (UK)\n" in written
    assert "about: [hate-crime]\naudiences: [lgbt]\nrule: whole of February\nruns:\n" in written
    assert (
        "  # LGBT+ History Month (UK), fixed. Rule: whole of February. "
        "Source: Schools OUT UK (general knowledge; confirm with organiser)\n"
        "  - {from: 2027-02-01, to: 2027-02-28}\n"
    ) in written
    assert "confirmed:" not in written
    assert "- Nothing of it goes out before somebody has confirmed the days." in done.out


def test_a_campaign_without_days_has_no_run_yet(site: Site) -> None:
    done = new(site, "campaign", *LEAST)

    assert (done.status, done.err) == (0, "")
    assert "runs:" not in text(site, "campaigns/harbour-week.md")
    assert "- Add its days when you know them: waymark new run harbour-week" in done.out.splitlines()
    assert is_good(site)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--title", "Harbour"], "--summary is missing: What does it say, in one sentence?"),
        ([*LEAST, "--id", "dating-scams"], "--id: 'dating-scams' is already the id of a campaign; choose another"),
        ([*LEAST, "--service", "harbor"], "--service: 'harbor' is not a service in the directory; did you mean"),
        ([*LEAST, "--awareness", "zzz"], "--awareness: 'zzz' is not an awareness date of the next 18 months"),
        ([*LEAST, "--from", "2027-06-07"], "--until is missing: The last day?"),
        ([*LEAST, "--until", "2027-06-07"], "--from is missing: The first day?"),
        (
            [*LEAST, "--from", "2027-06-07", "--until", "2027-06-01"],
            "--until: 2027-06-01 is before the first day, 2027-06-07",
        ),
        (
            [*LEAST, "--from", "2027-06-07", "--until", "2027-06-08", "--announce", "2027-06-08"],
            "--announce: 2027-06-08 is after the first day, 2027-06-07",
        ),
        (
            [*LEAST, "--from", "2027-06-07", "--until", "2027-06-08", "--confirmed-by", "Sam"],
            "--confirmed-source is missing: Where did you find the days?",
        ),
        (
            [*LEAST, "--from", "2027-06-07", "--until", "2027-06-08", "--confirmed-on", "2027-01-01"],
            "--confirmed-source and --confirmed-on need --confirmed-by: who confirmed it",
        ),
    ],
)
def test_what_is_missing_or_wrong_for_a_campaign_is_named(options: list[str], words: str, site: Site) -> None:
    done = new(site, "campaign", *options)

    assert done.err.splitlines()[-1].startswith(f"Error: {words}")
    assert unchanged(done, site)


def test_a_file_that_is_there_already_is_left_alone(site: Site) -> None:
    site.write(
        "campaigns/harbour-week.md", CAMPAIGN.replace("id: dating-scams", "id: other").partition("posts:")[0] + "---\n"
    )
    done = new(site, "campaign", *LEAST)

    assert done.err.splitlines()[-1] == "Error: campaigns/harbour-week.md is there already; choose another --id"


def test_somebody_finds_an_awareness_date_by_words_and_chooses_it(site: Site, talk: Talk) -> None:
    done = talk.new(
        site,
        ["campaign"],
        *["zebra", "stalking", "1", "", "There is help.", "", "", "victim", "", "", ""],
        *["", "", "", "", ""],
    )

    assert (done.status, done.err) == (0, "")
    assert "  No date of the next 18 months is known for 'zebra'.\n" in done.out
    assert "  National Stalking Awareness Week: nobody has announced its days of 2028 yet." in done.out
    assert "Rule: " in done.out
    assert "Source: " in done.out
    (made,) = set((site.root / "campaigns").iterdir()) - {site.root / FILE}
    assert "services: [victim-support-cumbria]\n" in made.read_text(encoding="utf-8")
    assert "confirmed:" not in made.read_text(encoding="utf-8")


# A run


def test_a_run_goes_behind_the_others(site: Site) -> None:
    done = new(site, "run", "dating-scams", "--from", "2028-02-01", "--until", "2028-02-29")

    assert (done.status, done.err) == (0, "")
    assert text(site) == CAMPAIGN.replace("\nposts:", "\n  - {from: 2028-02-01, to: 2028-02-29}\nposts:")
    assert done.out.splitlines()[1] == f"{FILE}:9:"
    assert is_good(site)


def test_a_run_with_the_days_of_an_awareness_date_says_where_they_come_from(site: Site) -> None:
    done = new(site, "run", "--campaign", "dating-scams", "--awareness", "international-fraud-awareness-week")

    assert (done.status, done.err) == (0, "")
    assert "  # International Fraud Awareness Week, " in text(site)
    assert "confirmed: {by: Us" in text(site)
    assert text(site).count("confirmed:") == 1


def test_the_first_run_of_a_campaign_makes_the_list(site: Site) -> None:
    site.write(FILE, "---\r\nid: a\r\ntitle: A\r\nsummary: B.\r\nabout: [any-crime]\r\n---\r\nWords.")
    new(site, "run", "a", "--from", "2028-02-01", "--until", "2028-02-29")

    assert (site.root / FILE).read_bytes() == (
        b"---\r\nid: a\r\ntitle: A\r\nsummary: B.\r\nabout: [any-crime]\r\nruns:\r\n"
        b"  - {from: 2028-02-01, to: 2028-02-29}\r\n---\r\nWords."
    )


def test_a_run_on_top_of_another_is_named_and_not_written(site: Site) -> None:
    done = new(site, "run", "dating-scams", "--from", "2027-02-28", "--until", "2027-03-01")

    assert done.status == 1
    assert f"{FILE}:9:12: this run starts on 2027-02-28, before the one from 2027-02-01 ends on 2027-02-28" in done.err
    assert text(site) == CAMPAIGN


def test_somebody_sees_the_runs_until_now_before_adding_one(site: Site, talk: Talk) -> None:
    done = talk.new(
        site,
        ["run"],
        "dating",
        "",
        "2028-02-01",
        "2028-02-30",
        "2028-02-29",
        "2028-01-01",
        "Sam",
        "",
        "The plan",
        "",
        "",
    )

    assert (done.status, done.err) == (0, "")
    assert "Its days so far:\n  2027-02-01 to 2027-02-28\n" in done.out
    assert (
        "  - {from: 2028-02-01, to: 2028-02-29, announce: 2028-01-01, "
        "confirmed: {by: Sam, on: 2027-02-10, source: The plan}}\n"
    ) in text(site)


def test_a_dry_run_writes_nothing(site: Site) -> None:
    options = ["--from", "2028-02-01", "--until", "2028-02-29", "--dry-run"]

    assert new(site, "run", "dating-scams", *options).status == 0
    assert new(site, "campaign", *LEAST, "--dry-run").status == 0
    assert text(site) == CAMPAIGN
    assert not (site.root / "campaigns" / "harbour-week.md").exists()


def test_what_enter_means_is_said_by_name_and_a_right_answer_once(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["campaign"], "lgbt", "1", "", "There is help.", *[""] * 6, "soon")

    assert "What is it about? Type numbers or names, with commas between them (Enter: Hate crime):" in done.out
    assert "(Enter: LGBT+ people):" in done.out
    assert "  'soon' is not a date; write it as 2026-11-25.\n" in done.out


def test_days_are_taken_as_people_write_them_and_said_back(site: Site, talk: Talk) -> None:
    done = talk.new(
        site,
        ["run"],
        "dating",
        "",
        "31/02/2028",
        "1/2/2028",
        "29 Feb 2028",
        "1 Jan 2028",
        "Sam",
        "",
        "The plan",
        "",
        "",
    )

    assert "  '31/02/2028' is not a date; February 2028 has 29 days." in done.out
    assert "  2028-02-01.\n" in done.out
    assert "  - {from: 2028-02-01, to: 2028-02-29, announce: 2028-01-01, " in text(site)


def test_days_in_options_are_taken_as_people_write_them(site: Site) -> None:
    done = new(site, "run", "dating-scams", "--from", "1/2/2028", "--until", "29 February 2028")

    assert (done.status, done.err) == (0, "")
    assert "  - {from: 2028-02-01, to: 2028-02-29}\n" in text(site)


def test_a_day_typed_at_the_list_of_awareness_days_is_the_first_day(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["run"], "dating", "31/02/2028", "1/2/2028", "29/2/2028", "", "", "")
    listed = done.out.partition("Check each with its organiser:\n")[2].partition("Is it for one of these?")[0]

    assert (done.status, done.err) == (0, "")
    assert done.out.count("Check each with its organiser:\n") == 1, "a slip shows no list again"
    assert [line[:6] for line in listed.splitlines() if line[3:4].isdigit()] == [f"   {n}  " for n in range(1, 7)]
    assert "Source" not in listed
    assert "  '31/02/2028' is not a date; February 2028 has 29 days.\n" in done.out
    assert "  The first day is 2028-02-01.\n" in done.out
    assert "The first day? " not in done.out
    assert "  - {from: 2028-02-01, to: 2028-02-29}\n" in text(site)


def test_an_awareness_date_is_found_in_spite_of_a_slip_and_says_who_says_so_when_chosen(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["run"], "dating", "fruad awarenes", "1", "", "", "", "", "")

    assert "International Fraud Awareness Week: " in done.out
    assert "  International Fraud Awareness Week. When it is: " in done.out
    assert "\n  Who says so: " in done.out


def test_the_services_for_just_the_crimes_of_a_campaign_come_first(tmp_path: Path, talk: Talk) -> None:
    site = a_site(tmp_path / "site")
    site.write("services.yaml", (REPOSITORY / "services.yaml").read_text(encoding="utf-8"))
    (site.root / FILE).unlink()
    done = talk.new(site, ["campaign"], "", "Scams", "There is help.", "fraud", "", "", *[""] * 5)
    listed = done.out.partition("Those for what it is about come first.\n")[2].splitlines()

    assert listed[0] == "   1  Report Fraud"
    assert len([line for line in listed if line.startswith(("   ", "  1")) and line[4:5] == " "]) <= 12
    assert "  These come first of " in done.out
