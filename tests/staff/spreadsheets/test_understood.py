"""What people write is read only where it can mean one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields.dates import written_day
from generator.privacy.normalise_contacts import lost_zero, typed_address
from generator.staff.spreadsheets.cells import as_choice
from tests.builders import ANY_INPUT


@given(text=st.text(st.sampled_from("MonTueFriSat 0123456789-:;,.apmto&()\n"), max_size=40) | st.text(max_size=30))
@ANY_INPUT
def test_any_text_can_stand_where_a_day_should(text: str) -> None:
    assert isinstance(written_day(text), str)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("03/04/2026", "2026-04-03"),
        ("20 November 2026", "2026-11-20"),
        ("1st March 2027", "2027-03-01"),
        ("20-Nov-26", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("31/02/2026", "31/02/2026"),
        ("12/25/2026", "12/25/2026"),
        ("May 2026", "May 2026"),
        ("2026-11-20 00:00:00", "2026-11-20"),
        ("2026-11-20T00:00:00.000Z", "2026-11-20"),
        ("November 20, 2026", "2026-11-20"),
        ("Fri 20 Nov 26", "2026-11-20"),
        ("20/11/26", "2026-11-20"),
        ("20Nov2026", "20Nov2026"),
        ("May 20", "May 20"),
    ],
)
def test_a_date_is_read_with_the_day_first_or_not_at_all(said: str, read: str) -> None:
    assert written_day(said) == read


def test_words_of_a_closed_list_are_known_however_they_are_written() -> None:
    assert as_choice("Only if you agree", ("only-if-you-agree", "yes")) == "only-if-you-agree"
    assert as_choice("Y", ("yes", "no")) == "yes"
    assert as_choice("TBC", ("yes", "no", "unknown")) == "unknown"
    assert as_choice("Perhaps", ("yes", "no")) == "Perhaps"


def test_an_address_on_the_web_gets_its_beginning() -> None:
    assert typed_address("website", "www.example.org/help") == "https://www.example.org/help"
    assert typed_address("website", "example.org") == "https://example.org"
    assert typed_address("website", "see our leaflet") == "see our leaflet"


def test_a_number_without_its_first_0_is_known() -> None:
    assert lost_zero("3003030157") == "03003030157"
    assert lost_zero("116123") == ""
    assert lost_zero("0300 303 0157") == ""
    assert lost_zero("443003030157") == "03003030157"
