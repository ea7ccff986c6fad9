"""The demonstration published in Welsh: what is said at its top, what stays English, and what a first view weighs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built_site.browser import PHONE, opened
from tests.built_site.conftest import Built, once
from tests.built_site.probes import axe
from tests.built_site.server import Server
from tests.built_site.test_search import RULES
from tests.built_site.test_weight import MOST, weight
from tests.site_builder import NOW, REPOSITORY, WAYMARK, run

PARTS = ("mkdocs.yml", "services.yaml", "accessibility-results.yaml", "campaigns", "content", "overrides")
ENGLISH = {"In danger?", "Call 999", "Cannot speak? Press 55"}
"""What guards a life, under the head of every page: nobody has read it in Welsh."""


@pytest.fixture(scope="module")
def welsh(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own site in Welsh, as `waymark build` makes it."""

    def make(folder: Path) -> Path:
        folder.mkdir()
        for name in PARTS:
            copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
            copy(REPOSITORY / name, folder / name)
        settings = folder / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("\n  language: en\n", "\n  language: cy\n"), encoding="utf-8")
        done = run([*WAYMARK, "--root", str(folder), "--now", NOW, "build"], folder)
        if done.status != 0:
            pytest.fail(f"The site can't be built in Welsh:\n{done.err}", pytrace=False)
        return folder / "site"

    return once(tmp_path_factory, "welsh", make)


def framed(built: Built) -> Iterator[tuple[str, object]]:
    """Every page with our frame around it."""
    for address, tree in built.trees.items():
        if tree.get("lang") and tree.xpath("//header[@class='head']"):
            yield address, tree


def test_each_page_is_welsh_and_says_that_not_all_of_it_was_read(welsh: Built) -> None:
    pages = dict(framed(welsh))

    assert len(pages) > 150
    assert {tree.get("lang") for tree in pages.values()} == {"cy"}
    notice = "//section[@class='notice']//a[@href='/about/']/bdi[@lang='en']"
    assert [address for address, tree in pages.items() if len(tree.xpath(notice)) != 1] == []


def test_what_guards_a_life_is_english_and_says_so_on_each_page(welsh: Built) -> None:
    bar = "//section[@class='in-danger']//bdi[@lang='en']"
    found = {frozenset(span.text for span in tree.xpath(bar)) for _, tree in framed(welsh)}
    lines = {
        span.get("lang")
        for _, tree in framed(welsh)
        for span in tree.xpath("//section[@class='danger']//li//bdi[@lang]")
    }

    assert found == {frozenset(ENGLISH)}
    assert lines == {"en"}


def test_the_page_about_the_site_says_how_much_nobody_has_read(welsh: Built) -> None:
    (section,) = welsh.trees["about/"].xpath("//section[@aria-labelledby='readers']")
    counts = [int(line.text_content().rpartition(" ")[2]) for line in section.xpath(".//li")]

    assert len(counts) == 2
    assert 500 < counts[0] < counts[1]


def test_a_first_view_of_every_page_fits_in_one_round_trip_in_welsh_too(welsh: Built) -> None:
    found = {address: sum(weight(welsh, address).values()) for address in welsh.pages}

    assert {address: size for address, size in found.items() if size > MOST} == {}


@pytest.mark.parametrize("address", ["", "search/", "services/victim-support-cumbria/", "about/", "professionals/"])
def test_a_welsh_page_is_as_accessible_as_an_english_one(address: str, browser: Browser, welsh: Built) -> None:
    with Server(welsh.folder) as server, opened(browser, PHONE) as page:
        page.goto(server.root + address)

        assert axe(page, {"type": "tag", "values": RULES}) == []
