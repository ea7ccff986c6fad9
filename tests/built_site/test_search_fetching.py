"""Search on a poor network, in a browser: it says what it waits for, and what failed to come is asked for again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.built_site.browser import opened
from tests.built_site.server import Server
from tests.built_site.test_search import BOX, DAY, INDEX, searching


def test_on_a_slow_network_it_says_that_it_is_looking(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        held: list[Route] = []
        page.route(INDEX, lambda route: held.append(route))
        page.locator(BOX).press_sequentially("bridgeway")
        expect(page.locator("#search [role=status]")).to_have_text("Looking…")
        held[0].continue_()

        expect(page.locator("#search [role=status]")).to_have_text("1 result")


def test_when_the_index_fails_it_says_so_plainly_and_the_next_key_tries_again(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        page.route(INDEX, lambda route: route.abort())
        page.locator(BOX).press_sequentially("bridgeway")
        expect(page.locator("#search [role=status]")).to_have_text(
            "Search does not work right now. You can still find help here."
        )
        expect(page.locator("#search-talk a[href^='tel:']")).to_be_visible()
        page.unroute(INDEX)
        page.locator(BOX).press_sequentially(" ")

        expect(page.locator("#search [role=status]")).to_have_text("1 result")


@pytest.mark.parametrize("lost", ["en-danger.json", "answers.js"])
def test_what_failed_to_come_is_asked_for_again_with_the_next_key(lost: str, browser: Browser, server: Server) -> None:
    with opened(browser) as page:
        page.clock.set_fixed_time(DAY)
        page.route(f"**/assets/search/{lost}*", lambda route: route.abort())
        page.goto(server.root + "search/")
        page.locator(BOX).press_sequentially("bridgeway")
        expect(page.locator("#search [role=status]")).to_have_text(
            "Search does not work right now. You can still find help here."
        )
        expect(page.locator("#search-talk a[href^='tel:']")).to_be_visible()
        page.unroute(f"**/assets/search/{lost}*")
        page.locator(BOX).press_sequentially(" ")

        expect(page.locator("#search [role=status]")).to_have_text("1 result")
