"""One page of every template in a real browser: it fits, and everyone can read it and reach all of it."""

from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from tests.built_site.browser import DESK, PHONE, SIZES, TABLET, TEMPLATES, Visitor, as_size, opened, start
from tests.built_site.conftest import Built
from tests.built_site.probes import (
    AXE,
    CLIPPED,
    FOCUSED,
    IN_MAIN,
    OVERFLOWS,
    PRIMARY,
    SCROLLS,
    SMALL,
    SPACED,
    UNSEEN,
    USABLE,
    axe,
)
from tests.built_site.server import Server

A_LARGE_PRINT_PHONE = (390, 800)
LINKS = "() => [...document.querySelectorAll('main a[href]')].map((one) => one.getAttribute('href'))"


@pytest.fixture(params=TEMPLATES)
def address(request: pytest.FixtureRequest) -> str:
    """One page of every template."""
    return TEMPLATES[request.param]


def tab(page: Page) -> Any:
    """Press Tab; what then has the focus."""
    page.keyboard.press("Tab")
    return page.evaluate(FOCUSED)


def test_the_templates_tested_are_pages_of_the_site(built: Built) -> None:
    assert set(TEMPLATES.values()) - built.pages.keys() == {TEMPLATES["not found"]}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_every_template_fits_its_screen(scripts: bool, visitor: Visitor) -> None:
    """Each is opened once, and then looked at in both sizes and both schemes."""
    wrong = {}
    for name, address in TEMPLATES.items():
        page = visitor.at(address, java_script_enabled=scripts)
        for size in SIZES:
            page.set_viewport_size(as_size(SIZES[size]))
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                wrong[name, size, scheme] = page.evaluate(OVERFLOWS)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(as_size(PHONE))

    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("scheme", AXE)
def test_axe_finds_nothing(scheme: str, address: str, visitor: Visitor) -> None:
    page = visitor.at(address, color_scheme=scheme)
    found = {}
    for name, size in {**SIZES, "tablet": TABLET}.items():
        page.set_viewport_size(as_size(size))
        found[name] = axe(page, AXE[scheme])
    page.set_viewport_size(as_size(PHONE))

    assert found == {"phone": [], "desk": [], "tablet": []}


def test_axe_would_find_a_picture_without_words(visitor: Visitor) -> None:
    page = visitor.at("about/")
    page.evaluate("""() => { document.querySelector("main").append(new Image()); }""")

    assert axe(page, AXE["light"]) == ["image-alt: <img>"]


def test_the_heading_stands_high_on_a_small_phone(visitor: Visitor) -> None:
    top = visitor.at("").locator("h1").evaluate("(one) => one.getBoundingClientRect().top")

    assert top < PHONE[1] * 0.6


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_tab_comes_first_to_the_skip_link_and_then_to_the_way_out(
    scripts: bool, address: str, visitor: Visitor
) -> None:
    page = visitor.at(address, java_script_enabled=scripts)

    assert tab(page) == ["A", "Skip to main content"]
    assert tab(page) == ["A", "Leave this site"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_skip_link_leads_into_the_main_part(scripts: bool, address: str, visitor: Visitor) -> None:
    page = visitor.at(address, java_script_enabled=scripts)
    tab(page)
    page.keyboard.press("Enter")
    landed = page.evaluate(FOCUSED)[0]
    tab(page)

    assert landed == "MAIN"
    assert page.evaluate(IN_MAIN) or page.locator("main").locator(USABLE).count() == 0


def test_tab_reaches_everything_that_can_be_used(address: str, visitor: Visitor) -> None:
    page = visitor.at(address)
    wanted = page.evaluate(
        """(which) => {
          const all = [...document.querySelectorAll(which)].filter((one) => one.checkVisibility());
          window.missed = new Set(all);
          addEventListener('focusin', (event) => window.missed.delete(event.target));
          return all.length; }""",
        USABLE,
    )
    for _ in range(wanted):
        page.keyboard.press("Tab")

    assert page.evaluate("() => [...window.missed].map((one) => one.outerHTML)") == []


def test_what_has_the_focus_can_be_seen(address: str, visitor: Visitor) -> None:
    page = visitor.at(address)
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(UNSEEN))

    assert [stop for stop in unseen if stop] == []
    assert unseen.count("") > 10


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_numbers_the_way_out_and_the_doors_are_easy_to_hit(
    size: tuple[int, int], address: str, visitor: Visitor
) -> None:
    assert visitor.at(address, size).evaluate(SMALL, PRIMARY) == []


def test_wider_spacing_of_the_words_cuts_nothing_off(address: str, visitor: Visitor) -> None:
    page = visitor.at(address, bypass_csp=True)
    page.add_style_tag(content=SPACED)

    assert page.evaluate(SCROLLS) is False
    assert page.evaluate(CLIPPED) == []


def test_words_of_twice_the_size_fit_the_screen(address: str, visitor: Visitor) -> None:
    page = visitor.at(address, DESK, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% !important; }")

    assert page.evaluate(SCROLLS) is False
    assert page.evaluate(CLIPPED) == []


def test_words_of_twice_the_size_fit_a_phone_and_no_number_is_cut_off(address: str, visitor: Visitor) -> None:
    page = visitor.at(address, A_LARGE_PRINT_PHONE, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% !important; }")

    assert page.evaluate(SCROLLS) is False


def test_paper_holds_the_words_and_not_the_way_out(address: str, visitor: Visitor) -> None:
    page = visitor.at(address)
    page.emulate_media(media="print")
    words = page.locator(".cut" if address.endswith("/card/") else "h1")
    shown = words.first.is_visible()
    way_out = page.locator("a[data-leave]").evaluate_all("all => all.filter((one) => one.checkVisibility()).length")
    page.emulate_media(media="screen")

    assert (shown, way_out) == (True, 0)


def test_every_link_of_the_main_part_is_there_without_scripts(address: str, visitor: Visitor) -> None:
    with_scripts = visitor.at(address).evaluate(LINKS)

    assert visitor.at(address, java_script_enabled=False).evaluate(LINKS) == with_scripts


@pytest.mark.parametrize("name", ["home", "one crime", "a service"])
def test_without_our_styles_all_that_can_be_used_is_there_and_fits(name: str, browser: Browser, server: Server) -> None:
    with opened(browser) as page:
        page.route("**/*.css", lambda route: route.abort())
        page.goto(server.root + TEMPLATES[name])
        unseen = "all => all.filter((one) => !one.checkVisibility()).map((one) => one.outerHTML)"
        page.locator("summary").evaluate_all("all => all.forEach((one) => { one.parentElement.open = true; })")

        assert page.locator("main a[href]").evaluate_all(unseen) == []
        assert page.locator("main a[href^='tel:']").count() > 0
        assert page.evaluate(SCROLLS) is False


def test_without_a_browser_the_tests_fail_with_a_plain_sentence() -> None:
    nothing = Mock()
    nothing.chromium.launch.side_effect = BrowserError("there is no such file")

    with pytest.raises(pytest.fail.Exception, match=r"^No browser can be started, and these tests need one\. Install"):
        start(nothing)
