"""One reader goes through every page of the finished site on a small phone: it fits, and it leaves no trace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.built_site.browser import opened
from tests.built_site.conftest import Built
from tests.built_site.server import Server

SCROLLS = "document.documentElement.scrollWidth > innerWidth"
KEPT = """async () => [
  document.cookie, Object.keys(localStorage), Object.keys(sessionStorage),
  (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length]"""
NOTHING = ["", [], [], 0, 0, 0]


@dataclass
class Crawl:
    """What was seen on the way."""

    scrolling: list[str] = field(default_factory=list)
    requests: set[str] = field(default_factory=set)
    referrers: list[str] = field(default_factory=list)
    kept: dict[str, list[Any]] = field(default_factory=dict)
    cookies: list[Any] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def crawl(built: Built, server: Server, browser: Browser) -> Crawl:
    """Every page, one after the other, in one profile."""
    seen = Crawl()
    with opened(browser) as page:
        page.on("request", lambda request: seen.requests.add(request.url))
        page.on("console", lambda message: seen.complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: seen.complaints.append(f"{page.url}: {error}"))
        for address in built.pages:
            page.goto(server.root + address)
            if page.evaluate(SCROLLS):
                seen.scrolling.append(address)
            kept = page.evaluate(KEPT)
            if kept != NOTHING:
                seen.kept[address] = kept
        seen.cookies = page.context.cookies()
    seen.referrers = [path for path, referrer in server.asked if referrer is not None]
    return seen


def test_no_page_scrolls_sideways_on_a_small_phone(crawl: Crawl) -> None:
    assert crawl.scrolling == []


def test_no_page_keeps_anything_on_the_device(crawl: Crawl) -> None:
    assert (crawl.kept, crawl.cookies) == ({}, [])


def test_no_page_asks_any_other_host_for_anything(crawl: Crawl, server: Server) -> None:
    assert crawl.requests
    assert [request for request in crawl.requests if not request.startswith(server.root)] == []


def test_no_page_makes_the_browser_complain(crawl: Crawl) -> None:
    assert crawl.complaints == []


def test_no_request_says_which_page_a_reader_came_from(crawl: Crawl) -> None:
    assert crawl.requests
    assert crawl.referrers == []
