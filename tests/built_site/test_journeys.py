"""Each way that people come reaches the right help within what it may cost them, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.built_site.browser import Visitor
from tests.site.journeys import JOURNEYS, PHONE, Journey, walked

LINKS = """() => [...document.querySelectorAll('main a')]
  .map((one) => [one.getAttribute('href'), one.textContent.trim()])"""


@pytest.mark.parametrize("script", [True, False], ids=["JavaScript", "no JavaScript"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name.partition(":")[0])
def test_a_way_to_the_right_help_costs_no_more_than_it_may(
    journey: Journey, script: bool, visitor: Visitor, record_property: Callable[[str, object], None]
) -> None:
    cost = walked(visitor.at("", PHONE, java_script_enabled=script), visitor.root, journey)
    way = "with" if script else "without"
    record_property(
        "figure",
        f"{journey.name}, {way} JavaScript: {cost.taps} taps, {cost.screens} screens, {cost.words} words, "
        f"{cost.seconds:.0f} seconds reckoned",
    )

    assert cost.taps <= journey.taps
    assert cost.screens <= journey.screens
    assert cost.words <= journey.words


def test_the_head_of_a_page_leaves_a_phone_its_room(visitor: Visitor) -> None:
    page = visitor.at("what-happened/domestic-abuse/", PHONE)
    bottom = "(which) => Math.round(document.querySelector(which).getBoundingClientRect().bottom)"

    assert page.evaluate(bottom, "header.head") <= 120
    assert page.evaluate(bottom, "header.head") <= page.evaluate(bottom, ".in-danger") <= 170


def test_the_first_number_of_every_crime_is_in_the_first_screen_of_a_phone(visitor: Visitor) -> None:
    page = visitor.at("what-happened/", PHONE)
    crimes = {address for address, _ in page.evaluate(LINKS) if address.startswith("/what-happened/")}
    low = {}
    for address in sorted(crimes):
        number = visitor.at(address.lstrip("/"), PHONE).locator("main a[href^='tel:']").locator("visible=true").first
        box = number.bounding_box()
        assert box, address
        if box["y"] + box["height"] > PHONE[1]:
            low[address] = round(box["y"] + box["height"])

    assert len(crimes) >= 15
    assert low == {}


def test_the_menu_opens_without_a_script_and_leads_to_every_door(visitor: Visitor) -> None:
    page = visitor.at("who/men/", PHONE, java_script_enabled=False)
    doors = page.locator(".head nav a")

    assert not doors.first.is_visible()
    page.click(".to-menu a")
    assert [one.is_visible() for one in doors.all()] == [True] * 6


def test_no_button_of_a_list_or_a_service_is_a_bare_domain(visitor: Visitor) -> None:
    for address in (
        "what-happened/hate-crime/",
        "help-without-speaking/",
        "services/true-vision/",
        "professionals/reporting/",
    ):
        told = [(link, text) for link, text in visitor.at(address).evaluate(LINKS) if link.startswith("http")]

        assert told
        assert [text for link, text in told if text in link] == [], address
