"""The year as a whole: what it asks, of whom, and what it comes to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.edition import Edition
from generator.model.campaign import Campaign
from generator.model.ledger import Ledger, LedgerRow
from generator.staff.planning.runs import Period
from generator.staff.planning.year import Year, at_a_glance, the_year
from tests.builders import a_campaign, a_catalogue, a_post, a_run, a_service, an_edition, at
from tests.sites import a_site
from tests.staff.planning.test_awareness import a_date
from tests.staff.planning.years import YEAR_2027, on, planned

FEEDS = {"owner": "help.example.org,2026"}


def year_of(*records: Any, now: str = "2026-11-22 09:00", period: Period = YEAR_2027, **changes: Any) -> Year:
    edition: Edition = an_edition(*records, now=now)
    return the_year(edition, a_site(**{"feeds": FEEDS} | changes), period, changes.pop("known", ()))


def to_confirm(*campaigns: Campaign) -> list[tuple[str, str, str, str]]:
    return [
        (one.campaign.id, "rule" if one.number is None else "run", f"{one.by}", one.urgency)
        for one in year_of(*campaigns, period=Period(date(2026, 11, 22), date(2027, 11, 21))).to_confirm
    ]


def test_r31_dates_to_confirm_stand_with_the_nearest_deadline_first() -> None:
    assert to_confirm(
        on("far", ("09-01", "09-07"), unconfirmed=True),
        on("soon", ("01-20", "01-30"), unconfirmed=True),
        on("sure", ("01-20", "01-30")),
        a_campaign(id="now", runs=[{"from": "2026-12-05", "to": "2026-12-09"}], posts=[]),
    ) == [
        ("now", "run", "2026-11-22", "now"),
        ("soon", "run", "2026-12-30", "soon"),
        ("far", "run", "2027-08-11", "later"),
    ]


def test_r30_a_rule_without_any_run_is_asked_for_now_and_one_with_a_run_by_that_run() -> None:
    assert to_confirm(
        a_campaign(id="ruled", rule="the whole of May", runs=[], posts=[]),
        on("hoped", ("09-01", "09-07"), unconfirmed=True, rule="the first week of September"),
        on("sure", ("09-01", "09-07"), rule="the first week of September"),
    ) == [
        ("ruled", "rule", "None", "now"),
        ("hoped", "run", "2027-08-11", "later"),
    ]


def test_r30_a_rule_whose_first_run_lies_behind_the_plan_is_still_asked_for() -> None:
    hoped = on("hoped", ("09-01", "09-07"), unconfirmed=True, rule="the first week of September")
    year = year_of(hoped, period=Period(date(2026, 11, 22), date(2027, 3, 31)))

    assert [(one.number, f"{one.by}") for one in year.to_confirm] == [(None, "2027-08-11")]


def test_an_awareness_date_is_used_by_a_campaign_of_its_matter_on_one_of_its_days() -> None:
    known = [a_date("used", "2027-02-10", "2027-02-16"), a_date("left", "2027-03-10"), a_date("other", about=["asb"])]
    year = the_year(
        an_edition(on("hate", ("02-16", "02-20"), about=["hate-crime"])), a_site(feeds=FEEDS), YEAR_2027, known
    )

    assert [falls.what.id for falls in year.unused] == ["other", "left"]


def test_an_awareness_date_that_a_campaign_used_before_the_plan_begins_is_used() -> None:
    month = a_date("a-month", "2027-03-01", "2027-03-31")
    march = on("hate", ("03-01", "03-07"), about=["hate-crime"])
    year = the_year(an_edition(march), a_site(), Period(date(2027, 3, 20), date(2027, 12, 31)), [month])

    assert (len(year.runs), list(year.unused)) == (0, [])


def test_a_run_that_was_called_off_uses_no_awareness_date() -> None:
    off = a_campaign(about=["hate-crime"], runs=[a_run(called_off="2027-01-10")], posts=[])
    year = the_year(an_edition(off), a_site(), YEAR_2027, [a_date()])

    assert [falls.what.id for falls in year.unused] == ["a-day"]


def test_r31_a_date_to_confirm_soon_is_named_though_it_lies_behind_the_plan() -> None:
    soon = on("soon", ("01-04", "01-10"), unconfirmed=True)
    year = year_of(soon, now="2026-12-20 09:00", period=Period(date(2026, 1, 1), date(2026, 12, 31)))

    assert [(one.campaign.id, one.urgency) for one in year.pressing] == [("soon", "now")]


def test_posts_count_on_the_days_of_the_plan_alone() -> None:
    posts = [a_post(id="before", at="2027-02-03 09:00"), a_post(id="within", at="2027-02-20 09:00")]
    (run,) = planned(a_campaign(posts=posts), period=Period(date(2027, 2, 10), date(2027, 12, 31)))

    assert [post.id for post in run.posts] == ["within"]


def test_an_awareness_date_that_nobody_announced_is_to_be_asked_for() -> None:
    year = the_year(an_edition(), a_site(feeds=FEEDS), YEAR_2027, [a_date("silent", None), a_date("said")])

    assert [what.id for what in year.not_announced] == ["silent"]


@pytest.mark.parametrize(
    ("pause", "shown"),
    [
        ({"from": "2027-04-01", "to": "2027-05-06"}, True),
        ({"from": "2026-11-01"}, True),
        ({"from": "2026-11-01", "to": "2026-11-22"}, True),
        ({"from": "2026-11-01", "to": "2026-11-21"}, False),
        ({"from": "2028-04-01"}, False),
    ],
)
def test_r33_a_pause_is_shown_if_it_holds_now_or_in_the_period(pause: dict[str, str], shown: bool) -> None:
    year = year_of(feeds=FEEDS | {"pause": pause | {"why": "an election"}})

    assert (year.pause is not None) is shown


def test_a_run_that_was_called_off_is_named_apart_from_what_is_planned() -> None:
    year = year_of(a_campaign(runs=[a_run(called_off="2026-11-22")], posts=[]))

    assert (len(year.runs), [one.campaign.id for one in year.called_off]) == (0, ["dating-scams"])


def test_services_that_are_paused_are_named() -> None:
    year = year_of(a_service(id="open"), a_service(id="paused", status="paused"))

    assert [one.id for one in year.paused_services] == ["paused"]


def test_a_run_is_planned_on_its_days_inside_the_period_alone() -> None:
    (run,) = planned(a_campaign(runs=[a_run("2026-12-20", "2027-01-10")], posts=[]))

    assert (f"{run.first}", f"{run.last}", f"{run.run.first}") == ("2027-01-01", "2027-01-10", "2026-12-20")


def test_a_run_that_was_called_off_is_not_planned() -> None:
    assert planned(a_campaign(runs=[a_run("2027-02-01", "2027-02-28", called_off="2026-11-22")], posts=[])) == ()


@pytest.mark.parametrize(
    ("starts", "words"),
    [
        (["01-20"], "1 date to confirm; there is still time."),
        (["12-25", "01-20"], "2 dates to confirm, 1 of them now."),
        (["12-25", "12-28"], "2 dates to confirm now."),
    ],
)
def test_how_many_dates_to_confirm_can_t_wait(starts: list[str], words: str) -> None:
    years = {"12": 2026, "01": 2027}
    hoped = [
        a_campaign(id=f"hoped-{n}", runs=[a_run(*[f"{years[day[:2]]}-{day}"] * 2, confirmed=None)], posts=[])
        for n, day in enumerate(starts)
    ]

    assert words in list(at_a_glance(year_of(*hoped, now="2026-12-10 09:00")))


def test_at_a_glance_says_what_is_planned_and_what_wants_a_hand() -> None:
    quiet = on("scams", ("01-01", "12-31"))
    year = year_of(
        quiet,
        a_campaign(
            id="hoped", runs=[a_run("2027-01-04", "2027-01-10", confirmed=None)], posts=[a_post(at="2027-01-05 09:00")]
        ),
        a_service(),
        now="2026-12-20 09:00",
        feeds=FEEDS | {"pause": {"from": "2027-04-01", "to": "2027-05-06", "why": "an election"}},
    )

    assert list(at_a_glance(year)) == [
        "2 campaigns, 2 runs (times when one is on), 1 post.",
        "1 date to confirm now.",
        "2 runs that begin within 6 weeks, or are on, and are not ready.",
        "1 clash: more than two campaigns in a week, or two for the same people.",
        "19 crime types that no campaign is about.",
        "14 audiences that no campaign is for.",
        "1 service that no campaign leads to.",
        "New posts are paused from 1 April 2027 to 6 May 2027: an election.",
    ]


@pytest.mark.parametrize(
    ("ledger", "now", "said"),
    [
        (Ledger(()), "2027-02-05 09:00", True),
        (Ledger((LedgerRow("dating-scams-launch", at("2027-02-01 09:45")),)), "2027-02-05 09:00", False),
        (Ledger(()), "2027-02-01 09:30", False),
        (Ledger(()), "2027-01-31 09:30", False),
        (None, "2027-02-05 09:00", False),
    ],
)
def test_the_plan_names_posts_that_were_missed(ledger: Ledger | None, now: str, said: bool) -> None:
    edition = Edition(a_catalogue(a_campaign(), ledger=ledger), at(now))
    year = the_year(edition, a_site(), YEAR_2027, ())

    words = (
        "1 post did not go out in its time, and will not go out late: dating-scams-launch. Give it a new at: or a "
        "latest: in the days of its campaign, or write withdrawn: true."
    )
    assert (words in list(at_a_glance(year))) == said
