"""What the demonstration says of itself is advice in a site that people rely on, and so is an address for examples."""

from __future__ import annotations

import re
from pathlib import Path

from generator.content.analysis.house_words import read_house_words
from generator.content.checks.demonstration import AN_EXAMPLE
from generator.content.loading.source_file import authored, texts_in
from tests.content.checks.handed_over import left, site
from tests.sites import ROOT


def test_words_of_the_demonstration_are_named_where_the_site_is_none(tmp_path: Path) -> None:
    about = "# About\n\nThis is a\ndemonstration of Waymark. On a real site you would call.\n"
    said = left(tmp_path, office="Waymark demonstration", **{"content/about.md": about})

    assert said == [
        "content/about.md:3:1: 'This is a demonstration' are words of the demonstration; write your own, or take them "
        "out (and 1 more here)",
        "mkdocs.yml:7:22: 'Waymark demonstration' are words of the demonstration; write your own, or take them out",
    ]


def test_a_demonstration_may_say_that_it_is_one(tmp_path: Path) -> None:
    about = "# About\n\nThis is a demonstration of Waymark: https://www.example.org/.\n"
    settings = 'kent.gov.uk,2026"}\n      notice: Waymark demonstration\n      demonstration: true #'

    said = left(tmp_path, owner=settings, **{"content/about.md": about})

    assert said == []


def test_addresses_for_examples_are_named_and_may_wait_in_the_settings(tmp_path: Path) -> None:
    about = "# About\n\nSee https://www.example.org/ and [us](https://help.test/).\nWe are no example.organisation.\n"
    catalogue = site(tmp_path / "site", url="https://help.example.org/", **{"content/about.md": about})

    assert [(str(one), one.severity == "notice") for one in catalogue.advice] == [
        (
            "content/about.md:3:13: 'www.example.org' is an address for examples, and leads nowhere; write the real "
            "one (and 1 more here)",
            False,
        ),
        ("mkdocs.yml:2:11: 'help.example.org' is an address for examples, and leads nowhere; write the real one", True),
    ]


def test_the_owner_of_feed_ids_stays_what_it_was_once_a_post_went_out(tmp_path: Path) -> None:
    owner = "waymark.example.org,2026"
    before = left(tmp_path / "before", owner=owner)
    rows = "post,published\na-week-1,2026-11-20T09:00:00+00:00\n"
    after = [
        one for one in left(tmp_path / "after", owner=owner, **{"campaigns/published.csv": rows}) if "mkdocs" in one
    ]

    assert [one.partition(" is ")[0] for one in before] == ["mkdocs.yml:8:22: 'waymark.example.org'"]
    assert after == []


def test_every_word_that_the_demonstration_says_of_itself_is_known() -> None:
    pattern = read_house_words().of_demonstration
    of_itself = re.compile(r"demonstration|\breal site|\bWaymark\b(?! is free)", re.IGNORECASE)
    files = [*ROOT.glob("content/*.md"), *ROOT.glob("campaigns/*.md"), ROOT / "services.yaml", ROOT / "mkdocs.yml"]
    said = {
        f"{file.name}: {text}"
        for file in files
        for whole in [authored(file.read_text(encoding="utf-8"), file.name)]
        for text in [*(value for _, value in texts_in(whole.source.value, (), ())), *whole.words.split("\n\n")]
        if of_itself.search(text) and not pattern.search(text) and not AN_EXAMPLE.search(text)
    }

    assert said == set()
