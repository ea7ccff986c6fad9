"""`waymark links --numbers`: each number is looked for on the page that its author named, the most urgent first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.site_builder import NOW, SERVICES_YAML, Site, a_site
from tests.staff.link_checker import misbehaving as pages
from tests.staff.link_checker.misbehaving import Misbehaving, misbehaving

LONG = "<p>" + "They listen to people who were hurt by crime, by day and by night. " * 8 + "</p>"
CONTACTS = """    contact:
      - phone: 0808 157 0101
        source: {at}/helpline
      - text: "60777"
        source: {at}/helpline
      - phone: 01632 960102
        source: {at}/office
      - phone: 01632 960103
      - website: https://www.example.org
"""


FIRST = "    contact:\n      - phone: 0808"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Misbehaving]:
    monkeypatch.setenv("NO_PROXY", "*")
    with misbehaving() as running:
        show(monkeypatch, "/helpline", '<a href="tel:+448081570101">Call</a>, or text <b>60777</b>')
        show(monkeypatch, "/office", "Call 01632\u00a0960102")
        yield running


def show(monkeypatch: pytest.MonkeyPatch, path: str, body: str) -> None:
    monkeypatch.setitem(pages.PAGES, path, f"<title>Quay</title>{LONG}<p>{body}</p>")


@pytest.fixture
def site(tmp_path: Path, server: Misbehaving) -> Site:
    contacts = CONTACTS.format(at=server.at(""))
    first = "    contact:\n      - phone: 03003030554\n        hours: 24/7\n"
    assert first in SERVICES_YAML
    return a_site(tmp_path / "site", **{"services.yaml": SERVICES_YAML.replace(first, contacts)})


def numbers(site: Site, *arguments: str) -> Result:
    options = ["--root", str(site.root), "--now", NOW, "links", "--numbers", "--allow-local", "--pause", "0"]
    done = CliRunner().invoke(main, [*options, *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done


def told(output: str) -> list[str]:
    """What is said, without the lines of files that are quoted below it."""
    return [line for line in output.splitlines() if line[:1] not in ("", " ")]


def test_a_number_that_is_still_there_is_dated_and_no_page_is_asked_twice(site: Site, server: Misbehaving) -> None:
    done = numbers(site)

    assert (done.exit_code, told(done.stdout)) == (0, ["3 of 6 numbers still on their page, 3 without a page."])
    assert [path for method, path in server.asked if method == "GET"].count("/helpline") == 1
    at, day = server.at(""), NOW[:10]
    assert (site.root / "numbers.csv").read_text() == (
        "number,page,last_seen\n"
        f"01632960102,{at}/office,{day}\n"
        f"08081570101,{at}/helpline,{day}\n"
        f"60777,{at}/helpline,{day}\n"
    )


def test_a_number_that_is_gone_is_named_with_its_line_and_the_day_it_was_seen(
    site: Site, server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = server.at("")
    (site.root / "numbers.csv").write_text(f"number,page,last_seen\n08081570101,{at}/helpline,2026-10-01\n")
    show(monkeypatch, "/helpline", "Call 0808 157 0199, or text 60777")
    done = numbers(site)
    line = 1 + (site.root / "services.yaml").read_text().splitlines().index("      - phone: 0808 157 0101")

    assert done.exit_code == 1
    assert (
        f"services.yaml:{line}:16: {at}/helpline: this page no longer shows 0808 157 0101; call it and ask, then mend "
        "the number or name another page; last seen there on 2026-10-01"
    ) in done.stderr.splitlines()
    assert f"08081570101,{at}/helpline,2026-10-01\n" in (site.root / "numbers.csv").read_text()


def test_a_page_that_never_showed_it_and_one_that_is_gone_are_named(
    site: Site, server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(monkeypatch, "/helpline", "Call 0808 157 0199, or text 60777")
    site.change("services.yaml", "/office", "/gone")
    said = "\n".join(told(numbers(site).stderr))

    assert "this page does not show 0808 157 0101; call it and ask" in said
    assert "the page that showed 01632 960102 is gone (there is no such page (404)); call it and ask" in said
    assert "never seen there" in said


def test_what_nobody_can_know_is_advice(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    show(monkeypatch, "/office", '<img src="/phone.png">')
    site.change("services.yaml", "/helpline\n      - text", "/robots\n      - text")
    done = numbers(site)
    said = "\n".join(told(done.stdout))

    assert done.exit_code == 0
    assert "nobody can know here whether it still shows 01632 960102: it may stand in a picture there" in said
    assert "nobody can know here whether it still shows 0808 157 0101: it lets no program in (403)" in said
    assert "1 of 6 numbers still on their page, 2 not known, 3 without a page." in said


def test_the_most_urgent_stand_first(site: Site, server: Misbehaving) -> None:
    site.change("services.yaml", "source: NAT-01", f"source: '{server.at('/gone')}'")
    site.change("services.yaml", "phone: 01632 960102", "phone: 116 123")
    site.change("services.yaml", "/office", "/robots")
    rows = json.loads(numbers(site, "--format", "json").stdout)

    assert [row["number"] for row in rows][:2] == ["112", "116 123"]
    assert [row["state"] for row in rows][:2] == ["page-gone", "unknown"]


def test_pages_of_a_service_as_a_whole_are_asked_where_a_number_names_none(
    site: Site, server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = server.at("")
    sources = f"    sources: ['{at}/office', '{at}/helpline']\n"
    site.change("services.yaml", FIRST, f"{sources}{FIRST}")
    done = numbers(site)

    assert done.exit_code == 0
    assert "01632 960103: no page that its service names shows it; name the page in source:" in done.stdout
    show(monkeypatch, "/office", "Call 01632 960102 or 01632 960103")
    assert "4 of 6 numbers still on their page, 2 without a page." in numbers(site).stdout


def test_a_report_goes_to_a_file_as_a_table(site: Site) -> None:
    numbers(site, "--format", "csv", "--to", str(site.root / "today.csv"))
    lines = (site.root / "today.csv").read_text(encoding="utf-8-sig").splitlines()

    assert lines[0] == "number,state,page,why,last_seen,file,line,column"
    assert len(lines) == 7


def test_a_dry_run_keeps_no_table_and_a_broken_one_stops_before_anybody_is_asked(
    site: Site, server: Misbehaving
) -> None:
    numbers(site, "--dry-run")
    assert not (site.root / "numbers.csv").exists()

    asked = len(server.asked)
    (site.root / "numbers.csv").write_text("number,page,last_seen\n0808,then\n")
    done = numbers(site)
    assert (done.exit_code, len(server.asked)) == (1, asked)
    assert "numbers.csv:2:1: '0808,then' is not a number, an address and a day" in done.stderr


def test_one_host_alone_can_be_asked_again_and_the_others_keep_their_day(site: Site, server: Misbehaving) -> None:
    rows = "number,page,last_seen\n01632960111,https://www.example.org/a,2026-10-01\n"
    (site.root / "numbers.csv").write_text(rows)
    other = "      - phone: 01632 960111\n        source: https://www.example.org/a\n"
    site.change("services.yaml", "      - phone: 01632 960103\n", other)
    numbers(site, "--only", "127.0.0.1")

    assert "01632960111,https://www.example.org/a,2026-10-01\n" in (site.root / "numbers.csv").read_text()


def test_where_no_number_names_a_page_that_is_said(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    done = numbers(site)

    assert (done.exit_code, done.stdout) == (0, "No number names a page in source:, so there is nothing to ask.\n")
    assert "no number names a page of www.example.org" in numbers(site, "--only", "www.example.org").stderr


def test_a_page_that_may_say_where_a_secret_place_is_is_not_asked(site: Site, server: Misbehaving) -> None:
    secret = (
        f"    places:\n      - name: Larkspur House\n        show: never\n        source: {server.at('/larkspur')}\n"
    )
    site.change("services.yaml", FIRST, f"{secret}{FIRST}")
    numbers(site)

    assert not [path for _, path in server.asked if "larkspur" in path]
    assert "larkspur" not in (site.root / "numbers.csv").read_text()
