from __future__ import annotations

import pytest

from generator.model.fields.suggestions import did_you_mean, one_of

FIELDS = ["summary", "name", "helps_with"]


@pytest.mark.parametrize(
    ("word", "meant"), [("sumary", "summary"), ("Summary", "summary"), ("nmae", "name"), ("helps-with", "helps_with")]
)
def test_a_slip_of_the_finger_finds_the_word_that_was_meant(word: str, meant: str) -> None:
    assert did_you_mean(word, FIELDS) == f'did you mean "{meant}"?'


@pytest.mark.parametrize("word", ["telephone", "", "x" * 100_000])
def test_a_word_near_to_none_finds_nothing(word: str) -> None:
    assert did_you_mean(word, FIELDS) == ""


def test_a_word_near_to_none_is_answered_with_the_known_ones() -> None:
    assert one_of("perhaps", ["yes", "no"]) == "use one of: yes, no"


def test_a_word_near_to_one_is_answered_with_it_alone() -> None:
    assert one_of("open!", ["open", "closed"]) == 'did you mean "open"?'


def test_a_long_list_is_cut() -> None:
    assert one_of("zzz", ["a", "b", "c"], most=2) == "use one of: a, b, ..."


def test_where_nothing_is_known_nothing_is_offered() -> None:
    assert one_of("a", []) == ""
