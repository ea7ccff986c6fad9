"""What somebody typed, with its slips, finds the names that it may mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.prompts.choices import Choice, Offer
from generator.model.fields.suggestions import nearest

NAMES = (
    "Independent Sexual Violence Advisors (ISVAs)",
    "Victim Support in Cumbria",
    "Stalking and harassment",
    "Fraud, scams and cyber crime",
    "Women's Centre, Barrow",
    "Victim Support Supportline",
    "Helpline",
    "Robbery",
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("victim suport", ["Victim Support in Cumbria", "Victim Support Supportline"]),
        ("Victim  SUPPORT cumbria", ["Victim Support in Cumbria"]),
        ("fruad", ["Fraud, scams and cyber crime"]),
        ("robery", ["Robbery"]),
        ("helplien", ["Helpline"]),
        ("womens center", ["Women's Centre, Barrow"]),
        ("harass", ["Stalking and harassment"]),
        ("line", ["Victim Support Supportline", "Helpline"]),
        ("men", []),
        ("of the", []),
        ("zebra", []),
        ("", []),
    ],
)
def test_names_are_found_by_their_words_best_first(typed: str, found: list[str]) -> None:
    assert [NAMES[at] for at in nearest(typed, NAMES)] == found


@given(st.text(), st.lists(st.text()))
def test_any_text_finds_places_in_the_list(typed: str, names: list[str]) -> None:
    found = nearest(typed, names)

    assert len(set(found)) == len(found)
    assert set(found) <= set(range(len(names)))


CRIMES = Offer(
    "about",
    "a crime type",
    [
        Choice("fraud-cyber", "Fraud, scams and cyber crime", "Someone tricked you.", ("phishing",)),
        Choice("robbery", "Robbery", "Someone took something by force.", ("mugged", "mugging")),
        Choice("any-crime", "Any other crime, or not sure"),
    ],
)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Fraud, scams and cyber crime, Robbery", ["Fraud, scams and cyber crime", "Robbery"]),
        ("robbery, fraud,  SCAMS and cyber crime", ["robbery", "fraud,  SCAMS and cyber crime"]),
        ("Any other crime, or not sure", ["Any other crime, or not sure"]),
        ("1, robbery,", ["1", "robbery"]),
        ("1; Fraud, scams and cyber crime;", ["1", "Fraud, scams and cyber crime"]),
        ("1 2  3", ["1", "2", "3"]),
        (" , ", []),
    ],
)
def test_a_name_with_a_comma_in_it_stays_whole(typed: str, parts: list[str]) -> None:
    assert CRIMES.parts(typed) == parts


@pytest.mark.parametrize("word", ["mugged", "phising", "y"])
def test_another_word_for_it_finds_it_but_is_never_taken_as_its_name(word: str) -> None:
    with pytest.raises(LookupError) as refused:
        CRIMES.find(word, numbered=True)

    meant = {"mugged": ["robbery"], "phising": ["fraud-cyber"], "y": []}
    assert [choice.id for choice in refused.value.args] == meant[word]
