"""When a post may go out: in the hours of the settings, on its own day or until its latest one, never after its run."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from generator.edition import Edition
from generator.model.ledger import Ledger, LedgerRow
from generator.site.feeds.items import feed_items
from generator.staff.planning.ledger_rows import plan_release, told
from tests.builders import a_campaign, a_catalogue, a_post, a_run, at
from tests.sites import a_site
from tests.staff.planning.test_ledger_rows import EMPTY, an_edition, rows


def test_a_post_never_goes_out_after_its_day_nor_after_its_campaign() -> None:
    assert len(rows(a_campaign(), now="2027-02-01 19:15")) == 1
    for now in ("2027-02-01 19:16", "2027-02-02 09:00", "2027-02-28 09:00"):
        plan = plan_release(an_edition(a_campaign(), now=now), a_site())
        assert (plan.rows, [post.id for post in plan.missed]) == ((), ["dating-scams-launch"]), now
    over = plan_release(an_edition(a_campaign(), now="2027-03-02 00:00"), a_site())
    assert (over.rows, over.missed, [post.id for post in over.stale]) == ((), [], ["dating-scams-launch"])


@pytest.mark.parametrize(
    ("now", "goes"),
    [
        ("2027-02-01 20:00", False),
        ("2027-02-02 07:59", False),
        ("2027-02-02 08:00", True),
        ("2027-02-03 19:15", True),
        ("2027-02-03 19:16", False),
        ("2027-02-04 08:00", False),
    ],
)
def test_a_post_with_a_latest_day_may_go_out_until_then(now: str, goes: bool) -> None:
    assert len(rows(a_campaign(posts=[a_post(latest="2027-02-03")]), now=now)) == goes


def test_a_latest_day_never_leads_beyond_the_campaign() -> None:
    campaign = a_campaign(posts=[a_post(at="2027-02-28 09:00", latest="2027-03-09")])
    assert rows(campaign, now="2027-03-01 09:00") == []


@pytest.mark.parametrize("now", ["2027-02-01 00:10", "2027-02-01 07:59", "2027-02-01 19:16", "2027-02-01 23:00"])
def test_nothing_goes_out_at_night(now: str) -> None:
    campaign = a_campaign(posts=[a_post(at="2027-02-01 00:05", latest="2027-02-02")])
    plan = plan_release(an_edition(campaign, now=now), a_site())
    assert (plan.rows, plan.missed, [why for _, why in plan.waiting]) == ((), [], ["hours"])


def test_a_post_planned_for_the_night_goes_out_when_the_hours_begin() -> None:
    campaign = a_campaign(posts=[a_post(at="2027-02-01 00:05")])
    assert rows(campaign, now="2027-02-01 08:00") == ["dating-scams-launch,2027-02-01T08:45:00+00:00"]
    late = plan_release(an_edition(a_campaign(posts=[a_post(at="2027-02-01 19:30")]), now="2027-02-01 19:30"), a_site())
    assert (late.rows, len(late.missed)) == ((), 1)


@pytest.mark.parametrize(
    ("day", "now", "dated"),
    [
        ("2027-03-28", datetime(2027, 3, 28, 6, 59, tzinfo=UTC), None),
        ("2027-03-28", datetime(2027, 3, 28, 7, 0, tzinfo=UTC), "2027-03-28T08:45:00+01:00"),
        ("2027-10-31", datetime(2027, 10, 31, 7, 59, tzinfo=UTC), None),
        ("2027-10-31", datetime(2027, 10, 31, 8, 0, tzinfo=UTC), "2027-10-31T08:45:00+00:00"),
    ],
)
def test_r36_the_hours_are_those_of_the_clock_on_the_wall(day: str, now: datetime, dated: str | None) -> None:
    campaign = a_campaign(runs=[a_run(day, day)], posts=[a_post(at=f"{day} 07:00")])
    plan = plan_release(Edition(a_catalogue(campaign, ledger=EMPTY), now), a_site())
    assert [str(row).partition(",")[2] for row in plan.rows] == ([dated] if dated else [])


def test_a_row_of_a_clock_that_ran_ahead_is_waited_for() -> None:
    ledger = Ledger((LedgerRow("old", at("2027-02-01 14:01")),))
    plan = plan_release(an_edition(a_campaign(), now="2027-02-01 10:00", ledger=ledger), a_site())
    assert (plan.rows, [why for _, why in plan.waiting]) == ((), ["ahead"])
    assert told(plan, "")[0] == (
        "The last row of published.csv is dated 2027-02-01 14:01, which has not come: a clock ran ahead. Leave it, "
        "because its post went out. New posts wait until then."
    )
    assert len(rows(a_campaign(), now="2027-02-01 10:01", ledger=ledger)) == 1


def test_without_a_ledger_no_post_is_dated_or_shown_at_night_either() -> None:
    posts_ = [a_post(id="early", at="2027-02-01 06:00"), a_post(id="too-late", at="2027-02-01 23:30")]
    edition = replace(an_edition(a_campaign(posts=posts_), now="2027-02-01 07:59", ledger=None), feeds=a_site().feeds)
    assert feed_items(edition, a_site()) == []
    (item,) = feed_items(replace(edition, now=at("2027-02-02 12:00")), a_site())
    assert (item.id[-5:], item.published) == ("early", at("2027-02-01 08:45"))


# The settings


@pytest.mark.parametrize("hours", ["08:00-20:00", "07:30 - 21:00", "08:00–20:00", "00:00-24:00"])
def test_hours_are_a_span_of_one_day(hours: str) -> None:
    assert str(a_site(feeds={"hours": hours}).feeds.hours) == hours.replace(" ", "").replace("–", "-")


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("20:00-02:00", "'20:00-02:00' goes over midnight; write the hours of one day: 08:00-20:00"),
        ("9-5", "'9-5' is not a span of hours; write it as 08:00-20:00"),
        ("08:00-25:00", "'08:00-25:00' is not a span of hours; write it as 08:00-20:00"),
        (
            "08:00-09:00",
            "'08:00-09:00' is too short a span for posts dated 45 minutes ahead; "
            "leave 105 minutes at least: 08:00-20:00",
        ),
    ],
)
def test_other_hours_are_named(hours: str, said: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        a_site(feeds={"hours": hours})
    assert [one["msg"] for one in wrong.value.errors()] == [f"Value error, {said}"]
