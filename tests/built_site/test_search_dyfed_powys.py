"""Search on the example in two languages, in a real browser: each form of a word finds the same, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.l10n.mutations import mutated
from tests.built_site.server import Server
from tests.built_site.test_search import BOX, SETTLED, addresses, searching
from tests.l10n.test_dyfed_powys import a_copy, published
from tests.sites import page_at

SERVICE, CRIME = "services/{}/", "what-happened/{}/"
FIRST = {
    # a word in its own form and in others; the plural, which no rule leads to
    "plant": SERVICE.format("childline"),
    "blant": SERVICE.format("childline"),
    "fy mhlant": SERVICE.format("childline"),
    "a phlant": SERVICE.format("childline"),
    "tystion": SERVICE.format("witness-service"),
    "dystion": SERVICE.format("witness-service"),
    "ddynion": SERVICE.format("mens-advice-line"),
    "gwyno": SERVICE.format("parliamentary-ombudsman"),
    "fy hawliau": "rights/",
    "breifatrwydd": "privacy/",
    "yng Nghymru, byw heb ofn": SERVICE.format("live-fear-free"),
    # who is called what was typed comes before who is only of that kind
    "heddlu": SERVICE.format("report-to-the-police"),
    "yr heddlu": SERVICE.format("report-to-the-police"),
    "police": SERVICE.format("report-to-the-police"),
    # a service by the name that it has in the other language
    "live fear free": SERVICE.format("live-fear-free"),
    "byw heb ofn": SERVICE.format("live-fear-free"),
}
"""What stands first in the list."""
MEANT = {
    "dwyn": "burglary-theft",
    "mae rhywun wedi dwyn fy meic": "burglary-theft",
    "fyrgleriaeth": "burglary-theft",
    "gam-drin domestig": "domestic-abuse",
    "reolaeth drwy orfodaeth": "domestic-abuse",
    "loches": "domestic-abuse",
    "cefais fy nhreisio": "sexual-violence",
    "ymosodiad rhywiol": "sexual-violence",
    "mae rhywun yn fy stelcian": "stalking-harassment",
    "droseddau casineb": "hate-crime",
    "gasineb": "hate-crime",
    "cefais fy nhwyllo": "fraud-cyber",
    "dwyll": "fraud-cyber",
    "gaethwasiaeth fodern": "modern-slavery",
    "fasnachu pobl": "modern-slavery",
    "briodas dan orfod": "forced-marriage",
    "ddifrod troseddol": "criminal-damage",
    "lofruddiaeth": "homicide",
    "ladrata": "robbery",
}
"""The crime whose page is offered above the list."""
AFTER_ANY_CRIME = ("dwyn", "ddwyn", "fyrgleriaeth", "ddifrod troseddol", "theft")
"""No service of this site is made for these: the one that anyone may call first stands first."""
WORDS = (
    "plant cymorth trais treisio twyll dwyn byrgleriaeth tystion troseddau casineb priodas caethwasiaeth "
    "llofruddiaeth lladrata dynion menywod merched difrod bygythiad cwyno dioddefwyr preifatrwydd"
).split()


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Server]]:
    """The Welsh search page alone, with all that it fetches."""
    folder = tmp_path_factory.mktemp("search")
    builds = published(a_copy(tmp_path_factory.mktemp("office")))
    head = '<!doctype html><html lang="cy"><meta charset="utf-8"><title>Chwilio</title>'
    body = f"{page_at('search/', builds['cy']).body}{builds['cy'].frame.emergency}"
    files = {"search/index.html": f"{head}{body}".encode()}
    for build in builds.values():
        found = (one for one in build.downloads if one.path.startswith("assets/search/"))
        files |= {f"{build.folder}{one.path}": one.data for one in found}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with Server(folder) as server, searching(browser, server) as opened:
        yield opened, server


def answers(found: tuple[Page, Server], query: str, where: str = ".cards h3 a") -> list[str]:
    page, server = found
    page.fill(BOX, "")
    page.fill(BOX, query)
    page.wait_for_selector(SETTLED, state="attached")
    return [address.removeprefix("cy/") for address in addresses(page, server, where)]


def test_thirty_queries_and_more_were_written_down() -> None:
    assert len(FIRST) + len(MEANT) > 30


@pytest.mark.parametrize("query", FIRST)
def test_the_right_answer_stands_first(query: str, page: tuple[Page, Server]) -> None:
    assert answers(page, query)[0] == FIRST[query]


@pytest.mark.parametrize("query", MEANT)
def test_the_crime_that_is_meant_is_offered(query: str, page: tuple[Page, Server]) -> None:
    assert CRIME.format(MEANT[query]) in answers(page, query, ".meant a")


@pytest.mark.parametrize("query", AFTER_ANY_CRIME)
def test_where_no_service_is_made_for_it_whoever_may_be_called_first_stands_first(
    query: str, page: tuple[Page, Server]
) -> None:
    assert answers(page, query)[0] == SERVICE.format("victim-support-supportline")


@pytest.mark.parametrize("word", WORDS)
def test_each_form_of_a_word_finds_the_same_in_the_same_order(word: str, page: tuple[Page, Server]) -> None:
    forms = {form: answers(page, form, ".cards h3 a, #search-results .meant a") for form in mutated(word)}

    assert len(forms) > 1
    assert forms[word]
    assert {form: found for form, found in forms.items() if found != forms[word]} == {}
