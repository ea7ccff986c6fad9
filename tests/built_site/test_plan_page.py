"""The year for staff in a browser, on a phone, in the dark, on one sheet of A3; and never on the public site."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator.cli.main import main
from tests.built_site.browser import DESK, PHONE, opened
from tests.built_site.conftest import Built
from tests.formatters.test_plan_document import document_of
from tests.site_builder import REPOSITORY
from tests.staff.planning.golden import golden_year

A3 = (1519, 1054)
"""The pixels of A3, landscape, within its margins of 9 mm."""


def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser) -> None:
    document = document_of(golden_year())
    for size, scheme in ((PHONE, "light"), (DESK, "dark")):
        with opened(browser, size, color_scheme=scheme) as page:
            page.set_content(document)
            page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            found = Axe().run(page)

            assert [one["id"] for one in found.response["violations"]] == [], (size, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") == size[0], (size, scheme)


def test_a_phone_leaves_out_what_is_empty_and_says_what_each_cell_is(browser: Browser) -> None:
    with opened(browser, PHONE) as page:
        page.set_content(document_of(golden_year()))
        older = page.locator("section[aria-labelledby=audiences] tr", has_text="Older people")

        cells = older.locator("td:visible")
        label = "(cell) => cell.dataset.label + getComputedStyle(cell, '::before').content"

        assert [text.split()[0] for text in cells.all_inner_texts()] == ["1", "2?", "2?"]
        assert cells.first.evaluate(label).startswith("Mar")


def test_the_year_and_both_matrices_stand_on_one_sheet_of_a3(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "plan.html"
    options = ["--root", str(REPOSITORY), "--now", "2026-11-24T09:00", "plan", "--year", "2027"]
    main([*options, "--format", "html", "--to", str(file)], standalone_mode=False)
    with opened(browser, A3, color_scheme="dark") as page:
        page.emulate_media(media="print")
        page.goto(file.as_uri())
        ends = [page.locator(f"section[aria-labelledby={part}]").bounding_box() for part in ("crimes", "audiences")]

        assert all(box and box["y"] + box["height"] < A3[1] for box in ends), ends
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not page.locator(".posts").is_visible()


def test_nothing_of_the_staffs_pages_is_on_the_public_site(built: Built) -> None:
    assert [name for name in built.files if "plan" in name or "staff" in name] == []
    assert [name for name, data in built.files.items() if b"date to confirm" in data or b"TENTATIVE" in data] == []
