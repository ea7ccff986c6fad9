"""Which of several offices a change touches: never one too few, and of what is kept apart no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.content.loading.config import read_settings
from generator.content.loading.site_inputs import site_inputs, touched

CONFIG = """\
site_name: Help
site_url: https://{name}.example.org/
docs_dir: content
theme: {{name: material}}
plugins:
  - waymark:
      office: {{name: The office}}
      feeds: {{owner: "{name}.example.org,2026"}}
{more}
"""


def an_office(top: Path, name: str, more: str = "") -> None:
    (top / "offices" / name).mkdir(parents=True, exist_ok=True)
    (top / "offices" / name / "mkdocs.yml").write_text(CONFIG.format(name=name, more=more))


def which(top: Path, *changed: str) -> list[str]:
    offices = sorted(one.parent for one in (top / "offices").glob("*/mkdocs.yml"))
    made = []
    for office in offices:
        text = (office / "mkdocs.yml").read_text()
        settings = None if "broken" in text else read_settings(text)
        made.append(site_inputs(office, text, settings))
    return [one.folder.name for one in touched(made, [top / file for file in changed])]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """Three offices: two share national.yaml, and one of them what a folder has; the third shares nothing."""
    top = Path(os.path.realpath(tmp_path))
    an_office(top, "east", "      shared: ../../shared/national.yaml")
    an_office(top, "north", "      shared: [../../shared/national.yaml, ../../regional/*.yaml]")
    an_office(top, "south")
    return top


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("offices/east/services.yaml", ["east"]),
        ("offices/east/campaigns/new.md", ["east"]),
        ("offices/east/content/about.md", ["east"]),
        ("offices/east/overrides/pages/home.html", ["east"]),
        ("offices/east/README.md", ["east"]),
        ("offices/east/mkdocs.yml", ["east"]),
        ("shared/national.yaml", ["east", "north"]),
        ("regional/new.yaml", ["north"]),
        ("regional/gone-since.yaml", ["north"]),
    ],
)
def test_a_change_touches_each_office_that_reads_it_and_no_other(changed: str, said: list[str], top: Path) -> None:
    assert which(top, changed) == said


@pytest.mark.parametrize(
    "changed",
    [
        *("requirements.txt", "waymark-0.2.0-py3-none-any.whl", "generator/site/build.py", "overrides/main.html"),
        *("shared/another.yaml", "regional/deep/er.yaml", "regional/old.csv", ".github/workflows/publish.yml"),
        *("offices/west/services.yaml", "offices/requirements.txt"),
    ],
)
def test_what_nobody_is_known_to_read_alone_touches_all(changed: str, top: Path) -> None:
    assert which(top, changed) == ["east", "north", "south"]


@pytest.mark.parametrize(
    "changed", ["README.md", "docs/how.md", "LICENSE", ".gitignore", "shared/.gitattributes", ".venv/bin/python"]
)
def test_what_people_alone_read_touches_none(changed: str, top: Path) -> None:
    assert which(top, changed) == []


def test_several_changes_touch_all_that_any_of_them_touches(top: Path) -> None:
    assert which(top, "offices/south/services.yaml", "regional/new.yaml", "README.md") == ["north", "south"]
    assert which(top) == []


def test_an_office_whose_name_begins_like_anothers_is_another(top: Path) -> None:
    an_office(top, "east-anglia")

    assert which(top, "offices/east-anglia/services.yaml") == ["east-anglia"]
    assert which(top, "offices/east/services.yaml") == ["east"]


def test_what_an_office_reads_through_a_link_touches_it(top: Path) -> None:
    (top / "kept").mkdir()
    (top / "kept/national.yaml").write_text("services: []\n")
    (top / "offices/south/national.yaml").symlink_to("../../kept/national.yaml")

    assert which(top, "kept/national.yaml") == ["south"]


def test_a_folder_that_is_a_link_leads_to_its_office(top: Path) -> None:
    (top / "offices/south").rename(top / "elsewhere")
    (top / "offices/south").symlink_to("../elsewhere")

    assert which(top, "elsewhere/services.yaml") == ["elsewhere"]


@pytest.mark.parametrize(
    ("more", "changed"),
    [
        ("INHERIT: ../base.yml", "offices/base.yml"),
        ("hooks: [../hook.py]", "offices/hook.py"),
        ("watch: [../../lists]", "lists/words.txt"),
    ],
)
def test_what_the_engine_reads_for_it_touches_it(more: str, changed: str, top: Path) -> None:
    an_office(top, "south", more)

    assert which(top, changed) == ["south"]


def test_pages_kept_elsewhere_are_pages(top: Path) -> None:
    file = top / "offices/south/mkdocs.yml"
    file.write_text(file.read_text().replace("docs_dir: content", "docs_dir: ../../pages"))

    assert which(top, "pages/about.md") == ["south"]


def test_a_shared_folder_that_is_a_repository_of_its_own_is_named_as_a_folder(top: Path) -> None:
    assert which(top, "shared") == ["east", "north"]
    assert which(top, "regional") == ["north"]
    assert which(top, "offices") == ["east", "north", "south"]


def test_an_office_whose_settings_cannot_be_read_is_touched_by_whatever_is_shared(top: Path) -> None:
    an_office(top, "south", "broken: [")

    assert which(top, "shared/national.yaml") == ["east", "north", "south"]
    assert which(top, "offices/south/mkdocs.yml") == ["south"]
    assert which(top, "offices/east/services.yaml") == ["east"]


def test_a_pattern_that_reaches_over_the_offices_touches_no_more_than_it_names(top: Path) -> None:
    an_office(top, "south", "      shared: ../*.yaml")

    assert which(top, "offices/all.yaml") == ["south"]
    assert which(top, "offices/east/services.yaml") == ["east"]
