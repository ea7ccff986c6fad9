"""Every template in Firefox, where one is installed: what another engine may read, draw or run otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.built_site.browser import PHONE, TEMPLATES
from tests.built_site.conftest import Built
from tests.built_site.firefox import Firefox, started
from tests.built_site.leaving import SAFE, SAFE_PAGE
from tests.built_site.server import Server

NOTES = """() => { addEventListener("securitypolicyviolation",
  ({ violatedDirective, blockedURI }) => { (window.broken ??= []).push(`${violatedDirective} ${blockedURI}`); }); }"""
FOUND = """({
  wide: document.documentElement.scrollWidth > innerWidth ? document.documentElement.scrollWidth : 0,
  broken: window.broken || [],
  kept: [document.cookie, localStorage.length, sessionStorage.length].filter(Boolean),
  elsewhere: performance.getEntriesByType("resource").map((one) => one.name).filter((one) => !one.startsWith(origin)),
  leave: document.querySelector(".leave a[data-leave]").checkVisibility(),
})"""
QUIET_PAGE = {"wide": 0, "broken": [], "kept": [], "elsewhere": [], "leave": True}
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
AXE = (
    "axe.run({runOnly: %s, resultTypes: ['violations']})"
    ".then((found) => found.violations.map((one) => one.id + ' ' + one.nodes[0].html.slice(0, 150)))"
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox for all of these tests."""
    with started(tmp_path_factory.mktemp("firefox")) as firefox:
        yield firefox


@pytest.fixture
def tab(running: Firefox) -> Firefox:
    """A new tab, as narrow as a phone."""
    running.begin(SAFE_PAGE)
    running.wide(PHONE)
    return running


def test_every_template_fits_a_phone_keeps_nothing_and_runs_without_an_error(tab: Firefox, server: Server) -> None:
    tab.before_each_page(NOTES)
    found = {}
    for address in TEMPLATES.values():
        tab.open(server.root + address)
        found[address] = tab.run(FOUND)

    assert found == dict.fromkeys(TEMPLATES.values(), QUIET_PAGE)
    assert tab.errors == []


def test_what_breaks_the_policy_or_a_script_would_be_seen(tab: Firefox, server: Server) -> None:
    tab.before_each_page(NOTES)
    tab.open(server.root)
    tab.run("document.body.append(Object.assign(new Image(), { src: 'https://example.org/seen.png' }))")
    tab.run("void setTimeout(() => { throw new Error('seen'); })")
    tab.until("window.broken", ["img-src https://example.org/seen.png"])
    tab.until("setTimeout(() => { }) > 0", wanted=True)

    assert any("seen" in error for error in tab.errors)


@pytest.mark.parametrize("address", [TEMPLATES[name] for name in ("home", "a service", "one crime")])
def test_axe_finds_nothing(address: str, tab: Firefox, server: Server) -> None:
    tab.open(server.root + address)
    tab.load(Axe().axe_script)

    assert tab.run(AXE % json.dumps(RULES)) == []


def test_the_search_answers(tab: Firefox, server: Server) -> None:
    tab.open(f"{server.root}search/")
    tab.run("document.querySelector('main input').focus()")
    tab.press(*"harrasment")
    tab.until("/stalking/i.test(document.querySelector('main').innerText)", wanted=True)

    assert tab.errors == []
    assert tab.run("location.href") == f"{server.root}search/"


def test_the_hours_of_today_are_worked_out(tab: Firefox, server: Server, built: Built) -> None:
    tab.open(server.root + next(address for address, text in built.pages.items() if "data-week" in text))
    said = tab.run("[...document.querySelectorAll('[data-week]:not([hidden])')].map((one) => one.innerText)")

    assert said
    assert all(re.search("^(Open now|Closed now)", each) for each in said)


def test_x1_without_javascript_the_way_out_is_a_link_that_tells_nobody(tmp_path: Path, server: Server) -> None:
    with started(tmp_path, scripts=False) as tab:
        tab.begin(SAFE_PAGE)
        tab.open(f"{server.root}search/")
        boxes = tab.count("#search input")  # which scripts make
        tab.press("Tab", "Tab", "Enter")
        tab.reaches(SAFE)

        assert [request.get("referer") for request in tab.left] == [None]
        assert boxes == 0
