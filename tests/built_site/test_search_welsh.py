"""Search in Welsh, in a real browser: a word is found in each of its forms, and so are words of danger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.content.loading.shipped import shipped_lines
from tests.builders import a_service
from tests.built_site.server import Server
from tests.built_site.test_search import BOX, SETTLED, addresses, searching
from tests.sites import a_publication, a_site, page_at

NAMES = {
    "byw-heb-ofn": ("Live Fear Free", "Llinell Gymorth Byw Heb Ofn", "helpline", ["domestic-abuse"]),
    "lloches-y-fro": ("Vale Refuge", "Lloches y Fro", "refuge", ["domestic-abuse"]),
    "canolfan-y-bont": ("The Bridge", "Canolfan y Bont", "sarc", ["sexual-violence"]),
    "cynghorydd": ("Adviser", "Cynghorydd Annibynnol y Sir", "isva", ["sexual-violence"]),
    "plant-y-cwm": ("Valley Children", "Plant y Cwm", "children-young-people", ["child-sexual-abuse"]),
    "cymorth-i-ddioddefwyr": ("Victim Support", "Cymorth i Ddioddefwyr", "victim-hub", ["any-crime"]),
    "twyll-cymru": ("Fraud Help", "Atal Twyll Cymru", "fraud-support", ["fraud-cyber"]),
    "gwasanaeth-tystion": ("Witness Service", "Gwasanaeth Tystion y Llys", "witness-support", ["any-crime"]),
    "teuluoedd": ("Families", "Gofal a'u Teuluoedd", "bereaved-by-crime", ["homicide"]),
    "rhwydwaith": ("Network", "Rhwydwaith Menywod", "womens-centre", ["any-crime"]),
}
"""A service by its id: its names in English and Welsh, its kind and what it helps with."""
SERVICE, CRIME = "services/{}/", "what-happened/{}/"

FOUND = {
    # cymorth, in each form, without its accent, half typed and with a slip
    "cymorth": SERVICE.format("cymorth-i-ddioddefwyr"),
    "gymorth": SERVICE.format("cymorth-i-ddioddefwyr"),
    "nghymorth": SERVICE.format("cymorth-i-ddioddefwyr"),
    "chymorth": SERVICE.format("cymorth-i-ddioddefwyr"),
    "nghymort": SERVICE.format("cymorth-i-ddioddefwyr"),
    "nghymortg": SERVICE.format("cymorth-i-ddioddefwyr"),
    # and where a name has a form, from the word and from another form
    "llinell cymorth": SERVICE.format("byw-heb-ofn"),
    "fy llinell nghymorth": SERVICE.format("byw-heb-ofn"),
    "plant": SERVICE.format("plant-y-cwm"),
    "mhlant": SERVICE.format("plant-y-cwm"),
    "blant": SERVICE.format("plant-y-cwm"),
    "phlant": SERVICE.format("plant-y-cwm"),
    "loches": SERVICE.format("lloches-y-fro"),
    "ar lloches": SERVICE.format("lloches-y-fro"),
    "chanolfan": SERVICE.format("canolfan-y-bont"),
    "nghanolfan": SERVICE.format("canolfan-y-bont"),
    "ganolfan y pont": SERVICE.format("canolfan-y-bont"),
    "gynghorydd": SERVICE.format("cynghorydd"),
    "wasanaeth tystion": SERVICE.format("gwasanaeth-tystion"),
    "ngwasanaeth": SERVICE.format("gwasanaeth-tystion"),
    "dystion": SERVICE.format("gwasanaeth-tystion"),
    "tyst": SERVICE.format("gwasanaeth-tystion"),
    "dwyll": CRIME.format("fraud-cyber"),
    "nhwyll": CRIME.format("fraud-cyber"),
    "teulu'r": SERVICE.format("teuluoedd"),
    "rwydwaith": SERVICE.format("rhwydwaith"),
    "fenywod": SERVICE.format("rhwydwaith"),
    "ddioddefwyr": SERVICE.format("cymorth-i-ddioddefwyr"),
    "dioddefwr": SERVICE.format("cymorth-i-ddioddefwyr"),
    "cam-drin domestig": CRIME.format("domestic-abuse"),
    "gam-drin": CRIME.format("domestic-abuse"),
    "camdrin": CRIME.format("domestic-abuse"),
    "nhrais domestig": CRIME.format("domestic-abuse"),
    "drais rhywiol": CRIME.format("sexual-violence"),
    "dreisio": CRIME.format("sexual-violence"),
    "stelcio": CRIME.format("stalking-harassment"),
    "fyrgleriaeth": CRIME.format("burglary-theft"),
    "fygythiad": CRIME.format("violence"),
    "ladrata": CRIME.format("robbery"),
    "gasineb": CRIME.format("hate-crime"),
    "gaethwasiaeth": CRIME.format("modern-slavery"),
    "briodas dan orfod": CRIME.format("forced-marriage"),
    # many know a crime by its English name alone
    "domestic abuse": CRIME.format("domestic-abuse"),
    "stalking": CRIME.format("stalking-harassment"),
}
URGENT = (
    "dwi eisiau marw", "mae e wedi fy nhagu", "mae ganddo gyllell", "dw i mewn perygl", "mae rhywun yn y tŷ",
    "mae'r tŷ ar dân", "gwaedu llawer", "cymryd gormod o dabledi", "mae wedi fy nghloi mewn", "bygwth fy lladd i",
)  # fmt: skip
CALM = ("plant", "cymorth", "twyll", "cam-drin domestig", "lloches", "mae fy nhad yn dost", "tystion", "hawliau")


@pytest.fixture(scope="module")
def welsh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The search page of a small Welsh directory."""
    folder = tmp_path_factory.mktemp("welsh")
    services = [
        a_service(id=name, name={"en": english, "cy": welsh}, kind=kind, helps_with=crimes)
        for name, (english, welsh, kind, crimes) in NAMES.items()
    ]
    publication = a_publication(
        *services, now="2026-11-22 09:00", site=a_site(language="cy"), emergency=shipped_lines()
    )
    head = '<!doctype html><html lang="cy"><meta charset="utf-8"><title>Chwilio</title>'
    body = f"{page_at('search/', publication).body}{publication.frame.emergency}"
    files = {"search/index.html": f"{head}{body}".encode()}
    files |= {file.path: file.data for file in publication.downloads if file.path.startswith("assets/search/")}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with Server(folder) as running:
        yield running


