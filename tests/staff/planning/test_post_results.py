"""A scheduler's table says what came of each campaign: rows are known by link, id or words; nothing counts twice."""

from __future__ import annotations

import pytest

from generator.staff.planning.post_results import PostResults, results_in
from tests.builders import a_campaign, a_post
from tests.sites import a_site

SETTINGS = a_site()
PAGE = "https://help.example.org/campaigns/dating-scams/"
TEXT = "Has someone you met online asked you for money? Talk to us first."
CAMPAIGNS = [a_campaign(posts=[a_post(text=TEXT)]), a_campaign(id="hate", title="Hate crime", posts=[])]


def sums(*rows: list[str]) -> dict[str, tuple[int, dict[str, int]]]:
    found = results_in(rows, CAMPAIGNS, SETTINGS)
    assert found is not None
    return {name: (one.rows, one.sums) for name, one in found.by_campaign.items()}


@pytest.mark.parametrize(
    "cell", [PAGE, PAGE.rstrip("/"), f"{PAGE}?utm=1", "dating-scams-launch", TEXT, f"{TEXT} {PAGE}"]
)
def test_a_row_is_known_by_a_link_an_id_or_the_words_of_a_post(cell: str) -> None:
    assert sums(["Post", "Impressions"], [cell, "1,200"]) == {"dating-scams": (1, {"impressions": 1200})}


@pytest.mark.parametrize(
    "cell", ["", "Another post", f"{PAGE[:-1]}-two/", "https://example.org/dating-scams", "Talk to us first."]
)
def test_a_row_of_something_else_is_counted_apart(cell: str) -> None:
    found = results_in([["Post", "Clicks"], [cell, "3"]], CAMPAIGNS, SETTINGS)

    assert found is not None
    assert (found.by_campaign, found.strange) == ({}, 1)


def test_rows_of_one_campaign_are_summed_whatever_the_columns_are_called() -> None:
    table = (
        ["Report of March", "", "", "", ""],
        ["Message", "Post Impressions", "Link clicks", "Reach", "Likes"],
        [PAGE, "1,200", "10", "900", "4"],
        [PAGE, "800", "-", "700", ""],
        ["hate", "5", "5", "5", "5"],
    )

    assert sums(*table) == {"dating-scams": (2, {"impressions": 2000, "clicks": 10, "reactions": 4})}


def test_two_columns_for_one_thing_are_not_added_up() -> None:
    assert sums(["Link", "Clicks", "Link clicks"], [PAGE, "9", "7"]) == {"dating-scams": (1, {"clicks": 9})}


@pytest.mark.parametrize("cell", ["1.2K", "n/a", "12%", "-3", "1,20"])
def test_what_is_no_whole_number_is_not_guessed(cell: str) -> None:
    found = results_in([["Link", "Clicks"], [PAGE, cell]], CAMPAIGNS, SETTINGS)

    assert found is not None
    assert (found.unread, found.by_campaign["dating-scams"].sums) == (1, {})


def test_a_table_that_counts_nothing_is_none() -> None:
    assert results_in([["Date", "Message"], ["1 March", PAGE]], CAMPAIGNS, SETTINGS) is None
    assert results_in([], CAMPAIGNS, SETTINGS) is None


def test_it_is_said_in_one_sentence_with_where_it_comes_from() -> None:
    one = PostResults(6, {"clicks": 37, "impressions": 4100})

    assert one.sentence("march.csv", "2 March 2027") == (
        "4,100 impressions and 37 clicks, in 6 rows of march.csv, read on 2 March 2027."
    )
