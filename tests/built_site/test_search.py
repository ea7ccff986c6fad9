"""Search in a real browser: what is found, what is said, and that nothing leaves the page or stays on the device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, cast

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.built_site.browser import DESK, PHONE, as_size, opened
from tests.built_site.probes import axe
from tests.built_site.server import Server

QUERIES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8"))
BOX = "#search-words"
SETTLED = '#search-results[aria-busy="false"]'
INDEX = "**/assets/search/en.json"
DAY = "2027-02-10T09:00:00Z"
"""The day of the shared build, so that no check grows old before the test does."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def searching(browser: Browser, server: Server, size: tuple[int, int] = PHONE, **options: Any) -> Iterator[Page]:
    """The search page, just opened in a fresh profile."""
    with opened(browser, size, **options) as page:
        if options.get("java_script_enabled", True):
            page.clock.set_fixed_time(DAY)
        page.goto(server.root + "search/")
        yield page


def ask(page: Page, query: str) -> None:
    """Type as a person does, and wait for the answer."""
    page.fill(BOX, "")
    page.locator(BOX).press_sequentially(query)
    page.wait_for_selector(SETTLED, state="attached")


def addresses(page: Page, server: Server, among: str = ".cards h3 a") -> list[str]:
    """Where the results lead, in order; the block of danger, which leads on in the page, is none of them."""
    links: list[str] = page.eval_on_selector_all(f"#search-results {among}", "links => links.map(each => each.href)")
    return [link.removeprefix(server.root) for link in links if not link.endswith("#danger")]


@pytest.fixture(scope="module")
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with searching(browser, server) as opened_page:
        yield opened_page


def test_forty_queries_were_written_down() -> None:
    assert len(QUERIES) == 40
    assert all(query["why"] for query in QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: str(query["ask"]))
def test_what_a_distressed_person_types_finds_help_first(query: dict[str, Any], page: Page, server: Server) -> None:
    ask(page, query["ask"])

    assert addresses(page, server)[0] in query["first"]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("someone keeps turning up", "what-happened/stalking-harassment/"),
        ("harrasment", "what-happened/stalking-harassment/"),
        ("hate crime", "what-happened/hate-crime/"),
        ("honor", "what-happened/honour-based-abuse/"),
        ("Rape!", "what-happened/sexual-violence/"),
        ("kendal", "where/westmorland-and-furness/"),
        ("LA127AB", "where/westmorland-and-furness/"),
        ("M11AE", None),
        ("la9 4qr", "where/westmorland-and-furness/"),
    ],
)
def test_the_page_that_names_what_is_meant_stands_above_the_list(
    query: str, meant: str | None, page: Page, server: Server
) -> None:
    ask(page, query)

    assert addresses(page, server, ".meant a")[:1] == ([meant] if meant else [])


def test_a_postcode_that_no_area_names_leads_to_the_areas(page: Page, server: Server) -> None:
    ask(page, "M11AE")

    assert addresses(page, server) == ["where/"]


def test_a_result_shows_the_number_and_calls_it(page: Page) -> None:
    ask(page, "victim support")
    card = page.locator("#search-results .card").first

    expect(card.locator(".reach")).to_have_text("Call 08 08 16 89 111 Day and night")
    assert card.locator(".reach a").get_attribute("href") == "tel:+448081689111"


def test_results_come_while_a_word_is_still_being_typed(page: Page, server: Server) -> None:
    ask(page, "childl")

    assert addresses(page, server)[0] == "services/childline/"


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "((((", "\\", "a" * 300, "🙂🙂", "' OR 1=1 --"])
def test_whatever_is_typed_is_only_words(query: str, page: Page) -> None:
    page.fill(BOX, "rape")
    page.fill(BOX, query)
    page.wait_for_selector(SETTLED, state="attached")

    assert page.locator("#search-results img").count() == 0


def test_how_many_is_said_calmly_in_a_polite_live_region(page: Page) -> None:
    status = page.locator("#search [role=status]")
    ask(page, "bridgeway")

    expect(status).to_have_text("1 result")
    assert status.get_attribute("aria-live") == "polite"
    ask(page, "childline")
    expect(status).to_have_text(re.compile(r"^\d+ results?$"))


def test_with_no_result_it_says_so_and_shows_someone_to_talk_to(page: Page) -> None:
    ask(page, "pizza")

    expect(page.locator("#search [role=status]")).to_have_text("We found nothing for that. Try fewer words.")
    expect(page.locator("#search-talk a[href^='tel:']")).to_be_visible()
    expect(page.get_by_role("link", name="All services, A to Z")).to_be_visible()
    ask(page, "rape")
    expect(page.locator("#search-talk")).to_be_hidden()


