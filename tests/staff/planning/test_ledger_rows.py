"""What a release records: each post once, later than all before it, five at once. Numbers: feeds.md section 8."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from generator.edition import Edition
from generator.model.campaign import Campaign
from generator.model.ledger import Ledger, LedgerRow
from generator.settings import Settings
from generator.site.feeds.items import feed_items
from generator.staff.planning.ledger_rows import plan_release, told, unreleased
from tests.builders import a_campaign, a_catalogue, a_post, a_run, at
from tests.sites import a_site

EMPTY = Ledger()
ANY_HOUR = {"hours": "00:00-24:00"}


def an_edition(*campaigns: Campaign, now: str, ledger: Ledger | None = EMPTY) -> Edition:
    return Edition(a_catalogue(*campaigns, ledger=ledger), at(now))


def rows(*campaigns: Campaign, now: str, ledger: Ledger | None = EMPTY, site: Settings | None = None) -> list[str]:
    return [str(row) for row in plan_release(an_edition(*campaigns, now=now, ledger=ledger), site or a_site()).rows]


def posts(count: int, minute: str = "2027-02-01 09:00") -> Campaign:
    start = datetime.fromisoformat(minute)
    given = [a_post(id=f"p{n:02}", at=f"{start + timedelta(minutes=n):%Y-%m-%d %H:%M}") for n in range(count)]
    return a_campaign(posts=given)


def test_r2_a_post_is_dated_by_the_moment_of_its_release_and_the_lead() -> None:
    assert rows(a_campaign(), now="2027-02-01 10:20") == ["dating-scams-launch,2027-02-01T11:05:00+00:00"]


def test_r1_a_post_whose_time_has_not_come_is_not_recorded() -> None:
    assert rows(a_campaign(), now="2027-02-01 08:59") == []


def test_a_post_that_waits_is_not_recorded_once_its_run_is_called_off() -> None:
    campaign = a_campaign(runs=[a_run(called_off="2027-02-02")])
    assert [rows(campaign, now=now) for now in ("2027-02-02 00:00", "2027-02-03 09:00")] == [[], []]


def test_r2_a_post_in_the_ledger_is_never_recorded_again() -> None:
    ledger = Ledger((LedgerRow("dating-scams-launch", at("2027-02-01 09:45")),))
    assert rows(a_campaign(), now="2027-02-20 09:00", ledger=ledger) == []


def test_r3_dates_differ_and_come_after_every_earlier_one() -> None:
    ledger = Ledger((LedgerRow("old", at("2027-02-01 10:30")),))
    assert rows(posts(3), now="2027-02-01 09:05", ledger=ledger) == [
        "p00,2027-02-01T10:31:00+00:00",
        "p01,2027-02-01T10:32:00+00:00",
        "p02,2027-02-01T10:33:00+00:00",
    ]


def test_r3_a_post_of_the_past_is_dated_after_one_that_is_out() -> None:
    urgent = a_post(id="urgent", at="2027-01-30 09:00", latest="2027-02-01")
    campaign = a_campaign(posts=[a_post(), urgent], runs=[a_run("2027-01-30")])
    ledger = Ledger((LedgerRow("dating-scams-launch", at("2027-02-01 09:45")),))
    assert rows(campaign, now="2027-02-01 12:00", ledger=ledger) == ["urgent,2027-02-01T12:45:00+00:00"]


def test_r36_a_release_in_the_hour_that_comes_twice_is_dated_by_utc() -> None:
    campaign = a_campaign(runs=[a_run("2027-10-31", "2027-10-31")], posts=[a_post(at="2027-10-31 00:30")])
    edition = Edition(a_catalogue(campaign, ledger=EMPTY), datetime(2027, 10, 31, 0, 30, tzinfo=UTC))
    assert [str(row) for row in plan_release(edition, a_site(feeds=ANY_HOUR)).rows] == [
        "dating-scams-launch,2027-10-31T01:15:00+00:00"
    ]


def test_r8_twelve_posts_go_out_in_three_releases_with_90_minutes_between() -> None:
    ledger, sizes = EMPTY, []
    for hour in range(10, 17):
        new = plan_release(an_edition(posts(12), now=f"2027-02-01 {hour}:00", ledger=ledger), a_site()).rows
        ledger = Ledger(ledger.rows + new)
        sizes.append(len(new))
    assert sizes == [5, 0, 5, 0, 2, 0, 0]


def test_r8_a_second_release_a_minute_later_adds_no_sixth_post() -> None:
    first = plan_release(an_edition(posts(7), now="2027-02-01 10:00"), a_site()).rows
    assert rows(posts(7), now="2027-02-01 10:01", ledger=Ledger(first)) == []


def test_a_first_release_keeps_the_dates_that_posts_had_without_a_ledger() -> None:
    without = an_edition(posts(7), now="2027-02-02 09:00", ledger=None)
    recorded = plan_release(without, a_site()).rows
    with_it = Edition(replace(without.catalogue, ledger=Ledger(recorded)), without.now)
    assert len(recorded) == 7
    assert feed_items(with_it, a_site()) == feed_items(without, a_site())


def test_r3_without_a_ledger_no_two_dates_are_the_same() -> None:
    same = a_campaign(posts=[a_post(id=name) for name in ("a", "b", "c")])
    dates = [item.published for item in feed_items(an_edition(same, now="2027-02-02 09:00", ledger=None), a_site())]
    assert dates == [at("2027-02-01 09:47"), at("2027-02-01 09:46"), at("2027-02-01 09:45")]


def test_with_a_ledger_a_post_that_no_release_recorded_is_in_no_feed() -> None:
    assert feed_items(an_edition(a_campaign(), now="2027-02-10 09:00"), a_site()) == []


@pytest.mark.parametrize("change", [{"at": "2027-02-05 09:00"}, {"text": "Other words."}, {"title": "Another"}])
def test_r6_an_edit_changes_no_date_and_no_id(change: dict[str, Any]) -> None:
    ledger = Ledger((LedgerRow("dating-scams-launch", at("2027-02-01 09:45")),))
    before, after = (
        feed_items(an_edition(campaign, now="2027-02-02 09:00", ledger=ledger), a_site())
        for campaign in (a_campaign(), a_campaign(posts=[a_post(**change)]))
    )
    assert [(one.id, one.link, one.published) for one in after] == [(one.id, one.link, one.published) for one in before]


def test_r5_r6_renaming_a_campaign_leaves_the_link_of_its_posts() -> None:
    renamed = a_campaign(id="love-and-lies", was=["dating-scams"])
    items = [
        feed_items(an_edition(one, now="2027-02-02 09:00", ledger=None), a_site()) for one in (a_campaign(), renamed)
    ]
    assert items[0][0].link == items[1][0].link


def test_r32_a_withdrawn_post_leaves_the_feed_and_is_never_recorded_again() -> None:
    ledger = Ledger((LedgerRow("dating-scams-launch", at("2027-02-01 09:45")),))
    gone = a_campaign(posts=[a_post(withdrawn="true")])
    edition = an_edition(gone, now="2027-02-02 09:00", ledger=ledger)
    assert (feed_items(edition, a_site()), plan_release(edition, a_site()).rows) == ([], ())


# The pause

PAUSED = {"pause": {"from": "2027-02-01", "to": "2027-02-03", "why": "pre-election period"}}


def test_r33_a_pause_stops_new_posts_and_what_may_go_later_goes_five_at_a_time() -> None:
    site = a_site(feeds=PAUSED)
    may_wait = a_campaign(
        posts=[post.model_copy(update={"latest": at("2027-02-09 00:00").date()}) for post in posts(7).posts]
    )
    assert rows(may_wait, now="2027-02-03 19:00", site=site) == []
    assert len(rows(may_wait, now="2027-02-04 08:00", site=site)) == 5
    assert rows(posts(7), now="2027-02-04 08:00", site=site) == []


def test_r33_what_is_out_stays_out_in_a_pause() -> None:
    ledger = Ledger((LedgerRow("dating-scams-launch", at("2027-02-01 09:45")),))
    edition = an_edition(a_campaign(), now="2027-02-02 09:00", ledger=ledger)
    assert len(feed_items(edition, a_site(feeds=PAUSED))) == 1


def test_r33_without_a_ledger_a_pause_holds_new_posts_back_too() -> None:
    campaign = posts(2, "2027-01-31 23:59")
    campaign = campaign.model_copy(update={"runs": a_campaign(runs=[a_run("2027-01-31")]).runs})
    edition = replace(
        an_edition(campaign, now="2027-02-02 09:00", ledger=None), paused_from=at("2027-02-01 00:00").date()
    )
    assert [item.id[-3:] for item in feed_items(edition, a_site())] == ["p00"]


# In words


def test_a_release_says_what_goes_out_what_waits_and_what_comes_next() -> None:
    later = a_campaign(id="later", posts=[a_post(id="later-one", at="2027-02-08 12:00")])
    plan = plan_release(an_edition(posts(7), later, now="2027-02-01 10:00"), a_site())
    assert told(plan, "8 February 2027, noon") == [
        "5 posts will be released, 0 repeats.",
        "  p00",
        "  p01",
        "  p02",
        "  p03",
        "  p04",
        "Next after that: later-one on 8 February 2027, noon.",
        "2 posts will wait, so that at most 5 go out at once: p05, p06.",
    ]


def test_posts_of_a_campaign_that_is_over_are_named_in_one_line_and_never_go_out() -> None:
    plan = plan_release(an_edition(posts(2), now="2027-03-02 10:00"), a_site())
    assert told(plan, "") == [
        "0 posts will be released, 0 repeats.",
        "None is planned after that.",
        "2 posts will not go out any more, because their campaign is over: p00, p01.",
    ]


def test_r33_a_pause_is_said_first() -> None:
    plan = plan_release(an_edition(posts(1), now="2027-02-01 10:00"), a_site(feeds=PAUSED))
    assert told(plan, "") == [
        "Paused from 2027-02-01 to 2027-02-03: pre-election period. No new post goes out.",
        "0 posts will be released, 0 repeats.",
        "None is planned after that.",
        "1 post will wait, for the end of the pause: p00.",
    ]


def test_what_was_missed_is_said_with_what_to_do() -> None:
    plan = plan_release(an_edition(posts(2), now="2027-02-02 10:00"), a_site())
    words = (
        "2 posts did not go out in their time, and will not go out late: p00, p01. Give each a new at: or a latest: in "
        "the days of its campaign, or write withdrawn: true"
    )
    assert told(plan, "")[-1] == f"{words}."
    assert unreleased(an_edition(posts(2), now="2027-02-02 10:00"), a_site()) == [words]


def test_a_post_of_a_campaign_that_was_over_long_ago_is_told_no_more() -> None:
    assert len(plan_release(an_edition(posts(1), now="2027-03-30 10:00"), a_site()).stale) == 1
    assert plan_release(an_edition(posts(1), now="2027-03-31 10:00"), a_site()).stale == []


def test_check_names_posts_that_should_be_out_by_now() -> None:
    late = unreleased(an_edition(posts(1), now="2027-02-01 10:00"), a_site())
    assert late == ["1 post should be out by now: run `waymark release`, then build (p00)"]
    assert unreleased(an_edition(posts(1), now="2027-02-01 10:00", ledger=None), a_site()) == []
