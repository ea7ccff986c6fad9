"""The handbook builds without a warning, asks no other host for anything, and what it shows is what happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.cli import COMMANDS, main
from generator.problems import Problem
from generator.reading.campaigns import read_campaign
from generator.reading.content import read_vocabulary
from generator.reading.directory import read_directory
from generator.reading.references import broken_references
from generator.reading.rules import broken_rules
from tests.builders import TODAY
from tests.site_builder import NOW, Site, a_site

ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "docs" / "handbook"
PAGES = sorted(HANDBOOK.glob("*.md"))
CONFIG = yaml.safe_load((ROOT / "docs" / "mkdocs.yml").read_text(encoding="utf-8"))


def page(name: str) -> str:
    return (HANDBOOK / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """Every block of code in a language, without its fences."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def in_nav(entries: object) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else []:
        for value in entry.values():
            yield from [value] if isinstance(value, str) else in_nav(value)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("handbook")
    build(load_config(str(ROOT / "docs" / "mkdocs.yml"), site_dir=str(folder)))
    return folder


def test_the_handbook_is_built_without_a_warning(built: Path) -> None:
    assert (built / "index.html").is_file()
    assert len(list(built.glob("*.html"))) == len(PAGES)


def test_every_page_is_in_the_list_of_pages() -> None:
    assert sorted(in_nav(CONFIG["nav"])) == [path.name for path in PAGES]


def test_the_handbook_asks_no_other_host_for_anything(built: Path) -> None:
    loads = re.compile(r"""(?:src|href)=["']?(?:https?:)?//[^"'> ]+|url\(|@import|<script""")
    found = {hit.group() for file in built.rglob("*.html") for hit in loads.finditer(file.read_text(encoding="utf-8"))}
    styles = {hit.group() for file in built.rglob("*.css") for hit in loads.finditer(file.read_text(encoding="utf-8"))}

    assert {link for link in found if not link.startswith("href=")} | styles == set()


def test_the_handbook_is_no_part_of_the_public_site() -> None:
    public = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert CONFIG["site_dir"] == "../build/handbook"
    assert "docs_dir: content" in public
    assert "/build/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_a_page_has_one_name_and_landmarks_and_a_way_past_them(built: Path) -> None:
    files = list(built.glob("*.html"))

    assert len(files) >= len(PAGES)
    for file in files:
        text = file.read_text(encoding="utf-8")

        assert len(re.findall(r"<h1\b", text)) == 1, file.name
        assert len(re.findall(r"<main\b", text)) == 1
        assert '<html lang="en">' in text
        assert '<a class="skip" href="#main">' in text
        assert re.search(r"<title>[^<]+</title>", text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_of_the_handbook_is_one_that_there_is(path: Path) -> None:
    typed = re.findall(r"^waymark ([a-z]+)", "\n".join(blocks(path.read_text(encoding="utf-8"), "sh")), re.MULTILINE)

    assert [name for name in typed if name not in COMMANDS] == []


def said_by_check(site: Site, patch: pytest.MonkeyPatch) -> str:
    """What a terminal shows."""
    patch.setattr("generator.commands.telling.is_a_terminal", lambda _: True)
    around = {"COLUMNS": "120", "NO_COLOR": "1"}
    done = CliRunner(env=around).invoke(main, ["--root", str(site.root), "--now", NOW, "check"])
    return done.stderr


def test_the_page_on_mistakes_shows_what_check_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "kind: refuge", "kind: refuges")
    site.change("campaigns/dating-scams.md", "fraud-cyber", "fraud-cyer")

    assert blocks(page("mend-mistakes.md"), "text") == [said_by_check(site, monkeypatch)]


def test_the_first_hour_s_mistake_is_told_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "kind: victim-hub", "kind: victim-hubb")
    (shown,) = blocks(page("first-hour.md"), "text")

    def words(text: str) -> list[str]:
        return [re.sub(r"[0-9]+| +(?=\|)", "", line).strip() for line in text.splitlines()[:3]]

    assert words(shown) == words(said_by_check(site, monkeypatch))


def test_the_first_hour_s_service_and_campaign_are_good() -> None:
    service, campaign = blocks(page("first-hour.md"), "yaml")
    text = (ROOT / "services.yaml").read_text(encoding="utf-8")
    assert text.count("\nretired_numbers:") == 1
    problems: list[Problem] = []
    directory = read_directory(
        {"services.yaml": text.replace("\nretired_numbers:", f"\n{service}\nretired_numbers:")}, problems
    )
    one = read_campaign(campaign, "campaigns/harbour-week.md", problems)
    assert one is not None
    problems += broken_references(directory, [one], read_vocabulary())
    problems += broken_rules(directory, [one], TODAY)

    assert problems == []
    assert directory.services[-1].record.id == "harbour-helpline"


def test_the_makefile_builds_the_handbook() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert re.search(r"^handbook: \.venv/site\n\t.*mkdocs build .*docs/mkdocs\.yml", rules, re.MULTILINE)
