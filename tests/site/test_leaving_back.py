"""What Back shows, before and after leaving: in a browser that keeps pages alive, and in one that loads them again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.site.browser import keeping_pages, opened, start, whole
from tests.site.leaving import JOURNEY, LEAVE, SAFE, step, step_back, visit, walk
from tests.site.server import Server

ALIVE, AGAIN = "pages kept alive behind Back", "pages loaded again"
TELL_OF_BACK = "addEventListener('pageshow', (event) => { window.wasAlive = event.persisted; });"


@pytest.fixture(scope="module", params=[ALIVE, AGAIN] if whole() else [AGAIN])
def either(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Browser]:
    """A browser that keeps pages alive behind Back, where one is installed, and one that loads them again."""
    running = keeping_pages(playwright) if request.param == ALIVE else start(playwright)
    yield running
    running.close()


def test_x7_back_back_back_never_shows_our_words_again(either: Browser, server: Server) -> None:
    with visit(either) as page:
        walk(page, server)
        page.click(LEAVE)
        page.wait_for_url(SAFE)
        seen = []
        for _ in JOURNEY:
            step_back(page, f"{server.root}exit/")
            seen.append((page.title(), page.inner_text("body").split()))

        assert seen == [("Page closed", ["Page", "closed", "Continue"])] * 3


def test_x7_forward_again_stays_neutral_too(either: Browser, server: Server) -> None:
    with visit(either) as page:
        walk(page, server)
        page.click(LEAVE)
        page.wait_for_url(SAFE)
        for _ in JOURNEY:
            step_back(page, f"{server.root}exit/")
        step(page, f"{server.root}exit/", "forward")

        assert (page.url, page.title()) == (f"{server.root}exit/", "Page closed")


def test_x8_back_during_a_visit_works_as_ever(either: Browser, server: Server, request: pytest.FixtureRequest) -> None:
    alive = ALIVE in request.node.name
    with visit(either) as page:
        page.add_init_script(TELL_OF_BACK)
        walk(page, server)
        for address in ("what-happened/", ""):
            step_back(page, server.root + address)
            page.wait_for_selector("h1", state="visible")

            assert page.url == server.root + address
            assert page.evaluate("window.wasAlive") is alive


def test_x12_back_before_the_next_site_answers_shows_nothing_of_ours(either: Browser, server: Server) -> None:
    with opened(either) as page:
        page.route(f"{SAFE}**", lambda route: None)  # never answers
        walk(page, server)
        page.evaluate("e => { document.querySelector(e).click(); setTimeout(() => { history.back(); }, 200); }", LEAVE)
        page.get_by_role("link", name="Continue").wait_for()

        assert (page.url, page.title()) == (f"{server.root}exit/", "Page closed")
