"""A post whose time lies outside the hours in which posts go out is named, with the time to choose."""

from __future__ import annotations

from datetime import date

import pytest

from generator.content.checks import posts_out_of_hours
from generator.content.loading.campaigns import read_campaign
from tests.builders import a_campaign_file, said
from tests.checks_of import SETTINGS, a_content, found_by

HOURS = f"posts go out in the hours {SETTINGS.feeds.hours}"


def told(time: str, *lines: str, today: date = date(2027, 1, 1)) -> list[str]:
    post = ("posts:", "  - id: launch", f"    at: 2027-02-01 {time}", "    text: Talk to us first.", *lines)
    found, problems = read_campaign(a_campaign_file(*post), "campaigns/1.md")
    assert found is not None, problems
    return said(found_by([posts_out_of_hours], a_content(today, campaigns=[found])))


def test_a_post_in_the_hours_is_good() -> None:
    assert told("09:00") == []


def test_a_post_that_may_be_too_late_for_its_day_is_named() -> None:
    last = SETTINGS.feeds.hours.last - SETTINGS.feeds.lead_minutes - 60
    words = f"choose {last // 60:02}:{last % 60:02} or earlier, or write a latest: day"

    assert told("23:30") == [f"campaigns/1.md:8:9: {HOURS}, and this may be too late for its day; {words}"]


def test_a_post_before_the_hours_waits() -> None:
    assert told("05:00") == [
        f"campaigns/1.md:8:9: {HOURS}, so this waits until they begin; choose that time or a later one"
    ]


@pytest.mark.parametrize("lines", [("    withdrawn: true",), ("    latest: 2027-02-03",)])
def test_a_post_that_goes_out_never_or_on_another_day_too_is_not_too_late(lines: tuple[str, ...]) -> None:
    assert told("23:30", *lines) == []


def test_what_is_past_is_nobody_s_to_mend() -> None:
    assert told("23:30", today=date(2027, 2, 2)) == []
