"""The sentences of public bodies that ship in other languages: each has its source, and says what it is there for."""

from __future__ import annotations

import unicodedata

import pytest

from generator.content.loading.shipped import read_spoken_languages
from generator.model.standing_page import SourcedSentence

SHIPPED = read_spoken_languages()
SENTENCES = [(one.code, sentence) for one in SHIPPED.languages for sentence in one.sentences]
SCRIPTS = {"bn": "BENGALI", "ar": "ARABIC", "ur": "ARABIC", "pa": "GURMUKHI", "uk": "CYRILLIC", "zh": "CJK"}
NUMBERS = {"danger": "999", "silent": "55"}


def test_the_ten_languages_stand_in_their_order_each_once() -> None:
    assert [one.code for one in SHIPPED.languages] == ["pl", "ro", "ur", "pa", "ar", "bn", "pt", "uk", "lt", "zh"]
    assert {*SHIPPED.named} <= {one.code for one in SHIPPED.languages}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES, ids=lambda one: getattr(one, "about", one))
def test_each_sentence_is_in_its_script_says_its_number_and_names_a_page_that_can_be_opened(
    code: str, sentence: SourcedSentence
) -> None:
    letters = [unicodedata.name(sign) for sign in sentence.says if sign.isalpha()]

    assert all(name.startswith(SCRIPTS.get(code, "LATIN")) for name in letters)
    assert NUMBERS.get(sentence.about, "") in sentence.says
    assert sentence.link.startswith("https://")
    assert sentence.title.endswith(")")


def test_a_language_is_known_by_its_other_codes_too() -> None:
    chinese = SHIPPED.languages[-1]

    assert {"zh", "yue", "cmn"} <= chinese.codes
