"""Leaving the site: X1 to X17 of the public-site facts, each in a real browser. The destination is served here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, Request, Route

from tests.site.browser import PHONE, TEMPLATES, opened, start
from tests.site.server import Server

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


def step_back(page: Page, to: str) -> None:
    """Press Back, and wait until the page that it leads to has loaded at its address, however slow the machine is."""
    with page.expect_navigation(url=to):
        page.evaluate("() => { setTimeout(() => history.back()); }")  # the page may be gone before it could answer


@pytest.fixture(scope="module", params=["back-forward cache", "no back-forward cache"])
def either(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Browser]:
    """A browser that keeps pages alive behind Back, and one that loads them again."""
    flags = () if request.param == "back-forward cache" else ("--disable-features=BackForwardCache",)
    running = start(playwright, *flags)
    yield running
    running.close()


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """One reader whose browser runs no scripts, for tests that need no fresh profile."""
    with visit(browser, java_script_enabled=False) as page:
        yield page


@pytest.mark.parametrize("address", TEMPLATES.values(), ids=TEMPLATES)
def test_x1_every_page_has_a_real_link_out_that_works_without_javascript(
    address: str, without_scripts: Page, server: Server
) -> None:
    page = without_scripts
    page.goto(server.root + address)
    page.click(LEAVE)
    page.wait_for_url(SAFE)

    assert page.url == SAFE


def test_x2_the_way_out_is_the_first_stop_after_the_skip_link_and_the_last_of_the_page(
    browser: Browser, server: Server
) -> None:
    with visit(browser) as page:
        page.goto(server.root)
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.className")
        page.keyboard.press("Tab")

        assert first == "skip"
        assert page.evaluate("document.activeElement.matches('.leave a')")
        assert page.evaluate("[...document.querySelectorAll('a[href]')].at(-1).matches('.foot a[data-leave]')")


@pytest.mark.parametrize("size", [(320, 256), (320, 640), (1280, 720)], ids=str)
@pytest.mark.parametrize("address", [TEMPLATES["home"], TEMPLATES["a service"]])
def test_x3_nothing_ever_covers_the_way_out(
    address: str, size: tuple[int, int], browser: Browser, server: Server
) -> None:
    with visit(browser, size) as page:
        page.goto(server.root + address)
        end = page.evaluate("document.scrollingElement.scrollHeight - innerHeight")
        for part in (0, 0.25, 0.5, 0.75, 1) if size[1] >= 400 else (0,):
            page.evaluate("to => scrollTo(0, to)", end * part)
            on_top = page.evaluate(
                """selector => {
                    const box = document.querySelector(selector).getBoundingClientRect();
                    const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return Boolean(found && found.closest(selector));
                }""",
                LEAVE,
            )

            assert on_top, part


def test_x4_the_way_out_is_large_and_says_what_it_does_in_words(browser: Browser, server: Server) -> None:
    with visit(browser) as page:
        page.goto(server.root)
        box = page.locator(LEAVE).bounding_box()

        assert box is not None
        assert box["width"] >= 44
        assert box["height"] >= 44
        assert page.inner_text(LEAVE) == "Leave this site"


def test_x4_the_way_out_keeps_its_border_in_forced_colours(browser: Browser, server: Server) -> None:
    with visit(browser, forced_colors="active") as page:
        page.goto(server.root)
        style = page.locator(LEAVE).evaluate("e => [getComputedStyle(e).borderStyle, getComputedStyle(e).borderWidth]")

        assert style == ["solid", "2px"]


def test_x5_the_page_is_gone_before_the_next_one_answers(browser: Browser, server: Server) -> None:
    with opened(browser) as page:
        page.route(f"{SAFE}**", lambda route: None)  # never answers
        page.goto(server.root)
        visible = page.evaluate(
            """selector => {
                document.querySelector(selector).click();
                return document.querySelector("h1").checkVisibility();
            }""",
            LEAVE,
        )

        assert not visible


@pytest.mark.parametrize("script", [True, False], ids=["JavaScript", "no JavaScript"])
def test_x6_the_next_site_is_not_told_where_the_reader_came_from(
    script: bool, browser: Browser, server: Server
) -> None:
    with visit(browser, java_script_enabled=script) as page:
        page.goto(server.root)
        page.click(LEAVE)
        page.wait_for_url(SAFE)

        assert [request.headers.get("referer") for request in page.left] == [None]  # type: ignore[attr-defined]
        if script:
            assert page.evaluate("document.referrer") == ""


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
        with page.expect_navigation(url=f"{server.root}exit/"):
            page.evaluate("() => { setTimeout(() => history.forward()); }")

        assert (page.url, page.title()) == (f"{server.root}exit/", "Page closed")


def test_x8_back_during_a_visit_works_as_ever(either: Browser, server: Server) -> None:
    with visit(either) as page:
        walk(page, server)
        for address in ("what-happened/", ""):
            step_back(page, server.root + address)
            page.wait_for_selector("h1", state="visible")

            assert page.url == server.root + address


def test_x9_shift_three_times_leaves_and_says_how_many_are_left(browser: Browser, server: Server) -> None:
    with visit(browser) as page:
        page.goto(server.root)
        said = []
        for _ in range(2):
            page.keyboard.press("Shift")
            said.append(page.inner_text("#leave-status"))
        page.keyboard.press("Shift")
        page.wait_for_url(SAFE)

        assert said == ["Shift: press 2 more times to leave.", "Shift: press 1 more time to leave."]


@pytest.mark.parametrize(
    "keys", [["Shift+A"] * 3, ["Escape"] * 3, ["Shift", "a", "Shift", "b", "Shift"], ["Shift", "Shift"]], ids=str
)
def test_x9_other_keys_do_not_leave(keys: list[str], browser: Browser, server: Server) -> None:
    with visit(browser) as page:
        page.goto(server.root)
        for key in keys:
            page.keyboard.press(key)

        assert page.evaluate("[location.href, document.body.hidden, history.state]") == [server.root, False, None]


def test_x9_presses_more_than_five_seconds_apart_do_not_leave(browser: Browser, server: Server) -> None:
    with visit(browser) as page:
        page.goto(server.root)
        page.evaluate(
            """() => {
                for (const time of [1000, 7000, 13000]) {
                    for (const kind of ["keydown", "keyup"]) {
                        const event = new KeyboardEvent(kind, { key: "Shift", bubbles: true });
                        Object.defineProperty(event, "timeStamp", { value: time });
                        document.body.dispatchEvent(event);
                    }
                }
            }"""
        )

        assert page.evaluate("[location.href, document.body.hidden, history.state]") == [server.root, False, None]


def test_x10_what_is_announced_on_leaving_is_neutral(browser: Browser, server: Server) -> None:
    with opened(browser) as page:
        page.route(f"{SAFE}**", lambda route: None)  # never answers
        page.goto(server.root)
        said = page.evaluate(
            """selector => {
                document.querySelector(selector).click();
                const status = [...document.querySelectorAll("[role=status]")].filter(e => e.checkVisibility());
                return [document.title, ...status.map(e => e.textContent)];
            }""",
            LEAVE,
        )

        assert said == ["Loading", "Loading"]


def test_x11_nothing_is_asked_of_any_host_but_the_next_page(browser: Browser, server: Server) -> None:
    with visit(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.root)
        before = len(asked)
        page.click(LEAVE)
        page.wait_for_url(SAFE)

        # A browser with tabs asks once for a page's icon, when it comes to it: leaving has no part in that.
        icon = f"{server.root}assets/icon.svg"
        assert [url for url in asked[before:] if url != icon] == [SAFE]
        assert asked.count(icon) <= 1


def test_x12_when_the_next_site_fails_nothing_of_ours_comes_back(browser: Browser, server: Server) -> None:
    with opened(browser) as page:
        page.route(f"{SAFE}**", lambda route: route.abort("internetdisconnected"))
        walk(page, server)
        page.click(LEAVE)
        page.wait_for_url("chrome-error://**")
        step_back(page, f"{server.root}exit/")

        assert page.get_by_role("link").all_inner_texts() == ["Continue"]


def test_x12_back_before_the_next_site_answers_shows_nothing_of_ours(either: Browser, server: Server) -> None:
    with opened(either) as page:
        page.route(f"{SAFE}**", lambda route: None)  # never answers
        walk(page, server)
        page.evaluate("e => { document.querySelector(e).click(); setTimeout(() => { history.back(); }, 200); }", LEAVE)
        page.get_by_role("link", name="Continue").wait_for()

        assert (page.url, page.title()) == (f"{server.root}exit/", "Page closed")


def test_leaving_keeps_nothing_on_the_device(browser: Browser, server: Server) -> None:
    with visit(browser) as page:
        walk(page, server)
        page.click(LEAVE)
        page.wait_for_url(SAFE)
        page.goto(server.root)
        kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")

        assert kept == ["", 0, 0]
        assert page.context.cookies() == []
