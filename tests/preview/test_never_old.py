"""The preview never shows Good, or an old page, for what `check` calls a mistake: every change is heard."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as lxml_html

from generator.cli.engine import ENGINE
from generator.preview.current_site import Showing
from generator.preview.snapshot import PreviewDay
from tests.builders import at
from tests.site_builder import CAMPAIGN, SERVICES_YAML, Site, a_site

NOW = at("2027-02-10 09:00")
BAD = CAMPAIGN.replace("about: [fraud-cyber]", "about: [fraud-cybr]")
MISTAKE = "'fraud-cybr' is not a crime type"
EXTRA = """\
services:
  - id: tide-line
    name: The Tide Line
    kind: helpline
    organisation: victim-support
    summary: A line for anyone.
    helps_with: [any-crime]
    areas: [cumbria]
"""


def a_showing(site: Site) -> Showing:
    return Showing(site.root, site.root / "overrides", PreviewDay(NOW), lambda: NOW, "http://127.0.0.1:8000/", ENGINE)


def says(showing: Showing, address: str = "/campaigns/") -> str:
    return " ".join(lxml_html.document_fromstring(showing.answer(address).body.decode()).text_content().split())


def checkout_there_and_back(site: Site) -> None:
    """`git checkout` of a commit without campaigns/, a look, and back, with a mistake."""
    shutil.move(site.root / "campaigns", site.root / "gone")
    shutil.rmtree(site.root / "gone")
    site.write("campaigns/dating-scams.md", BAD)


def another_folder_in_its_place(site: Site) -> None:
    shutil.copytree(site.root / "campaigns", site.root / "fresh")
    site.write("fresh/dating-scams.md", BAD)
    (site.root / "campaigns").rename(site.root / "gone")
    (site.root / "fresh").rename(site.root / "campaigns")


def a_link_in_its_place(site: Site) -> None:
    site.write("other/dating-scams.md", BAD)
    shutil.rmtree(site.root / "campaigns")
    (site.root / "campaigns").symlink_to("other")


def named_elsewhere(site: Site) -> None:
    site.write("other/dating-scams.md", BAD)
    site.change("mkdocs.yml", "      feeds:", "      campaigns: other\n      feeds:")


WAYS: dict[str, Callable[[Site], None]] = {
    "saved": lambda site: site.write("campaigns/dating-scams.md", BAD),
    "deleted and made again": checkout_there_and_back,
    "another folder in its place": another_folder_in_its_place,
    "a link in its place": a_link_in_its_place,
    "named elsewhere in mkdocs.yml": named_elsewhere,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_mistake_is_shown_however_it_came_to_stand_there(way: Callable[[Site], None], tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    showing = a_showing(site)
    assert "Dating scams" in says(showing)
    way(site)

    assert MISTAKE in says(showing)
    assert site.waymark("check").status == 1


BESIDE: dict[str, Callable[[Site], object]] = {
    "git left two versions in links.csv": lambda site: site.write(
        "links.csv", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"
    ),
    "a link that leads nowhere": lambda site: (site.root / "campaigns" / "b.md").symlink_to("nowhere.md"),
    "git left two versions in other words": lambda site: site.write(
        "overrides/words/cy.po", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"
    ),
    "a ledger that is none": lambda site: site.write("campaigns/published.csv", "post,published\nx\n"),
    "test results that are none": lambda site: site.write("accessibility-results.yaml", "on: soon\n"),
}


@pytest.mark.parametrize("change", BESIDE.values(), ids=BESIDE)
def test_what_check_calls_a_mistake_is_never_shown_as_good(change: Callable[[Site], object], tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    showing = a_showing(site)
    assert (showing.answer("/").status, site.waymark("check").status) == (200, 0)
    change(site)

    assert (showing.answer("/").status, site.waymark("check").status) == (500, 1)


def test_a_folder_that_went_and_came_is_heard_each_time(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    showing = a_showing(site)
    for _ in range(3):
        shutil.rmtree(site.root / "campaigns")
        assert "there is no campaigns to watch; make it, or take it out of watch: in this file" in says(showing)
        site.write("campaigns/dating-scams.md", CAMPAIGN)
        assert "Dating scams" in says(showing)


@pytest.mark.parametrize(
    ("folder", "words", "line"),
    [
        ("content", "there is no folder content; make it, or mend docs_dir: in this file", 3),
        ("overrides", "there is no folder overrides; take the line custom_dir: out, for Waymark brings its own", 7),
    ],
)
def test_a_missing_folder_is_named_as_such_with_its_setting(folder: str, words: str, line: int, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    showing = a_showing(site)
    (site.root / folder).rename(site.root / "gone")
    answer = showing.answer("/")

    assert answer.status == 500
    assert words in says(showing, "/")
    assert [problem.location.line for problem in showing.view.problems if words in problem.text] == [line]
    (site.root / "gone").rename(site.root / folder)
    assert showing.answer("/").status == 200


def test_a_file_more_that_a_pattern_means_is_heard_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", "      feeds:", '      services: [services.yaml, "more/**/*.yaml"]\n      feeds:')
    site.write("more/a.yaml", "services: []\n")
    showing = a_showing(site)
    site.write("more/deep/b.yaml", EXTRA)

    assert "The Tide Line" in says(showing, "/services/")


def test_a_template_and_a_word_of_the_settings_are_heard(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    showing = a_showing(site)
    site.change("mkdocs.yml", "Victim services in Cumbria", "Help in Cumbria")
    assert "Help in Cumbria" in says(showing, "/")
    shutil.copytree(site.root / "overrides", site.root / "others")
    home = site.root / "others/pages/home.html"
    home.write_text(f"{home.read_text(encoding='utf-8')}\n<p>Of the others.</p>", encoding="utf-8")
    site.change("mkdocs.yml", "custom_dir: overrides", "custom_dir: others")
    assert "Of the others." in says(showing, "/")
    home.write_text(f"{home.read_text(encoding='utf-8')}\n<p>Later still.</p>", encoding="utf-8")
    assert "Later still." in says(showing, "/")


def test_what_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are looked at before they are read, so that no change falls between the two."""
    site = a_site(tmp_path / "site")
    showing = a_showing(site)
    make = showing._make

    def slow(day: PreviewDay) -> None:
        make(day)
        monkeypatch.undo()
        site.write("services.yaml", SERVICES_YAML.replace("after any crime", "after all of it"))

    monkeypatch.setattr(showing, "_make", slow)
    site.write("services.yaml", SERVICES_YAML.replace("after any crime", "after each crime"))
    showing.refresh()

    assert "after all of it" in says(showing, "/services/victim-support-cumbria/")


@pytest.mark.parametrize("address", ["/campaigns/", "/there-is-none/"])
def test_what_fails_in_the_preview_itself_is_named_in_the_page(address: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    showing = a_showing(site)
    assert showing.answer(address).status in (200, 404)
    site.write("overrides/preview/bar.html", "{% include 'no-bar.html' %}")

    answer = showing.answer(address)

    assert answer.status == 500
    assert "no-bar.html" in answer.body.decode()
