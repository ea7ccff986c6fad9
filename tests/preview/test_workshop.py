"""A day, moved and looked at; the next moment at which anything changes; drafts that no public edition shows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from generator.edition import Edition
from generator.preview.snapshot import PreviewDay, look, next_change
from tests.builders import a_campaign, a_catalogue, a_post, a_run, a_service, an_edition, at
from tests.site_builder import a_site

UNCONFIRMED = {"from": "2027-02-01", "to": "2027-02-28"}


def test_a_day_moves_and_keeps_the_time_of_day_when_the_clocks_change() -> None:
    day = PreviewDay(at("2027-03-27 09:00"))

    assert day.moved(1).now == at("2027-03-28 09:00")
    assert day.moved(-7).now == at("2027-03-20 09:00")


@pytest.mark.parametrize("days", [10**7, -(10**7), 10**12])
def test_a_day_beyond_the_calendar_stays_where_it_is(days: int) -> None:
    day = PreviewDay(at("2027-03-27 09:00"))

    assert day.moved(days) == day


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-22 10:00", "2027-01-15 10:00"),
        ("2027-01-15 10:00", "2027-02-01 09:00"),
        ("2027-02-01 09:00", "2027-02-14 12:00"),
        ("2027-02-14 12:00", "2027-03-01 12:00"),
        ("2027-03-01 00:00", None),
    ],
)
def test_the_next_change_is_an_announcement_a_first_day_a_post_or_the_day_after(now: str, expected: str | None) -> None:
    posts = [
        a_post(),
        a_post(id="love", at="2027-02-14 12:00"),
        a_post(id="gone", at="2027-02-03 09:00", withdrawn="true"),
    ]
    edition = an_edition(a_campaign(runs=[a_run(announce="2027-01-15")], posts=posts), now=now)

    assert next_change(edition) == (at(expected) if expected else None)


def test_dates_that_nobody_confirmed_change_nothing() -> None:
    assert next_change(an_edition(a_campaign(runs=[UNCONFIRMED]), now="2027-01-01 09:00")) is None


def edition_with_drafts(run: dict[str, object], now: str) -> Edition:
    return Edition(a_catalogue(a_service(), a_campaign(runs=[run])), at(now), shows_drafts=True)


@pytest.mark.parametrize("run", [UNCONFIRMED, a_run(), a_run(announce="2027-01-15")])
def test_a_preview_shows_a_campaign_that_is_not_public_and_knows_it(run: dict[str, object]) -> None:
    drafts = edition_with_drafts(run, "2026-12-01 09:00")
    (campaign,) = drafts.catalogue.campaigns

    assert drafts.campaigns == (campaign,)
    assert drafts.not_public_yet(campaign) == campaign.runs[0]
    assert drafts.released_posts == ()
    assert an_edition(campaign, now="2026-12-01 09:00").campaigns == ()


def test_what_is_public_is_no_draft() -> None:
    drafts = edition_with_drafts(a_run(), "2027-02-10 09:00")
    (campaign,) = drafts.catalogue.campaigns

    assert drafts.not_public_yet(campaign) is None
    assert [post.id for _, post in drafts.released_posts] == ["dating-scams-launch"]


def test_a_post_of_a_run_that_nobody_confirmed_is_in_no_feed_of_a_preview() -> None:
    drafts = edition_with_drafts(UNCONFIRMED, "2027-02-10 09:00")

    assert (len(drafts.campaigns), drafts.released_posts) == (1, ())


def test_looking_names_every_problem_and_mending_brings_the_site_back(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    day = PreviewDay(at("2027-02-10 09:00"))
    site.change("services.yaml", "kind: victim-hub", "kind: victim-hubb")

    broken = look(site.root, day)
    site.change("services.yaml", "kind: victim-hubb", "kind: victim-hub")
    mended = look(site.root, day)

    assert broken.publication is None
    assert [str(problem) for problem in broken.problems] == [
        "services.yaml:10:11: 'victim-hubb' is not a kind of service; did you mean \"victim-hub\"?"
    ]
    assert mended.problems == ()
    assert mended.publication is not None


def test_settings_that_cannot_be_read_are_problems_too(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"mkdocs.yml": "site_name: [\n"})

    assert [problem.location.file for problem in look(site.root, PreviewDay(datetime.now().astimezone())).problems] == [
        "mkdocs.yml"
    ]
