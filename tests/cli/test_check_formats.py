"""What `waymark check` says, in each of its formats, called in this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.site_builder import CHECKED, NOW, SERVICES_YAML, Site, a_site

DATING = "campaigns/dating-scams.md"
A_LATER_RUN = "runs:\n  - {from: 2027-03-01, to: 2027-12-31}\n"
TO_CONFIRM = (
    "this run starts in 19 days, on 2027-03-01, and nobody has confirmed it: confirm it by 2027-02-10, "
    "or nothing goes out"
)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with one mistake, one piece of advice and one secret that is not right."""
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "kind: victim-hub", "kind: victim-hubb")
    site.change("services.yaml", "postcode: CA99 9ZZ", "postcode: CA99")
    site.change(DATING, "runs:\n", A_LATER_RUN)
    return site


def check(site: Site, *arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(site.root), "--now", NOW, "check", *arguments], env=environment)


def test_words_for_people_keep_advice_apart_and_end_with_a_count(site: Site) -> None:
    done = check(site)

    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        f"advice: {DATING}:8:5: {TO_CONFIRM}",
        "  8 |   - {from: 2027-03-01, to: 2027-12-31}",
        "    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "",
    ]
    assert done.stderr.splitlines() == [
        "services.yaml:10:11: 'victim-hubb' is not a kind of service; did you mean \"victim-hub\"?",
        "",
        "services.yaml:29:70: postcode is not right; write postcode: CA10 2AU "
        "(what stands here is not repeated, as it may be of a secret place)",
        "",
        "2 to mend in 1 file; 1 piece of advice.",
    ]


def test_what_a_log_shows_has_no_colour(site: Site) -> None:
    assert "\x1b" not in check(site).output


def test_annotations_stand_where_the_job_s_repository_has_the_file(site: Site) -> None:
    done = check(site, "--format", "github", GITHUB_WORKSPACE=str(site.root.parent))

    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        (
            "::error file=site/services.yaml,line=10,col=11,title=To mend%3A unknown-kind::"
            "'victim-hubb' is not a kind of service; "
            'did you mean "victim-hub"?'
        ),
        (
            "::error file=site/services.yaml,line=29,col=70,title=To mend%3A not-a-postcode::"
            "postcode is not right; write postcode: CA10 2AU "
            "(what stands here is not repeated, as it may be of a secret place)"
        ),
        f"::warning file=site/{DATING},line=8,col=5,title=Advice%3A run-not-confirmed::{TO_CONFIRM}",
    ]
    assert done.stderr == "2 to mend in 1 file; 1 piece of advice.\n"


def test_annotations_of_a_site_outside_the_repository_keep_their_own_names(site: Site, tmp_path: Path) -> None:
    done = check(site, "--format", "github", GITHUB_WORKSPACE=str(tmp_path / "elsewhere"))

    assert done.stdout.startswith("::error file=services.yaml,")


def test_the_document_is_all_of_standard_output(site: Site) -> None:
    done = check(site, "--format", "json")
    told = json.loads(done.stdout)

    assert (done.exit_code, done.stderr) == (1, "")
    assert told["counts"] == {
        "to_mend": 2,
        "files": 1,
        "problems": 2,
        "advice": 1,
        "due": 0,
        "services": 0,
        "campaigns": 0,
    }
    assert told["problems"][0] == {
        "file": "services.yaml",
        "line": 10,
        "column": 11,
        "text": "'victim-hubb' is not a kind of service; did you mean \"victim-hub\"?",
        "code": "unknown-kind",
        "severity": "error",
        "hint": 'did you mean "victim-hub"?',
    }


def test_the_document_of_good_content_says_so(tmp_path: Path) -> None:
    done = check(a_site(tmp_path / "site"), "--format", "json")
    told = json.loads(done.stdout)

    assert done.exit_code == 0
    assert told["good"] is True
    assert told["due"] == [{"service": "harbour-refuge", "freshness": "unchecked", "since": None}]
    assert (told["counts"]["services"], told["counts"]["campaigns"]) == (2, 1)


def test_a_strict_check_counts_advice_that_may_not_wait(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change(DATING, "runs:\n", A_LATER_RUN)
    relaxed, strict = check(site), check(site, "--strict", "--format", "github")

    assert relaxed.stdout.splitlines()[-1] == "Good: 2 services, 1 campaign, nothing to mend; 2 pieces of advice."
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)
    assert "::error file=" in strict.stdout
    assert strict.stderr == "1 to mend in 1 file; 1 piece of advice.\n"


def test_a_format_that_is_not_known_is_wrong_use(tmp_path: Path) -> None:
    done = check(a_site(tmp_path / "site"), "--format", "xml")

    assert done.exit_code == 2
    assert "'xml' is not one of 'text', 'github', 'json'." in done.stderr


def test_a_broken_service_does_not_make_links_to_it_wrong(site: Site) -> None:
    site.change("services.yaml", "    name: Victim Support\n", "    nam: Victim Support\n")
    done = check(site)

    assert [line for line in done.stderr.splitlines() if "victim-support-cumbria' is not" in line] == []


def test_of_many_services_that_want_a_check_five_are_named(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    head, record = SERVICES_YAML.split("  - id: harbour-refuge")
    record, tail = record.split("retired_numbers:")
    records = "".join(f"  - id: harbour-{number}{record}" for number in range(7))
    site.write("services.yaml", f"{head}{records}retired_numbers:{tail}")
    lines = check(site).stdout.splitlines()

    assert [line for line in lines if line.startswith("due for a check: ")] == lines[:5]
    assert lines[5] == "2 more are due for a check: see waymark due"


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_campaign_that_says_where_a_refuge_is_is_named_and_nothing_of_it_is_repeated(
    tmp_path: Path, form: str
) -> None:
    site = a_site(tmp_path / "site")
    site.change(DATING, "online asks for money.", "asks you to 7 gooseberry LANE\n  on the road to ca999zz.\nabuot: x")
    site.change(DATING, "at: 2027-02-01 09:00\n    text:", "at: larkspur-house\n    text:")
    site.write("content/about.md", f"{CHECKED}# About\n\nLarkspur\nHouse is the place.\n")
    said = check(site, "--format", form)

    assert said.exit_code == 1
    for place, words in (
        ((DATING, 4, 38), "this is the address of place 1 of harbour-refuge, which is withheld; take it out"),
        ((DATING, 5, 18), "this is the postcode of place 1 of harbour-refuge, which is withheld; take it out"),
        (("content/about.md", 6, 1), "this is the name of place 1 of harbour-refuge, which is withheld; take it out"),
    ):
        file, line, column = place
        where = {"text": f"{file}:{line}:{column}: ", "github": f"{file},line={line},col={column},", "json": file}
        assert where[form] in said.output
        assert words in said.output
    told = said.output.casefold()
    assert [word for word in ("gooseberry", "ca99", "larkspur") if word in told] == []
