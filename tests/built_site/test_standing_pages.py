"""The standing pages of the real site: every code explained, every card quiet, professionals by the back door."""

from __future__ import annotations

import re

import pytest

from generator import urls
from generator.edition import Edition
from tests.built_site.browser import DESK, PHONE, Visitor
from tests.built_site.conftest import Built

A_CODE = re.compile(r"\b(?:S00[0-9]|P[0-9]{2,3}|N0[0-9]|NAT-[0-9]+|CUM-[0-9]+)\b")


def text_of(built: Built, address: str) -> str:
    return " ".join(" ".join(built.trees[address].find("body").itertext()).split())


def test_no_page_but_those_of_about_shows_the_code_of_a_source(built: Built) -> None:
    others = [address for address in built.pages if not address.startswith(urls.ABOUT)]
    shown = {address: A_CODE.findall(text_of(built, address)) for address in others}

    assert {address: codes for address, codes in shown.items() if codes} == {}


def test_each_code_in_the_table_of_checks_leads_to_what_it_means(built: Built) -> None:
    table = built.trees[urls.CHECKS].find(".//table")
    links = {str(a.get("href")): text for a in table.iter("a") if A_CODE.fullmatch(text := "".join(a.itertext()))}
    explained = {
        f"/{address}#{one.get('id')}": "".join(one.find("b").itertext())
        for address, tree in built.trees.items()
        if address.startswith(f"{urls.ABOUT}sources/")
        for one in tree.findall(".//ul[@class='documents']/li")
    }

    assert set(links.values()) == set(A_CODE.findall(" ".join(table.itertext())))
    assert len(explained) > 100
    assert links.items() <= explained.items()


def test_about_leads_to_the_checks_and_to_every_list_of_sources(built: Built) -> None:
    about = {str(a.get("href")) for a in built.trees[urls.ABOUT].find(".//main").iter("a")}
    below = {f"/{address}" for address in built.pages if address.startswith(urls.ABOUT) and address != urls.ABOUT}

    assert below == {
        "/about/checks/",
        *(f"/{urls.sources(kind)}" for kind in ("report", "public-body", "charity", "other")),
    }
    assert below <= about


def test_the_table_of_checks_names_every_service_that_has_not_closed(built: Built, edition: Edition) -> None:
    rows = built.trees[urls.CHECKS].findall(".//tbody/tr/th")

    assert len(rows) == sum(not edition.is_closed(service) for service in edition.catalogue.services)


def test_the_rights_are_the_twelve_of_the_code_in_force(built: Built) -> None:
    rights = built.trees[urls.RIGHTS].findall(".//div[@class='right']")

    assert [one.get("id") for one in rights] == [f"right-{number}" for number in range(1, 13)]
    assert "This is the Victims' Code that began on 1 April 2021." in text_of(built, urls.RIGHTS)
    assert "For everyone: 1 , 4 and 12 ." in text_of(built, urls.RIGHTS)


def test_professionals_come_in_by_the_menu_and_the_foot_and_no_words_of_a_page_lead_there(built: Built) -> None:
    link = f"/{urls.PROFESSIONALS}"
    within = {
        address
        for address, tree in built.trees.items()
        for main in tree.findall(".//main")
        if address != urls.SEARCH
        and not address.startswith(urls.PROFESSIONALS)
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


@pytest.mark.parametrize("width", [320, 390, 600, 768, 1024, 1280])
def test_no_word_of_the_table_of_checks_stands_beyond_the_edge(width: int, visitor: Visitor) -> None:
    page = visitor.at(urls.CHECKS, (width, 664))
    cells = page.locator("tbody th, tbody td")
    edges = cells.evaluate_all(
        "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.left, box.right]; })"
    )
    cut = cells.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length")

    assert min(left for left, _ in edges) >= 0
    assert max(right for _, right in edges) <= width
    assert cut == 0


def test_the_table_of_checks_is_a_table_to_whoever_hears_it_on_a_phone_too(visitor: Visitor) -> None:
    page = visitor.at(urls.CHECKS, PHONE)

    assert page.get_by_role("table").count() == 1
    assert page.get_by_role("row").count() == page.locator("tbody tr").count()
    assert page.get_by_role("rowheader", name="Childline").count() == 1
    assert page.get_by_role("cell").count() == 3 * page.locator("tbody tr").count()


def test_the_two_choices_stand_side_by_side_where_there_is_room(visitor: Visitor) -> None:
    tops = "all => all.map(one => one.getBoundingClientRect().top)"
    phone, desk = (visitor.at(urls.RIGHTS, size).locator(".sides > div").evaluate_all(tops) for size in (PHONE, DESK))

    assert phone[0] < phone[1]
    assert desk[0] == desk[1]
