"""Leaving the site in Firefox, where one is installed: gone at once, told to nobody, and Back never leads back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.site.firefox import Firefox, started
from tests.site.leaving import JOURNEY, SAFE, SAFE_PAGE
from tests.site.server import Server

SHIFT = "\ue008"
WORDS = "[document.title, document.body.innerText.split(/\\s+/).join(' ')]"
CLICK = "document.querySelector('.leave a[data-leave]').click()"
NO_CACHE = {"browser.sessionhistory.max_total_viewers": 0}
NEUTRAL = ["Page closed", "Page closed Continue"]


@pytest.fixture(scope="module", params=[{}, NO_CACHE], ids=["back-forward cache", "no back-forward cache"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A browser that keeps pages behind Back, and one that loads them again."""
    with started(tmp_path_factory.mktemp("firefox"), SAFE, **request.param) as firefox:
        yield firefox


@pytest.fixture
def visit(running: Firefox, server: Server) -> Firefox:
    """Someone who has opened three pages. The way out leads to a stand-in for the safe site."""
    running.new_tab(SAFE_PAGE)
    for address in JOURNEY:
        running.open(server.root + address)
    return running


def test_back_back_back_never_shows_our_words_again_and_nobody_is_told(visit: Firefox, server: Server) -> None:
    visit.run(CLICK)
    visit.until("location.href", SAFE)
    told = visit.run("document.referrer")
    seen = []
    for _ in JOURNEY:
        visit.back()
        visit.until("location.href", f"{server.root}exit/")
        visit.until("document.readyState", "complete")
        seen.append(visit.run(WORDS))

    assert seen == [NEUTRAL] * 3
    assert told == ""
    assert [request.get("referer") for request in visit.left] == [None]


def test_back_during_a_visit_works_as_ever(visit: Firefox, server: Server) -> None:
    visit.back()
    visit.until("location.href", server.root + JOURNEY[1])

    visit.until("document.querySelector('h1')?.checkVisibility()", wanted=True)


def test_shift_three_times_leaves_and_nothing_is_kept(visit: Firefox, server: Server) -> None:
    visit.press(SHIFT, SHIFT, SHIFT)
    visit.until("location.href", SAFE)
    visit.open(server.root)

    assert visit.run("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_back_after_the_next_site_failed_shows_nothing_of_ours(visit: Firefox, server: Server) -> None:
    visit.answer = None
    visit.run(CLICK)
    visit.until("document.body.checkVisibility()", wanted=False)
    visit.back()
    visit.until("location.href", f"{server.root}exit/")
    visit.until("document.readyState", "complete")

    assert visit.run(WORDS) == NEUTRAL
