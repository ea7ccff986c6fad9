"""Leaving the site: X1 to X11 of the public-site facts in Chromium. What browsers may differ in: test_leaving_back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.built_site.browser import TEMPLATES, opened
from tests.built_site.leaving import LEAVE, SAFE, visit, walk
from tests.built_site.server import Server


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


def test_x6_the_next_site_is_not_told_where_the_reader_came_from_without_javascript_either(
    browser: Browser, server: Server
) -> None:
    with visit(browser, java_script_enabled=False) as page:
        page.goto(server.root)
        page.click(LEAVE)
        page.wait_for_url(SAFE)

        assert [request.headers.get("referer") for request in page.left] == [None]  # type: ignore[attr-defined]


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


def test_leaving_keeps_nothing_on_the_device(browser: Browser, server: Server) -> None:
    with visit(browser) as page:
        walk(page, server)
        page.click(LEAVE)
        page.wait_for_url(SAFE)
        page.goto(server.root)
        kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")

        assert kept == ["", 0, 0]
        assert page.context.cookies() == []
