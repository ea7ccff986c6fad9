"""Withheld addresses are found in a text however an author spells them."""

from __future__ import annotations

import pytest

from generator.privacy.withheld_search import Sought

SECRET = ("14 Larkspur Lane, Kendal", "LA9 4ZZ")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring at 14 LARKSPUR  lane, please", "Ring at (secret), please"),
        ("14 Larkspur Lane,\nKendal", "(secret)"),
        ("la94zz, LA9-4ZZ and LA9\u00a04ZZ", "(secret), (secret) and (secret)"),
        ("?q=%31%34%20%4c%61%72%6b%73%70%75%72%20%4c%61%6e%65", "?q=(secret)"),
        ("?q=%31%34%20%4c%61%72%6b%73%70%75%72%20%4c%61%6e%65%2e%20", "?q=(secret)"),
        ("Ring at 14 Larkspur Lan&#101;", "Ring at (secret)"),
        ("Ring at 14 L\\ud835\\udc1arkspur Lane.", "Ring at (secret)."),
        ("114 Larkspur Lane; 14 Larkspur Lanes; Kendal", "114 Larkspur Lane; 14 Larkspur Lanes; Kendal"),
    ],
)
def test_an_address_is_blotted_out_whole_or_by_its_street_alone(text: str, left: str) -> None:
    assert Sought(dict.fromkeys(SECRET, "")).redacted(text, "(secret)") == left


def test_where_nothing_is_withheld_a_text_stays_as_it_is() -> None:
    for nothing in ((), (" ", ".")):
        assert Sought(dict.fromkeys(nothing, "")).redacted("14 Larkspur Lane", "x") == "14 Larkspur Lane"
