"""The example in two languages, in a real browser: accessible, read in one order, each word in the language it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.site.render.search.search_words import STOP_WORDS, english_words, words_in
from tests.built_site.browser import PHONE, opened
from tests.built_site.probes import axe
from tests.built_site.server import Server
from tests.built_site.test_search import RULES
from tests.engines.bare_engine import BareSite
from tests.l10n.test_dyfed_powys import a_copy, published

PAGES = (
    *("", "what-happened/domestic-abuse/", "where/dyfed-powys/", "services/", "services/live-fear-free/", "search/"),
    *("services/goleudy/", "rights/", "stay-safe/", "privacy/", "about/", "accessibility/", "professionals/"),
)
FOLDERS = {"en": "", "cy": "cy/"}
FILES = ("assets/waymark.css", "assets/waymark.js", "assets/icon.svg", "assets/search/search.js")
TEXTS = """() => {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, one = node.parentElement;
    if (node.data.trim() && !one.closest('script, style')) found.push([one.closest('[lang]').lang, node.data.trim()]);
  }
  for (const one of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
    for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
      if (one.getAttribute(name)) found.push([one.closest('[lang]').lang, one.getAttribute(name)]);
    }
  }
  return found; }"""
"""Every text of a page, and the language in which it is read aloud."""
LINKS = """() => [...document.querySelectorAll('a[href], button, input, summary')]
  .filter((one) => one.checkVisibility() && !one.closest('.notice, .languages, .letters'))
  .map((one) => one.localName === 'a' ? new URL(one.href).pathname : one.localName)"""
"""What takes the focus, in the order in which it does, but for what one language has alone: its notice and letters."""
UPWARDS = """() => {
  const parts = [...document.querySelectorAll('main > *, main section > *')].filter((one) => one.checkVisibility());
  const tops = parts.map((one) => one.getBoundingClientRect().top);
  return parts.filter((one, i) => i && tops[i] < tops[i - 1] - 1 && !parts[i - 1].contains(one))
    .map((one) => one.outerHTML.slice(0, 120)); }"""
"""Blocks that are read after one below them."""
MANY = 5
MOSTLY = 0.6


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Some pages of the site in each language, as an engine writes them."""
    folder, root = tmp_path_factory.mktemp("site"), a_copy(tmp_path_factory.mktemp("office"))
    site = BareSite(root, published(root)["en"], "")
    for name in (*(f"{below}{page}index.html" for below in FOLDERS.values() for page in PAGES), *FILES):
        data = site.read(name)[0]
        assert data is not None, name
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    with Server(folder) as running:
        yield running


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser, PHONE) as found:
        yield found


def english_share(text: str) -> float:
    """How much of a text are words of English; 0 of a short one, such as a name."""
    words = [word for word in words_in(text) if len(word) > 2 and word.isalpha()]
    known = english_words().union(STOP_WORDS["en"])
    return sum(word in known for word in words) / len(words) if len(words) >= MANY else 0


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", FOLDERS)
def test_nothing_is_found_by_axe_in_either_language(language: str, address: str, page: Page, server: Server) -> None:
    page.goto(server.root + FOLDERS[language] + address)

    assert axe(page, {"type": "tag", "values": RULES}) == []


@pytest.mark.parametrize("address", PAGES)
def test_each_text_is_read_aloud_in_its_own_language(address: str, page: Page, server: Server) -> None:
    page.goto(f"{server.root}cy/{address}")
    texts: list[tuple[str, str]] = [tuple(one) for one in page.evaluate(TEXTS)]
    welsh = [text for language, text in texts if language == "cy"]

    others = {text: language for language, text in texts if language not in ("cy", "en")}
    assert {language for language, _ in texts} > {"cy", "en"}
    assert others.items() >= {"Polski": "pl", "اردو": "ur", "中文": "zh"}.items()  # to the page of languages
    assert len(others) == 3
    assert len(welsh) > 20
    assert [text for text in welsh if english_share(text) >= MOSTLY] == []


@pytest.mark.parametrize("address", PAGES)
def test_each_page_and_its_twin_are_read_in_one_order(address: str, page: Page, server: Server) -> None:
    """What takes the focus stands in one order in both, and no block is read before one above it."""
    found = {}
    for language, below in FOLDERS.items():
        page.goto(server.root + below + address)
        assert page.evaluate(UPWARDS) == []
        links: list[str] = page.evaluate(LINKS)
        found[language] = [link.removeprefix("/cy") or "/" for link in links]

    assert len(found["en"]) > 20
    if address == "services/":  # each has the order of its own alphabet
        found = {language: sorted(links) for language, links in found.items()}
    assert found["cy"] == found["en"]


def test_english_on_a_welsh_page_would_be_seen() -> None:
    assert english_share("The first place to ask for help in Dyfed-Powys, for victims and witnesses.") >= MOSTLY
    assert english_share("Gallwch ffonio, ysgrifennu neu ddechrau sgwrs pan fyddwch yn barod") < MOSTLY
