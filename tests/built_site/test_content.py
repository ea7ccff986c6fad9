"""The finished site's promises to its readers: everyone is there, every link leads on, no number is wrong or stale."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote, urljoin

import feedparser
import pytest
import yaml
from lxml import etree

from generator.content.loading.steps_of_crimes import shipped_steps
from generator.edition import Edition
from generator.model.fields.phones import digits_of
from generator.privacy.scan import leaks
from tests.built_site.conftest import Built
from tests.site_builder import REPOSITORY

CUMBRIA_SERVICES = (
    "bridgeway-sarc",
    "children-domestic-abuse-support",
    "children-group-work",
    "children-supported-accommodation",
    "control-room-idva",
    "cumbria-restorative-services",
    "freedom-project",
    "gateway4women",
    "national-homicide-service",
    "sexual-abuse-therapy",
    "victim-support-cumbria",
    "victim-support-idva",
    "victim-support-isva",
    "victim-support-live-chat",
    "womens-community-matters",
    "womens-outreach-kendal-eden",
)
"""CUM-01 to CUM-08, CUM-10, CUM-11, CUM-14 to CUM-17, CUM-54 and CUM-55 of the fact list."""

CUMBRIA_CAMPAIGNS = (
    "consent",
    "dating-scams",
    "domestic-abuse-before-christmas",
    "hate-crime-awareness-week",
    "male-victims",
    "modern-slavery",
    "online-safety",
    "victims-code",
)
"""CUM-31 to CUM-38."""

NEVER = ("victimadviceline.org.uk", "pnn.police.uk", "Stop Hate UK", "0115 8445998", "fatal hit and run")
"""What the fact list marks "never publish": replaced, personal or unsafe. Retired numbers are tested apart."""

AN_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@cache
def written() -> dict[str, list[dict[str, object]]]:
    """services.yaml as plain text values, read without any of our own code."""
    text = (REPOSITORY / "services.yaml").read_text(encoding="utf-8")
    found: dict[str, list[dict[str, object]]] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 # builds texts only
    return found


def numbers(checked: bool) -> set[str]:
    """The digits of every phone, text and textphone number of the directory that is, or is not, checked."""
    return {
        re.sub(r"\D", "", contact[way])
        for service in written()["services"]
        for contact in service.get("contact", [])  # type: ignore[attr-defined]
        for way in ("phone", "text", "textphone")
        if way in contact and bool("checked" in contact or "checked" in service) == checked
    }


def emergency_numbers() -> set[str]:
    """The numbers that come with Waymark, read without any of our own code."""
    text = (REPOSITORY / "generator" / "model" / "data" / "emergency.yaml").read_text(encoding="utf-8")
    lines = yaml.load(text, Loader=yaml.CBaseLoader)["lines"]  # noqa: S506 # builds texts only
    return {str(line["phone"]) for line in lines if "phone" in line}


def called(link: str) -> str:
    """What a `tel:` or `sms:` link dials, as somebody in the UK writes it."""
    number = link.partition(":")[2]
    return "0" + number.removeprefix("+44") if number.startswith("+44") else number


TO_SOMEBODY = "sms:?"
"""A text that a reader sends to whom they choose: it dials nobody."""


def test_a_text_to_send_holds_a_number_of_its_own_card_and_nothing_else(built: Built) -> None:
    wrong, seen = [], 0
    for address, tree in built.trees.items():
        shown = {" ".join(number.text_content().split()) for number in tree.xpath("//*[@class='cut']//b")}
        for link in tree.xpath(f"//a[starts-with(@href, '{TO_SOMEBODY}')]/@href"):
            seen += 1
            wrong += [(address, link)] if unquote(link.removeprefix("sms:?&body=")) not in shown else []

    assert seen > 10
    assert wrong == []


def dialling_links(built: Built) -> list[tuple[str, str, str]]:
    """Every link that dials: its page, what it dials, and the digits that a reader sees on it."""
    return [
        (address, called(link.get("href")), re.sub(r"\D", "", "".join(link.itertext())))
        for address, tree in built.trees.items()
        for link in tree.iter("a")
        if link.get("href", "").startswith(("tel:", "sms:")) and not link.get("href").startswith(TO_SOMEBODY)
    ]


def links_from(built: Built, address: str) -> set[str]:
    """The addresses of the site's own pages that a page links to."""
    found = {link.partition("#")[0] for link in built.trees[address].xpath("//a/@href")}
    base = "https://site.invalid/" + address
    whole = {urljoin(base, link) for link in found}
    return {link.removeprefix("https://site.invalid/") for link in whole} & built.pages.keys()


@pytest.mark.parametrize("service", CUMBRIA_SERVICES)
def test_every_cumbria_service_has_its_page(service: str, built: Built) -> None:
    assert f"services/{service}/" in built.pages


@pytest.mark.parametrize("campaign", CUMBRIA_CAMPAIGNS)
def test_every_cumbria_campaign_has_its_page(campaign: str, built: Built) -> None:
    assert f"campaigns/{campaign}/" in built.pages


def test_a_to_z_leads_to_every_service(built: Built) -> None:
    services = {f"services/{service['id']}/" for service in written()["services"]}

    assert {
        link for link in links_from(built, "services/") if link.count("/") == 2 and link[:9] == "services/"
    } == services


def test_every_service_is_at_most_three_links_from_home(built: Built) -> None:
    reached = {""}
    for _ in range(3):
        reached |= {link for page in reached for link in links_from(built, page)}

    assert {f"services/{service['id']}/" for service in written()["services"]} - reached == set()


