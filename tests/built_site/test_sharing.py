"""What a link to a page becomes where it is shared: a card for a campaign, only the site's own words for any other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.built_site.conftest import Built

SITE = "https://waymark.example.org/"
NAME = "Victim services in Cumbria"
DESCRIPTION = "Help for anyone harmed by crime in Cumbria, whether or not you tell the police."
CARRIED = "Call 08 08 16 89 111. Day and night. waymark.example.org. Waymark demonstration"
"""What every picture of ours says behind its title."""
QUIET = {
    "og:type": "website",
    "og:title": NAME,
    "og:description": DESCRIPTION,
    "twitter:card": "summary",
}


def cards(built: Built, address: str) -> Mapping[str, str]:
    """The tags of a page that programs read when its link is shared."""
    tags = built.trees[address].iterfind(".//meta")
    named = ((tag.get("property") or tag.get("name") or "", tag.get("content") or "") for tag in tags)
    return {name: content for name, content in named if name.startswith(("og:", "twitter:"))}


def is_campaign(address: str) -> bool:
    return address.startswith("campaigns/") and address != "campaigns/"


def test_r16_a_campaign_s_link_becomes_a_card_with_its_picture_and_alt_text(built: Built) -> None:
    assert cards(built, "campaigns/dating-scams/") == {
        "og:type": "article",
        "og:site_name": NAME,
        "og:title": "Dating scams",
        "og:description": "Someone you met online asks for money. It is not your fault, and there is help.",
        "og:url": f"{SITE}campaigns/dating-scams/",
        "og:image": f"{SITE}campaigns/dating-scams/share.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": f"Dating scams. {CARRIED}",
        "twitter:card": "summary_large_image",
        "twitter:image:alt": f"Dating scams. {CARRIED}",
    }


def test_r16_the_picture_of_every_campaign_s_card_is_there(built: Built) -> None:
    pictures = [cards(built, address)["og:image"] for address in built.pages if is_campaign(address)]

    assert pictures
    assert [picture for picture in pictures if picture.removeprefix(SITE) not in built.files] == []


@pytest.mark.parametrize(
    "address", ["services/victim-support-cumbria/", "what-happened/domestic-abuse/", "rights/", "404.html"]
)
def test_any_other_page_is_shared_under_the_site_s_own_words(address: str, built: Built) -> None:
    assert cards(built, address) == QUIET


def test_a_link_to_the_first_page_has_a_picture_with_a_number_that_answers_anyone_at_any_hour(built: Built) -> None:
    said = f"Victim services in Cumbria. {CARRIED}"
    found = cards(built, "")

    assert found == {
        "og:type": "website",
        "og:site_name": NAME,
        "og:title": NAME,
        "og:description": DESCRIPTION,
        "og:url": SITE,
        "og:image": f"{SITE}assets/waymark-home.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": said,
        "twitter:card": "summary_large_image",
        "twitter:image:alt": said,
    }
    assert "assets/waymark-home.png" in built.files


def test_whoever_keeps_the_site_on_a_phone_s_screen_sees_a_plain_grey_sign(built: Built) -> None:
    icons = {
        tree.find(".//link[@rel='apple-touch-icon']").get("href")
        for tree in built.trees.values()
        if tree.find(".//link[@rel='icon']") is not None and tree.find(".//link[@rel='stylesheet']") is not None
    }

    assert icons == {"/assets/touch-icon.png"}
    assert "assets/touch-icon.png" in built.files


def test_no_other_page_but_a_campaign_s_says_what_it_is_about_when_it_is_shared(built: Built) -> None:
    loud = [
        address
        for address in built.pages
        if not is_campaign(address) and address not in ("", "exit/") and cards(built, address) not in ({}, QUIET)
    ]

    assert loud == []


def test_partners_find_every_picture_and_code_that_a_campaign_s_page_names(built: Built) -> None:
    for address in filter(is_campaign, built.pages):
        links = [link.get("href") for link in built.trees[address].iterfind(".//ul[@class='pictures']//a")]

        assert len(links) == 3
        assert [link for link in links if link.removeprefix("/") not in built.files] == []
