"""The handbook in a browser: axe finds nothing, nothing sticks out on a phone, and no file comes from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from tests.built_site.browser import DESK, PHONE, opened
from tests.site_builder import REPOSITORY


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("handbook")
    build(load_config(str(REPOSITORY / "docs" / "mkdocs.yml"), site_dir=str(folder)))
    return folder


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["phone", "desk"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    size: tuple[int, int], scheme: str, browser: Browser, handbook: Path
) -> None:
    with opened(browser, size, color_scheme=scheme) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for name in ("index", "mend-mistakes", "fields", "messages"):
            page.goto((handbook / f"{name}.html").as_uri())

            assert [one["id"] for one in Axe().run(page).response["violations"]] == [], name
            assert page.evaluate("document.documentElement.scrollWidth") == size[0], name
        assert [url for url in asked if not url.startswith(handbook.as_uri())] == []
