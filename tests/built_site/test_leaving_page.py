"""What a reader sees of the way out: X14 to X17 of the public-site facts."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from tests.built_site.browser import opened
from tests.built_site.conftest import Built
from tests.built_site.server import Server

LEAVE = ".leave a[data-leave]"


def test_x14_the_neutral_page_says_nothing_about_us(built: Built) -> None:
    words = re.sub(r"<script>.*?</script>", "", built.pages["exit/"], flags=re.DOTALL).lower()

    for word in ("cumbria", "victim", "crime", "help", "abuse", "police", "waymark", "support", "stylesheet"):
        assert word not in words


def test_x15_on_a_low_screen_the_way_out_scrolls_away_with_the_page(browser: Browser, server: Server) -> None:
    with opened(browser, (320, 256)) as page:
        page.goto(server.root)

        assert page.locator(".leave").evaluate("e => getComputedStyle(e).position") == "static"


def test_x16_the_way_out_is_not_printed(browser: Browser, server: Server) -> None:
    with opened(browser) as page:
        page.goto(server.root)
        page.emulate_media(media="print")

        assert not page.is_visible(LEAVE)


def test_x17_every_page_says_what_leaving_does_not_do(built: Built) -> None:
    words = "This hides the page. It does not delete your history."
    ours = {address for address in built.pages if address != "exit/"}

    assert {address for address in ours if words in built.pages[address]} == ours
    assert {address for address in ours if "/stay-safe/" in built.pages[address]} == ours
