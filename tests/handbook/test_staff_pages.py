"""What the pages on adding a service, planning a campaign and recording a check show is what happens."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.in_process import waymark
from tests.site_builder import Site, a_site

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook"
SERVICES = """\
areas:
  cumbria: {name: Cumbria}
organisations:
  harbour: {name: Harbour Trust}
services:
  - id: harbour-helpline
    name: Harbour Helpline
    kind: helpline
    organisation: harbour
    summary: A free helpline for anyone hurt by crime.
    helps_with: [any-crime]
    who: {audiences: [everyone], text: Anyone hurt by crime.}
    areas: [cumbria]
    first_step: Call.
    contact:
      - phone: 0808 157 0123
        label: Helpline
        hours: Mo-Fr 09:00-17:00
    when_you_contact: {answered_by: A trained listener., leaves_messages: Never.}
    report_needed: no
    who_will_know: {police: only-if-you-agree, immigration: no}
    referral: [self]
    languages: [en]
    interpreters: yes
    cost: free
    access: [step-free]
    checked: {on: 2026-11-20, by: Sam Reed, how: phoned}
  - id: quay-refuge
    name: Quay Refuge
    kind: refuge
    organisation: harbour
    summary: A safe place to stay.
    helps_with: [domestic-abuse]
    who: {audiences: [women], text: Women and their children., not_for: Men.}
    areas: [cumbria]
    first_step: Call.
    contact:
      - phone: 01632 960123
    when_you_contact: {answered_by: A worker., leaves_messages: Never.}
    report_needed: no
    who_will_know: {police: only-if-you-agree, immigration: no}
    referral: [self]
    languages: [en]
    interpreters: yes
    cost: free
    access: [step-free]
"""


def page(name: str) -> str:
    return (HANDBOOK / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands(text: str) -> list[list[str]]:
    """Every `waymark` command of a page, as typed."""
    lines = "".join(blocks(text, "sh")).replace("\\\n", " ").splitlines()
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("waymark")]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = a_site(tmp_path / "site")
    (site.root / "campaigns" / "dating-scams.md").unlink()
    site.write("services.yaml", SERVICES)
    return site


def test_what_due_prints_and_what_done_prints_are_on_the_page(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.due.rows_of", lambda _: 24)
    shown = blocks(page("record-a-check.md"), "text")
    due = waymark(site.root, ["due"], now="2027-02-21T09:00")
    done = waymark(
        site.root,
        ["due", "--done", "harbour-helpline", "--by", "Sam Reed", "--how", "phoned"],
        now="2027-02-21T09:00",
    )

    assert [due.out, done.out] == shown


def test_every_command_on_recording_a_check_does_what_it_says(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    typed = commands(page("record-a-check.md"))
    site.write("reply.txt", "harbour-helpline/cost=Nothing.\r\n")

    assert len(typed) > 2
    for command in typed:
        done = waymark(site.root, command, now="2027-02-21T09:00")
        assert (done.status, done.err) == (0, ""), command


def test_the_service_of_the_script_is_written(site: Site) -> None:
    site.write(
        "services.yaml", SERVICES.replace("harbour-helpline", "another").replace("  harbour:", "  victim-support:")
    )
    site.write("services.yaml", (site.root / "services.yaml").read_text().replace(": harbour\n", ": victim-support\n"))
    script = next(command for command in commands(page("add-a-service.md")) if "--no-input" in command)
    done = waymark(site.root, script)

    assert (done.status, done.err) == (0, "")
    assert "- id: harbour-helpline   # permanent: links and feeds know it by this\n" in done.out


def test_the_campaign_of_the_script_is_written_with_its_run_and_its_post(site: Site) -> None:
    site.write("services.yaml", SERVICES.replace("0808 157 0123", "08 08 16 89 111"))
    site.change("mkdocs.yml", "office:", "no_first_line: Our line is open in office hours.\n      office:")
    scripts = [command for command in commands(page("plan-a-campaign.md")) if "--no-input" in command]
    for script in scripts:
        done = waymark(site.root, script)
        assert (done.status, done.err) == (0, ""), script

    assert [script[1] for script in scripts] == ["campaign", "run", "post"]
    assert waymark(site.root, ["check"]).status == 0
