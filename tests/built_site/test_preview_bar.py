"""The bar of a preview: seen first at every width, reached by the keyboard, and never on top of the way out."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.cli.engine import ENGINE
from generator.preview.current_site import Showing
from generator.preview.server import HERE, Handler, PreviewServer
from generator.preview.snapshot import PreviewDay
from tests.builders import at
from tests.built_site.browser import DESK, PHONE, opened
from tests.site_builder import a_site

SHORT = (320, 256)
"""A desk's window at 400%."""
COVERED = """() => {
  const leave = document.querySelector(".leave a").getBoundingClientRect();
  const bar = document.querySelector(".preview-bar").getBoundingClientRect();
  return { bar: innerHeight - bar.bottom, height: bar.height, apart: bar.top - leave.bottom };
}"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site's preview, as on 10 February 2027."""
    root = a_site(tmp_path_factory.mktemp("bar") / "site").root
    now = at("2027-02-10 09:00")
    server = PreviewServer((HERE, 0), Handler)
    server.showing = Showing(root, root / "overrides", PreviewDay(now), lambda: now, "", ENGINE)
    running = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    running.start()
    yield f"http://{HERE}:{server.server_address[1]}"
    server.shutdown()
    running.join()
    server.server_close()


def bar_of(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(COVERED)
    return found


@pytest.mark.parametrize(("size", "unfolded"), [(PHONE, False), (DESK, True), (SHORT, False)])
def test_the_bar_is_in_sight_before_anybody_scrolls(
    size: tuple[int, int], unfolded: bool, browser: Browser, preview: str
) -> None:
    with opened(browser, size) as page:
        page.goto(f"{preview}/services/")
        seen = bar_of(page)

        expect(page.get_by_text("Preview as on Wednesday 10 February 2027, 9am")).to_be_in_viewport()
        assert page.locator(".preview-bar details").evaluate("one => one.open") is unfolded
        assert seen["bar"] == 0
        assert seen["apart"] > 0
        assert unfolded or seen["height"] < 80, "folded it leaves the page its room"


@pytest.mark.parametrize("size", [PHONE, SHORT])
def test_the_keyboard_unfolds_it_and_it_stays_so_from_day_to_day(
    size: tuple[int, int], browser: Browser, preview: str
) -> None:
    with opened(browser, size) as page:
        page.goto(f"{preview}/services/")
        summary = page.locator(".preview-bar summary")
        summary.focus()
        summary.press("Enter")
        page.get_by_role("link", name="A day later").press("Enter")

        expect(page.get_by_text("Preview as on Thursday 11 February 2027, 9am")).to_be_in_viewport()
        expect(page.get_by_role("link", name="A day earlier")).to_be_visible()
        assert bar_of(page)["height"] <= 0.6 * size[1] + 1
        page.get_by_role("link", name="A day earlier").press("Enter")
        expect(page.get_by_text("Preview as on Wednesday 10 February 2027, 9am")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_is_accessible(scheme: str, browser: Browser, preview: str) -> None:
    with opened(browser, PHONE, color_scheme=scheme) as page:
        page.goto(f"{preview}/_preview/notes")
        page.locator(".preview-bar summary").click()

        assert [one["id"] for one in Axe().run(page).response["violations"]] == []
