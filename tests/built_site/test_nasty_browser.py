"""Every template of the hard site in a real browser, in both directions: it fits, and all can use it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.built_site.browser import Visitor, as_size
from tests.built_site.nasty import TEMPLATES
from tests.built_site.probes import (
    AXE,
    CLIPPED,
    COVERED,
    HIDDEN_WHEN_FORCED,
    JUMPS,
    MOVES,
    OVERFLOWS,
    PRIMARY,
    SHORTENED,
    SHOWN,
    SMALL,
    SPACED,
    STYLED,
    TINY,
    axe,
)

WIDTHS = {"four times larger": (320, 256), "phone": (320, 640), "tablet": (768, 1024), "desk": (1280, 800)}
AXE_AT = ("phone", "tablet", "desk")
STYLES = {"phone": SPACED, "desk": "html { font-size: 200% !important; }"}
LONG = ("hundreds", "one area", "all services", "about", "professionals")
"""Pages of hundreds of services, on which every rule takes seconds. Axe is shown twelve of each list."""
FEW = {
    name: TEMPLATES[name]
    for name in (
        "home",
        "one crime",
        "who",
        "where",
        "everything known",
        "a card",
        "search",
        "campaigns",
        "a campaign",
        "feeds",
        "rights",
        "not found",
    )
}
"""One of every template that is not as long as a book."""
TEMPLATES_FOR_AXE = (*FEW, *LONG, "stay safe", "accessibility", "privacy")
"""One of every template: in all widths. What else there is, is a state of one, and looked at on a phone."""
KEYS = [*"abcdefghijklmnopqrstuvwxyz0123456789,./?"]


@pytest.fixture(params=["en", "ar"])
def visitor(request: pytest.FixtureRequest, visitors: dict[str, Visitor]) -> Visitor:
    """A reader of the site in each of its directions."""
    return visitors[request.param]


Found = dict[str, dict[str, list[str]]]
"""What is wrong: by what was looked at, by template."""


@pytest.fixture(scope="module", params=["en", "ar"])
def matrix(request: pytest.FixtureRequest, visitors: dict[str, Visitor]) -> Found:
    """Every template opened once in each direction, and looked at in every width, spacing, size and colour."""
    found: Found = defaultdict(dict)
    for name, address in TEMPLATES.items():
        page = visitors[request.param].at(address, WIDTHS["phone"])
        for check, complaints in looked_at(page, every=name in TEMPLATES_FOR_AXE, long=name in LONG):
            if complaints:
                found[check][name] = complaints
        page.set_viewport_size(as_size(WIDTHS["phone"]))
    return found


def looked_at(page: Page, *, every: bool, long: bool) -> Iterator[tuple[str, list[str]]]:
    """Each check's name and what it finds wrong on a page. `every`: axe in all widths, else on a phone alone."""
    for width, size in WIDTHS.items():
        page.set_viewport_size(as_size(size))
        yield f"overflow, {width}", page.evaluate(OVERFLOWS)
        yield f"cut off, {width}", page.evaluate(CLIPPED)
        yield f"hard to hit, {width}", [*page.evaluate(SMALL, PRIMARY), *page.evaluate(TINY)]
        if width in STYLES:
            page.evaluate(STYLED, STYLES[width])
            yield f"changed words, {width}", [*page.evaluate(OVERFLOWS), *page.evaluate(CLIPPED)]
            page.evaluate(STYLED, "")
    if long:
        page.evaluate(SHORTENED)
    for width in AXE_AT if every else AXE_AT[:1]:
        page.set_viewport_size(as_size(WIDTHS[width]))
        yield f"axe, {width}, light", axe(page, AXE["light"])
        page.emulate_media(color_scheme="dark")
        yield f"axe, {width}, dark", axe(page, AXE["dark"])
        page.emulate_media(color_scheme="light")


def wrong_in(matrix: Found, check: str) -> Found:
    return {name: found for name, found in matrix.items() if name.startswith(check)}


def test_nothing_sticks_out_at_any_width_or_four_times_larger(matrix: Found) -> None:
    assert wrong_in(matrix, "overflow") == {}


def test_no_words_are_cut_off(matrix: Found) -> None:
    assert wrong_in(matrix, "cut off") == {}


def test_wider_or_larger_words_cut_nothing_off(matrix: Found) -> None:
    assert wrong_in(matrix, "changed words") == {}


def test_everything_is_easy_to_hit(matrix: Found) -> None:
    assert wrong_in(matrix, "hard to hit") == {}


