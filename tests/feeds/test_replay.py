"""R1, R2, R3, R6, R8, R32, R33, R36: a year of builds, and seven kinds of tools that look at the feed every hour.

Releases run every hour or every day; each build comes 2 to 18 minutes after its release. In the year: a post for most
days at odd times, both nights when the clocks change, a burst of twelve, edits, a renamed campaign, a post that moves
after it went out, a withdrawal and a pause. Every post that was ever out must be posted exactly once by each tool.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Any

import feedparser
import pytest

from generator.feeds.item import FeedItem, feed_items
from generator.feeds.rss import rss
from generator.feeds.streams import every_post
from generator.model.campaign import Campaign
from generator.model.dates import LONDON
from generator.model.edition import Edition
from generator.model.ledger import Ledger
from generator.planning.release import plan_release
from tests.builders import a_campaign, a_catalogue, a_run
from tests.feeds.consumers import EVERY_HOUR, FAMILIES, AfterLastCheck, Consumer
from tests.sites import a_site

START = datetime(2026, 12, 31, 12, tzinfo=UTC)
END = datetime(2028, 1, 2, 12, tzinfo=UTC)
SITE = a_site(feeds={"pause": {"from": "2027-05-03", "to": "2027-05-06", "why": "pre-election period"}})
EDITED = datetime(2027, 6, 10, tzinfo=UTC)
WITHDRAWN = datetime(2027, 7, 20, 12, tzinfo=UTC)
RENAMED = datetime(2027, 8, 1, tzinfo=UTC)
BURST = date(2027, 9, 15)


def posts(now: datetime) -> list[dict[str, Any]]:
    """The year's posts as their author has them at a moment."""
    odd = Random(4)  # noqa: S311 # the same times each run
    given = []
    for number in range(0, 365, 2):
        day = date(2027, 1, 1) + timedelta(days=number)
        time = f"{odd.choice([0, 6, 9, 12, 17, 23]):02}:{odd.choice([0, 1, 30, 59]):02}"
        given.append({"id": f"day-{day}", "at": f"{day} {time}", "text": "Talk to us."})
    given += [
        {"id": "spring", "at": "2027-03-28 00:59", "text": "Talk to us."},
        {"id": "spring-next", "at": "2027-03-28 02:00", "text": "Talk to us."},
        {"id": "autumn", "at": "2027-10-31 00:58", "text": "Talk to us."},
        {"id": "autumn-next", "at": "2027-10-31 02:02", "text": "Talk to us."},
    ]
    given += [{"id": f"burst-{n:02}", "at": f"{BURST} 09:{n:02}", "text": "Talk to us."} for n in range(12)]
    if now >= EDITED:
        for post in given[60:80]:
            post["text"] = "Talk to us today."
        given[78]["title"] = "Another title"
        given[79]["at"] = "2027-06-30 09:03"  # it went out on 8 June: too late to change that
    if now >= WITHDRAWN:
        given[98]["withdrawn"] = "true"
        given[110]["withdrawn"] = "true"  # never out
    return given


def campaign_at(now: datetime) -> Campaign:
    named = {"id": "help-all-year", "was": ["all-year"]} if now >= RENAMED else {"id": "all-year"}
    return a_campaign(runs=[a_run("2027-01-01", "2027-12-31")], posts=posts(now), **named)


def builds(every: timedelta) -> Iterator[tuple[datetime, list[FeedItem], Edition]]:
    """Each build: when it is public, its feed, and the edition it was made from."""
    lag = Random(18)  # noqa: S311 # the same each run
    ledger, moment = Ledger(), START
    content: dict[int, Campaign] = {}
    served: dict[tuple[int, int], list[FeedItem]] = {}
    while moment < END:
        version = sum(moment >= change for change in (EDITED, WITHDRAWN, RENAMED))
        if version not in content:
            content[version] = campaign_at(moment)
        campaign = content[version]
        before = Edition(a_catalogue_of(campaign, ledger), moment)
        ledger = Ledger(ledger.rows + plan_release(before, SITE).rows)
        late = moment + timedelta(minutes=lag.randint(2, 18))
        edition = Edition(a_catalogue_of(campaign, ledger), late)
        now_served = (version, len(ledger.rows))  # nothing else changes a feed: R9
        if now_served not in served:
            served[now_served] = feed_items(edition, SITE)[: SITE.feeds.newest]
        yield late, served[now_served], edition
        moment += every


