from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.share_images.lettering import SIZES, letter, runs_right_to_left


def test_short_words_are_as_large_as_can_be_on_one_line() -> None:
    found = letter("Dating scams", 1040, 350)

    assert found is not None
    assert (found.lines, found.size) == (["Dating scams"], SIZES[0])


def test_long_words_are_wrapped_and_made_smaller() -> None:
    found = letter(
        "Some people are made to work, or are kept under the control of someone else, also near you", 1040, 350
    )

    assert found is not None
    assert len(found.lines) > 1
    assert found.size < SIZES[0]


@given(st.lists(st.text(st.sampled_from("abcŵMW-’"), min_size=1, max_size=30), min_size=1, max_size=8).map(" ".join))
def test_every_letter_of_a_title_stands_in_a_line_that_fits(title: str) -> None:
    found = letter(title, 1040, 350)

    assert found is not None
    assert "".join(found.lines).replace(" ", "") == title.replace(" ", "")
    assert found.height <= 350
    assert all(found.font.getlength(line) <= 1040 for line in found.lines)


def test_words_that_do_not_fit_at_any_size_are_not_cut() -> None:
    assert letter("word " * 400, 1040, 350) is None


@pytest.mark.parametrize(
    ("words", "rtl"), [("Help", False), ("مساعدة", True), ("16 مساعدة", True), ("Help مساعدة", False), ("123", False)]
)
def test_the_first_letter_says_which_way_a_title_runs(words: str, rtl: bool) -> None:
    assert runs_right_to_left(words) is rtl
