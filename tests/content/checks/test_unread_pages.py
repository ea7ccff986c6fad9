"""Words in a further language that nobody has read are named on request; where both are equal, they stop the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.checks.test_text_languages import EQUAL, LANGUAGES, site_in
from tests.site_builder import Site

NOBODY = (
    "nobody who speaks 'cy' has read these words; have them read, and write who did in the place of \"unread: yes\": "
    "checked: {on: 2027-01-12, by: Sam Reed, how: read}"
)
TWINS = ("campaigns/dating-scams.cy.md", "content/about.cy.md", "content/privacy.cy.md", "content/stay-safe.cy.md")


def unread(folder: Path, languages: str) -> Site:
    site = site_in(folder, languages)
    for file in TWINS:
        site.write(file, "---\nunread: yes\n---\n# Tudalen\n\nGeiriau.\n")
    site.write("content/rights.cy.md", "# Hawliau\n\nGeiriau.\n")
    return site


def told(site: Site, *arguments: str) -> list[str]:
    said = [line.removeprefix("advice: ") for line in site.waymark("check", *arguments).told]
    return [line for line in said if "nobody who speaks" in line]


def test_they_are_named_when_somebody_asks_and_stop_nothing(tmp_path: Path) -> None:
    site = unread(tmp_path, LANGUAGES)

    assert told(site) == []
    assert told(site, "--language", "cy") == [f"{file}:1:1: {NOBODY}" for file in TWINS]
    assert site.waymark("check", "--language", "cy").status == site.waymark("check").status == 0


def test_they_stop_a_build_where_both_are_equal_until_somebody_has_read_them(tmp_path: Path) -> None:
    site = unread(tmp_path, EQUAL)
    assert told(site) == [f"{file}:1:1: {NOBODY}" for file in TWINS]

    for file in TWINS:
        site.change(file, "unread: yes", "checked: {on: 2026-11-20, by: Sam Reed, how: read}")
    assert told(site) == []


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("content/about.cy.md", "content/about.cy.md:2:9: 'perhaps' is not"),
        ("campaigns/dating-scams.cy.md", "campaigns/dating-scams.cy.md:2:9: 'perhaps' is not"),
        ("content/stay-safe.md", 'content/stay-safe.md:2:1: "unread" is not'),
    ],
)
def test_only_yes_and_no_are_known_and_only_of_words_in_a_further_language(
    file: str, words: str, tmp_path: Path
) -> None:
    site = unread(tmp_path, LANGUAGES)
    said = "unread: perhaps" if ".cy." in file else "unread: yes\ntitle: Stay safe"
    site.write(file, f"---\n{said}\n---\n# Page\n\nWords.\n")

    assert any(line.startswith(words) for line in site.waymark("check").told)