@pytest.fixture(scope="module")
def page(browser: Browser, welsh: Server) -> Iterator[Page]:
    with searching(browser, welsh) as opened_page:
        yield opened_page


def ask(page: Page, query: str) -> None:
    page.fill(BOX, "")
    page.fill(BOX, query)
    page.wait_for_selector(SETTLED, state="attached")


def test_thirty_queries_and_more_were_written_down() -> None:
    assert len(FOUND) > 40


@pytest.mark.parametrize("query", FOUND)
def test_a_word_is_found_in_each_of_its_forms(query: str, page: Page, welsh: Server) -> None:
    ask(page, query)
    found = addresses(page, welsh, ".cards h3 a, #search-results .meant a")

    assert FOUND[query] in found[:3], found


def test_what_is_found_is_counted_in_welsh(page: Page) -> None:
    ask(page, "cymorth")

    assert (page.locator(".count").text_content() or "").startswith("Canlyniadau: ")


def test_a_word_as_it_stands_comes_before_another_that_it_may_be_a_form_of(page: Page, welsh: Server) -> None:
    """By rule, "gofal" may come from "cofal", and "plant" from nothing: what stands in a name as typed is sure."""
    ask(page, "gofal")

    assert addresses(page, welsh)[0] == SERVICE.format("teuluoedd")


@pytest.mark.parametrize("query", URGENT)
def test_words_of_danger_are_known_in_each_form(query: str, page: Page) -> None:
    ask(page, query)

    assert _is_urgent(page)


@pytest.mark.parametrize("query", CALM)
def test_what_is_no_danger_is_not_taken_for_it(query: str, page: Page) -> None:
    ask(page, query)

    assert not _is_urgent(page)


def _is_urgent(page: Page) -> bool:
    return page.locator("#search-results .urgent").count() > 0
