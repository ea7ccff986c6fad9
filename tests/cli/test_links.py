"""`waymark links`: what an author reads, what the table keeps, and what a wrong use says."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.context import clock
from generator.cli.main import main
from generator.cli.web import links as door
from generator.staff.link_checker.checker import Asker
from generator.staff.link_checker.transport import Limits, Turns
from tests.site_builder import MKDOCS_YML
from tests.staff.link_checker.misbehaving import Misbehaving, misbehaving

PAGE = "# Help\n\n[good]({at}/good)\n[gone]({at}/gone) and again [gone]({at}/gone)\n[moved]({at}/moved)\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Misbehaving]:
    monkeypatch.setenv("NO_PROXY", "*")
    with misbehaving() as running:
        yield running


@pytest.fixture
def site(tmp_path: Path, server: Misbehaving) -> Path:
    """A folder whose way out answers, with one page of addresses."""
    settings = MKDOCS_YML.replace("office:", "exit: https://www.bbc.co.uk/weather\n      office:")
    for name, text in {
        "mkdocs.yml": settings,
        "services.yaml": "services: []\n",
        "content/help.md": PAGE.format(at=server.at("")),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def links(site: Path, *arguments: str) -> Result:
    options = ["--root", str(site), "--now", "2026-12-01T09:00", "links", "--allow-local", "--pause", "0"]
    return CliRunner().invoke(main, [*options, "--only", "127.0.0.1", *arguments])


def told(output: str) -> list[str]:
    """What is said, without the lines of files that are quoted below it."""
    return [line for line in output.splitlines() if line[:1] not in ("", " ")]


def test_each_place_of_a_dead_address_is_named_and_the_table_is_kept(site: Path, server: Misbehaving) -> None:
    done = links(site)
    gone, at = "there is no such page (404); find the right address, or take it out; never seen good", server.at("")

    assert done.exit_code == 1
    assert told(done.stdout) == [
        f"advice: content/help.md:5:9: {at}/moved: it has moved; write {at}/good",
        "2 of 3 addresses still good.",
    ]
    second = len("[gone](") + len(at) + len("/gone) and again [gone](") + 1
    assert told(done.stderr) == [
        "Asking 3 addresses of 1 host.",
        "1 of 3 asked",
        "2 of 3 asked",
        "3 of 3 asked",
        f"content/help.md:4:8: {at}/gone: {gone}",
        f"content/help.md:4:{second}: {at}/gone: {gone}",
        "2 to mend in 1 file.",
    ]
    assert (site / "links.csv").read_text() == (
        f"address,last_good\n{at}/gone,\n{at}/good,2026-12-01\n{at}/moved,2026-12-01\n"
    )


def test_the_last_good_day_of_what_is_dead_now_is_told(site: Path, server: Misbehaving) -> None:
    rows = "address,last_good\nhttps://old.example.org/,2026-01-01\nhttps://www.bbc.co.uk/weather,2026-11-20\n"
    (site / "links.csv").write_text(rows + f"{server.at('/gone')},2026-11-20\n")
    done = links(site)

    assert "last good on 2026-11-20" in done.stderr
    assert (site / "links.csv").read_text().splitlines() == [
        "address,last_good",
        f"{server.at('/gone')},2026-11-20",
        f"{server.at('/good')},2026-12-01",
        f"{server.at('/moved')},2026-12-01",
        "https://www.bbc.co.uk/weather,2026-11-20",
    ]


def test_a_dry_run_keeps_no_table(site: Path) -> None:
    links(site, "--dry-run")

    assert not (site / "links.csv").exists()


def test_the_table_may_stand_elsewhere(site: Path) -> None:
    links(site, "--known", str(site / "known.csv"))

    assert (site / "known.csv").read_text().startswith("address,last_good\n")


def test_content_without_anything_to_mend_is_good(site: Path, server: Misbehaving) -> None:
    (site / "content/help.md").write_text(f"See {server.at('/good')}.\n")
    done = links(site)

    assert (done.exit_code, done.stdout) == (0, "1 of 1 address still good.\n")


def test_where_a_place_was_found_is_not_asked_and_not_kept(site: Path, server: Misbehaving) -> None:
    (site / "content/help.md").write_text(f"See {server.at('/good')}.\n")
    source = f"source: {server.at('/gone/larkspur')}"
    (site / "services.yaml").write_text(
        f"services:\n  - id: harbour\n    places:\n      - name: Larkspur House\n        {source}\n"
        f"      - {{name: Two, {source}}}\n    website: {server.at('/good')}\n"
    )
    done = links(site)

    assert (done.exit_code, done.stdout) == (0, "1 of 1 address still good.\n")
    assert "larkspur" not in (site / "links.csv").read_text()


def test_as_json_each_address_has_its_state_and_its_places(site: Path, server: Misbehaving) -> None:
    rows = json.loads(links(site, "--format", "json").stdout)

    assert [(row["address"], row["state"], len(row["places"])) for row in rows] == [
        (server.at("/gone"), "dead", 2),
        (server.at("/good"), "good", 1),
        (server.at("/moved"), "moved", 1),
    ]
    assert rows[2]["leads_to"] == server.at("/good")


def test_as_a_table_each_place_is_a_row_in_a_file(site: Path, server: Misbehaving) -> None:
    links(site, "--format", "csv", "--to", str(site / "today.csv"))
    lines = (site / "today.csv").read_text(encoding="utf-8-sig").splitlines()

    assert lines[0] == "address,state,why,leads_to,last_good,file,line,column"
    assert lines[3] == f"{server.at('/good')},good,,,2026-12-01,content/help.md,3,8"
    assert len(lines) == 5


def test_a_host_that_is_nowhere_in_the_content_is_wrong_use(site: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(site), "links", "--only", "www.example.org"])

    assert done.exit_code == 2
    assert "no address of www.example.org is in the content" in done.stderr


def test_a_broken_table_stops_before_anybody_is_asked(site: Path, server: Misbehaving) -> None:
    (site / "links.csv").write_text("<<<<<<< HEAD\n")
    done = links(site)

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[0].startswith("links.csv:1:1: git left a conflict here")
    assert server.asked == []


def test_where_no_host_answers_nothing_is_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    monkeypatch.setattr(
        door, "_asker", lambda agent, *_: Asker(agent, Turns(0, time.monotonic), clock, Limits(tries=1))
    )
    (site / "content/help.md").write_text("https://a.example.org/ https://b.example.org/\n")
    done = CliRunner().invoke(main, ["--root", str(site), "links"])

    assert done.exit_code == 1
    assert done.stderr.splitlines()[-2] == (
        "Not one host answered: is this machine connected to the internet? Nothing was written."
    )
    assert not (site / "links.csv").exists()
