"""`waymark check`, and everything said to someone who uses the command the wrong way."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from generator.cli.context import Now
from tests.cli.bad_content import BAD, EXPLOSIVE, GOOD_BUT_STRANGE, Bad, with_bad
from tests.site_builder import MODULE, REPOSITORY, SERVICES_YAML, WAYMARK, Site, a_site, run

A_PROBLEM = re.compile(r"([^:]+:[1-9][0-9]*:[1-9][0-9]*): .+")
A_QUOTE = re.compile(r"  (?:[1-9][0-9]*| +) \| .*")
KILOBYTES = 1024


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that no test of this module changes for good."""
    return a_site(tmp_path_factory.mktemp("doors") / "site")


def places(lines: list[str]) -> list[str]:
    """Where each problem stands; every line but the last must be one, or quote the file, or be empty."""
    found = [A_PROBLEM.fullmatch(line) for line in lines[:-1] if line and not A_QUOTE.fullmatch(line)]
    assert all(found), lines
    return [match.group(1) for match in found if match]


def test_check_says_that_good_content_is_good(right: Site) -> None:
    done = right.waymark("check")

    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "due for a check: harbour-refuge (never checked)",
        "advice: mkdocs.yml:2:11: 'help.example.org' is an address for examples, and leads nowhere; write the real one "
        "(and 1 more here)",
        "  2 | site_url: https://help.example.org/",
        f"    |                   {'^' * 16}",
        "",
        "Good: 2 services, 1 campaign, nothing to mend; 1 piece of advice.",
    ]


def test_check_finds_nothing_to_mend_in_the_repository_s_own_content() -> None:
    done = run([*WAYMARK, "--root", str(REPOSITORY), "--now", "2027-02-10T09:00", "check"], REPOSITORY)

    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[-1].startswith("Good: 43 services, ")


def test_check_writes_nothing(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    before = sorted(site.root.rglob("*"))
    site.waymark("check")

    assert sorted(site.root.rglob("*")) == before


def test_the_module_is_the_same_command(right: Site) -> None:
    command = [*MODULE, "--root", str(right.root), "--now", "2027-02-10T09:00", "check"]

    assert run(command, right.root) == right.waymark("check")


def test_check_names_five_mistakes_in_two_files_in_file_order(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("campaigns/dating-scams.md", "[fraud-cyber]", "[fraud-cyer]")
    site.change("campaigns/dating-scams.md", "[victim-support-cumbria]", "[harbour]")
    site.change("services.yaml", "hours: 24/7", "hours: 9-5")
    site.change("services.yaml", "on: 2026-11-20", "on: 2026-02-30")
    site.change("services.yaml", "kind: refuge", "kind: refuges")
    done = site.waymark("check")

    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        "campaigns/dating-scams.md:5:9: 'fraud-cyer' is not a crime type; did you mean \"fraud-cyber\"?",
        "  5 | about: [fraud-cyer]",
        "    |         ^^^^^^^^^^",
        "",
        "campaigns/dating-scams.md:6:12: 'harbour' is not a service in services.yaml; did you mean \"harbour-refuge\"?",
        "  6 | services: [harbour]",
        "    |            ^^^^^^^",
        "",
        "services.yaml:17:16: '9-5' is not in a form we can read; write them as \"Mo-Fr 09:00-17:00; PH off\", or 24/7",
        "",
        "services.yaml:18:19: '2026-02-30' is not a date; February 2026 has 28 days",
        "",
        "services.yaml:21:11: 'refuges' is not a kind of service; did you mean \"refuge\"?",
        "",
        "5 to mend in 2 files.",
    ]


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_check_names_the_place_of_each_mistake(bad: Bad, tmp_path: Path) -> None:
    done = with_bad(a_site(tmp_path / "site"), bad).waymark("check")

    assert (done.status, done.out) == (1, "")
    assert places(done.err.splitlines()) == list(bad.places)


LAUNCHER = """
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:], stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""
"""A process between ours and the command: a new process starts with the peak of the one that began it."""


@pytest.mark.parametrize("bad", EXPLOSIVE, ids=str)
def test_a_file_made_to_explode_is_refused_in_little_memory(bad: Bad, tmp_path: Path) -> None:
    site = with_bad(a_site(tmp_path / "site"), bad)
    command = [sys.executable, "-c", LAUNCHER, *WAYMARK, "--root", str(site.root), "--now", "2027-02-10T09:00", "check"]
    done = run(command, site.root)

    assert done.status == 1
    assert int(done.out) < 200 * KILOBYTES


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("services.yaml", "\ufeff" + SERVICES_YAML)

    assert site.waymark("check").status == 0


@pytest.mark.parametrize("name", GOOD_BUT_STRANGE.values(), ids=GOOD_BUT_STRANGE)
def test_a_name_in_any_script_is_good(name: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "name: Harbour\n", f"name: {name}\n")

    assert site.waymark("check").status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--now", "yesterday", "check"], "'yesterday' is not a day and a time; write it as 2027-02-10T09:00"),
        (["--now", "2027-02-30", "check"], "'2027-02-30' is not a day and a time; February 2027 has 28 days"),
        (
            ["--now", "2027-02-30T09:00", "check"],
            "'2027-02-30T09:00' is not a day and a time; February 2027 has 28 days",
        ),
        (
            ["--now", "9999-12-31T23:59", "check"],
            "'9999-12-31T23:59' is not a day and a time; write it as 2027-02-10T09:00",
        ),
        (["--now", "2027-03-28T01:30", "check"], "the clocks go forward that night; choose 02:00 or later"),
        (["--now", "31/02/2027 9am", "check"], "'31/02/2027 9am' is not a day and a time; February 2027 has 28 days"),
        (["biuld"], "No such command 'biuld'. Did you mean 'build'?"),
        (["check", "--everything"], "No such option '--everything'"),
        (["--root", "mkdocs.yml", "check"], "Directory 'mkdocs.yml' is a file."),
    ],
)
def test_wrong_use_is_status_2_and_says_what_is_wrong(arguments: list[str], words: str, right: Site) -> None:
    done = run([*WAYMARK, *arguments], right.root)

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].removesuffix(".").endswith(words.removesuffix("."))


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_a_site_is_wrong_use(command: str, tmp_path: Path) -> None:
    done = run([*WAYMARK, "--root", str(tmp_path), command], tmp_path)

    words = f"Error: there is no mkdocs.yml in {tmp_path}; go to the site's folder, or name it with --root"
    assert (done.status, done.err.splitlines()[-1]) == (2, words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("epoch", ["soon", "1e9", "99999999999999999999"])
def test_a_moment_in_the_environment_that_is_none_is_wrong_use(epoch: str, right: Site) -> None:
    done = right.waymark("check", now="", SOURCE_DATE_EPOCH=epoch)

    words = f"Error: SOURCE_DATE_EPOCH is '{epoch}'; it must be a moment in seconds, for example 1802250000"
    assert (done.status, done.err.splitlines()[-1]) == (2, words)


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_help_needs_no_site(command: str, tmp_path: Path) -> None:
    done = run([*WAYMARK, command, "--help"], tmp_path)

    assert (done.status, done.out.splitlines()[0]) == (0, f"Usage: waymark {command} [OPTIONS]")


def test_a_day_alone_is_its_morning() -> None:
    assert Now().convert("2027-02-10", None, None) == Now().convert("2027-02-10T09:00", None, None)
