"""Every page of the finished site as a document: right HTML, links that lead on, and nothing fetched from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise

import html5lib
from lxml.html import HtmlElement

from generator.content.loading.config import read_settings
from generator.site.check_output import broken_html
from tests.built_site.conftest import Built
from tests.site_builder import REPOSITORY

OUTWARD = re.compile(r"(?:https?:)?//")
FETCHES = (
    "//link[not(@rel='canonical')][not(@rel='alternate')]/@href",
    "//*[not(self::a)]/@src",
    "//@srcset",
    "//@poster",
    "//object/@data",
    "//form/@action",
    "//*[local-name()='use' or local-name()='image']/@href",
)
"""What a browser fetches, or sends to, without anyone following a link."""


def on_pages(built: Built, xpath: str) -> list[tuple[str, HtmlElement | str]]:
    """Everything that an XPath finds, with its page."""
    return [(address, found) for address, tree in built.trees.items() for found in tree.xpath(xpath)]


def test_every_link_fragment_and_id_is_right(built: Built) -> None:
    settings = read_settings((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))

    assert [str(problem) for problem in broken_html(built.folder, settings)] == []


def test_every_page_is_html_without_a_single_error(built: Built) -> None:
    wrong = {}
    for address, text in built.pages.items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        if parser.errors:
            wrong[address] = parser.errors

    assert wrong == {}


def test_every_page_has_one_main_heading(built: Built) -> None:
    assert [address for address, tree in built.trees.items() if len(tree.findall(".//h1")) != 1] == []


def test_no_page_skips_a_level_of_heading(built: Built) -> None:
    wrong = []
    for address, tree in built.trees.items():
        levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        inside_main = levels[levels.index(1) :]
        if any(after > before + 1 for before, after in pairwise(inside_main)):
            wrong.append((address, levels))

    assert wrong == []


def test_every_title_is_its_own_and_calm(built: Built) -> None:
    titles = Counter(tree.findtext(".//title") for tree in built.trees.values())

    assert [title for title, count in titles.items() if count > 1] == []
    assert [title for title in titles if not title or len(title) > 120 or title != title.strip()] == []


def test_every_page_names_its_language(built: Built) -> None:
    assert {tree.get("lang") for tree in built.trees.values()} == {"en"}


def test_every_page_has_a_description(built: Built) -> None:
    described = {address for address, _ in on_pages(built, "//meta[@name='description'][string-length(@content) > 0]")}

    assert built.pages.keys() - described - {"404.html", "exit/"} == set()


def test_no_page_tells_another_site_where_a_reader_came_from(built: Built) -> None:
    policies = on_pages(built, "//meta[@name='referrer']/@content")

    assert policies == [(address, "no-referrer") for address in built.pages]


def test_every_link_outward_leaves_no_trace(built: Built) -> None:
    links = on_pages(built, "//a[starts-with(@href, 'http') or starts-with(@href, '//')]")
    unsafe = [
        (address, link.get("href"))
        for address, link in links
        if not {"noreferrer", "noopener"} <= set(link.get("rel", "").split())
    ]

    assert len(links) > len(built.pages)
    assert unsafe == []


def test_every_link_outward_is_encrypted(built: Built) -> None:
    assert on_pages(built, "//a[starts-with(@href, 'http:')]/@href") == []


def test_no_link_opens_a_new_window(built: Built) -> None:
    assert on_pages(built, "//@target") == []


def test_no_style_and_no_handler_stands_in_a_page(built: Built) -> None:
    assert on_pages(built, "//style | //@style | //@*[starts-with(name(), 'on')]") == []


def test_every_script_in_a_page_is_named_by_the_page_s_own_policy(built: Built) -> None:
    wrong = []
    for address, tree in built.trees.items():
        policy = "".join(tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))
        for script in tree.xpath("//script[not(@src) and not(@type='application/ld+json')]"):  # which nothing runs
            digest = base64.b64encode(hashlib.sha256((script.text or "").encode()).digest()).decode()
            if f"'sha256-{digest}'" not in policy:
                wrong.append(address)

    assert wrong == []


def test_every_script_is_a_file_of_ours(built: Built) -> None:
    scripts = {str(script).lstrip("/").partition("?")[0] for _, script in on_pages(built, "//script/@src")}

    assert scripts <= built.files.keys()


def test_nothing_is_fetched_from_another_host(built: Built) -> None:
    fetched = [found for xpath in FETCHES for found in on_pages(built, xpath)]

    assert fetched
    assert [found for found in fetched if OUTWARD.match(str(found[1]))] == []


def test_no_stylesheet_fetches_anything(built: Built) -> None:
    sheets = {file: data.decode() for file, data in built.files.items() if file.endswith(".css")}

    assert sheets
    assert [file for file, text in sheets.items() if "url(" in text or "@import" in text] == []


def test_no_page_embeds_another_asks_to_be_installed_or_refreshes_itself(built: Built) -> None:
    asks = "//iframe | //object | //embed | //link[@rel='manifest'] | //meta[@http-equiv='refresh'] | //form"

    assert on_pages(built, asks) == []


def test_no_box_lets_the_browser_keep_what_is_typed_in_it(built: Built) -> None:
    kept = "//input[not(@autocomplete='off')] | //textarea | //select"  # Firefox writes any other to the disk: tried

    assert on_pages(built, "//input[@id='postcode']")
    assert on_pages(built, kept) == []


def test_r26_every_page_leads_a_feed_reader_to_the_feed(built: Built) -> None:
    found = on_pages(built, "//link[@rel='alternate'][@type='application/rss+xml']/@href")

    assert {address for address, link in found if link == "/feeds/campaigns.xml"} >= built.pages.keys() - {"exit/"}
    assert {link for address, link in found if address != "feeds/"} == {"/feeds/campaigns.xml"}


def test_r26_the_feeds_page_leads_a_tool_to_the_feed_of_each_channel_the_json_feed_and_the_calendar(
    built: Built,
) -> None:
    links = built.trees["feeds/"].xpath("//link[@rel='alternate']")
    found = {link.get("href"): (link.get("type"), link.get("title")) for link in links}

    assert found["/feeds/campaigns.json"][0] == "application/feed+json"
    assert found["/feeds/campaigns.ics"][0] == "text/calendar"
    assert found["/feeds/bluesky.xml"] == ("application/rss+xml", "Campaign posts for Bluesky")
    assert {path for path in found if path.endswith(".xml")} >= {"/feeds/x.xml", "/feeds/whatsapp.xml"}


def test_every_page_has_the_way_out_and_999(built: Built) -> None:
    way_out = {
        address
        for address, _ in on_pages(built, "//a[normalize-space()='Leave this site'][starts-with(@href, 'https:')]")
    }
    danger = {address for address, _ in on_pages(built, "//a[@href='tel:999']")}

    assert built.pages.keys() - way_out - {"exit/"} == set()
    assert built.pages.keys() - danger - {"exit/"} == set()


def test_the_page_for_what_is_not_found_has_the_doors_and_a_number(built: Built) -> None:
    links = built.trees["404.html"].xpath("//main//a/@href")

    assert links[:5] == ["/what-happened/", "/who/", "/where/", "/services/", "/search/"]
    assert links[5:] == ["/services/victim-support-cumbria/", "tel:+448081689111"]


def test_every_link_of_the_page_for_what_is_not_found_starts_at_the_root(built: Built) -> None:
    """The page is shown at any address, so a link that starts anywhere else would lead nowhere."""
    links = built.trees["404.html"].xpath("//@href | //@src")

    assert [link for link in links if not link.startswith(("/", "#", "https://", "tel:", "sms:"))] == []


def test_every_picture_says_what_it_shows(built: Built) -> None:
    pictures = on_pages(built, "//img")

    assert [(page, image.get("src")) for page, image in pictures if image.get("alt") is None] == []


def test_no_page_says_that_something_was_lost_in_a_template(built: Built) -> None:
    found = [
        (address, words)
        for address, tree in built.trees.items()
        for words in ("None", "Undefined", "{{", "}}", "{%", "<bound", "generator.model", "&amp;")
        if words in "".join(tree.itertext())
    ]

    assert found == []
