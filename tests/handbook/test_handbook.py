"""The handbook builds without a warning, asks no other host for anything, and what it shows is what happens."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.cli.main import COMMANDS, main
from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import read_vocabulary
from tests.builders import TODAY
from tests.checks_of import broken_references, broken_rules
from tests.site_builder import NOW, a_site

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
    typed = re.findall(r"^waymark ([a-z-]+)", "\n".join(blocks(path.read_text(encoding="utf-8"), "sh")), re.MULTILINE)

    assert [name for name in typed if name not in COMMANDS] == []


@pytest.mark.parametrize(
    "path", [*PAGES, ROOT / "README.md", ROOT / "docs" / "architecture.md"], ids=lambda path: path.name
)
def test_what_people_type_and_see_fits_a_window_of_80_columns(path: Path) -> None:
    samples = re.findall(
        r"^```(?:sh|yaml|text|)\n(.*?)^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    house = ("generator/\n", "┼")  # the README's two pictures of the program, for those who change it

    lines = [line for sample in samples if not any(sign in sample for sign in house) for line in sample.splitlines()]
    assert [line for line in lines if len(line) > 80] == []


def said_by_check(root: Path, patch: pytest.MonkeyPatch, now: str = NOW) -> str:
    """What a terminal of 80 columns shows."""
    patch.setattr("generator.cli.console.is_a_terminal", lambda _: True)
    patch.setattr("generator.formatters.terminal.is_a_terminal", lambda _: True)
    around = {"COLUMNS": "80", "NO_COLOR": "1"}
    done = CliRunner(env=around).invoke(main, ["--root", str(root), "--now", now, "check"])
    return done.stderr


def test_the_page_on_mistakes_shows_what_check_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "kind: refuge", "kind: refuges")
    site.change("campaigns/dating-scams.md", "fraud-cyber", "fraud-cyer")

    assert blocks(page("mend-mistakes.md"), "text") == [said_by_check(site.root, monkeypatch)]


def test_the_first_hour_s_mistake_is_told_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mkdocs.yml", "services.yaml", "accessibility-results.yaml", "campaigns", "content"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile)(ROOT / name, tmp_path / name)
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    services = tmp_path / "services.yaml"
    text = services.read_text(encoding="utf-8")
    services.write_text(text.replace("kind: victim-hub\n", "kind: victim-hubb\n", 1), encoding="utf-8")
    said = said_by_check(tmp_path, monkeypatch, "2026-11-24T09:00")

    def on_any_line(text: str) -> str:
        return re.sub(r"\b\d{3}\b", "232", text)  # the directory grows, and the page need not change for it

    assert on_any_line(said).endswith(on_any_line(blocks(page("first-hour.md"), "text")[0]))


def test_the_first_hour_s_service_and_campaign_are_good() -> None:
    service, campaign = blocks(page("first-hour.md"), "yaml")
    text = (ROOT / "services.yaml").read_text(encoding="utf-8")
    assert text.count("\nretired_numbers:") == 1
    text = text.replace("\nretired_numbers:", f"\n{service}\nretired_numbers:")
    directory, problems = read_directory({"services.yaml": text})
    one, wrong = read_campaign(campaign, "campaigns/harbour-week.md")
    assert one is not None
    problems += wrong
    problems += broken_references(directory, [one], read_vocabulary())
    problems += broken_rules(directory, [one], TODAY)

    assert problems == []
    assert directory.services[-1].record.id == "harbour-helpline"


def test_the_makefile_builds_the_handbook() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert re.search(r"^handbook: \.venv/site\n\t.*mkdocs build .*docs/mkdocs\.yml", rules, re.MULTILINE)
