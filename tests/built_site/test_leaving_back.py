"""Leaving in each browser here, with pages kept alive behind Back or not: X5 to X9 and X12 of the public-site facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Playwright

from tests.built_site import firefox
from tests.built_site.browser import keeping_pages, start, whole
from tests.built_site.chromium import Chromium
from tests.built_site.leaving import JOURNEY, SAFE, SAFE_PAGE
from tests.built_site.server import Server
from tests.built_site.tab import FAILS, HANGS, Tab

LEAVE = "document.querySelector('.leave a[data-leave]').click()"
WORDS = "[document.title, document.documentElement.innerText.split(/\\s+/).join(' ').trim()]"
NEUTRAL = ["Page closed", "Page closed Continue"]
LOADING = ["/exit/", "Loading", "Loading Continue"]
WAY_ON = "document.querySelector('html > [role=status] a')"
AFTER_A_WHILE = """(() => {
  const wait = setTimeout;
  window.setTimeout = (what, after) => wait(what, after / 40);
  %s;
  return new Promise((done) => wait(() => {
    const seen = [location.pathname, document.title, document.documentElement.innerText.split(/\\s+/).join(' ').trim()];
    wait(() => { %s; });
    done(seen);
  }, 1000)); })()"""
"""Leaves, looks at the page a while later, and then does something more. A page's clock goes forty times too fast."""
NOTES = """(() => {
  const look = () => (document.querySelector('h1').checkVisibility() ? 'seen' : 'hidden');
  let kept;
  addEventListener('pageshow', () => { kept = look(); }, { capture: true });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) sessionStorage.alive = `${sessionStorage.alive || ''}${kept}, ${look()}; `; }); })()"""
"""Notes what is seen of a page that comes alive from behind Back: in Firefox before our own script acts, and after."""
ALIVE = "sessionStorage.alive || ''"
SHELL = ["Chromium"]
WHOLE = ["Chromium that keeps pages"] if whole() else []
FIREFOX = ["Firefox", "Firefox that keeps pages"] if firefox.firefox() else []
each_engine = pytest.mark.parametrize("running", [*SHELL, *WHOLE, *FIREFOX[1:]], indirect=True, scope="module")
"""Where it makes no difference whether a browser keeps pages alive, Firefox is asked once: it is slow to begin."""


@pytest.fixture(scope="module", params=[*SHELL, *WHOLE, *FIREFOX])
def running(
    request: pytest.FixtureRequest, playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tab]:
    """A browser, started once for all of its tests."""
    keeps_pages = request.param.endswith("that keeps pages")
    if request.param in FIREFOX:
        with firefox.started(tmp_path_factory.mktemp("firefox"), keeps_pages=keeps_pages) as tab:
            yield tab
        return
    browser = keeping_pages(playwright) if keeps_pages else start(playwright)
    yield Chromium(browser, keeps_pages=keeps_pages)
    browser.close()


def at_home(tab: Tab, server: Server, *answers: str) -> Tab:
    """Someone who has opened one page."""
    tab.begin(*answers)
    tab.open(server.root)
    return tab


def walk(tab: Tab, server: Server, *answers: str) -> Tab:
    """Three pages of a visit, as a reader opens them. Each notes how it comes alive from behind Back."""
    tab.begin(*answers)
    for address in JOURNEY:
        tab.open(server.root + address)
        tab.run(NOTES)
    return tab


def lands(tab: Tab, address: str) -> None:
    """Wait until a page is there, and whole."""
    tab.until("[location.href, document.readyState]", [address, "complete"])


def is_neutral(tab: Tab, server: Server) -> bool:
    """Wait until the neutral page is there, and whole; then look whether it says what it says to everyone."""
    tab.until("[location.href, document.readyState, document.title]", [f"{server.root}exit/", "complete", NEUTRAL[0]])
    return bool(tab.run(WORDS) == NEUTRAL)


def steps(tab: Tab, press: Callable[[], None], server: Server) -> bool:
    """Press Back or Forward on the neutral page, wait until another page has come, and look whether it is neutral."""
    document = tab.run("performance.timeOrigin")
    press()
    tab.until(f"performance.timeOrigin === {document}", wanted=False)
    return is_neutral(tab, server)


