"""The hard site as documents: right whatever stands in a record, secrets nowhere, and in a language not ours."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from lxml.html import HtmlElement
from pydantic import BaseModel

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.model.fields.dates import LONDON, moment
from generator.model.fields.text import Words
from generator.site.check_output import broken_html
from tests.built_site.conftest import Built
from tests.built_site.nasty import SECRETS, TEMPLATES
from tests.site_builder import NOW

SPOKEN = ("aria-label", "alt", "title", "placeholder")
ENGLISH = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(
    r"PNG|SVG|QR|KB|CC BY[ \d.]*|RSS|WCAG|EHRC|EASS|BSL|SARC|PCC|https?://\S+|[\w.-]+@[\w.-]+|(?:[\w-]+\.)+(?:org|uk|net)"
    r"|Facebook|Instagram|LinkedIn|Bluesky|Mastodon|Threads|Nextdoor|WhatsApp|[SW]00\d"
    r"|n8n|Power Automate|Zapier|IFTTT|Make|dlvr\.it|Hootsuite|Metricool|Buffer|JSON Feed|JSON|CSV|iCalendar"
)
"""Names and codes that no translator changes."""


@pytest.fixture(params=["en", "ar"])
def site(request: pytest.FixtureRequest, nasty: Built, nasty_rtl: Built) -> Built:
    """The site in each of its languages."""
    return nasty if request.param == "en" else nasty_rtl


def test_every_page_is_html_without_a_single_error(nasty: Built) -> None:
    wrong = {}
    for address, text in nasty.pages.items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        if parser.errors:
            wrong[address] = parser.errors

    assert wrong == {}


def test_every_link_fragment_and_id_is_right(site: Built) -> None:
    settings = read_settings((site.folder.parent / "mkdocs.yml").read_text(encoding="utf-8"))

    assert [str(problem) for problem in broken_html(site.folder, settings)] == []


def test_every_page_has_one_main_heading_and_skips_no_level(nasty: Built) -> None:
    wrong = {}
    for address, tree in nasty.trees.items():
        levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        if levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            wrong[address] = levels

    assert wrong == {}


def test_every_title_is_its_own(site: Built) -> None:
    titles = Counter(tree.findtext(".//title") for tree in site.trees.values())

    assert {title: count for title, count in titles.items() if count > 1} == {}


def test_no_page_holds_what_must_not_be_known(site: Built) -> None:
    found = [(file, secret) for file, data in site.files.items() for secret in SECRETS if secret.encode() in data]

    assert found == []


def test_no_page_explains_anything_in_a_title_attribute(site: Built) -> None:
    """A phone and a keyboard never show it. A link to a feed in <head> has one for programs."""
    assert [address for address, tree in site.trees.items() if tree.xpath("//body//@title")] == []


def test_every_picture_says_what_it_shows(site: Built) -> None:
    assert [address for address, tree in site.trees.items() if tree.xpath("//img[not(normalize-space(@alt))]")] == []


def test_help_stands_in_the_same_order_on_every_page(site: Built) -> None:
    """Leave, the ways to find help, the main part, 999, the foot with its way to the office and out."""
    parts = "//*[@data-leave] | //header/nav | //main | //*[@id='danger'] | //footer[@class='foot']/nav"
    orders = {
        tuple(part.tag for part in tree.xpath(parts)) for address, tree in site.trees.items() if address != "exit/"
    }

    assert orders == {("a", "nav", "main", "h2", "nav", "a")}


def test_marks_in_a_name_are_shown_as_they_are(nasty: Built) -> None:
    page = nasty.trees["services/email-only/"]

    assert page.findtext(".//h1") == 'Quotes "&" marks: an e-mail alone'


def test_every_page_leads_to_the_same_page_in_each_other_language(nasty: Built, nasty_rtl: Built) -> None:
    """In the language's own name, as it is written; the page for what is not found leads to the front."""
    roots = {"ar": ("https://ar.example.org/help/", "العربية"), "ur": ("https://ur.example.org/", "اردو")}
    for site, languages in ((nasty, ("ar", "ur")), (nasty_rtl, ("ur",))):
        for address, tree in site.trees.items():
            if address == "exit/":
                continue
            there = "" if address == "404.html" else address
            links = [
                (link.get("href"), link.text, link.get("lang"), link.get("hreflang"), link.get("dir"))
                for link in tree.xpath("//header/p[@class='languages']/a")
            ]
            assert links == [(roots[code][0] + there, roots[code][1], code, code, "rtl") for code in languages], address


def test_words_in_another_language_than_the_page_s_say_so(nasty: Built) -> None:
    heading = nasty.trees["campaigns/coming-soon/"].find(".//h1/bdi")

    assert (heading.text, heading.get("lang"), heading.get("dir")) == ("يأتي قريبا", "ar", "rtl")


