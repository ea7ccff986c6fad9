"""Ages that stand beside whom a service is for are taken as ages, and what may be no age is left as it is."""

from __future__ import annotations

import pytest

from generator.model.fields.age_words import ages_in


@pytest.mark.parametrize(
    ("said", "words", "first", "last"),
    [
        ("women 18+", "women", 18, None),
        ("Women (18+)", "Women", 18, None),
        ("Women aged 18 and over", "Women", 18, None),
        ("Women aged 18 or older", "Women", 18, None),
        ("Women, 18 years and over", "Women", 18, None),
        ("Adults over 18", "Adults", 18, None),
        ("Over 50s", "", 50, None),
        ("Over-18s", "", 18, None),
        ("18 plus", "", 18, None),
        ("from 16", "", 16, None),
        ("At least 16 years old", "", 16, None),
        ("11-17 year olds", "", 11, 17),
        ("11–17 yrs", "", 11, 17),
        ("16 to 25", "", 16, 25),
        ("Young people aged 13-19", "Young people", 13, 19),
        ("Young people between 13 and 19", "Young people", 13, 19),
        ("Ages 5 to 11", "", 5, 11),
        ("Children under 18", "Children", None, 17),
        ("Under 18s", "", None, 17),
        ("Under-16s", "", None, 15),
        ("Up to 25", "", None, 25),
        ("Girls 16 and under", "Girls", None, 16),
    ],
)
def test_an_age_is_read_with_the_words_beside_it(said: str, words: str, first: int | None, last: int | None) -> None:
    found = ages_in(said)

    assert found is not None
    assert (found.words, found.first, found.last) == (words, first, last)


@pytest.mark.parametrize(
    "said",
    [
        "women",
        "Everyone",
        "18",
        "60",
        "25-11",
        "women 18+, men 21+",
        "0808 157 0101",
        "Group 4",
        "£18+",
        "up to 10% of people",
        "110 to 150",
    ],
)
def test_what_says_no_age_or_several_is_left_as_it_is(said: str) -> None:
    assert ages_in(said) is None
