"""On paper: every service fits on one A4 page, with its numbers and without the ways around the site."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from tests.site.browser import opened
from tests.site.conftest import Built
from tests.site.server import Server

A_PAGE = re.compile(rb"/Type\s*/Page\b")
A_SERVICE = re.compile(r"services/[^/]+/")


def test_every_service_prints_on_one_page(browser: Browser, server: Server, built: Built) -> None:
    services = [address for address in built.pages if A_SERVICE.fullmatch(address)]
    pages = {}
    with opened(browser) as page:
        for address in services:
            page.goto(server.root + address)
            pages[address] = len(A_PAGE.findall(page.pdf(format="A4", prefer_css_page_size=True)))

    assert len(services) >= 43
    assert {address: count for address, count in pages.items() if count != 1} == {}
