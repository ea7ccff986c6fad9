"""Chromium, whole or its shell, driven by Playwright through the verbs of a tab."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Route
from playwright.sync_api import Error as PlaywrightError

from tests.built_site.browser import PHONE, a_profile
from tests.built_site.leaving import SAFE, SAFE_PAGE
from tests.built_site.tab import FAILS, HANGS, BrowserError, Tab


class Chromium(Tab):
    """A fresh profile for each beginning. What it says of its address may be old after Back: ask the page."""

    after_failure = ("location.protocol", "chrome-error:")

    def __init__(self, browser: Browser, *, keeps_pages: bool) -> None:
        super().__init__(keeps_pages=keeps_pages)
        self._browser = browser
        self._profile: BrowserContext | None = None
        self._held: list[Route] = []

    def open(self, address: str) -> None:
        self._page.goto(address)

    def back(self) -> None:
        self.run("void setTimeout(() => history.back())")  # the page may be gone before it could answer

    def forward(self) -> None:
        self.run("void setTimeout(() => history.forward())")

    def run(self, script: str) -> Any:
        try:
            return self._page.evaluate(script)
        except PlaywrightError as error:
            raise BrowserError(error.message) from error

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def answer_at_last(self) -> None:
        for route in self._held:
            route.fulfill(status=200, content_type="text/html", body=SAFE_PAGE)
        self._held.clear()

    def _new_tab(self) -> None:
        if self._profile:
            self._profile.close()
        self._held.clear()
        self._profile = a_profile(self._browser, PHONE)
        self._page = self._profile.new_page()
        self._page.route(SAFE, self._stand_in)

    def _stand_in(self, route: Route) -> None:
        self.left.append(route.request.headers)
        answer = self._next_answer()
        if answer == FAILS:
            route.abort("internetdisconnected")
        elif answer == HANGS:
            self._held.append(route)
        else:
            route.fulfill(status=200, content_type="text/html", body=answer)
