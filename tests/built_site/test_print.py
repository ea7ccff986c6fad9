"""On paper: every service fits on one page, A4 or US Letter, in letters that can be read, with all that is known."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.built_site.browser import PHONE, Visitor
from tests.built_site.conftest import Built

A_PAGE = re.compile(rb"/Type\s*/Page\b")
A_SERVICE = re.compile(r"services/(?!many-)[^/]+/")
"""Any but the hundreds that differ by their number alone."""
PAPER = {"width": "210mm", "height": "279mm"}
"""As narrow as A4 and as short as US Letter: what fits on it fits on both."""
FULLEST = "services/everything-known/"
SMALLEST_WORDS, SMALLEST_NUMBER = 8.5, 12
"""In points."""
WORDS = """() => [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility()
  && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .map((one) => [Math.round(parseFloat(getComputedStyle(one).fontSize) * 75) / 100, one.textContent.trim(),
    Boolean(one.closest('.reach a:is([href^="tel"], [href^="sms"]), a[href="tel:999"]') && !one.matches('.quiet'))])"""
"""Every piece of text on paper: its size in points, its words, and whether it is a number to call."""


def pages_of(page: Page, **paper: str) -> int:
    page.emulate_media(media="null")  # as nobody asked for a screen: another test of this visitor may have
    return len(A_PAGE.findall(page.pdf(**(paper or PAPER))))  # type: ignore[arg-type]


def on_paper(visitor: Visitor, address: str) -> Page:
    """A page as the printer sees it. Call `emulate_media(media="screen")` at the end."""
    page = visitor.at(address, PHONE)
    page.emulate_media(media="print")
    return page


def services(built: Built) -> list[str]:
    return [address for address in built.pages if A_SERVICE.fullmatch(address)]


def too_long(visitor: Visitor, addresses: list[str], **paper: str) -> dict[str, int]:
    """The pages that take more than one sheet."""
    found = {address: pages_of(visitor.at(address, PHONE), **paper) for address in addresses}
    return {address: count for address, count in found.items() if count != 1}


def test_every_service_prints_on_one_page(visitor: Visitor, built: Built) -> None:
    assert len(services(built)) >= 43
    assert too_long(visitor, services(built)) == {}


def test_every_service_of_the_hard_site_prints_on_one_page(visitors: dict[str, Visitor], nasty: Built) -> None:
    assert FULLEST in services(nasty)
    assert too_long(visitors["en"], services(nasty)) == {}


def test_and_so_it_does_on_a4_in_a_language_whose_words_are_a_third_longer(
    visitors: dict[str, Visitor], nasty_rtl: Built
) -> None:
    assert too_long(visitors["ar"], services(nasty_rtl), format="A4") == {}


def test_a_book_would_not_fit(visitors: dict[str, Visitor]) -> None:
    page = visitors["en"].at(FULLEST, PHONE)
    page.locator(".prose").evaluate("one => { for (let i = 0; i < 4; i++) one.append(one.cloneNode(true)); }")

    assert pages_of(page) > 1


@pytest.mark.parametrize(
    "address", [FULLEST, "services/one-word/", "services/closed-alone/", "what-happened/violence/"]
)
def test_words_and_numbers_on_paper_are_large_enough(address: str, visitors: dict[str, Visitor]) -> None:
    page = on_paper(visitors["en"], address)
    words = page.evaluate(WORDS)
    page.emulate_media(media="screen")

    assert len(words) > 10
    assert [text for size, text, _ in words if size < SMALLEST_WORDS] == []
    assert [text for size, text, number in words if number and size < SMALLEST_NUMBER] == []


def test_paper_keeps_all_that_is_known_of_a_service(visitors: dict[str, Visitor]) -> None:
    """All but what is only of use on a screen: links around the site, what is open at this minute."""
    page = visitors["en"].at(FULLEST, PHONE)
    shown = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, a)')];
          window.shown = all.filter((one) => one.checkVisibility());
          return window.shown.length; }"""
    )
    page.emulate_media(media="print")
    lost = page.evaluate(
        """() => [...window.shown].filter((one) => !one.checkVisibility())
          .filter((one) => !one.closest('.crumbs, .now, .elsewhere, .to-card, .call-list, .from, .card > p, #on-now'))
          .map((one) => one.textContent.trim())"""
    )
    page.emulate_media(media="screen")

    assert shown > 50
    assert lost == []


def test_the_page_of_a_closed_service_keeps_on_paper_who_can_help_instead(visitors: dict[str, Visitor]) -> None:
    page = on_paper(visitors["en"], "services/closed-alone/")
    numbers = page.locator(".others .reach a")
    shown = [number.is_visible() for number in numbers.all()]
    page.emulate_media(media="screen")

    assert shown == [True] * 3
