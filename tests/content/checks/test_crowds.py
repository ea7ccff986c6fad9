"""R8: on a site that keeps no ledger nothing spaces posts, so their author is told where too many come at once."""

from __future__ import annotations

from datetime import date

import pytest

from generator.content.loading.campaigns import read_campaign
from tests.builders import a_campaign_file
from tests.checks_of import crowds

TODAY = date(2027, 1, 1)


def advice(*times: str, today: date = TODAY, more: str = "") -> list[str]:
    posts = [f'  - {{id: p{n}, at: "{time}", text: Words.{more}}}' for n, time in enumerate(times)]
    found, problems = read_campaign(a_campaign_file("posts:", *posts), "campaigns/1.md")
    assert found is not None, problems
    return [str(problem) for problem in crowds([found], today)]


SIX = [f"2027-02-01 09:{n:02}" for n in range(6)]


def test_r8_the_sixth_post_within_90_minutes_is_named_at_its_time() -> None:
    assert advice(*SIX) == [
        "campaigns/1.md:12:18: this is more than 5 posts within 90 minutes, and some tools lose the rest; "
        "choose a later time, or keep a published.csv: waymark release spaces them"
    ]


@pytest.mark.parametrize("last", ["2027-02-01 10:30", "2027-02-01 10:29"])
def test_r8_ninety_minutes_are_enough(last: str) -> None:
    assert len(advice(*SIX[:5], last)) == (last == "2027-02-01 10:29")


def test_r8_five_are_good_and_so_are_posts_that_are_long_out_or_withdrawn() -> None:
    assert advice(*SIX[:5]) == []
    assert advice(*SIX, today=date(2027, 2, 2)) == []
    assert advice(*SIX, more=', withdrawn: "true"') == []
