"""In danger, call 999; cannot speak, press 55: the first thing under the head of every page, on one line of a phone."""

from __future__ import annotations

import pytest

from tests.built_site.browser import Visitor
from tests.built_site.conftest import Built

PAGES = ("", "services/everything-known/", "search/", "there-is-no-such-page/", "services/long-name/card/")
ROWS = """() => new Set([...document.querySelectorAll('.in-danger a, .in-danger span')]
  .flatMap((one) => [...one.getClientRects()]).map((box) => Math.round((box.top + box.bottom) / 2))).size"""
"""On how many lines of the screen its words stand."""
SITES = ["built", "nasty", "nasty_rtl"]
A_PHONE = (390, 664)
"""What many phones show of a page, between the bars of the browser."""
NEUTRAL = {"exit/"}
"""Where somebody has left to, and whoever looks over a shoulder may see: not a word of danger, or of anything."""


@pytest.mark.parametrize("name", SITES)
def test_every_page_has_it_first_under_its_head(name: str, request: pytest.FixtureRequest) -> None:
    site: Built = request.getfixturevalue(name)
    after = {page: tree.xpath("//body/header/following-sibling::*[1]") for page, tree in site.trees.items()}
    wrong = {page for page, found in after.items() if not found or found[0].get("class") != "in-danger"}
    links = {tuple(found[0].xpath(".//a/@href")) for page, found in after.items() if page not in NEUTRAL}

    assert len(after) > 50
    assert wrong == NEUTRAL
    assert links == {("tel:999", "#danger")}


@pytest.mark.parametrize("name", SITES)
def test_it_has_a_name_of_its_own_and_leads_to_the_other_ways(name: str, request: pytest.FixtureRequest) -> None:
    site: Built = request.getfixturevalue(name)
    for page, tree in site.trees.items():
        if page not in NEUTRAL:
            (line,) = tree.xpath("//section[@class='in-danger']")
            (block,) = tree.xpath("//*[@id='danger']/ancestor::section[1]")

            assert line.get("aria-label"), page
            assert tree.xpath(f"count(//*[@aria-label='{line.get('aria-label')}'])") == 1, page
            assert len(block.xpath(".//li")) >= 5, page


def test_its_words_are_these_and_the_notice_says_nothing_of_them_again(built: Built) -> None:
    (line,) = built.trees[""].xpath("//section[@class='in-danger']")
    (notice,) = built.trees[""].xpath("//section[@class='notice']")

    assert " ".join(line.text_content().split()) == "In danger? Call 999 Cannot speak? Press 55"
    assert " ".join(notice.text_content().split()) == "A demonstration: do not rely on it."


@pytest.mark.parametrize("name", SITES)
def test_below_it_the_block_stands_once_on_every_page(name: str, request: pytest.FixtureRequest) -> None:
    site: Built = request.getfixturevalue(name)
    blocks = {page: len(tree.xpath("//*[@class='danger']")) for page, tree in site.trees.items() if page not in NEUTRAL}

    assert set(blocks.values()) == {1}


def test_on_home_the_number_to_talk_to_stands_in_a_phones_first_view(visitor: Visitor) -> None:
    box = visitor.at("", A_PHONE).locator(".talk .reach a").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= A_PHONE[1]


def test_a_site_in_another_language_says_all_of_it_in_that_language(nasty_rtl: Built) -> None:
    said = " ".join(nasty_rtl.trees[""].xpath("string(//*[@class='in-danger'])").split())
    block = " ".join(nasty_rtl.trees[""].xpath("string(//*[@id='danger']/ancestor::section[1])").split())

    assert not any("a" <= letter <= "z" for letter in (said + block).casefold())
    assert all(number in said + block for number in ("999", "55", "18000"))


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_it_is_one_line_of_a_phone_and_of_the_smallest(address: str, width: int, visitors: dict[str, Visitor]) -> None:
    page = visitors["en"].at(address, (width, 800))

    assert page.evaluate(ROWS) == 1


def test_it_stands_on_no_paper_where_the_block_stands_in_full(visitors: dict[str, Visitor]) -> None:
    page = visitors["en"].at("services/everything-known/", (1280, 800))
    page.emulate_media(media="print")
    line, block = page.locator(".in-danger"), page.locator(".page > .danger")

    assert (line.is_visible(), block.is_visible()) == (False, True)
    page.emulate_media(media="screen")