# In a language read from right to left


def test_every_page_says_its_language_and_which_way_it_is_read(nasty_rtl: Built) -> None:
    assert {(tree.get("lang"), tree.get("dir")) for tree in nasty_rtl.trees.values()} == {("ar", "rtl")}


def test_a_translated_record_is_shown_in_the_page_s_language(nasty_rtl: Built) -> None:
    page = nasty_rtl.trees["services/in-three-languages/"]

    assert page.findtext(".//h1") == "بثلاث لغات"
    assert "Call them." not in page.text_content()


def test_no_number_is_turned_round(nasty_rtl: Built) -> None:
    """Among words read from right to left the groups of a number change places, unless the page says its way."""
    wrong = {
        (address, text.strip())
        for address, tree in nasty_rtl.trees.items()
        for link in tree.xpath("//main//a[starts-with(@href, 'tel:') or starts-with(@href, 'sms:')]")
        for text in link.itertext()
        if re.search(r"\d \d", text) and not link.xpath("ancestor-or-self::*[@dir='ltr'] | .//bdi[@dir='ltr']")
    }

    assert wrong == set()


def test_nothing_of_the_site_s_own_words_stays_in_english(nasty_rtl: Built) -> None:
    """What an author wrote stays in the author's words; all that templates and code say is a translator's to change."""
    authors = sorted(written(nasty_rtl.folder.parent), key=len, reverse=True)
    texts = [one for one in authors if " " in one]
    words = [one for one in authors if " " not in one]
    found: dict[str, str] = {}
    for name, address in TEMPLATES.items():
        if address == "privacy/":
            continue  # the engine's own page, an author's from heading to end
        tree = nasty_rtl.trees.get(address, nasty_rtl.trees["404.html"])
        for text in texts_of(tree, prose=address == "accessibility/"):
            if ENGLISH.search(without(without(text, texts), words)):
                found.setdefault(text, name)
    lines = json.loads(nasty_rtl.files["assets/search/ar-danger.json"])["lines"]
    cards = [card for cards in lines.values() for card in cards]
    said = [text for card in cards for key, text in card.items() if key != "link"]
    box = nasty_rtl.trees["search/"].get_element_by_id("search").attrib
    addresses = {"data-danger", "data-index", "data-answers", "data-base"}
    for text in (*said, *(words for name, words in box.items() if name.startswith("data-") and name not in addresses)):
        if ENGLISH.search(without(without(text, texts), words)):
            found.setdefault(text, "what search says")

    assert found == {}


def without(text: str, known: list[str]) -> str:
    """A text without what is known, and then without names."""
    for one in known:
        if not ENGLISH.search(text):
            break
        text = text.replace(one, " ")
    return NAMES.sub(" ", text)


def texts_of(tree: HtmlElement, prose: bool) -> list[str]:
    """What a reader sees or hears on a page; `prose`: also what an author wrote in Markdown."""
    out = "" if prose else "[not(ancestor-or-self::*[contains(@class, 'prose')])]"
    heard = (
        " | ".join(f"//body//@{name}" for name in SPOKEN)
        + " | //@*[starts-with(name(), 'data-')][name() != 'data-fits'][contains(., ' ')]"
    )
    own = "[not(parent::a[@lang][@lang != 'en'])]"  # what a language calls itself leads to what is in that language
    texts = tree.xpath(f"//title/text() | //body//text()[not(parent::script)]{own}{out} | {heard}")
    return [" ".join(text.split()) for text in texts if text.strip()]


def written(root: Path) -> set[str]:
    """Every text that an author of the site or of the vocabulary wrote."""
    settings = read_settings((root / "mkdocs.yml").read_text(encoding="utf-8"))
    catalogue = load(root, settings, moment(NOW).astimezone(LONDON).date())
    found = set(leaves(yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))))
    return found | set(leaves(vars(catalogue))) | set(leaves(catalogue.vocabulary))


def leaves(value: Any) -> list[str]:
    """The texts in a record, however deep."""
    if isinstance(value, str):
        every = value.every if isinstance(value, Words) else (str(value),)
        return [" ".join(line.split()) for text in every for line in text.splitlines() if len(line) > 2]
    if isinstance(value, BaseModel):
        return [text for name in type(value).model_fields for text in leaves(getattr(value, name))]
    if hasattr(value, "__dataclass_fields__"):
        return [text for name in value.__dataclass_fields__ for text in leaves(getattr(value, name))]
    if isinstance(value, dict):
        return [text for pair in value.items() for one in pair for text in leaves(one)]
    if isinstance(value, (list, tuple, set, frozenset)):
        return [text for one in value for text in leaves(one)]
    return []
