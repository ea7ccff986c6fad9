"""The week of a line that is open when another is closed: at no minute both, at no known minute neither."""

from __future__ import annotations

import pytest

from generator.model.fields.hours import hours
from generator.model.fields.open_now import week, week_of_the_rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "|".join(["0-540,1020-1440"] * 5 + ["0-1440"] * 2 + ["0-1440"])),
        ("Mo-Su,PH 20:00-02:00", "|".join(["120-1200"] * 8)),
        ("Su 22:00-06:00; PH off", "360-1440|" + "|".join(["0-1440"] * 5) + "|0-1320|360-1440"),
        ("Mo 09:00-12:00,13:00-17:00", "0-540,720-780,1020-1440|" + "|".join(["0-1440"] * 6) + "|?"),
        ("24/7", "|" * 7),
    ],
)
def test_the_rest_of_a_week_is_all_that_the_hours_leave(text: str, rest: str) -> None:
    assert week_of_the_rest(hours(text)) == rest


def minutes(said: str, day: int) -> set[int]:
    """The minutes of the week that a day's spans take, a night's on the next day."""
    spans = [one.split("-") for one in said.split("|")[day].split(",") if one and one != "?"]
    return {(day * 1440 + minute) % 10080 for start, end in spans for minute in range(int(start), int(end))}


@pytest.mark.parametrize("text", ["Mo-Fr 09:00-17:00; PH off", "Mo-Su 20:00-02:00", "Su 22:00-06:00", "Tu 00:00-24:00"])
def test_one_of_the_two_is_there_at_every_minute_and_never_both(text: str) -> None:
    one, other = (
        set().union(*(minutes(said, day) for day in range(7)))
        for said in (week(hours(text)), week_of_the_rest(hours(text)))
    )

    assert one & other == set()
    assert len(one | other) == 10080
