"""Search in a large directory, whose index comes in parts, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from generator.site.render.search.search_index import search_index
from generator.site.render.search.search_page import danger_file, search_page, search_scripts
from tests.built_site.server import Server
from tests.built_site.test_search import ask, searching
from tests.search_directory import services
from tests.site_builder import REPOSITORY
from tests.sites import some_templates


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The search page of 1,200 services, whose index comes in parts."""
    folder = tmp_path_factory.mktemp("large")
    templates = some_templates(*services(1200), now="2026-11-22 09:00")
    body = search_page(templates).body
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>'
    files = {"search/index.html": f"{head}{body}".encode()}
    files |= {file.path: file.data for file in search_index(templates, ())}
    made = (danger_file(templates), *search_scripts(REPOSITORY / "overrides/scripts/search"))
    files |= {file.path: file.data for file in made}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with Server(folder) as running:
        yield running


@pytest.mark.parametrize(
    "typed",
    [str(service.name) for service in services(1200)[::150]]
    + [f"x{str(service.name)[1:]}" for service in services(1200)[40::300]],
)
def test_in_a_large_directory_a_name_is_found_even_with_a_slip_in_its_first_letter(
    typed: str, browser: Browser, large: Server
) -> None:
    with searching(browser, large) as page:
        ask(page, typed)
        names = page.locator("#search-results .card h3").all_text_contents()

        assert [name for name in names if name[1:].lower() == typed[1:].lower()]


def test_in_a_large_directory_a_crime_finds_services_with_a_few_small_files(browser: Browser, large: Server) -> None:
    with searching(browser, large) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        ask(page, "someone keeps turning up")

        assert page.locator("#search-results .card").count() >= 10
        assert len(asked) <= 8
