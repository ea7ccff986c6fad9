"""A reader who leaves: three pages of a visit, the way out, and Back. The destination is served here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Request, Route

from tests.site.browser import PHONE, opened
from tests.site.server import Server

SAFE = "https://www.bbc.co.uk/weather"
SAFE_PAGE = "<!doctype html><title>Weather</title><h1>Weather</h1>"
LEAVE = ".leave a[data-leave]"
JOURNEY = ("", "what-happened/", "what-happened/domestic-abuse/")
LOADED = "() => document.readyState === 'complete' || new Promise((done) => { addEventListener('load', done); })"


@contextmanager
def visit(browser: Browser, size: tuple[int, int] = PHONE, **options: Any) -> Iterator[Page]:
    """A page whose way out leads to a stand-in for the safe site. What it was asked is in `page.left`."""
    with opened(browser, size, **options) as page:
        requests: list[Request] = []

        def answer(route: Route) -> None:
            requests.append(route.request)
            route.fulfill(status=200, content_type="text/html", body=SAFE_PAGE)

        page.route(f"{SAFE}**", answer)
        page.left = requests  # type: ignore[attr-defined]
        yield page


def walk(page: Page, server: Server) -> None:
    """Three pages of a visit, as a reader opens them."""
    for address in JOURNEY:
        page.goto(server.root + address)


def step_back(page: Page, to: str) -> None:
    """Press Back, and wait until the page that it leads to is whole at its address, however slow the machine is."""
    step(page, to, "back")


def step(page: Page, to: str, way: str) -> None:
    """Press Back or Forward. A page that was kept alive is not loaded, so its loading can't be waited for."""
    with page.expect_navigation(url=to, wait_until="commit"):
        page.evaluate(f"() => {{ setTimeout(() => history.{way}()); }}")  # the page may be gone before it could answer
    page.evaluate(LOADED)