def test_axe_finds_nothing_in_the_light_and_in_the_dark(matrix: Found) -> None:
    assert wrong_in(matrix, "axe") == {}


def found_on(visitor: Visitor, size: tuple[int, int], probe: Any, only: dict[str, str], **options: Any) -> Any:
    """What a probe finds wrong, by template. `probe` takes a page."""
    wrong = {name: probe(visitor.at(address, size, **options)) for name, address in only.items()}
    return {name: found for name, found in wrong.items() if found}


@pytest.mark.parametrize("size", [WIDTHS["phone"], WIDTHS["desk"]], ids=["phone", "desk"])
def test_focus_goes_down_the_page_and_nothing_covers_it(size: tuple[int, int], visitor: Visitor) -> None:
    """At each stop the middle and a corner belong to what has the focus, and no stop lies before the one before it."""

    def probe(page: Page) -> list[str]:
        page.evaluate(JUMPS)
        wrong: list[str] = []
        for _ in range(30):
            page.keyboard.press("Tab")
            complaint = page.evaluate(COVERED)
            if complaint == "end":
                break
            wrong += [complaint] if complaint else []
        return wrong

    assert found_on(visitor, size, probe, FEW) == {}


def test_no_letter_digit_or_mark_does_anything(visitors: dict[str, Visitor]) -> None:
    def probe(page: Page) -> list[str]:
        before = page.url
        page.evaluate("() => { window.moved = 0; addEventListener('focusin', () => { window.moved += 1; }); }")
        for key in KEYS:
            page.keyboard.press(key)
        moved = page.evaluate("window.moved")
        return [f"{page.url}, {moved}"] if page.url != before or moved else []

    assert found_on(visitors["en"], WIDTHS["phone"], probe, FEW) == {}


def test_nothing_moves_and_nothing_changes_in_half_a_minute(visitors: dict[str, Visitor]) -> None:
    """But the line that says whether a service is open now, which changes only at the minute that it does."""

    def probe(page: Page) -> list[str]:
        page.clock.install()
        page.reload()
        before = page.evaluate(SHOWN)
        page.clock.run_for(30_000)
        after = page.evaluate(SHOWN)
        return [*page.evaluate(MOVES), *(["it changed"] if before != after else [])]

    assert found_on(visitors["en"], WIDTHS["phone"], probe, FEW, reduced_motion="reduce") == {}


def test_forced_colours_leave_every_edge_and_link_to_be_seen(visitors: dict[str, Visitor]) -> None:
    def probe(page: Page) -> list[str]:
        found: list[str] = page.evaluate(HIDDEN_WHEN_FORCED)
        return found

    assert found_on(visitors["en"], WIDTHS["phone"], probe, FEW, forced_colors="active") == {}


@pytest.fixture(scope="module")
def sides(visitors: dict[str, Visitor]) -> dict[str, dict[str, dict[str, float]]]:
    """Where things stand on a wide screen, as their distance from the edge that a language begins at."""
    places = """() => Object.fromEntries(['h1', '.head nav li', '.leave a', '.first-step', '.status'].map((which) => {
      const one = document.querySelector(which), box = one && one.getBoundingClientRect();
      const turned = document.documentElement.dir === 'rtl';
      return [which, box && Math.round(turned ? innerWidth - box.right : box.left)]; }))"""
    return {
        language: {name: visitor.at(TEMPLATES[name], WIDTHS["desk"]).evaluate(places) for name in ("home", "due")}
        for language, visitor in visitors.items()
    }


def test_the_page_is_mirrored(sides: dict[str, dict[str, dict[str, float]]]) -> None:
    """All but the button to leave stands as far from the one edge as it does from the other in English."""
    english = {
        name: {which: at for which, at in found.items() if which != ".leave a"} for name, found in sides["en"].items()
    }
    other = {
        name: {which: at for which, at in found.items() if which != ".leave a"} for name, found in sides["ar"].items()
    }

    assert other == english


def test_english_words_in_a_page_read_from_the_right_end_with_their_full_stop(visitors: dict[str, Visitor]) -> None:
    page = visitors["ar"].at(TEMPLATES["due"], WIDTHS["desk"])

    assert page.locator(".lead").evaluate("(one) => getComputedStyle(one).unicodeBidi") == "plaintext"
    assert page.locator(".contact .reach").first.evaluate("(one) => getComputedStyle(one).unicodeBidi") != "plaintext"
