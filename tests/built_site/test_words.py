"""What the site says, and how hard it is to read: core pages ask for no more than six years of school."""

from __future__ import annotations

import re

import pytest

from generator import urls
from generator.content.analysis.house_words import read_house_words
from generator.edition import Edition
from tests.built_site.conftest import Built
from tests.built_site.reading_age import grade, sentences, words

GRADE = 6.0
LONGEST = 20
CORE = re.compile(r"(?:|(?:what-happened|who|where)/.*|services/[^/]+/|stay-safe/|rights/)")
"""Home, the three doors and all behind them, every service, and the two pages people need most besides."""
FEW = 5
"""Sentences of which no average says anything: their length is judged, their grade is not."""
PROMISES = (
    "hide your visit",
    "completely safe",
    "will not show",
    "cannot be traced",
    "nobody can see",
    "no one can see",
)


@pytest.fixture(scope="module")
def names(edition: Edition) -> list[str]:
    """What services, organisations and areas are called, the longest first: names are not ours to make easier."""
    catalogue = edition.catalogue
    found = {str(name) for service in catalogue.services for name in (service.name, *service.also_known_as)}
    found |= {str(one.name) for one in (*catalogue.organisations.values(), *catalogue.areas.values())}
    return sorted(found, key=len, reverse=True)


@pytest.fixture(scope="module")
def core(built: Built, names: list[str]) -> dict[str, list[str]]:
    """Every sentence of every core page, by the page's address."""
    return {
        address: sentences(tree.find(".//main"), names)
        for address, tree in built.trees.items()
        if CORE.fullmatch(address)
    }


def test_core_pages_can_be_read_by_a_child_of_eleven(core: dict[str, list[str]]) -> None:
    grades = {address: round(grade(found), 1) for address, found in core.items() if len(found) >= FEW}

    assert {address: years for address, years in grades.items() if years > GRADE} == {}
    assert {"", "what-happened/", "stay-safe/", "rights/", "services/victim-support-cumbria/"} <= grades.keys()


def test_no_sentence_of_a_core_page_is_longer_than_twenty_words(core: dict[str, list[str]]) -> None:
    long = {(address, one) for address, found in core.items() for one in found if len(words(one)) > LONGEST}

    assert long == set()


def test_no_page_says_what_this_site_never_says(built: Built) -> None:
    said = {
        (address, never.words)
        for address, tree in built.trees.items()
        for never in read_house_words().never
        if never.pattern.search(" ".join(tree.find("body").itertext()))
    }

    assert said == set()


def test_the_safety_page_has_its_nine_points_in_order(built: Built) -> None:
    headings = [" ".join(h2.itertext()) for h2 in built.trees[urls.STAY_SAFE].findall(".//main//h2")]

    assert headings == [
        "1. If you are in danger now",
        "2. Use another device if you can",
        "3. What the leave button does, and does not do",
        "4. What stays on your device",
        "5. What a private window does",
        "6. Think before you delete everything",
        "7. If you think there is spyware",
        "8. Other trails",
        "9. Where to learn more",
    ]


def test_the_safety_page_says_when_it_was_checked(built: Built) -> None:
    checked = built.trees[urls.STAY_SAFE].find(".//main//footer")

    assert " ".join("".join(checked.itertext()).split()) == (
        "Checked on 22 November 2026 by Waymark demonstration "
        "(written from public sources; no specialist has read it yet)."
    )


@pytest.mark.parametrize("promise", PROMISES)
def test_the_safety_page_promises_nothing(built: Built, promise: str) -> None:
    text = " ".join("".join(built.trees[urls.STAY_SAFE].find(".//main").itertext()).split()).lower()

    assert promise not in text
