"""The standing pages of the real site: every code explained, every card quiet, professionals by the back door."""

from __future__ import annotations

import re

from generator import urls
from generator.edition import Edition
from tests.built_site.browser import DESK, PHONE, Visitor
from tests.built_site.conftest import Built

A_CODE = re.compile(r"\b(?:S00[0-9]|P[0-9]{2,3}|N0[0-9]|NAT-[0-9]+|CUM-[0-9]+)\b")


def text_of(built: Built, address: str) -> str:
    return " ".join(" ".join(built.trees[address].find("body").itertext()).split())


def test_no_page_but_about_shows_the_code_of_a_source(built: Built) -> None:
    shown = {address: A_CODE.findall(text_of(built, address)) for address in built.pages if address != urls.ABOUT}

    assert {address: codes for address, codes in shown.items() if codes} == {}


def test_about_explains_every_code_that_it_shows(built: Built) -> None:
    about = built.trees[urls.ABOUT]
    explained = {str(one.get("id")).removeprefix("source-") for one in about.findall(".//ul[@class='documents']/li")}

    assert set(A_CODE.findall(" ".join(about.find(".//table").itertext()))) <= explained


def test_about_names_every_service_that_has_not_closed(built: Built, edition: Edition) -> None:
    rows = built.trees[urls.ABOUT].findall(".//tbody/tr/th")

    assert len(rows) == sum(not edition.is_closed(service) for service in edition.catalogue.services)


def test_the_rights_are_the_twelve_of_the_code_in_force(built: Built) -> None:
    rights = built.trees[urls.RIGHTS].findall(".//div[@class='right']")

    assert [one.get("id") for one in rights] == [f"right-{number}" for number in range(1, 13)]
    assert "This is the Victims' Code that began on 1 April 2021." in text_of(built, urls.RIGHTS)
    assert "For everyone: 1 , 4 and 12 ." in text_of(built, urls.RIGHTS)


def test_professionals_come_in_by_the_foot_of_the_page_alone(built: Built) -> None:
    link = f"/{urls.PROFESSIONALS}"
    within = {
        address
        for address, tree in built.trees.items()
        for main in tree.findall(".//main")
        if address not in (urls.PROFESSIONALS, urls.SEARCH)
        and any(str(a.get("href")).startswith(link) for a in main.iter("a"))
    }

    assert within == set()
    assert any(a.get("href") == link for a in built.trees[urls.HOME].findall(".//footer//a"))


def test_a_printed_card_shows_cards_and_nothing_else(visitor: Visitor) -> None:
    page = visitor.at(urls.card("victim-support-cumbria"), DESK)
    on_screen = page.locator("a[data-leave]").first.is_visible(), page.title()

    page.emulate_media(media="print")
    on_paper = " ".join(page.locator("body").inner_text().split())
    page.emulate_media(media="screen")

    assert on_screen == (True, "Small card 1")
    assert on_paper == " ".join(["Numbers Call 08 08 16 89 111 Day and night, every day"] * 8)


def test_the_table_of_checks_scrolls_by_keyboard_on_a_phone(visitor: Visitor) -> None:
    page = visitor.at(urls.ABOUT, PHONE)
    scroller = page.locator(".scroller")

    scroller.evaluate(
        "one => { window.moved = new Promise(done => one.addEventListener('scroll', done)).then(() => 1) }"
    )

    scroller.focus()
    page.keyboard.press("ArrowRight")
    page.evaluate("window.moved")

    assert scroller.evaluate("one => one.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert scroller.evaluate("element => element.matches(':focus')")


def test_the_two_choices_stand_side_by_side_where_there_is_room(visitor: Visitor) -> None:
    tops = "all => all.map(one => one.getBoundingClientRect().top)"
    phone, desk = (visitor.at(urls.RIGHTS, size).locator(".sides > div").evaluate_all(tops) for size in (PHONE, DESK))

    assert phone[0] < phone[1]
    assert desk[0] == desk[1]
