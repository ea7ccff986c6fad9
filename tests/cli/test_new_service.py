"""`waymark new service`: from answers or options to a record in its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.in_process import waymark
from tests.cli.talking import Talk, new
from tests.site_builder import REPOSITORY, SERVICES_YAML, Done, Site, a_site

LEAST = {
    "name": "Harbour Helpline",
    "kind": "helpline",
    "organisation": "victim-support",
    "summary": "A free helpline, open all day.",
    "helps-with": "any-crime",
    "area": "cumbria",
}


def by_options(site: Site, *more: str, **changes: str | None) -> Done:
    options = {**LEAST, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return new(
        site, "service", *(part for name, value in options.items() if value for part in (f"--{name}", value)), *more
    )


def text(site: Site) -> str:
    return (site.root / "services.yaml").read_text(encoding="utf-8")


def test_every_question_can_be_answered_by_an_option(site: Site) -> None:
    done = by_options(
        site,
        *("--id", "harbour", "--audience", "women,men", "--first-step", "Call.", "--cost", "free"),
        *("--contact", "{phone: 01632 960123, label: Helpline, hours: 24/7}", "--contact", "help@harbour.example.org"),
        *("--report-needed", "no", "--referral", "self", "--source", "their website in 2026"),
        *("--checked-by", "Sam Reed", "--checked-how", "phoned", "--checked-on", "2027-02-01", "--no-input"),
    )
    before, _, after = SERVICES_YAML.partition("retired_numbers:")

    assert (done.status, done.err) == (0, "")
    assert text(site).startswith(f"{before}  - id: harbour   # permanent: links and feeds know it by this\n")
    assert text(site).endswith(f"\nretired_numbers:{after}")
    for line in (
        "    name: Harbour Helpline",
        "    summary: A free helpline, open all day.",
        "    who: {audiences: [women, men]}",
        "    first_step: Call.",
        "      - phone: 01632 960123\n        label: Helpline\n        hours: 24/7",
        "      - email: help@harbour.example.org",
        "    report_needed: no\n    referral: [self]\n    cost: free",
        "    checked: {on: 2027-02-01, by: Sam Reed, how: phoned}\n    sources: [their website in 2026]",
    ):
        assert f"\n{line}\n" in text(site)
    assert waymark(site.root, ["check"]).status == 0


def test_what_was_written_is_shown_with_its_place_and_what_to_do_next(site: Site) -> None:
    done = by_options(site, "--contact", "01632 960123")
    lines = done.out.splitlines()

    assert lines[1] == "services.yaml:30:"
    assert text(site).splitlines()[29] == "  - id: harbour-helpline   # permanent: links and feeds know it by this"
    assert lines[lines.index("What now:") - 2 :] == [
        "Written, and checked.",
        "",
        "What now:",
        "- Nobody has checked how to reach it, so the site does not show that yet. When somebody has:",
        '  waymark due --done harbour-helpline --by "Your name" --how phoned',
        "- Fill in what you know of the lines that begin with #.",
        "- See it: waymark serve, then open services/harbour-helpline/",
        "- Then keep it. How, is in the handbook:",
        f"  {REPOSITORY}/docs/handbook/keep-your-change.md",
    ]


def test_nobody_has_checked_a_contact_that_nobody_says_was_checked(site: Site) -> None:
    by_options(site, "--contact", "01632 960123")

    assert "checked" not in text(site).partition("harbour-helpline")[2]
    done = waymark(site.root, ["due", "--done", "harbour-helpline", "--by", "Sam", "--how", "phoned"])
    assert "Shown from the next build on: contact 1 (phone)." in done.out.splitlines()


def test_an_organisation_and_an_area_that_are_not_in_the_lists_are_added_to_them(site: Site) -> None:
    done = by_options(
        site,
        *("--organisation-name", "Harbour Trust", "--organisation-website", "https://harbour.example.org"),
        *("--area-name", "Kent", "--area-within", "cumbria"),
        organisation="harbour",
        area="kent",
    )

    assert (done.status, done.err) == (0, "")
    assert "\n  cumbria: {name: Cumbria}\n  kent: {name: Kent, within: cumbria}\norganisations:\n" in text(site)
    assert (
        "\n  victim-support: {name: Victim Support}\n  harbour:\n    name: Harbour Trust\n"
        "    website: https://harbour.example.org\nservices:\n"
    ) in text(site)


def test_a_dry_run_shows_the_record_and_writes_nothing(site: Site) -> None:
    done = by_options(site, "--dry-run")

    assert "- id: harbour-helpline   # permanent" in done.out
    assert "Nothing was written: this is what it would be." in done.out
    assert text(site) == SERVICES_YAML


@pytest.mark.parametrize("missing", ["name", "kind", "organisation", "summary", "helps-with", "area"])
def test_an_answer_that_is_missing_in_a_script_is_wrong_use_and_names_its_option(missing: str, site: Site) -> None:
    done = by_options(site, **{missing.replace("-", "_"): None})

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith(f"Error: --{missing} is missing: ")
    assert f"For example: --{missing} " in done.err
    assert text(site) == SERVICES_YAML


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--kind", "helplin"], "--kind: 'helplin' is not a kind of service; did you mean \"helpline\"?"),
        (["--helps-with", "any-crim"], "--helps-with: 'any-crim' is not a crime type; did you mean \"any-crime\"?"),
        (["--audience", "dogs"], "--audience: 'dogs' is not an audience; choose one of: everyone, "),
        (["--area", "cumbra"], "--area: 'cumbra' is not an area in the list; did you mean \"cumbria\"?"),
        (["--organisation", "x"], "--organisation: 'x' is not an organisation in the list; "),
        (["--id", "Harbour!"], "--id: 'Harbour!' is not an id; use small letters, digits and hyphens"),
        (["--id", "harbour-refuge"], "--id: 'harbour-refuge' is already the id of Harbour; choose another"),
        (["--summary", "x" * 301], "--summary: this has 301 characters; the most is 300"),
        (["--summary", "You must call <b>now</b>"], "--summary: '<b>now</b>' is HTML; write plain words"),
        (["--contact", "0162 12"], "--contact: '0162 12' can't be a UK phone number"),
        (["--contact", "Harbour"], "--contact: this is not a contact; write {phone: 01632 960123"),
        (["--contact", "{phone: 01632 960123, hours: 9-5}"], "--contact: '9-5' can mean Mo-Fr 09:00-17:00 or Mo-Su"),
        (
            ["--contact", "{phone: 01632 960123, hours: Mon 25-26}"],
            "--contact: 'Mon 25-26' is not in a form we can read",
        ),
        (["--contact", "{phone: 01632 960123, hour: 24/7}"], '--contact: "hour" is not a known field; did you mean'),
        (["--contact", "0845 30 30 900"], "--contact: 0845 30 30 900 is retired"),
        (["--report-needed", "perhaps"], "Invalid value for '--report-needed': 'perhaps' is not one of"),
        (["--referral", "friends"], "--referral: 'friends' is not a way to be referred"),
        (["--checked-how", "phoned"], "--checked-how and --checked-on need --checked-by: who checked it"),
        (["--checked-by", "Sam"], "--checked-how is missing: How?"),
        (
            ["--checked-by", "S", "--checked-how", "p", "--checked-on", "2027-02-11"],
            "--checked-on 2027-02-11 is in the",
        ),
    ],
)
def test_an_answer_that_is_wrong_in_a_script_is_wrong_use_and_says_why(
    options: list[str], words: str, site: Site
) -> None:
    done = by_options(site, *options)

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith(f"Error: {words}")
    assert text(site) == SERVICES_YAML


def test_what_the_whole_check_finds_in_the_new_record_is_said_and_nothing_is_written(site: Site) -> None:
    site.change(
        "services.yaml",
        "retired_numbers:",
        "sources:\n  P180: {title: B, date: Undated, kind: other}\nretired_numbers:",
    )
    site.change("services.yaml", ", source: NAT-01", ", source: our own note")
    before = text(site)
    done = by_options(site, "--source", "P99")

    assert done.status == 1
    assert done.out.startswith("Nothing was written: there is something to mend in the answers.")
    assert "services.yaml:38:15: 'P99' is not in the list of sources; add it there, or cite it in plain" in done.err
    assert text(site) == before


def test_content_that_is_wrong_already_must_be_mended_first(site: Site) -> None:
    site.change("services.yaml", "kind: refuge", "kind: refuges")
    done = by_options(site)

    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("Something must be mended first; then ask for this again.\nservices.yaml:21:11: ")


@pytest.mark.parametrize("services", ["services: []\n", "services:\n", ""])
def test_the_first_service_of_an_empty_directory_can_be_added(services: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    head = SERVICES_YAML.partition("services:")[0]
    site.write("services.yaml", head + services)
    (site.root / "campaigns" / "dating-scams.md").unlink()
    done = by_options(site)

    assert (done.status, done.err) == (0, "")
    assert "this site has nobody to call" in waymark(site.root, ["check"]).err  # a line comes with a later service
    site.change("mkdocs.yml", "feeds:", "no_first_line: Our line opens in April.\n      feeds:")
    assert waymark(site.root, ["check"]).status == 0


def test_somebody_answers_with_slips_and_is_asked_again(site: Site, talk: Talk) -> None:
    done = talk.new(
        site,
        ["service"],
        *["", "Harbour Helpline"],  # a name is needed
        *["helplien", "y"],
        *["Harbour Trust", "n", "Harbour Trust", "y", "harbour", "harbour.example.org"],
        *["A <b>free</b> helpline.", "A free helpline."],
        *["domestic, zebra", "1, 20"],
        *["", "cumb, Kent", "y", "england", "1"],
        *["", "0162 12", "01632 960123", "mobile", "phone", "Helpline", "9 to 5", "9-5 Mon to Fri", "", ""],
        *["free", "1", "maybe", "no", "", "", "maybe", "y"],
    )
    after = text(site)

    assert (done.status, done.err) == (0, "")
    for reason in (
        "  This is needed. For example: Harbour Helpline\n",
        "  There is no 'helplien'. Do you mean Helpline? [y/N]\n",
        "  'Harbour Trust' is not in the list. Add it? [y/N]\n",
        "  'zebra' is not a crime type. To see the list again, type ?\n",
        "  '0162 12' can't be a UK phone number",
        "  'mobile' is not one of them; type phone, text or textphone.",
        "  '9 to 5' can mean Mo-Fr 09:00-17:00 or Mo-Su 09:00-17:00; write the one that is right",
        "  'maybe' is not one of them; type yes, no or depends.",
        "Write it? [Y/n] To change an answer, type <\n> maybe\n  Type y for yes, n for no.\n",
    ):
        assert reason in done.out
    assert "  kent: {name: Kent, within: cumbria}\n" in after
    assert "    areas: [cumbria, kent]\n" in after
    assert "    helps_with: [domestic-abuse, any-crime]\n    who: {audiences: [everyone]}\n" in after
    assert "      - phone: 01632 960123\n        label: Helpline\n        hours: Mo-Fr 09:00-17:00\n" in after
    assert "  harbour-trust:\n    name: Harbour Trust\n    website: https://harbour.example.org\n" in after


def test_somebody_who_stops_has_written_nothing(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], "Harbour Helpline")

    assert done.status == 1
    assert done.out.splitlines()[-1] == "Stopped. Nothing was written."
    assert text(site) == SERVICES_YAML


def test_with_no_input_nobody_is_asked_even_at_a_terminal(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service", "--no-input"])

    assert done.status == 2
    assert done.err.splitlines()[-1].startswith("Error: --name is missing: What is the service called?")


def test_a_refuge_is_never_invited_to_write_its_address(site: Site) -> None:
    done = by_options(site, kind="refuge")

    assert "show: never" in done.out
    assert "show: full" not in done.out


def test_the_folder_may_stand_in_front_of_the_command(site: Site) -> None:
    from click.testing import CliRunner

    from generator.cli.main import main

    for place in (["--root", str(site.root), "new", "service"], ["new", "--root", str(site.root), "service"]):
        done = CliRunner().invoke(main, [*place, "--no-input"])
        assert "--name is missing" in done.stderr


def test_the_repository_s_own_directory_keeps_every_line_that_it_had(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    for name in ("campaigns", "content"):
        shutil.copytree(REPOSITORY / name, site.root / name, dirs_exist_ok=True)
    for name in ("services.yaml", "accessibility-results.yaml"):
        shutil.copy(REPOSITORY / name, site.root / name)
    before = (REPOSITORY / "services.yaml").read_bytes().splitlines(keepends=True)
    done = by_options(site, "--organisation-name", "Harbour Trust", organisation="harbour-trust")
    after = (site.root / "services.yaml").read_bytes().splitlines(keepends=True)
    end = after.index(b"  - id: harbour-helpline   # permanent: links and feeds know it by this\n") - 1
    new_lines = len(after) - len(before) - 2

    assert (done.status, done.err) == (0, "")
    assert after[end] == b"\n"
    del after[end : end + new_lines]
    organisation = after.index(b"  harbour-trust:\n")
    assert after[organisation + 1] == b"    name: Harbour Trust\n"
    del after[organisation : organisation + 2]
    assert after == before
