"""The browser of the site tests: how to find one, how to open a page in it, and the pages that stand for all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, expect
from playwright.sync_api import Error as BrowserError

from generator.model.fields.dates import moment
from tests.site_builder import NOW

WHOLE = ("chromium", "chromium-browser", "google-chrome")
NAMES = ("chromium-headless-shell", *WHOLE)
"""The first is the same browser without windows around its pages: a new profile costs a quarter, a page a half."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 900_000
"""How many milliseconds to wait for what must come. It only ends what hangs: nothing is measured by it."""
expect.set_options(timeout=PATIENCE)
PHONE = (320, 640)
TABLET = (768, 1024)
DESK = (1280, 800)
SIZES = {"phone": PHONE, "desk": DESK}

TEMPLATES = {
    "home": "",
    "what happened": "what-happened/",
    "one crime": "what-happened/domestic-abuse/",
    "who": "who/",
    "one audience": "who/men/",
    "where": "where/",
    "one area": "where/cumberland/",
    "kinds": "kinds/",
    "one kind": "kinds/idva/",
    "all services": "services/",
    "a service": "services/victim-support-cumbria/",
    "an unchecked service": "services/cumbria-restorative-services/",
    "not sure": "not-sure/",
    "search": "search/",
    "campaigns": "campaigns/",
    "a campaign": "campaigns/dating-scams/",
    "feeds": "feeds/",
    "about": "about/",
    "rights": "rights/",
    "stay safe": "stay-safe/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "professionals": "professionals/",
    "a card": "services/victim-support-cumbria/card/",
    "not found": "there-is-no-such-page/",
}
"""One page of every template, by what it is: its address."""


def start(playwright: Playwright, *more: str) -> Browser:
    """A browser found by name, else Playwright's own. Without one the tests fail: they never skip. `more` flags."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    try:
        return playwright.chromium.launch(executable_path=found, args=[*QUIET, *more])
    except BrowserError as error:
        pytest.fail(
            f"No browser can be started, and these tests need one. Install the package chromium, "
            f"so that the command 'chromium' is found, or run: python -m playwright install chromium.\n{error}",
            pytrace=False,
        )


def whole() -> str | None:
    """The command of a browser that keeps pages alive behind Back, as the one without windows never does."""
    return next(filter(None, map(shutil.which, WHOLE)), None)


def missing() -> str | None:
    """One plain line where there is none, for the end of a run."""
    if whole():
        return None
    return "Not run: nobody pressed Back to a page kept alive in Chromium. Run: apt-get install chromium"


def keeping_pages(playwright: Playwright) -> Browser:
    """The browser that does: Playwright would turn it off."""
    off = ["--disable-back-forward-cache"]
    return playwright.chromium.launch(executable_path=whole(), args=[*QUIET], ignore_default_args=off)


def as_size(size: tuple[int, int]) -> ViewportSize:
    """A width and a height, as Playwright takes them."""
    return ViewportSize(width=size[0], height=size[1])


ITS_CLOCK = """(() => {
  const Really = Date, ahead = %d - Really.now();
  globalThis.Date = class extends Really {
    constructor(...given) { if (given.length) super(...given); else super(Really.now() + ahead); }
    static now() { return Really.now() + ahead; }
  };
})()"""
"""A page's clock, set: a page says more of itself once it is old, and tests must pass in any year."""


def a_profile(browser: Browser, size: tuple[int, int], **options: Any) -> BrowserContext:
    """A fresh profile at the moment of the build, in which nothing is given up because the machine is busy."""
    context = browser.new_context(viewport=as_size(size), **options)
    context.add_init_script(ITS_CLOCK % int(moment(NOW).timestamp() * 1000))
    context.set_default_timeout(PATIENCE)
    return context


@contextmanager
def opened(browser: Browser, size: tuple[int, int] = PHONE, **options: Any) -> Iterator[Page]:
    """An empty page in a fresh profile, closed at the end. `options` as Playwright's `new_context` takes them."""
    context = a_profile(browser, size, **options)
    try:
        yield context.new_page()
    finally:
        context.close()


class Visitor:
    """Someone who opens pages. One profile for each set of options, kept between tests: our pages keep nothing."""

    def __init__(self, browser: Browser, root: str) -> None:
        self._browser = browser
        self.root = self._root = root
        self._pages: dict[tuple[Any, ...], Page] = {}

    def at(self, address: str, size: tuple[int, int] = PHONE, **options: Any) -> Page:
        """A page, just loaded. `options` as Playwright's `new_context` takes them."""
        key = (size, *sorted(options.items()))
        if key not in self._pages:
            self._pages[key] = a_profile(self._browser, size, **options).new_page()
        page = self._pages[key]
        page.goto(self._root + address)
        return page
