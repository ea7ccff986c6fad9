"""A position is taken as people copy it from a map, and one that cannot be meant is refused with the right form."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.fields.coordinates import Coordinates, latitude_and_longitude


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        ("54.3280, -2.7460", "54.3280, -2.7460"),
        ("54.3280,-2.7460", "54.3280, -2.7460"),
        ("54.3280 -2.7460", "54.3280, -2.7460"),
        (" 54.3280 ,  -2.7460 ", "54.3280, -2.7460"),
        ("+52.630, +1.297", "52.630, 1.297"),
        ("54.32801234567, -2.74601234567", "54.328012, -2.746012"),
        ("49.957, -6.309", "49.957, -6.309"),
        ("60.854, -0.886", "60.854, -0.886"),
    ],
)
def test_a_position_is_written_in_one_way(typed: str, position: str) -> None:
    assert TypeAdapter(Coordinates).validate_python(typed) == position
    assert latitude_and_longitude(position) == tuple(map(float, position.split(", ")))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("54.3280", "'54.3280' is not a position on a map; write it as 54.3280, -2.7460: latitude first"),
        ("NY 515 287", "'NY 515 287' is not a position on a map; write it as 54.3280, -2.7460: latitude first"),
        ("54, -2", "'54, -2' is not a position on a map; write it as 54.3280, -2.7460: latitude first"),
        ("", "'' is not a position on a map; write it as 54.3280, -2.7460: latitude first"),
        (None, "this is not a position on a map; write it as 54.3280, -2.7460: latitude first"),
        (
            "54.33, -2.75",
            "'54.33, -2.75' has too few digits: it may be streets away; write 3 decimal places or more: "
            "54.3280, -2.7460",
        ),
        ("-2.7460, 54.3280", "'-2.7460, 54.3280' has its longitude first; write \"54.3280, -2.7460\": latitude first"),
        (
            "54.3280, 2.7460",
            "'54.3280, 2.7460' is not in the United Kingdom; look at its signs and digits: "
            "54.3280, -2.7460 is in Kendal",
        ),
        (
            "0.000, 0.000",
            "'0.000, 0.000' is not in the United Kingdom; look at its signs and digits: 54.3280, -2.7460 is in Kendal",
        ),
    ],
)
def test_what_is_no_position_here_is_refused_with_the_right_form(typed: str | None, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Coordinates).validate_python(typed)

    assert str(refused.value.errors()[0]["ctx"]["error"]) == said
