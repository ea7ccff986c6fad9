"""The plan of our own demonstration, December 2026 to December 2027: every month has something ready."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.content.source.text_files import read_text
from generator.model.campaign import Campaign
from generator.model.catalogue import Catalogue
from generator.model.sources import codes_in
from tests.sites import ROOT

TODAY = date(2027, 2, 10)
"""The day of the site tests: what somebody checks or edits until then is not in the future."""
MONTHS = [(2026, 12), *((2027, month) for month in range(1, 13))]


@pytest.fixture(scope="module")
def plan() -> Catalogue:
    text = read_text(ROOT / "mkdocs.yml", "mkdocs.yml").value
    assert text is not None
    return load(ROOT, read_settings(text), TODAY)


def posts_in(campaign: Campaign, year: int, month: int) -> int:
    return sum((post.at.year, post.at.month) == (year, month) for post in campaign.posts)


@pytest.mark.parametrize(("year", "month"), MONTHS)
def test_every_month_has_a_confirmed_run_with_posts(plan: Catalogue, year: int, month: int) -> None:
    on = [
        campaign
        for campaign in plan.campaigns
        if any(
            run.confirmed and (run.first.year, run.first.month) <= (year, month) <= (run.last.year, run.last.month)
            for run in campaign.runs
        )
    ]

    assert any(posts_in(campaign, year, month) for campaign in on)


def test_every_run_has_at_least_two_posts(plan: Catalogue) -> None:
    few = [
        (campaign.id, run.first)
        for campaign in plan.campaigns
        for run in campaign.runs
        if sum(run.first <= post.at.date() <= run.last for post in campaign.posts) < 2
    ]

    assert few == []


def test_every_later_run_says_when_it_may_be_seen(plan: Catalogue) -> None:
    assert [(one.id, run.first) for one in plan.campaigns for run in one.runs if run.announce is None] == []


def test_every_campaign_says_what_it_asks_and_where_its_words_come_from(plan: Catalogue) -> None:
    for campaign in plan.campaigns:
        cited = [code for label in campaign.sources for code, _ in codes_in(label)]

        assert None not in (campaign.ask, campaign.rule), campaign.id
        assert campaign.services, campaign.id
        assert cited, campaign.id
        assert set(cited) <= set(plan.documents)


def test_every_post_has_a_title_of_its_own(plan: Catalogue) -> None:
    assert [post.id for campaign in plan.campaigns for post in campaign.posts if post.title is None] == []


def test_no_advice_on_words_is_left(plan: Catalogue) -> None:
    about_words = [
        str(one) for one in plan.advice if one.location.file.startswith("campaigns/") and ":posts" in str(one)
    ]

    assert about_words == []
    assert [str(one) for one in plan.advice if "this sentence" in one.text or "blame" in one.text] == []
    assert [str(one) for one in plan.advice if "names no way" in one.text] == []


def test_every_number_in_a_post_is_one_that_the_directory_shows(plan: Catalogue) -> None:
    checked = {
        contact.number.called
        for service in plan.services
        for contact in service.contact
        if contact.number and (contact.checked or service.checked)
    } | {"101", "999"}
    numbers = {
        (post.id, re.sub(r"\D", "", found))
        for campaign in plan.campaigns
        for post in campaign.posts
        for text in (post.text, *post.variants.values())
        for found in re.findall(r"(?<!\d)0[\d ]{8,}\d", text)
    }

    assert {(post, number) for post, number in numbers if number not in checked} == set()
