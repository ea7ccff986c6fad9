"""R22: how old a reader must be, near enough to what a dictionary of sounds says."""

from __future__ import annotations

from datetime import date

import pytest

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.model.character_counts import reading_age, sentences
from tests.built_site.reading_age import NUMBERS, grade
from tests.sites import ROOT


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Call us.", None),
        ("It is not your fault. We can help you.", 5),
        ("If someone frightens you, you can talk to a helpline, day or night. You choose what happens next.", 7),
        ("Specialist practitioners administer individualised multidisciplinary interventions for complainants.", 38),
        ("Call us on 0808 157 0123 or see https://help.example.org/immeasurably-interminable. #HelpForEveryone", 5),
    ],
)
def test_r22_easy_words_in_short_sentences_have_a_low_age(text: str, age: int | None) -> None:
    assert reading_age(text) == age


def test_r22_it_is_never_two_years_from_what_a_dictionary_of_sounds_says_of_our_own_posts() -> None:
    settings = read_settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    campaigns = load(ROOT, settings, date(2026, 12, 1)).campaigns
    texts = [str(post.text) for campaign in campaigns for post in campaign.posts]
    apart = [(reading_age(text) or 0) - (grade(NUMBERS.sub("", one) for one in sentences(text)) + 5) for text in texts]

    assert max(map(abs, apart)) < 2
    assert abs(sum(apart) / len(apart)) < 0.5
