"""Cells that no spreadsheet runs or retypes, and that come back to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import guarded
from generator.staff.spreadsheets.cells import list_in, shown, text_in, unguarded
from tests.builders import ANY_INPUT

HOSTILE = st.text(st.sampled_from("='+-@\t\r\n0123456789 /:.;\\[]encyJanTRUE,%£\"＝"), max_size=12) | st.text(
    max_size=20
)
WORDS = HOSTILE.map(lambda text: " ".join(text.split())).filter(bool)
LANGUAGES = st.sampled_from(["en", "cy", "pl", "zh-Hant", "fil"])
IN_LANGUAGES = st.dictionaries(LANGUAGES, WORDS, min_size=1, max_size=3)


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+44 300", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", '=HYPERLINK("https://evil.example")', "'=1"),
        *("＝1+1", "＋1", "－1", "＠a", "﹦1", "﹢1", "﹣1", "﹫a", "\u2212 1", "'' ＝1"),
        *(" =1+1", "  +1", "\xa0=1", "\u200b=1", "\ufeff=1", " \t@a", "\u3000＝1"),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe_and_loses_it_again(text: str) -> None:
    assert guarded(text, retyped=False) == f"'{text}"
    assert unguarded(f"'{text}") == text


@pytest.mark.parametrize(
    "text",
    "24/7|2026-11-20|March 2022|1 May|0300|09:00|9am|1e5|TRUE|5%|£5|1,000|12.50|447700900123|Nov-26|1 1/2".split("|"),
)
def test_what_a_spreadsheet_would_take_for_a_number_or_a_date_is_guarded_in_csv(text: str) -> None:
    assert guarded(text, retyped=True) == f"'{text}"
    assert guarded(text, retyped=False) == text
    assert unguarded(f"'{text}") == text


@pytest.mark.parametrize(
    "text",
    [
        "0300 303 0157",
        "8",
        "999",
        "116123",
        "Mo-Fr 09:00-17:00",
        "'Tis free",
        "82% felt safer",
        "In May 2022 it was open",
        "May I call?",
    ],
)
def test_plain_words_and_spaced_numbers_need_no_guard(text: str) -> None:
    assert guarded(text, retyped=True) == text
    assert unguarded(text) == text


@given(text=HOSTILE, retyped=st.booleans())
@ANY_INPUT
def test_every_text_comes_back_and_none_begins_like_a_formula(text: str, retyped: bool) -> None:
    cell = guarded(text, retyped=retyped)
    assert unguarded(cell) == text
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")


@given(value=WORDS | IN_LANGUAGES)
@ANY_INPUT
def test_a_text_in_several_languages_comes_back(value: str | dict[str, str]) -> None:
    assert text_in(shown(value)) == value


@given(values=st.lists(WORDS | IN_LANGUAGES, max_size=4))
@ANY_INPUT
def test_a_list_comes_back(values: list[str | dict[str, str]]) -> None:
    assert [text_in(one) for one in list_in(shown(values))] == values


def test_staff_read_lists_and_languages_as_they_would_write_them() -> None:
    assert shown(["IDVA", "IDSVA"]) == "IDVA; IDSVA"
    assert shown({"en": "Help", "cy": "Cymorth"}) == "[en] Help\n[cy] Cymorth"
    assert list_in("IDVA\nIDSVA; IDA;") == ["IDVA", "IDSVA", "IDA"]
    assert text_in("See [en] and [cy]") == "See [en] and [cy]"