def test_an_emptied_box_says_nothing(page: Page) -> None:
    ask(page, "rape")
    page.fill(BOX, "")

    expect(page.locator("#search-results .card")).to_have_count(0)
    expect(page.locator("#search [role=status]")).to_have_text("")


def test_words_leave_no_trace_in_the_address_the_history_or_the_device(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        before = (page.url, page.evaluate("history.length"))
        ask(page, "my husband hits me")
        page.keyboard.press("Enter")

        assert (page.url, page.evaluate("history.length")) == before
        assert page.evaluate("history.state") is None
        assert page.context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
        assert page.evaluate("caches.keys().then(all => all.length)") == 0


def test_whoever_comes_back_to_the_page_finds_what_was_found_and_not_the_words(
    browser: Browser, server: Server
) -> None:
    with searching(browser, server) as page:
        ask(page, "my husband hits me")
        found = addresses(page, server)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")

        assert (page.input_value(BOX), addresses(page, server)) == ("", found)


def test_opening_the_page_fetches_words_of_danger_and_words_to_search_by_and_not_the_index(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.root + "search/")
        page.wait_for_load_state("networkidle")

        assert [url for url in asked if url.endswith(".json")] == [
            f"{server.root}assets/search/en-danger.json",
            f"{server.root}assets/search/en-words.json",
        ]


def test_the_index_and_what_reads_it_are_asked_for_and_only_once(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        asked: list[tuple[str, str]] = []
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: asked.append((request.method, request.url)))
        ask(page, "my husband hits me")
        ask(page, "raped")

        by_the_page = [one for one in asked if not one[1].endswith("/assets/icon.svg")]  # some browsers ask late for it
        assert by_the_page == [
            ("GET", f"{server.root}assets/search/answers.js"),
            ("GET", f"{server.root}assets/search/en.json"),
        ]


def test_no_other_page_loads_the_script(browser: Browser, server: Server) -> None:
    with opened(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.root)

        assert not [url for url in asked if "/search/" in url]


def test_the_box_is_labelled_and_leaves_nothing_behind_for_autofill(page: Page) -> None:
    box = page.get_by_label("What happened, a place or a name")

    assert {name: box.get_attribute(name) for name in ("type", "autocomplete", "autocapitalize", "spellcheck")} == {
        "type": "search",
        "autocomplete": "off",
        "autocapitalize": "off",
        "spellcheck": "false",
    }
    assert page.locator("form").count() == 0


def test_the_keyboard_alone_reaches_a_service(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "search-words":
                break
        page.keyboard.type("bridgeway")
        page.keyboard.press("Enter")
        expect(page.locator("#search-results .card a").first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/services/bridgeway-sarc/")


def test_enter_with_no_result_goes_to_someone_to_talk_to(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        page.locator(BOX).press_sequentially("pizza")
        page.keyboard.press("Enter")

        expect(page.locator("#search-talk a").first).to_be_focused()


def test_without_javascript_there_is_no_box_and_there_are_other_ways(browser: Browser, server: Server) -> None:
    with searching(browser, server, java_script_enabled=False) as page:
        assert page.locator("input").count() == 0
        expect(page.locator("#search")).to_contain_text("You can find every service without it.")
        expect(page.locator("#search-talk a[href^='tel:']")).to_be_visible()
        expect(page.locator("a[href='tel:999']").first).to_be_visible()
        for name in ("What happened", "Who it is for", "Where you are", "All services, A to Z"):
            expect(page.locator("main").get_by_role("link", name=name)).to_be_visible()


@pytest.mark.parametrize("query", ["", "rape carlisle", "pizza", "hes going to kill me"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(query: str, scheme: str, size: tuple[int, int], page: Page) -> None:
    page.set_viewport_size(as_size(size))
    page.emulate_media(color_scheme=cast(Literal["light", "dark"], scheme))
    page.reload()
    if query:
        ask(page, query)
    found = axe(page, {"type": "tag", "values": RULES})
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(as_size(PHONE))

    assert found == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(("zoom", "width"), [(1, 320), (2, 640)])
def test_nothing_runs_off_the_page_in_either_direction_at_either_size(
    direction: str, zoom: int, width: int, browser: Browser, server: Server
) -> None:
    with searching(browser, server, (width, 256)) as page:
        page.evaluate(f"document.documentElement.dir = '{direction}'")
        page.evaluate(f"document.documentElement.style.fontSize = '{zoom * 16}px'")
        ask(page, "rape carlisle")

        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
