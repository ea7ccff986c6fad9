"""The page that leads to each office, in a browser: a postcode leads to all its areas, and nobody is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.site.render.office_index import office_index
from tests.built_site.browser import opened
from tests.built_site.probes import axe
from tests.built_site.server import Server
from tests.built_site.test_search import RULES
from tests.site.render.test_office_index import SOME

NOT_HERE = "There is no site here yet for this area. Each site that is here also lists helplines for the whole country."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("offices")
    for asset in office_index(SOME):
        (folder / asset.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / asset.path).write_bytes(asset.data)
    with Server(folder) as server:
        yield server


def answered(page: Page, typed: str) -> list[str]:
    page.fill("#postcode", typed)
    page.wait_for_selector(".postcode [role=status] p")
    return [line.inner_text() for line in page.locator(".postcode [role=status] p").all()]


def test_a_postcode_leads_to_each_of_its_areas_and_is_sent_nowhere(browser: Browser, served: Server) -> None:
    for typed, said in (
        ("SY10", ["Dyfed-Powys Help in Dyfed-Powys", f"West Mercia: {NOT_HERE}"]),
        ("sw1a 1aa", ["London Help in London"]),
        ("BN1 1", ["Sussex Help in Sussex"]),
        ("EH1", ["We do not know this postcode. You can still choose an area below."]),
    ):
        with opened(browser) as page:
            page.goto(served.root)
            asked = [request for request, _ in served.asked]
            said_here = answered(page, typed)
            more = [request for request, _ in served.asked][len(asked) :]
            kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length, location.search]")

        assert [line for line in said_here if not line.startswith(("Cheshire", "North Wales"))] == said
        assert set(more) <= {"/assets/districts.json", "/assets/icon.svg"}
        assert kept == ["", 0, 0, ""]


def test_without_javascript_there_is_no_box_and_every_area_is_a_link(browser: Browser, served: Server) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(served.root)

        assert not page.locator(".postcode").is_visible()
        assert page.locator(".choices a").count() == len(SOME)


@pytest.mark.parametrize("address", ["", "cy/", "postcodes/"])
def test_axe_finds_nothing_and_it_fits_a_phone(address: str, browser: Browser, served: Server) -> None:
    with opened(browser, size=(320, 640)) as page:
        page.goto(served.root + address)

        assert axe(page, {"type": "tag", "values": RULES}) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
