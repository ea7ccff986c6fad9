"""Content and a moment -> everything that leaves: the same every time, and nothing before its day."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from datetime import datetime, timedelta
from html import unescape

import pytest

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.model.campaign import Campaign
from generator.site.build import Build, publish
from tests.builders import a_campaign, a_catalogue, a_post, a_run, a_service, at
from tests.sites import ROOT, a_picture, a_publication, a_site, download_at, page_at

FEED = "feeds/campaigns.xml"
PICTURES = {
    name: picture
    for name in ("images/springpicture.png", "images/springpostpicture.png", "images/neverpicture.png")
    for picture in a_picture(name).values()
}
REAL_AT = at("2027-02-10 09:00")


def everything(publication: Build) -> dict[str, bytes]:
    """Every byte that leaves, by its address."""
    pages = {page.address: "\n".join((page.title, page.description, page.body)) for page in publication.pages}
    return {address: text.encode() for address, text in pages.items()} | {
        download.path: download.data for download in publication.downloads
    }


def marked(name: str, **changes: object) -> Campaign:
    """A campaign in which each kind of text holds a word of its own, which stands nowhere else."""
    return a_campaign(
        id=f"{name}id",
        title=f"{name}title",
        summary=f"{name}summary.",
        hashtags=[f"#{name}hashtag"],
        objective=f"{name}objective",
        words=f"{name}words",
        **changes,
    )


SPRING = marked(
    "spring",
    runs=[a_run("2027-03-01", "2027-03-31"), a_run("2027-09-01", "2027-09-30", announce="2027-08-15")],
    image={"file": "images/springpicture.png", "alt": "springalt"},
    posts=[
        a_post(id="springone", at="2027-03-01 09:00", title="springonetitle", text="springonetext"),
        a_post(
            id="springtwo",
            at="2027-03-28 00:30",
            title="springtwotitle",
            text="springtwotext",
            image={"file": "images/springpostpicture.png", "alt": "springpostalt"},
            variants={"x": "springtwovariant"},
        ),
        a_post(
            id="springgone", at="2027-03-05 09:00", title="springgonetitle", withdrawn="true", text="springgonetext"
        ),
        a_post(id="springthree", at="2027-09-15 18:00", title="springthreetitle", text="springthreetext"),
    ],
)
SUMMER = marked(
    "summer",
    services=["victim-support-cumbria"],
    runs=[a_run("2027-07-01", "2027-07-14", announce="2027-06-01")],
    posts=[a_post(id="summerone", at="2027-07-01 09:00", title="summeronetitle", text="summeronetext")],
)
NEVER = marked(
    "never",
    services=["victim-support-cumbria"],
    runs=[{"from": "2027-04-01", "to": "2027-04-30", "announce": "2027-03-01"}],
    image={"file": "images/neverpicture.png", "alt": "neveralt"},
    posts=[a_post(id="neverone", at="2027-04-02 09:00", title="neveronetitle", text="neveronetext")],
)
CONTENT = a_catalogue(a_service(), SPRING, SUMMER, NEVER, pictures=PICTURES)
# Each word, and the first moment at which the public may read it. Hashtags, objectives and variants are for staff yet.
PUBLIC_FROM = {
    "spring(id|title|summary|words|picture|alt)": "2027-03-01 00:00",
    "springone(title|text)?": "2027-03-01 09:00",
    "springtwo(title|text)?|springpost(picture|alt)": "2027-03-28 00:30",
    "springtwovariant": "2027-03-28 00:30",
    "spring(hashtag|objective)": "2027-03-01 00:00",
    "springthree(title|text)?": "2027-09-15 18:00",
    "summer(id|title|summary|words|hashtag|objective)": "2027-06-01 00:00",
    "summerone(title|text)?": "2027-07-01 09:00",
    "springgone(title|text)?": "9999-01-01 00:00",
    "never[a-z]+": "9999-01-01 00:00",
}
MARKER = re.compile(
    r"(?:spring|summer|never)(?:id|title|summary|words|picture|alt|hashtag|objective|one|two|three|gone|post)[a-z]*"
)
EDGES = [
    "2027-01-01 00:00",
    "2027-02-28 23:59",
    "2027-03-01 00:00",
    "2027-03-01 08:59",
    "2027-03-01 09:00",
    "2027-03-05 09:00",
    "2027-03-28 00:29",
    "2027-03-28 00:30",
    "2027-04-01 00:00",
    "2027-04-02 09:00",
    "2027-05-31 23:59",
    "2027-06-01 00:00",
    "2027-07-01 08:59",
    "2027-07-01 09:00",
    "2027-08-15 00:00",
    "2027-09-15 17:59",
    "2027-09-15 18:00",
    "2027-10-01 00:00",
    "2027-12-31 23:59",
]


def too_early(texts: dict[str, bytes], now: datetime) -> set[tuple[str, str]]:
    """Each marked word that stands somewhere before its moment, with where it stands."""
    found = set()
    for where, data in texts.items():
        for word in set(MARKER.findall(where + " " + data.decode("utf-8", "replace"))):
            moments = [at(moment) for pattern, moment in PUBLIC_FROM.items() if re.fullmatch(pattern, word)]
            if not moments or moments[0] > now:
                found.add((where, word))
    return found


# The same every time


def test_two_publications_of_one_moment_are_the_same_byte_for_byte() -> None:
    moment = at("2027-07-05 09:00")
    first, second = (everything(publish(CONTENT, a_site(), moment, ROOT)) for _ in range(2))
    assert first == second


def fingerprint() -> str:
    """One hash of all that leaves. Printed by a process of its own, below."""
    leaving = everything(publish(CONTENT, a_site(), at("2027-07-05 09:00"), ROOT))
    return hashlib.sha256(repr(sorted(leaving.items())).encode()).hexdigest()


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_the_order_of_sets_in_a_process_changes_no_byte(seed: str) -> None:
    command = [sys.executable, "-c", "from tests.site.test_build import fingerprint; print(fingerprint())"]
    environment = os.environ | {"PYTHONHASHSEED": seed}
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == fingerprint()


# Nothing before its day


@pytest.mark.parametrize("first", range(0, 400, 50))
def test_r1_on_four_hundred_days_no_byte_of_what_is_to_come_is_in_any_file(first: int) -> None:
    early = []
    for number in range(first, first + 50):
        now = at("2026-12-15 09:00") + timedelta(days=number)
        publication = publish(CONTENT, a_site(), now, ROOT)
        early += [post.id for _, post in publication.edition.released_posts if post.at > now]
        early += too_early(everything(publication), now)
    assert early == []


@pytest.mark.parametrize("moment", EDGES)
def test_no_word_of_a_campaign_is_anywhere_before_its_moment(moment: str) -> None:
    assert too_early(everything(publish(CONTENT, a_site(), at(moment), ROOT)), at(moment)) == set()


def test_the_words_are_there_once_their_moment_has_come() -> None:
    text = b"".join(everything(publish(CONTENT, a_site(), at("2027-12-31 09:00"), ROOT)).values()).decode(
        "utf-8", "replace"
    )
    shown = set(MARKER.findall(text))
    wanted = {
        "springid",
        "springtitle",
        "springwords",
        "springpicture",
        "springonetext",
        "springthreetext",
        "summertitle",
    }
    assert wanted - shown == set()


def test_the_pictures_of_what_may_not_be_seen_are_named_to_the_engine() -> None:
    withheld = publish(CONTENT, a_site(), at("2027-03-02 09:00"), ROOT).edition.withheld_images
    assert withheld == {"images/springpostpicture.png", "images/neverpicture.png"}


# Announced, on, over


def stage_of(moment: str) -> str:
    body = page_at("campaigns/summerid/", publish(CONTENT, a_site(), at(moment), ROOT)).body
    return next(words for words in ("Coming up.", "On now.", "This campaign is over.") if words in body)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2027-06-01 00:00", "Coming up."),
        ("2027-06-30 23:59", "Coming up."),
        ("2027-07-01 00:00", "On now."),
        ("2027-07-14 23:59", "On now."),
        ("2027-07-15 00:00", "This campaign is over."),
        ("2027-12-31 12:00", "This campaign is over."),
    ],
)
def test_a_campaigns_page_says_where_it_stands(moment: str, said: str) -> None:
    assert stage_of(moment) == said


def test_a_campaign_that_is_over_leaves_home_and_its_services() -> None:
    over = everything(publish(CONTENT, a_site(), at("2027-07-15 00:00"), ROOT))
    where = {
        address for address, data in over.items() if b"summertitle" in data and not address.startswith("campaigns/")
    }
    assert where & {"", "services/victim-support-cumbria/", "what-happened/fraud-cyber/"} == set()


def test_a_campaign_that_is_on_is_on_home_and_at_its_services() -> None:
    now = everything(publish(CONTENT, a_site(), at("2027-07-14 23:59"), ROOT))
    assert [b"summertitle" in now[address] for address in ("", "services/victim-support-cumbria/")] == [True, True]


def test_a_second_run_that_is_announced_turns_over_into_coming() -> None:
    bodies = [
        page_at("campaigns/springid/", publish(CONTENT, a_site(), at(moment), ROOT)).body
        for moment in ("2027-08-14 23:59", "2027-08-15 00:00")
    ]
    assert ["This campaign is over." in bodies[0], "Coming up." in bodies[1]] == [True, True]


def test_no_campaign_at_all_is_a_site_too() -> None:
    publication = a_publication(a_service())
    assert b"<item>" not in download_at(FEED, publication)
    assert "No campaign is on" in page_at("campaigns/", publication).body


# The real content of Cumbria


@pytest.fixture(scope="module")
def cumbria() -> Build:
    settings = read_settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), "mkdocs.yml")
    return publish(load(ROOT, settings, REAL_AT.date()), settings, REAL_AT, ROOT)


def test_dating_scams_is_on_in_cumbria_on_10_february_2027(cumbria: Build) -> None:
    assert [campaign.id for campaign in cumbria.edition.campaigns_at("now")] == ["dating-scams"]
    assert "On now." in page_at("campaigns/dating-scams/", cumbria).body


def test_its_released_posts_are_in_the_feed_and_no_later_one(cumbria: Build) -> None:
    ids = re.findall(r"post:(dating-scams-[a-z0-9-]+)<", download_at(FEED, cumbria).decode())
    assert ids == ["dating-scams-2027-signs", "dating-scams-2027-launch"]


def test_no_later_post_of_any_campaign_is_anywhere(cumbria: Build) -> None:
    posts = [post for campaign in cumbria.edition.catalogue.campaigns for post in campaign.posts]
    later = [post for post in posts if post.at > REAL_AT]
    text = unescape(b"".join(everything(cumbria).values()).decode("utf-8", "replace"))
    assert later != []
    assert [post.id for post in later if post.id in text or post.text in text] == []


def test_no_campaign_that_may_not_be_seen_is_anywhere(cumbria: Build) -> None:
    hidden = [campaign for campaign in cumbria.edition.catalogue.campaigns if campaign not in cumbria.edition.campaigns]
    text = unescape(b"".join(everything(cumbria).values()).decode("utf-8", "replace"))
    assert hidden != []
    assert [campaign.id for campaign in hidden if campaign.summary in text or f"campaigns/{campaign.id}/" in text] == []
