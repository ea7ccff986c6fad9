"""Opening hours as people type them are taken where they can mean one thing only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.hours import hours
from generator.model.typed_hours import written_hours


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("9-5 Mon to Fri", "Mo-Fr 09:00-17:00"),
        ("9am to 5pm, Monday to Friday", "Mo-Fr 09:00-17:00"),
        ("Mon-Thurs 9.30am-4.30pm", "Mo-Th 09:30-16:30"),
        ("Saturday 10-2", "Sa 10:00-14:00"),
        ("mon to sun 8 until 8", "Mo-Su 08:00-20:00"),
        ("Tuesdays: 13:00 to 15:30", "Tu 13:00-15:30"),
    ],
)
def test_hours_are_taken_as_people_type_them(typed: str, written: str) -> None:
    assert written_hours(typed) == written
    assert hours(written).text == written


@pytest.mark.parametrize(
    "typed",
    ["24/7", "Mo-Fr 09:00-17:00; PH off", "9-5", "Mon 5pm-9am", "Mon 13pm-5pm", "Mon 9-25", "Mon 1-5", "most days", ""],
)
def test_hours_that_may_mean_something_else_stay_as_they_are(typed: str) -> None:
    assert written_hours(typed) == typed


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(written_hours(text), str)
