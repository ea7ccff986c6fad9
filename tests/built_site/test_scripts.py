"""What the small scripts add to a page that works without them: freshness, an area at once, a postcode that stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from playwright.sync_api import Browser, Page

from generator.edition import Edition
from generator.model.fields.dates import moment
from generator.site.render.assets import minify
from tests.built_site.browser import opened
from tests.built_site.server import Server
from tests.site.render.test_minify import AWKWARD
from tests.site_builder import NOW


@contextmanager
def on_day(browser: Browser, later: int = 0, **options: object) -> Iterator[Page]:
    """A page in a browser whose clock stands some days after the site was built."""
    with opened(browser, **options) as page:
        if options.get("java_script_enabled", True):
            page.clock.set_fixed_time(moment(NOW) + timedelta(days=later))
        yield page


def notes(page: Page) -> list[str]:
    return page.locator("main .status[data-from]:not(.card .status):visible").all_inner_texts()


def a_checked_service(edition: Edition) -> str:
    """A service that was fresh when the site was built, and whose kind is due after 180 days."""
    return next(
        service.id
        for service in edition.catalogue.services
        if edition.freshness(service) == "fresh" and edition.catalogue.kind(service).check_every == 180
    )


def test_a_page_that_nobody_rebuilt_says_that_its_facts_grew_old(
    browser: Browser, server: Server, edition: Edition
) -> None:
    address = f"services/{a_checked_service(edition)}/"
    with on_day(browser) as page:
        page.goto(server.root + address)
        fresh = notes(page)
    with on_day(browser, later=200) as page:
        page.goto(server.root + address)
        due = notes(page)
    with on_day(browser, later=400) as page:
        page.goto(server.root + address)
        overdue = notes(page)

    assert fresh == []
    assert due == ["These details are due for a check. Most will still be right."]
    assert overdue == ["Nobody has checked this number for a long time. It may have changed."]


def test_an_old_card_in_a_list_says_so_too(browser: Browser, server: Server) -> None:
    with on_day(browser, later=800) as page:
        page.goto(server.root + "what-happened/fraud-cyber/")

        assert "This number may have changed." in page.inner_text("main")


def test_an_area_narrows_a_list_at_once_and_keeps_the_address(browser: Browser, server: Server) -> None:
    with on_day(browser) as page:
        page.goto(server.root + "what-happened/domestic-abuse/")
        address, before = page.url, page.locator("main [data-areas]").count()
        page.click("[data-filters] a:has-text('Cumberland')")
        after = page.locator("main [data-areas]:visible").count()
        said = page.inner_text("[data-filters] [role=status]")

        assert page.url == address
        assert 0 < after < before
        assert said == f"{after} services can help there."
        assert page.evaluate("[history.length, localStorage.length, sessionStorage.length]") == [2, 0, 0]


NARROWED = """() => [...document.querySelectorAll('main .card')].filter((one) => one.checkVisibility())
  .map((one) => one.dataset.fits.split(' '))"""


def test_a_button_narrows_a_list_at_once_can_be_let_go_and_keeps_nothing(browser: Browser, server: Server) -> None:
    with on_day(browser) as page:
        page.goto(server.root + "what-happened/domestic-abuse/")
        block = page.locator("[data-narrow]")
        address, before = page.url, page.locator(".card:visible").count()
        page.click("[data-fit=men]")
        found = page.evaluate(NARROWED)

        assert found
        assert all("men" in words for words in found)
        said = "1 service fits." if len(found) == 1 else f"{len(found)} services fit."
        assert block.locator("[role=status]").inner_text() == said
        assert page.get_attribute("[data-fit=men]", "aria-pressed") == "true"
        assert page.is_disabled("[data-fit=children]")
        page.click("[data-fit=men]")
        assert page.locator(".card:visible").count() >= before
        assert page.url == address
        assert page.evaluate("[history.length, localStorage.length, sessionStorage.length]") == [2, 0, 0]


def test_every_button_that_is_shown_changes_the_list(browser: Browser, server: Server) -> None:
    with on_day(browser) as page:
        for address in ("what-happened/domestic-abuse/", "where/cumberland/", "kinds/helpline/"):
            page.goto(server.root + address)
            cards = page.locator("[data-group] [data-areas]").count()
            buttons = page.locator("[data-narrow] button:visible")
            assert buttons.count(), address
            for number in range(buttons.count()):
                buttons.nth(number).click()
                assert 0 < page.locator("[data-group] [data-areas]:visible").count() < cards, address
                buttons.nth(number).click()


def test_without_scripts_there_are_no_buttons_that_do_nothing(browser: Browser, server: Server) -> None:
    with on_day(browser, java_script_enabled=False) as page:
        for address in ("what-happened/domestic-abuse/", "services/victim-support-cumbria/card/"):
            page.goto(server.root + address)
            assert page.locator("button:visible").count() == 0


def test_one_service_left_is_one_service(browser: Browser, server: Server) -> None:
    """It was "1 services can help there"."""
    with on_day(browser) as page:
        page.goto(server.root + "what-happened/domestic-abuse/")
        page.evaluate(
            """() => {
              const cards = [...document.querySelectorAll("main [data-areas]")];
              const here = document.querySelector("[data-filters] a").dataset.area.split(" ");
              const kept = cards.find((card) => card.dataset.areas.split(" ").some((area) => here.includes(area)));
              for (const card of cards) if (card !== kept) card.remove();
            }"""
        )
        page.click("[data-filters] a >> nth=0")

        assert page.inner_text("[data-filters] [role=status]") == "1 service can help there."


def test_without_scripts_an_area_leads_to_a_page_with_the_same_services(browser: Browser, server: Server) -> None:
    address = server.root + "what-happened/domestic-abuse/"
    with on_day(browser) as page:
        page.goto(address)
        page.click("[data-filters] a:has-text('Cumberland')")
        at_once = sorted(page.locator(".card:visible h3").all_inner_texts())
    with on_day(browser, java_script_enabled=False) as page:
        page.goto(address)
        page.click("[data-filters] a:has-text('Cumberland')")
        on_its_page = sorted(map(str.strip, page.locator(".card h3").all_text_contents()))

    assert on_its_page == at_once


def test_a_postcode_leads_to_its_areas_and_goes_nowhere(browser: Browser, server: Server) -> None:
    with on_day(browser) as page:
        page.goto(server.root + "where/")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        answers = {}
        for typed in ("ca1", "CA1 2AB", "ca4", "ca4 9", "CA 4 9XX", "ZZ99", "n1", "hello"):
            page.fill("#postcode", typed)
            page.clock.run_for(500)
            answers[typed] = page.locator(".postcode [role=status]").inner_text().split("\n\n")

        assert answers == {
            "ca1": ["Cumberland"],
            "CA1 2AB": ["Cumberland"],
            "ca4": ["Cumberland", "Westmorland and Furness"],
            "ca4 9": ["Cumberland", "Westmorland and Furness"],
            "CA 4 9XX": ["Cumberland", "Westmorland and Furness"],
            "ZZ99": ["This postcode may be outside our area. You can still choose an area below."],
            "n1": ["This postcode may be outside our area. You can still choose an area below."],
            "hello": ["Type the first half of your postcode, such as CA1. Or choose an area below."],
        }
        assert [url for url in asked if not url.endswith("icon.svg")] == []  # a busy browser asks for it late
        assert page.url == server.root + "where/"


def test_whoever_comes_back_to_the_page_finds_no_postcode(browser: Browser, server: Server) -> None:
    with on_day(browser) as page:
        page.goto(server.root + "where/")
        page.fill("#postcode", "CA1 2AB")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")

        assert page.input_value("#postcode") == ""


def test_without_scripts_there_is_no_dead_box_for_a_postcode(browser: Browser, server: Server) -> None:
    with on_day(browser, java_script_enabled=False) as page:
        page.goto(server.root + "where/")

        assert not page.is_visible("#postcode")
        assert page.is_visible("text=By postcode")


def test_a_script_in_fewer_bytes_gives_the_same_answer(browser: Browser) -> None:
    """What is handed over in braces keeps its name, so each answer reaches us by it."""
    whole = [f"{script} use({{ text }});" for script in AWKWARD]
    with opened(browser) as page:
        run = "(script) => { let said; new Function('use', script)(({ text }) => { said = `${text}`; }); return said; }"
        found = [page.evaluate(run, one) for one in (*map(minify, whole), *whole)]

    assert found[: len(whole)] == found[len(whole) :]
    assert None not in found