VOCABULARY = a_catalogue().vocabulary


def a_catalogue_of(campaign: Campaign, ledger: Ledger) -> Any:
    return a_catalogue(campaign, ledger=ledger, vocabulary=VOCABULARY)


@lru_cache
def year(hours: int) -> tuple[list[Consumer], set[str], list[tuple[datetime, FeedItem]]]:
    """Every tool after the year, every id that was ever out, and each item with the moment it was first public."""
    tools = [family() for family in FAMILIES]
    out: set[str] = set()
    first: list[tuple[datetime, FeedItem]] = []
    look = START + timedelta(minutes=37)
    served: list[FeedItem] = []
    for public, items, _ in builds(timedelta(hours=hours)):
        while look < public:
            for tool in tools:
                tool.look(served, look)
            look += EVERY_HOUR
        served = items
        first += [(public, item) for item in items if item.id not in out]
        out |= {item.id for item in items}
    for _ in range(3):
        for tool in tools:
            tool.look(served, look)
        look += EVERY_HOUR
    return tools, out, first


HOW_OFTEN = pytest.mark.parametrize("hours", [1, 24], ids=["hourly", "daily"])


@HOW_OFTEN
@pytest.mark.parametrize("number", range(len(FAMILIES)), ids=[family.__name__ for family in FAMILIES])
def test_every_tool_posts_every_item_exactly_once(hours: int, number: int) -> None:
    tools, out, _ = year(hours)
    posted = tools[number].posted
    assert {one: posted[one] for one in out if posted[one] != 1} == {}


@HOW_OFTEN
def test_r32_all_but_the_post_withdrawn_before_its_day_went_out(hours: int) -> None:
    planned = {post["id"] for post in posts(END)}
    out = {one.rpartition(":")[2] for one in year(hours)[1]}
    assert len(planned - out) == 1


@HOW_OFTEN
def test_r1_no_item_was_public_before_its_time_or_dated_far_ahead(hours: int) -> None:
    for public, item in year(hours)[2]:
        assert item.at is not None
        assert item.at <= public
        assert item.published - public.astimezone(item.published.tzinfo) < timedelta(minutes=60)


@HOW_OFTEN
def test_r8_no_build_brought_more_than_five(hours: int) -> None:
    moments = [public for public, _ in year(hours)[2]]
    assert max(map(moments.count, moments)) <= 5


@HOW_OFTEN
def test_r33_nothing_new_came_in_the_pause(hours: int) -> None:
    days = {public.astimezone(LONDON).date() for public, _ in year(hours)[2]}
    assert days & {date(2027, 5, 3), date(2027, 5, 4), date(2027, 5, 5), date(2027, 5, 6)} == set()


def test_the_replay_would_notice_a_date_without_a_lead() -> None:
    tool, (public, item) = AfterLastCheck(), year(1)[2][3]
    tool.look([], public - timedelta(minutes=1))
    tool.look([item], public + EVERY_HOUR)
    assert tool.posted[item.id] == 1
    late = AfterLastCheck()
    late.look([], item.published + timedelta(minutes=1))
    late.look([item], item.published + EVERY_HOUR)
    assert late.posted[item.id] == 0


def test_a_real_reader_sees_the_ids_and_dates_that_the_tools_were_given() -> None:
    for number, (_, items, edition) in enumerate(builds(timedelta(days=1))):
        if number % 40 == 0:
            read = feedparser.parse(rss(every_post(feed_items(edition, SITE), SITE), SITE).data)
            assert [(one.id, tuple(one.published_parsed[:5])) for one in read.entries] == [
                (one.id, one.published.astimezone(UTC).timetuple()[:5]) for one in items
            ]
