"""Posts that are not out yet: in a preview with what each waits for, and nowhere else."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.edition import Edition
from generator.model.ledger import Ledger
from generator.site.render.campaign_pages import coming_posts
from tests.builders import a_campaign, a_catalogue, a_post, a_run, at

LAST = a_post(id="last", at="2027-02-27 09:00")


def waiting(drafts: bool = True, paused: date | None = None, ledger: Ledger | None = None, **changes: Any) -> Any:
    """The ids of the posts to come on 10 February, and what each waits for."""
    campaign = a_campaign(**{"posts": [LAST, a_post()]} | changes)
    edition = Edition(a_catalogue(campaign, ledger=ledger), at("2027-02-10 09:00"), paused, drafts)
    return [(post.id, waits) for post, waits in coming_posts(campaign, edition)]


def test_a_post_that_is_not_out_waits_for_its_time() -> None:
    assert waiting() == [("last", "time")]


def test_outside_a_preview_there_is_none() -> None:
    assert waiting(drafts=False) == []


def test_a_post_of_no_confirmed_run_waits_for_one_the_earliest_first() -> None:
    run = {"from": "2027-02-01", "to": "2027-02-28"}

    assert waiting(runs=[run]) == [("dating-scams-launch", "run"), ("last", "run")]


def test_a_post_of_a_run_that_was_called_off_stays() -> None:
    assert waiting(runs=[a_run(called_off="2027-02-09")]) == [("last", "off")]


def test_a_post_of_days_on_which_posts_are_paused_waits_for_their_end() -> None:
    assert waiting(paused=date(2027, 2, 9)) == [("last", "pause")]


def test_a_post_that_the_release_job_has_not_recorded_waits_for_it() -> None:
    assert waiting(ledger=Ledger(rows=())) == [("dating-scams-launch", "release"), ("last", "time")]


def test_a_post_that_was_withdrawn_is_not_to_come() -> None:
    assert waiting(posts=[LAST | {"withdrawn": "true"}]) == []