@each_engine
def test_x5_the_page_is_gone_before_the_next_one_answers(running: Tab, server: Server) -> None:
    tab = at_home(running, server, HANGS)

    assert tab.run(f"({LEAVE}, document.querySelector('h1').checkVisibility())") is False


@each_engine
def test_x6_the_next_site_is_not_told_where_the_reader_came_from(running: Tab, server: Server) -> None:
    tab = at_home(running, server, SAFE_PAGE)
    tab.run(LEAVE)
    lands(tab, SAFE)

    assert tab.run("document.referrer") == ""
    assert [request.get("referer") for request in tab.left] == [None]


def test_x7_back_back_back_and_forward_never_show_our_words_again(running: Tab, server: Server) -> None:
    tab = walk(running, server, SAFE_PAGE)
    tab.run(LEAVE)
    lands(tab, SAFE)
    seen = [steps(tab, press, server) for press in (tab.back, tab.back, tab.back, tab.forward)]

    assert seen == [True] * 4
    assert tab.run(ALIVE) == ("hidden, hidden; " * len(JOURNEY) if tab.keeps_pages else "")


def test_x8_back_during_a_visit_works_as_ever(running: Tab, server: Server) -> None:
    tab = walk(running, server, SAFE_PAGE)
    for address in ("what-happened/", ""):
        tab.back()
        lands(tab, server.root + address)
        tab.until("document.querySelector('h1').checkVisibility()", wanted=True)

    # The page tells of itself a little after it is seen.
    tab.until(f"({ALIVE}).split(', seen;').length - 1", wanted=2 if tab.keeps_pages else 0)


@each_engine
def test_x9_shift_as_part_of_another_key_and_escape_do_not_leave(running: Tab, server: Server) -> None:
    tab = at_home(running, server, SAFE_PAGE)
    tab.press("Shift+A", "Shift+A", "Shift+A", "Escape", "Escape", "Escape", "Shift", "a", "Shift", "b", "Shift")
    tab.press("Escape", "Shift", "Shift")

    assert tab.run("[location.href, document.body.hidden, history.state]") == [server.root, False, None]


@each_engine
def test_x9_shift_three_times_leaves_and_nothing_is_kept(running: Tab, server: Server) -> None:
    tab = at_home(running, server, SAFE_PAGE)
    tab.press("Shift", "Shift", "Shift")
    lands(tab, SAFE)
    tab.open(server.root)

    assert tab.run("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_x12_when_the_next_site_fails_nothing_of_ours_comes_back(running: Tab, server: Server) -> None:
    tab = walk(running, server, FAILS)
    tab.run(LEAVE)
    tab.until(*tab.after_failure)
    tab.back()

    assert is_neutral(tab, server)


def test_x12_back_before_the_next_site_answers_shows_nothing_of_ours(running: Tab, server: Server) -> None:
    tab = walk(running, server, HANGS)
    tab.run(f"({LEAVE}, void setTimeout(() => history.back(), 200))")

    assert is_neutral(tab, server)


@each_engine
def test_x12_while_the_next_site_hangs_there_is_a_way_on_and_it_may_answer_after_all(
    running: Tab, server: Server
) -> None:
    tab = walk(running, server, HANGS)
    seen = tab.run(AFTER_A_WHILE % (LEAVE, ""))
    tab.answer_at_last()
    lands(tab, SAFE)

    assert seen == LOADING
    assert len(tab.left) == 1
    assert [steps(tab, tab.back, server) for _ in JOURNEY] == [True] * 3


@each_engine
def test_x12_the_way_on_asks_the_next_site_again_and_says_no_more_than_before(running: Tab, server: Server) -> None:
    tab = at_home(running, server, HANGS, SAFE_PAGE)
    tab.run(AFTER_A_WHILE % (LEAVE, f"{WAY_ON}.click()"))
    lands(tab, SAFE)
    told = [request.get("referer") for request in tab.left]

    assert told == [None, None]
    assert steps(tab, tab.back, server)


@each_engine
def test_x12_whoever_leaves_twice_sees_one_way_on(running: Tab, server: Server) -> None:
    tab = at_home(running, server, HANGS)

    assert tab.run(AFTER_A_WHILE % (f"{LEAVE}; {LEAVE}", "")) == LOADING
