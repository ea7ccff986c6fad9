"""The README fits two screens, and what it names is there; the records that the handbook shows are good content."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import read_vocabulary
from tests.checks_of import broken_references, broken_rules

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HANDBOOK = ROOT / "docs" / "handbook"
SERVICE, CAMPAIGN = (
    re.findall(rf"```yaml\n({start}.*?)```", (HANDBOOK / name).read_text(encoding="utf-8"), re.DOTALL)[0]
    for name, start in (("add-a-service.md", "services:\n"), ("plan-a-campaign.md", "---\n"))
)
TWO_SCREENS = 60
"""Lines: two windows of thirty."""
AROUND = "areas:\n  cumbria: {name: Cumbria}\norganisations:\n  harbour: {name: Harbour}\n"


def test_the_service_and_the_campaign_of_the_handbook_are_good_content() -> None:
    directory, problems = read_directory({"services.yaml": AROUND + SERVICE})
    campaign, wrong = read_campaign(CAMPAIGN, "campaigns/harbour-week.md")
    assert campaign is not None
    problems += wrong
    problems += broken_references(directory, [campaign], read_vocabulary())
    problems += broken_rules(directory, [campaign], date(2026, 11, 22))

    assert problems == []
    assert tuple(found.record.id for found in directory.services) == campaign.record.services


def test_the_readme_fits_two_screens() -> None:
    assert len(README.splitlines()) <= TWO_SCREENS


@pytest.mark.parametrize("file", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_what_the_readme_links_to_is_there(file: str) -> None:
    assert (ROOT / file).is_file()


@pytest.mark.parametrize("target", ["site", "test", "check", "serve"])
def test_the_commands_of_the_readme_are_in_the_makefile(target: str) -> None:
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_house_on_one_screen_has_every_room_and_no_other() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (house,) = re.findall(r"^generator/\n(.*?)^```", architecture, re.DOTALL | re.MULTILINE)
    named = set(re.findall(r"^  (\S+)", house, re.MULTILINE))
    rooms = {f"{path.name}/" for path in (ROOT / "generator").iterdir() if (path / "__init__.py").is_file()}
    files = {path.name for path in (ROOT / "generator").glob("[!_]*.py")}

    assert named == rooms | files
