"""No page is too heavy for a phone at any size: a list that would be leads to its letters, by plain links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import urls
from generator.model.catalogue import StandingPages
from generator.model.service import Service
from generator.model.sources import Document
from generator.model.standing_page import StandingPage
from generator.output import Page
from generator.site.render import letter_pages
from generator.site.render.directory_pages import directory_pages
from generator.site.render.finder import finder_pages
from generator.site.render.first_view import FirstView
from generator.site.render.frame import frame, framed
from generator.site.render.letter_pages import by_letter, in_parts
from generator.site.render.standing_pages import standing_pages
from generator.site.render.templates import Templates
from generator.site.render.without_speaking import without_speaking
from tests.builders import ANY_INPUT, a_service
from tests.sites import ROOT, a_site, some_templates

MANY = 900
MOST = 150_000
"""Bytes of a whole page."""
A_LINK = re.compile(r'href="/services/(service-[0-9]+)/"')
ABOUT = StandingPage(title="About this site", heading="About this site", first_line=1)
WHAT_A_LIST_IS = ("services/", "where/cumbria/", "kinds/helpline/", "about/checks/", "help-without-speaking/")


def services(count: int) -> Iterable[Service]:
    """So many, most of them under one letter, each with a chat of its own."""
    for number in range(count):
        letter = "ABCDEFGHIJ"[number % 10] if number % 3 else "S"
        yield a_service(
            id=f"service-{number}",
            name=f"{letter}upport for people harmed by crime in the town, the villages and the valleys, {number}",
            kind="helpline",
            contact=[{"chat": f"https://chat-{number}.example.org/now"}],
            sources=[f"S{number:04}"],
        )


@cache
def templates(count: int = MANY) -> Templates:
    documents = {
        f"S{number:04}": Document(title=f"A report with a title that is long {number}" * 3, date="2026", kind="report")
        for number in range(count)
    }
    made = some_templates(*services(count), documents=documents, standing=StandingPages(about=ABOUT))
    around = frame(made, ROOT / "overrides" / "scripts", [made], preview=False)
    made.first_view = made.list_view = FirstView(lambda body: framed(made, around, body))
    return made


@cache
def pages(count: int = MANY) -> dict[str, Page]:
    """The lists of a directory, and the pages that hold what is too long for them."""
    made = templates(count)
    lists = [
        next(iter(directory_pages(made))),
        without_speaking(made),
        *finder_pages(made),
        *standing_pages(made),
    ]
    return {one.address: one for page in lists for one in (page, *page.parts)}


def whole(page: Page) -> str:
    made = templates()
    return framed(made, frame(made, ROOT / "overrides" / "scripts", [made], preview=False), page.body)


def test_no_page_is_too_heavy_at_any_size() -> None:
    heavy = sum(templates().weight(one) for one in templates().edition.catalogue.services)

    assert heavy > MOST, "else nothing here is tried"
    assert [address for address, page in pages().items() if len(whole(page).encode()) >= MOST] == []


@pytest.mark.parametrize("address", WHAT_A_LIST_IS)
def test_each_service_of_a_long_list_stands_on_the_page_of_one_letter(address: str) -> None:
    parts = [page for page in pages().values() if page.address.startswith(f"{address}letters/")]
    listed = Counter(found for page in parts for found in A_LINK.findall(page.body))

    assert len(parts) > 10
    assert listed == Counter(f"service-{number}" for number in range(MANY))
    assert [*pages()[address].parts] == parts


@pytest.mark.parametrize("address", WHAT_A_LIST_IS)
def test_a_list_leads_to_its_letters_and_each_letter_to_the_others_and_back_without_a_script(address: str) -> None:
    own = pages()[address]
    parts = [part.address for part in own.parts]

    assert [part for part in parts if f'href="/{part}"' not in own.body] == []
    for part in own.parts:
        assert f'<a href="/{address}">' in part.body
        assert part.body.count('aria-current="page"') == 1
        assert [other for other in parts if f'href="/{other}"' not in part.body] == []
        assert "<script" not in part.body


def test_a_letter_with_too_many_has_several_pages() -> None:
    assert [page.address for page in pages()["about/checks/"].parts if "/letters/s/" in page.address][:2] == [
        "about/checks/letters/s/",
        "about/checks/letters/s/2/",
    ]
    assert pages()["about/checks/letters/s/2/"].title == "Every service, and when it was checked: S (2)"


def test_a_link_to_a_letter_of_the_whole_list_still_leads_to_it() -> None:
    assert '<a href="/services/letters/s/" id="S">S</a>' in pages()["services/"].body


def test_a_code_leads_to_the_page_that_says_what_it_means() -> None:
    links = {
        link
        for page in pages()["about/checks/"].parts
        for link in re.findall(r'href="/(about/sources/[^"]+)"', page.body)
    }

    assert len(links) == MANY
    assert {link.partition("#")[0] for link in links} == {
        "about/sources/report/",
        "about/sources/report/2/",
        "about/sources/report/3/",
    }
    for link in links:
        address, _, code = link.partition("#")
        assert f'id="{code}"' in pages()[address].body


def test_a_small_directory_has_no_such_pages() -> None:
    assert [address for address in pages(40) if "letters" in address] == []
    assert all(not page.parts for page in pages(40).values())


@pytest.mark.parametrize(
    ("letter", "address"),
    [
        ("S", "services/letters/s/"),
        ("0-9", "services/letters/0-9/"),
        ("Ll", "services/letters/ll/"),
        ("É", "services/letters/c9/"),
        ("ع", "services/letters/639/"),
    ],
)
def test_the_address_of_a_letter_is_its_own(letter: str, address: str) -> None:
    assert urls.letter(urls.SERVICES, letter) == address


@given(st.lists(st.integers(1, letter_pages.HEAVIEST * 2), max_size=60))
@ANY_INPUT
def test_parts_hold_all_in_order_and_as_much_as_fits(weights: list[int]) -> None:
    parts = in_parts(weights, int)

    assert [one for part in parts for one in part] == weights
    assert all(len(part) == 1 or sum(part) <= letter_pages.HEAVIEST for part in parts)
    assert all(sum(one) + two[0] > letter_pages.HEAVIEST for one, two in pairwise(parts))


def test_letters_stand_in_the_order_of_the_names() -> None:
    places = {"ash": (2, "A"), "elm": (3, "E"), "oak": (4, "O"), "7 oaks": (1, "0-9"), "alder": (0, "A")}
    found = by_letter([*places], places.__getitem__, len, "trees/")

    assert [(part.letter, list(part.items)) for part in found] == [
        ("A", ["alder", "ash"]),
        ("0-9", ["7 oaks"]),
        ("E", ["elm"]),
        ("O", ["oak"]),
    ]
    assert a_site().language == "en"
