"""Among words read from right to left a number stays in one piece; text read from left to right stays as it is."""

from __future__ import annotations

import pytest

from generator.model.fields.text import Words, in_language
from generator.model.fields.text_direction import direction, numbers_whole


@pytest.mark.parametrize(
    ("language", "way"),
    [("ar", "rtl"), ("ur", "rtl"), ("fa", "rtl"), ("he", "rtl"), ("cy", "ltr"), ("xx-nothing", "ltr")],
)
def test_a_language_is_written_one_way_or_the_other(language: str, way: str) -> None:
    assert direction(language) == way


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("اتصل 0300 123 4567 الآن", "اتصل 0300\u00a0123\u00a04567 الآن"),
        ("0808 157 0123", "0808\u00a0157\u00a00123"),
        ("(+44 300 123 4567).", "(+44\u00a0300\u00a0123\u00a04567)."),
        ("18001 0300 123 4567", "18001\u00a00300\u00a0123\u00a04567"),
        ("999", "999"),
        ("area-1 2-south", "area-1 2-south"),
        ("9:00 17:00", "9:00 17:00"),
    ],
)
def test_a_number_is_whole_from_the_right_and_untouched_from_the_left(text: str, whole: str) -> None:
    assert numbers_whole(text, "ar") == whole
    assert numbers_whole(text, "en") == text


def test_a_translation_is_whole_where_it_is_said() -> None:
    words = Words({"en": "Call 0300 123 4567.", "ar": "اتصل 0300 123 4567."})
    assert in_language(words, "ar") == "اتصل 0300\u00a0123\u00a04567."
    assert in_language(words, "en") == "Call 0300 123 4567."
