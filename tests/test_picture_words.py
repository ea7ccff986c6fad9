"""What the picture of a campaign says: a number only where one line takes everyone that it speaks to, at any hour."""

from __future__ import annotations

from typing import Any

import pytest

from generator.picture_words import CardWords
from tests.builders import a_campaign, a_service, an_edition
from tests.sites import a_site, some_picture_words

ANYONE = {"text": "Anyone.", "audiences": ["everyone"]}
PHONE = {"phone": "0808 157 0105", "hours": "24/7"}


def words_with(**changes: Any) -> CardWords:
    service = a_service(**({"contact": [PHONE], "helps_with": ["any-crime"], "areas": ["uk"], "who": ANYONE} | changes))
    edition = an_edition(service)
    return some_picture_words(edition).of(a_campaign())


def test_the_number_stands_with_its_hours_and_the_address_of_the_site() -> None:
    assert words_with() == CardWords(
        "Dating scams", "The office", "Call 0808 157 0105", "Day and night", "help.example.org"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"contact": [PHONE | {"hours": "Mo-Fr 09:00-17:00"}]},
        {"contact": [{"phone": "0808 157 0105"}]},
        {"contact": [{"textphone": "0808 157 0105", "hours": "24/7"}]},
        {"helps_with": ["hate-crime"]},
        {"areas": ["kent"]},
        {"who": {"text": "Women.", "audiences": ["women"]}},
        {"who": {"text": "Adults.", "audiences": ["everyone"], "ages": {"from": 18}}},
        {"for": "professionals"},
        {"for": "people-who-harm"},
        {"status": "paused"},
        {"checked": None},
        {"languages": ["pl"]},
    ],
    ids=str,
)
def test_a_picture_has_no_number_that_would_turn_some_away_or_that_nobody_checked(changes: dict[str, Any]) -> None:
    assert (words_with(**changes).call, words_with(**changes).when) == ("", "")


def test_the_words_are_those_of_the_site_s_language() -> None:
    words = some_picture_words(an_edition(), a_site(language="cy", site_url="https://help.example.org/cymorth/"))

    assert words.of(a_campaign(title={"en": "Scams", "cy": "Sgamiau"})).alt == (
        "Sgamiau. help.example.org/cymorth. The office"
    )
    assert words.of_home().title == "Help in Cumbria"


@pytest.mark.parametrize(
    ("words", "alt"),
    [
        (CardWords("Is it you?", "The office"), "Is it you? The office"),
        (
            CardWords("Stop", "The office", "Call 101", "Day and night", "a.example.org"),
            "Stop. Call 101. Day and night. a.example.org. The office",
        ),
    ],
)
def test_the_alt_text_says_all_that_the_picture_does(words: CardWords, alt: str) -> None:
    assert words.alt == alt
