"""Search in a real browser: nobody in danger or distress is sent wrong, and somebody can always be called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.built_site.server import Server
from tests.built_site.test_search import BOX, INDEX, SETTLED, ask, searching
from tests.built_site.typed import Answer, answers
from tests.site_builder import REPOSITORY

HARM: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "harm_queries.yaml").read_text(encoding="utf-8"))
SIXTY: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "sixty_queries.yaml").read_text(encoding="utf-8"))
TYPED: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "danger_queries.yaml").read_text(encoding="utf-8")
)
SCRIPTS = REPOSITORY / "overrides" / "scripts" / "search"
PARTS = "".join((SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in ("words", "signs"))
WITH_999 = f"""async ([file, queries]) => {{ {PARTS}
  const {{ signs }} = readDanger(await (await fetch(file)).json());
  return queries.filter((query) => signsIn(query, signs).some((sign) => sign.urgent)); }}"""
"""Those of many queries that put 999 first, by the scripts of the search page."""


@pytest.fixture(scope="module")
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with searching(browser, server) as opened_page:
        yield opened_page


@pytest.fixture(scope="module")
def answered(page: Page, server: Server) -> Mapping[str, Answer]:
    """What the page answers to all of them, asked one after the other in one go."""
    return answers(page, server.root, [query["query"] for query in (*SIXTY, *HARM)])


@pytest.mark.parametrize("query", HARM, ids=lambda query: str(query["query"]))
def test_nobody_is_sent_wrong(query: dict[str, Any], answered: Mapping[str, Answer]) -> None:
    answer = answered[query["query"]]
    first, never = query.get("first"), query.get("never", ())

    assert not never or not answer.is_among(never), answer
    assert [each for each in query.get("must_show", ()) if not answer.is_among([each])] == [], answer
    assert not first or answer.is_first(first), answer


@pytest.mark.parametrize("query", SIXTY, ids=lambda query: str(query["query"]))
def test_the_right_answer_stands_among_the_first_three_and_nothing_harmful_does(
    query: dict[str, Any], answered: Mapping[str, Answer]
) -> None:
    answer = answered[query["query"]]
    right, never = [*query["first"], *query.get("in_first_three", ())], query.get("never")

    assert answer.is_among(right), answer
    assert [each for each in query.get("must_show", ()) if not answer.is_among([each])] == [], answer
    assert not never or not answer.is_among(never), answer


def test_the_right_answer_stands_first_for_all(answered: Mapping[str, Answer]) -> None:
    wrong = [query["query"] for query in SIXTY if not answered[query["query"]].is_first(query["first"])]

    assert len(SIXTY) == 60
    assert wrong == []


def test_999_stands_first_for_danger_as_people_type_it_and_not_for_what_sounds_like_it(
    browser: Browser, server: Server
) -> None:
    """One question for hundreds of queries: the site's own file of words, asked by the scripts of its search page."""
    danger, other = TYPED["danger"], TYPED["not_danger"]
    with searching(browser, server) as page:
        found = page.evaluate(WITH_999, [f"{server.root}assets/search/en-danger.json", [*danger, *other]])

    assert [query for query in danger if query not in found] == []
    assert [query for query in other if query in found] == []
    assert min(len(danger), len(other)) >= 300


def test_the_block_of_danger_stands_though_the_index_never_comes(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        page.route(INDEX, lambda route: route.abort())
        page.locator(BOX).press_sequentially("he has a knife")
        first = page.locator("#search-results a[href^='tel:']").first

        expect(first).to_have_attribute("href", "tel:999")
        expect(page.locator("#search [role=status]")).to_have_text(re.compile("^In danger now\\? Call 999\\."))


def test_enter_in_danger_goes_to_the_emergency_number(browser: Browser, server: Server) -> None:
    with searching(browser, server) as page:
        page.locator(BOX).press_sequentially("he strangled me")
        page.keyboard.press("Enter")

        expect(page.locator("#search-results .urgent a[href='tel:999']")).to_be_focused()
        expect(page.locator("#search [role=status]")).to_have_text(
            re.compile(r"^In danger now\? Call 999\. \d+ results")
        )


@pytest.mark.parametrize("query", ["🙂🙂", "???", "pizza", "how are cookies used", "LA127AB"])
def test_whatever_is_found_somebody_can_be_called(query: str, page: Page) -> None:
    page.fill(BOX, "")
    page.fill(BOX, query)
    page.wait_for_selector(SETTLED, state="attached")

    expect(
        page.locator("#search-results a[href^='tel:']:visible, #search-talk a[href^='tel:']:visible").first
    ).to_be_visible()


def test_someone_in_danger_reads_the_emergency_number_first(page: Page) -> None:
    ask(page, "hes going to kill me")

    assert page.get_attribute("#search-results a[href^='tel:']", "href") == "tel:999"
