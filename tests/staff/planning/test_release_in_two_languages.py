"""A post is one in all languages of a site: both feeds have it, or neither, at one date; what is in one is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import feedparser
import pytest

from generator.model.campaign import Campaign
from generator.model.ledger import Ledger
from generator.settings import Settings
from generator.site.build import publish
from generator.staff.planning.ledger_rows import plan_release, told
from tests.builders import a_campaign, a_catalogue, a_post, a_run, a_service, an_edition, at
from tests.sites import ROOT, a_site

LANGUAGES = {"en": {}, "cy": {"site_name": "Cymorth"}}
BOTH = {"en": "Talk to us.", "cy": "Siaradwch \u00e2 ni."}


def two(**changes: Any) -> Settings:
    return a_site(languages=LANGUAGES, **changes)


def feeds(campaign: Campaign, site: Settings, now: str) -> Mapping[str, Mapping[str, str]]:
    """What each language's feed holds after a release at a moment: its posts and their dates."""
    edition = an_edition(campaign, a_service(), now=now, ledger=Ledger())
    ledger = Ledger(plan_release(edition, site).rows)
    build = publish(a_catalogue(campaign, a_service(), ledger=ledger), site, at(now), ROOT)
    found = {}
    for one in build.every:
        (data,) = [file.data for file in one.downloads if file.path == "feeds/campaigns.xml"]
        entries = feedparser.parse(data).entries
        found[one.frame.settings.language] = {entry.id.rpartition(":")[2]: entry.published for entry in entries}
    return found


@pytest.mark.parametrize(
    ("changes", "site", "now", "out"),
    [
        ({}, {}, "2027-02-01 10:20", ["launch"]),
        ({"text": "Talk to us."}, {}, "2027-02-01 10:20", ["launch"]),
        ({}, {}, "2027-02-01 08:59", []),
        ({}, {}, "2027-02-01 22:00", []),
        ({}, {"feeds": {"pause": {"from": "2027-02-01", "why": "an election"}}}, "2027-02-01 10:20", []),
        ({"withdrawn": "true"}, {}, "2027-02-01 10:20", []),
    ],
    ids=["in both", "in the first alone", "not yet", "at night", "in a pause", "taken back"],
)
def test_both_feeds_have_a_post_or_neither_and_at_one_date(
    changes: dict[str, Any], site: dict[str, Any], now: str, out: list[str]
) -> None:
    post = a_post(**({"id": "launch", "at": "2027-02-01 09:00", "text": BOTH} | changes))
    found = feeds(a_campaign(posts=[post]), two(**site), now)

    assert list(found["en"]) == out
    assert found["cy"] == found["en"]


def test_of_more_posts_than_may_go_at_once_the_same_ones_wait_in_both() -> None:
    posts = [a_post(id=f"p{n}", at=f"2027-02-01 09:0{n}", text=BOTH) for n in range(7)]
    found = feeds(a_campaign(posts=posts), two(), "2027-02-01 10:20")

    assert sorted(found["en"]) == [f"p{n}" for n in range(5)]
    assert found["cy"] == found["en"]


def test_a_run_that_is_called_off_takes_them_from_both() -> None:
    runs = [a_run("2027-02-01", "2027-02-28", called_off="2027-02-01")]
    post = a_post(id="launch", at="2027-02-01 09:00", text=BOTH)

    assert feeds(a_campaign(runs=runs, posts=[post]), two(), "2027-02-01 10:20") == {"en": {}, "cy": {}}


def test_a_release_names_each_post_that_would_go_out_in_one_language_alone() -> None:
    posts = [
        a_post(id="both", at="2027-02-01 09:00", text=BOTH),
        a_post(id="one", at="2027-02-01 09:01", text="Talk to us."),
        a_post(id="two", at="2027-02-01 09:02", text={"en": "Talk."}),
    ]
    says = (
        "post{} no text in 'cy', and {} out there in the first language: {}. Write it first, text: {{..., cy: ...}}: "
        "what is out is not posted again."
    )

    def lines(*some: Any, site: Settings) -> list[str]:
        edition = an_edition(a_campaign(posts=list(some)), now="2027-02-01 10:20", ledger=Ledger())
        return [line for line in told(plan_release(edition, site), "") if "no text" in line]

    assert lines(*posts, site=two()) == [f"2 {says.format('s have', 'go', 'one, two')}"]
    assert lines(*posts[:2], site=two()) == [f"1 {says.format(' has', 'goes', 'one')}"]
    assert lines(posts[0], site=two()) == lines(*posts, site=a_site()) == []