def test_every_service_is_at_most_three_links_from_home_through_the_doors_alone(built: Built) -> None:
    """Without A to Z: by what happened, who it is for, where, or the kind of help."""
    reached = {""}
    for _ in range(3):
        reached |= {link for page in reached for link in links_from(built, page) if link != "services/"}

    assert {f"services/{service['id']}/" for service in written()["services"]} - reached == set()


def test_every_page_but_404_is_reached_by_links_from_home(built: Built) -> None:
    reached: set[str] = set()
    fresh = {""}
    while fresh:
        reached |= fresh
        fresh = {link for page in fresh for link in links_from(built, page)} - reached

    assert built.pages.keys() - reached - {"exit/"} == {"404.html"}


def test_every_dialling_link_dials_a_number_that_somebody_checked(built: Built) -> None:
    allowed = numbers(checked=True) | emergency_numbers()
    sourced = {step.phone.digits for one in shipped_steps().values() for step in one.steps if step.phone}
    wrong = [found for found in dialling_links(built) if found[1] not in allowed]

    assert [found for found in wrong if found[1] not in sourced or not found[0].startswith("what-happened/")] == []


def test_every_dialling_link_shows_the_digits_that_it_dials(built: Built) -> None:
    assert [found for found in dialling_links(built) if found[1] != found[2]] == []


def test_every_checked_number_is_on_the_page_of_its_service(built: Built) -> None:
    dialled = {(page, number) for page, number, _ in dialling_links(built)}
    wanted = {
        (f"services/{service['id']}/", re.sub(r"\D", "", contact[way]))
        for service in written()["services"]
        if service.get("status") != "closed"
        for contact in service.get("contact", [])  # type: ignore[attr-defined]
        for way in ("phone", "text", "textphone")
        if way in contact and ("checked" in contact or "checked" in service)
    }

    assert wanted - dialled == set()


def test_no_unchecked_or_retired_number_is_in_any_file(built: Built) -> None:
    retired = {re.sub(r"\D", "", str(line["number"])) for line in written()["retired_numbers"]}
    withheld = (numbers(checked=False) | retired) - numbers(checked=True)
    patterns = {
        number: re.compile(
            (
                r"(?<![\d])(?:\+44\W{0,3}|0044\W{0,3}|0)" + r"\W{0,2}".join(number[1:])
                if number[0] == "0"
                else rf"(?<!\d){number}"
            )
            + r"(?!\d)"
        )
        for number in withheld
    }
    found = [
        (file, number)
        for file, data in built.files.items()
        for number, pattern in patterns.items()
        if pattern.search(data.decode("utf-8", "replace"))
    ]

    assert len(patterns) > 10
    assert found == []


def test_our_own_inspection_finds_nothing_withheld(built: Built, edition: Edition) -> None:
    words, phones, images = edition.withheld, edition.withheld_numbers, edition.withheld_images

    assert list(leaks(built.folder, words, phones, images)) == []
    assert phones >= {digits_of(str(line["number"])) for line in written()["retired_numbers"]}


@pytest.mark.parametrize("words", NEVER)
def test_nothing_marked_never_to_publish_is_in_any_file(words: str, built: Built) -> None:
    assert [file for file, data in built.files.items() if words.encode().lower() in data.lower()] == []


def test_no_e_mail_address_is_public_but_those_of_the_directory(built: Built) -> None:
    allowed = set(AN_EMAIL.findall((REPOSITORY / "services.yaml").read_text(encoding="utf-8")))
    found = {email for data in built.files.values() for email in AN_EMAIL.findall(data.decode("utf-8", "replace"))}

    uids = {one for one in found if re.search(r"-run-[0-9]+@", one)}  # what calendars know a run by, not addresses

    assert found - allowed - uids == set()


def test_no_post_is_public_before_its_time(built: Built, edition: Edition) -> None:
    released = {post.id for _, post in edition.released_posts}
    kept_back = [post for campaign in edition.catalogue.campaigns for post in campaign.posts if post.id not in released]
    found = [
        (file, post.id)
        for file, data in built.files.items()
        for post in kept_back
        if post.id.encode() in data or str(post.text).encode() in data
    ]

    assert len(kept_back) > 10
    assert found == []


def test_dating_scams_is_on_now(built: Built) -> None:
    home = " ".join("".join(built.trees[""].itertext()).split())

    assert "On now Dating scams" in home
    assert "On now." in built.pages["campaigns/dating-scams/"]


def test_the_feed_holds_the_released_posts_and_no_later_one(built: Built, edition: Edition) -> None:
    feed = feedparser.parse(built.files["feeds/campaigns.xml"])
    ids = [entry.id.rpartition(":")[2] for entry in feed.entries]

    assert feed.bozo is False
    assert ids == [post.id for _, post in edition.released_posts]
    assert [one for one in ids if one.startswith("dating-scams")] == [
        "dating-scams-2027-signs",
        "dating-scams-2027-launch",
    ]


def test_the_feed_is_xml_that_a_strict_parser_takes(built: Built) -> None:
    assert etree.fromstring(built.files["feeds/campaigns.xml"]).tag == "rss"


def test_every_link_of_the_feed_leads_to_a_page(built: Built) -> None:
    feed = feedparser.parse(built.files["feeds/campaigns.xml"])
    links = {entry.link.removeprefix("https://waymark.example.org/") for entry in feed.entries}
    fragments = {link: link.partition("#") for link in links}

    assert [
        link
        for link, (page, _, fragment) in fragments.items()
        if page not in built.pages or (fragment and f'id="{fragment}"' not in built.pages[page])
    ] == []


def test_the_sitemap_names_every_page_and_no_other(built: Built) -> None:
    found = etree.fromstring(built.files["sitemap.xml"]).findall("{*}url/{*}loc")
    named = {str(place.text).removeprefix("https://waymark.example.org/") for place in found}

    assert named == built.pages.keys() - {"404.html", "exit/"}
