"""R1, R2, R3, R5, R6, R8, R32, R33, R36: a year of builds, and seven kinds of tools that look at the feed.

Releases run every hour or every day; each build is public 2 to 18 minutes after its release, and for two days in
February, an afternoon in April and nine days in November the job does not run at all. Tools look every hour or every
day, each at a minute of its own. In the year: a post for most days at odd times, also at night, both nights when the
clocks change, a burst of twelve, edits, a renamed campaign, a post that moves after it went out, one that is added
after its time, a withdrawal and a pause. Every post that was ever out must be posted exactly once by each tool, none at
night and none after its day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Any

import feedparser
import pytest

from generator.edition import Edition
from generator.model.campaign import Campaign
from generator.model.fields.dates import LONDON
from generator.model.ledger import Ledger
from generator.site.feeds.items import FeedItem, every_post, feed_items
from generator.site.feeds.rss import rss
from generator.staff.planning.ledger_rows import plan_release
from tests.builders import a_campaign, a_catalogue, a_run
from tests.site.feeds.consumers import EVERY_HOUR, FAMILIES, AfterLastCheck, Consumer, FirstTen, MostFive
from tests.sites import a_site

START = datetime(2026, 12, 31, 12, tzinfo=UTC)
END = datetime(2028, 1, 2, 12, tzinfo=UTC)
SITE = a_site(feeds={"pause": {"from": "2027-05-03", "to": "2027-05-06", "why": "pre-election period"}})
EDITED = datetime(2027, 6, 10, tzinfo=UTC)
WITHDRAWN = datetime(2027, 7, 20, 12, tzinfo=UTC)
RENAMED = datetime(2027, 8, 1, tzinfo=UTC)
BURST = date(2027, 9, 15)
DOWN = (
    (datetime(2027, 2, 16, 5, tzinfo=UTC), datetime(2027, 2, 18, 5, tzinfo=UTC)),
    (datetime(2027, 4, 7, 12, tzinfo=UTC), datetime(2027, 4, 8, 1, tzinfo=UTC)),
    (datetime(2027, 11, 13, 6, 30, tzinfo=UTC), datetime(2027, 11, 22, 9, 30, tzinfo=UTC)),
)
"""The job that releases and builds does not run: for days, for an afternoon, and for more than a week."""


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
        given.append(
            {"id": "urgent", "at": "2027-06-08 09:00", "latest": "2027-06-12", "text": "Talk to us."}
        )  # two days ago
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
    ledger, moment, version = Ledger(), START, -1
    served: tuple[tuple[int, int], list[FeedItem]] = ((-1, -1), [])
    while moment < END:
        if any(first <= moment < last for first, last in DOWN):
            moment += every
            continue
        if version != (now := sum(moment >= change for change in (EDITED, WITHDRAWN, RENAMED))):
            version, content = now, a_catalogue(campaign_at(moment), ledger=ledger)
        release = plan_release(Edition(content, moment.astimezone(LONDON)), SITE)
        if release.rows:
            ledger = Ledger(ledger.rows + release.rows)
            content = replace(content, ledger=ledger)
        late = moment + timedelta(minutes=lag.randint(2, 18))
        edition = Edition(content, late)
        if served[0] != (version, len(ledger.rows)):  # nothing else changes a feed: R9
            served = ((version, len(ledger.rows)), feed_items(edition, SITE)[: SITE.feeds.newest])
        yield late, served[1], edition
        moment += every


@lru_cache
def year(hours: int) -> list[tuple[datetime, list[FeedItem]]]:
    """Every build of the year: when it is public, and its feed."""
    return [(public, items) for public, items, _ in builds(timedelta(hours=hours))]


@lru_cache
def first_out(hours: int) -> list[tuple[datetime, FeedItem]]:
    """Each item that was ever out, with the moment at which it was first public."""
    found: dict[str, tuple[datetime, FeedItem]] = {}
    for public, items in year(hours):
        for item in items:
            found.setdefault(item.id, (public, item))
    return list(found.values())


@lru_cache
def spring() -> list[tuple[datetime, list[FeedItem]]]:
    """Two weeks of builds every quarter of an hour on a site that keeps no ledger, round the night in March."""
    lag = Random(5)  # noqa: S311 # the same each run
    moment, found = datetime(2027, 3, 21, 12, tzinfo=UTC), []
    content = a_catalogue(campaign_at(moment))
    while moment < datetime(2027, 4, 4, 12, tzinfo=UTC):
        late = moment + timedelta(minutes=lag.randint(2, 14))
        found.append((late, feed_items(Edition(content, late.astimezone(LONDON)), SITE)[: SITE.feeds.newest]))
        moment += timedelta(minutes=15)
    return found


def posted_by(
    tool: Consumer, builds_of: Sequence[tuple[datetime, list[FeedItem]]], look_every: timedelta, minute: int
) -> Counter[str]:
    """How often a tool posts each item of some builds, if it looks so often, at this minute."""
    look = builds_of[0][0].replace(minute=minute)
    served: list[FeedItem] = []
    for public, items in builds_of:
        while look < public:
            tool.look(served, look)
            look += look_every
        served = items
    for _ in range(3):
        tool.look(served, look)
        look += look_every
    return tool.posted


BUILDS = pytest.mark.parametrize("hours", [1, 24], ids=["built every hour", "built every day"])
LOOKS = pytest.mark.parametrize("looks", [1, 24], ids=["looked at every hour", "looked at every day"])
ANY_TOOL = pytest.mark.parametrize("number", range(len(FAMILIES)), ids=[family.__name__ for family in FAMILIES])


@BUILDS
@LOOKS
@ANY_TOOL
def test_r2_r3_r5_r6_r36_every_tool_posts_every_item_exactly_once(hours: int, looks: int, number: int) -> None:
    posted = posted_by(FAMILIES[number](), year(hours), timedelta(hours=looks), 3 + 8 * number)
    wrong = {item.id: (posted[item.id], item) for _, item in first_out(hours) if posted[item.id] != 1}
    if (hours, looks) == (1, 24) and FAMILIES[number] in (MostFive, FirstTen):
        # A tool that looks once a day and takes no more than five, or ten, loses some of the twelve of one morning: no
        # feed that follows the hours of the plan can mend that. The feeds page tells staff to let it look every hour.
        a_day = timedelta(days=1)
        wrong = {one: it for one, it in wrong.items() if abs(it[1].published.date() - BURST) > a_day}
    assert wrong == {}


@ANY_TOOL
def test_r2_r36_without_a_ledger_every_tool_posts_every_item_exactly_once_too(number: int) -> None:
    posted = posted_by(FAMILIES[number](), spring(), EVERY_HOUR, 3 + 8 * number)
    before = {item.id for item in spring()[3][1]}  # there at a tool's first look, and not posted for that
    out = {item.id for _, items in spring() for item in items} - before
    assert len(out) > 5
    assert {one: posted[one] for one in out if posted[one] != 1} == {}


@BUILDS
def test_r32_what_did_not_go_out_was_withdrawn_or_could_not_go_on_its_day(hours: int) -> None:
    planned = {post["id"]: post for post in posts(END)}
    out = {item.id.rpartition(":")[2] for _, item in first_out(hours)}
    kept_back = [planned[one] for one in planned.keys() - out]
    for post in kept_back:
        at = datetime.fromisoformat(post["at"]).replace(tzinfo=LONDON)
        may_go = range(max(at.hour, 8), 19)
        was_down = any(first.date() <= at.date() <= last.date() for first, last in DOWN)
        paused = date(2027, 5, 3) <= at.date() <= date(2027, 5, 6)
        burst = at.date() == BURST
        once_a_day = hours == 24 and at.hour >= 12
        assert post.get("withdrawn") or not may_go or was_down or paused or burst or once_a_day, post
    assert len(kept_back) < len(planned) / 2 if hours == 1 else kept_back


@BUILDS
def test_no_post_was_public_or_dated_at_night_nor_after_its_day(hours: int) -> None:
    latest = {post["id"]: post.get("latest", post["at"])[:10] for post in posts(EDITED) + posts(START)}
    for public, item in first_out(hours):
        dated = item.published.astimezone(LONDON)
        seen = public.astimezone(LONDON)
        assert 8 * 60 <= dated.hour * 60 + dated.minute <= 20 * 60, item
        assert 8 <= seen.hour < 20, item
        assert seen.date().isoformat() == dated.date().isoformat() <= latest[item.id.rpartition(":")[2]], item


@BUILDS
def test_r1_no_item_was_public_before_its_time_or_dated_far_ahead(hours: int) -> None:
    for public, item in first_out(hours):
        assert item.at is not None
        assert item.at <= public
        assert item.published - public.astimezone(item.published.tzinfo) < timedelta(minutes=60)


@BUILDS
def test_r3_each_new_item_is_dated_later_than_all_before_it(hours: int) -> None:
    dates = [item.published.timestamp() for _, item in sorted(first_out(hours), key=lambda pair: pair[1].published)]
    assert len(set(dates)) == len(dates)
    new = [max(i.published.timestamp() for p, i in first_out(hours) if p == public) for public in moments_of(hours)]
    assert new == sorted(new)


def moments_of(hours: int) -> list[datetime]:
    return list(dict.fromkeys(public for public, _ in first_out(hours)))


@BUILDS
def test_r8_no_build_brought_more_than_five(hours: int) -> None:
    assert max(Counter(public for public, _ in first_out(hours)).values()) in (4, 5)


@BUILDS
def test_r33_nothing_new_came_in_the_pause(hours: int) -> None:
    days = {public.astimezone(LONDON).date() for public, _ in first_out(hours)}
    assert days & {date(2027, 5, 3), date(2027, 5, 4), date(2027, 5, 5), date(2027, 5, 6)} == set()


def test_the_replay_would_notice_a_date_without_a_lead() -> None:
    tool, (public, item) = AfterLastCheck(), first_out(1)[3]
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
