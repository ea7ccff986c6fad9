"""A reader who leaves: three pages of a visit and the way out. The destination is served here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Request, Route

from tests.built_site.browser import PHONE, opened
from tests.built_site.server import Server

SAFE = "https://www.bbc.co.uk/weather"
SAFE_PAGE = "<!doctype html><title>Weather</title><h1>Weather</h1>"
LEAVE = ".leave a[data-leave]"
JOURNEY = ("", "what-happened/", "what-happened/domestic-abuse/")


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
