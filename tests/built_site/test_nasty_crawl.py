"""One reader goes through every page of the hard site: nothing kept, asked elsewhere, or lost without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.model.fields.dates import moment
from tests.built_site.browser import opened
from tests.built_site.conftest import Built
from tests.built_site.nasty import TEMPLATES
from tests.built_site.server import Server
from tests.site_builder import NOW

KEPT = """async () => [
  document.cookie, Object.keys(localStorage), Object.keys(sessionStorage), window.forbidden || [],
  (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length]"""
NOTHING = ["", [], [], [], 0, 0, 0]
LISTEN = """window.forbidden = [];
addEventListener('securitypolicyviolation', (event) => window.forbidden.push(event.violatedDirective));"""
WORDS = """() => {
  const scripted = '.now, .postcode, .narrow, .send button, #search, .nearer [role="status"], script';
  for (const one of document.querySelectorAll(scripted)) one.remove();
  return document.body.innerText.split(/\\s+/).join(' '); }"""
"""What a reader sees, but for what only a script can say: open now, a postcode's area, a search, how many there are."""
AT_THE_BUILD = moment(NOW).timestamp() * 1000
FAR_APART = 25
"""Of the hundreds of services that are all alike, one in so many is opened."""


@dataclass
class Crawl:
    """What was seen on the way."""

    kept: dict[str, list[Any]] = field(default_factory=dict)
    requests: set[str] = field(default_factory=set)
    referrers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def server(nasty: Built) -> Iterator[Server]:
    """The hard site."""
    with Server(nasty.folder) as running:
        yield running


@pytest.fixture(scope="module")
def crawl(nasty: Built, server: Server, browser: Browser) -> Crawl:
    """Every page, one after the other, in one profile."""
    seen = Crawl()
    alike = [address for address in nasty.pages if address.startswith("services/many-")]
    with opened(browser) as page:
        page.add_init_script(LISTEN)
        page.on("request", lambda request: seen.requests.add(request.url))
        page.on("console", lambda message: seen.complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: seen.complaints.append(f"{page.url}: {error}"))
        for address in sorted(nasty.pages.keys() - set(alike)) + alike[::FAR_APART]:
            page.goto(server.root + address)
            kept = page.evaluate(KEPT)
            if kept != NOTHING:
                seen.kept[address] = kept
    seen.referrers = [path for path, referrer in server.asked if referrer is not None]
    return seen


def test_nothing_is_kept_and_the_policy_forbids_nothing_that_a_page_does(crawl: Crawl) -> None:
    assert crawl.kept == {}


def test_nothing_is_asked_of_another_host(crawl: Crawl, server: Server) -> None:
    assert len(crawl.requests) > len(TEMPLATES)
    assert [request for request in crawl.requests if not request.startswith(server.root)] == []


def test_no_page_makes_the_browser_complain(crawl: Crawl) -> None:
    assert crawl.complaints == []


def test_no_request_says_which_page_a_reader_came_from(crawl: Crawl) -> None:
    assert crawl.requests
    assert crawl.referrers == []


def test_without_scripts_a_reader_sees_the_same_words(visitors: dict[str, Any]) -> None:
    """The moment is the build's: later a script says that facts have grown old, and a page without one cannot."""
    other = {}
    visitors["en"].at("", locale="en-GB").clock.set_fixed_time(moment(NOW))
    for name, address in TEMPLATES.items():
        plain = visitors["en"].at(address, java_script_enabled=False).evaluate(WORDS)
        page = visitors["en"].at(address, locale="en-GB")
        assert page.evaluate("Date.now()") == AT_THE_BUILD
        words = page.evaluate(WORDS)
        if words != plain:
            other[name] = [(a, b) for a, b in zip(words.split(), plain.split(), strict=False) if a != b][:6]

    assert other == {}
