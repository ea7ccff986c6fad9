"""The page of a campaign: what it asks, who helps, when, and what partners may use."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html as lxml_html

from generator.output import Page
from generator.settings import Settings
from generator.site.build import publish
from generator.site.render.campaign_pages import campaign_pages
from generator.site.render.templates import Templates
from tests.builders import a_campaign, a_catalogue, a_post, a_run, a_service, an_edition, at
from tests.sites import ROOT, a_publication, a_site, page_at, some_templates

ADDRESS = "campaigns/dating-scams/"


def the_page(now: str = "2027-02-10 09:00", site: Settings | None = None, **changes: Any) -> Page:
    publication = a_publication(a_service(), a_campaign(**changes), now=now, site=site)
    return page_at(ADDRESS, publication)


def words(page: Page) -> str:
    return " ".join(lxml_html.fromstring(f"<div>{page.body}</div>").text_content().split())


def test_a_campaign_says_what_it_asks_and_for_whom() -> None:
    found = words(the_page(ask="Talk to a friend first.", audiences=["everyone", "older"]))

    assert "What we ask Talk to a friend first." in found
    assert "Who it is for Anyone, Older people" in found


def test_runs_are_said_in_words_current_coming_and_past() -> None:
    runs = [
        a_run("2026-02-01", "2026-02-28"),
        a_run("2027-02-01", "2027-02-28"),
        a_run("2027-06-14", "2027-07-04", announce="2027-01-01"),
        a_run("2027-10-01", "2027-10-02"),
    ]
    found = words(the_page(runs=runs))

    assert "Over 1 to 28 February 2026 On now 1 to 28 February 2027 Coming up 14 June to 4 July 2027" in found
    assert "October" not in found


def test_a_campaign_that_is_over_keeps_its_help() -> None:
    found = words(the_page("2027-06-01 09:00", services=["victim-support-cumbria"]))

    assert "This campaign is over. 1 to 28 February 2027. The help below is still there." in found
    assert "Who can help Victim Support" in found


def test_words_to_paste_stand_under_the_channels_they_fit() -> None:
    post = a_post(text="Talk to us.", variants={"x": "Talk."}, channels=["x", "facebook", "instagram", "threads"])
    link = "https://help.example.org/campaigns/dating-scams/#dating-scams-launch"
    found = words(the_page(posts=[post]))

    assert f"X Talk. {link} Facebook, Threads Talk to us. {link} Instagram Talk to us." in found


def test_a_post_that_has_not_gone_out_is_not_to_paste_either() -> None:
    found = the_page("2027-02-01 08:59")

    assert "Talk to us first." not in found.body
    assert "Words to paste" not in found.body


def test_pictures_say_their_kind_size_licence_and_alt_text() -> None:
    found = words(the_page(site=a_site(office={"name": "The office", "licence": "Open Government Licence v3.0"})))

    assert "You are welcome to use these words and pictures. Licence: Open Government Licence v3.0." in found
    assert "Wide picture PNG, 1200 by 630 pixels, " in found
    assert "KB. Alt text: Dating scams. help.example.org. The office Square picture PNG, 1080 by 1080 pixels, " in found
    assert "QR code SVG, black on white" in found


def test_without_a_licence_partners_are_asked_to_ask() -> None:
    assert "Please ask us first." in words(the_page())


def test_r16_a_campaign_page_has_a_picture_for_its_link_and_no_other_page_has_but_the_first() -> None:
    publication = a_publication(a_service(), a_campaign())
    shares = {page.address: page.share for page in publication.pages if page.share}

    assert list(shares) == ["", ADDRESS]
    share = shares[ADDRESS]
    assert share is not None
    assert (share.path, share.width, share.height) == ("campaigns/dating-scams/share.png", 1200, 630)


def test_r16_a_campaign_whose_title_can_not_be_drawn_has_none() -> None:
    assert the_page(title="日本").share is None


def test_a_campaign_that_was_called_off_says_so_and_keeps_its_help() -> None:
    campaign = a_campaign(services=["victim-support-cumbria"], runs=[a_run(called_off="2027-02-05")])
    body = page_at("campaigns/dating-scams/", a_publication(a_service(), campaign)).body

    assert "This campaign was called off." in body
    assert "It was planned for" in body
    assert "<dt>Called off</dt>" in body
    assert "victim-support-cumbria" in body


def test_in_a_preview_a_campaign_called_off_before_it_was_announced_says_so() -> None:
    campaign = a_campaign(runs=[a_run("2027-03-01", "2027-03-07", called_off="2027-02-05")], posts=[])
    edition = replace(an_edition(campaign, now="2027-02-10 09:00"), shows_drafts=True)
    bodies = [page.body for page in campaign_pages(Templates(ROOT / "overrides", edition, a_site()))]

    assert ["It was called off before the public knew of it." in body for body in bodies] == [True, True]


TO_COME = a_post(id="dating-scams-last", at="2027-02-27 09:00", title="Last day", text="It was never your fault.")


def in_a_preview(**changes: Any) -> str:
    """A preview of the page of a campaign on 10 February, with a post that goes out on 27."""
    campaign = a_campaign(**{"posts": [a_post(), TO_COME]} | changes)
    made = publish(a_catalogue(campaign), a_site(), at("2027-02-10 09:00"), ROOT, drafts=True)
    return page_at("campaigns/dating-scams/", made).body


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ({}, "It goes out on 27 February 2027, 9am."),
        ({"confirmed": None}, "It goes out once somebody has confirmed the days of its campaign."),
        ({"called_off": "2027-02-09"}, "It does not go out: its campaign was called off."),
    ],
)
def test_a_preview_shows_a_post_that_is_not_out_yet_marked_with_what_it_waits_for(
    run: dict[str, Any], words: str
) -> None:
    page = in_a_preview(runs=[a_run(**run)])

    assert f'<li>\n<p class="draft"><strong>Only in this preview.</strong> {words}</p>' in page
    assert page.index('id="dating-scams-last"') < page.index("<h1>")
    assert "It was never your fault." in page


def test_nothing_of_a_post_that_is_not_out_yet_is_in_anything_public() -> None:
    campaign = a_campaign(posts=[a_post(), TO_COME])
    made = publish(a_catalogue(campaign), a_site(), at("2027-02-10 09:00"), ROOT)
    public = [page.body.encode() for page in made.pages] + [download.data for download in made.downloads]

    assert any(b"Talk to us first." in data for data in public)
    assert [data for data in public if b"never your fault" in data or b"Only in this preview" in data] == []
    assert [data for data in public if b"dating-scams-last" in data or b"Last day" in data] == []


def test_no_feed_or_table_of_a_preview_has_a_post_that_is_not_out_yet() -> None:
    content = a_catalogue(a_campaign(posts=[a_post(), TO_COME]))
    made = publish(content, a_site(), at("2027-02-10 09:00"), ROOT, drafts=True)

    assert [download.path for download in made.downloads if b"never your fault" in download.data] == []


def place_of(text: str, body: str) -> int:
    assert text in body
    return body.index(text)


@pytest.mark.parametrize("now", ["2027-02-10 09:00", "2027-06-01 09:00"], ids=["on now", "over"])
@pytest.mark.parametrize("services", [["victim-support-cumbria"], []], ids=["with services", "without"])
def test_the_link_of_a_post_leads_to_help_and_not_among_the_words_of_partners(now: str, services: list[str]) -> None:
    body = the_page(now, posts=[a_post()], services=services, ask="Talk to someone.").body
    order = [place_of(one, body) for one in ('id="dating-scams-launch"', "<h1>", 'id="help"', 'id="ask"', 'id="share"')]

    assert order == sorted(order)
    assert body.count('id="dating-scams-launch"') == 1


def test_each_post_keeps_a_link_of_its_own_as_some_tools_know_posts_by_it() -> None:
    page = the_page(posts=[a_post(), a_post(id="dating-scams-second")])

    assert set(re.findall("#dating-scams-[a-z]+", page.body)) == {"#dating-scams-launch", "#dating-scams-second"}


def test_a_campaign_without_services_names_someone_to_talk_to() -> None:
    always = a_service(contact=[{"phone": "01632 960001", "hours": "24/7"}], helps_with=["any-crime"], areas=["uk"])
    templates = some_templates(always, a_campaign(services=[]), now="2027-02-10 09:00")
    (page,) = [one for one in campaign_pages(templates) if one.address == "campaigns/dating-scams/"]

    assert page.body.index("tel:+441632960001") < page.body.index('id="share"')


@pytest.mark.parametrize(
    ("changes", "order"),
    [
        ({}, ["named"]),
        ({"contact": []}, ["line", "named"]),
        ({"checked": None}, ["line", "named"]),
        ({"status": "paused"}, ["line", "named"]),
        ({"contact": [{"website": "https://www.example.org"}]}, ["named", "line"]),
        ({"status": "closed"}, ["line"]),
        ({"for": "people-who-harm"}, ["line"]),
        ({"for": "professionals"}, ["line"]),
    ],
    ids=str,
)
def test_where_a_post_leads_somebody_can_always_be_called(changes: dict[str, Any], order: list[str]) -> None:
    line = a_service(id="line", areas=["uk"], contact=[{"phone": "0808 157 0000", "hours": "24/7"}])
    campaign = a_campaign(services=["named"], posts=[a_post()])
    body = page_at(ADDRESS, a_publication(line, a_service(**({"id": "named"} | changes)), campaign)).body
    helpers = body[body.index('id="help"') : body.index('id="about"')]

    assert re.findall(r'<h3><a href="/services/([a-z]+)/">', helpers) == order
    assert "tel:" in helpers
