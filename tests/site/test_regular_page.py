"""What the one pass over a page says is what a parser says; of whatever may be read in two ways it says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from generator.site.regular_page import LINKS, regular_page

PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Help &amp; support</title>
<link rel="stylesheet" href="/assets/waymark.css">
<style>a > b { color: red }</style>
<script>if (a < b && c > d) { document.write("<a href=\\"/no/\\">") }</script>
</head>
<body>
<!-- a comment with <a href="/unseen/"> in it -->
<header id="top"><a class="name" href="/">Home</a><img src="/logo.png" alt="" width="4"></header>
<main>
<h1 id="one">One &lt;heading&gt;</h1>
<p>Words<br>and <a href="/who/?a=1&amp;b=2#x" rel="noopener">more "words" &amp; 'others' = 3</a></p>
<svg viewBox="0 0 4 4"><path d="M0 0"/><title>A mark</title></svg>
<form action="/search/"><input name="q" id="q" required><button>Search</button></form>
<ul><li id="caf\u00e9">Caf\u00e9</li></ul>
</main>
<script src="/assets/site.js" defer></script>
</body>
</html>
"""
PIECES = [
    *('"', "'", "<", ">", "/", "=", "&", "-->", "<!--", "--", "<!", "<?x?>", "]]>", "<![CDATA[", "\x00", "\r", "\x0c"),
    *("<p>", "</p>", "</a>", "<a href=/x/>", "<a href='/x/'>", '<a href="/x/" href="/y/">', '<A HREF="/x/">', "<h1>"),
    *('<img src="/x.png">', "<img alt src>", '<p id="one">', "<p id>", "<title>", "</title>", "<script>", "</script>"),
    *("<style>", "</style >", "<textarea>", "<noscript>", '<a href="/x/', "<body id=b>", '<html id="h">', "<head>"),
    *("&lt", "&copy;", '<a href="&notit;">', '<a href="&#x41;">', "<template>", "\ufeff", "<x-y>", '<A Id="z">'),
    *("<a\nhref=\"/x/\"\n>", "</svg>", "<svg>", '<svg viewBox="0" ID="v">', "<image src=\"/i.png\">", "<br/ >"),
    *("<b/>", "<a / href=\"/z/\">", "</>", "< a>", "<a href>", "<select><p id=z>", "<iframe>", "<math>", "<plaintext>"),
    *('<a href="/x/"id="z">', "<table><a href=\"/t/\"></table>", "<li><li id=\"l\">", "</script><a href=\"/s/\">"),
]  # fmt: skip


def parsed(page: str) -> tuple[list[str], list[str], int, int]:
    """The ids, links, main headings, and pictures without words of a page, as a parser reads it."""
    root = lxml_html.document_fromstring(page.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    elements = list(root.iter(etree.Element))
    links = [link for one in elements for name in LINKS if (link := one.get(name)) is not None]
    ids = [name for one in elements if (name := one.get("id")) is not None]
    bare = [one for one in elements if one.tag == "img" and one.get("alt") is None]
    return ids, list(dict.fromkeys(links)), len(root.findall(".//h1")), len(bare)


def assert_the_same_or_nothing(page: str) -> None:
    found = regular_page(page.encode("utf-8", "surrogatepass"))
    if found is not None:
        ids, links, headings, bare = parsed(page)
        assert (sorted(found.ids), list(found.links), 1, 0) == (sorted(ids), links, headings, bare)


def test_a_page_as_ours_is_read_without_a_parser() -> None:
    found = regular_page(PAGE.encode())

    assert found is not None
    assert found.ids == {"top", "one", "q", "café"}
    assert found.links == ("/assets/waymark.css", "/", "/logo.png", "/who/?a=1&b=2#x", "/search/", "/assets/site.js")
    assert_the_same_or_nothing(PAGE)


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_anywhere_is_read_as_a_parser_reads_it_or_not_at_all(piece: str) -> None:
    for at in range(len(PAGE) + 1):
        assert_the_same_or_nothing(PAGE[:at] + piece + PAGE[at:])


@pytest.mark.parametrize("length", [1, 3])
def test_a_page_that_lacks_some_letters_is_read_as_a_parser_reads_it_or_not_at_all(length: int) -> None:
    for at in range(len(PAGE)):
        assert_the_same_or_nothing(PAGE[:at] + PAGE[at + length :])


CHANGE = st.tuples(st.integers(0, len(PAGE)), st.integers(0, 12), st.sampled_from(["", *PIECES]) | st.text(max_size=4))


@given(st.lists(CHANGE, min_size=1, max_size=6))
def test_a_page_that_is_spoilt_is_read_as_a_parser_reads_it_or_not_at_all(changes: list[tuple[int, int, str]]) -> None:
    page = PAGE
    for at, length, piece in changes:
        page = page[:at] + piece + page[at + length :]
    assert_the_same_or_nothing(page)


@pytest.mark.parametrize(
    "spoilt",
    [
        PAGE.replace("</h1>", "</h1><h1>Two</h1>"),
        PAGE.replace(' alt=""', ""),
        PAGE.replace('id="q"', 'id="one"'),
        PAGE.replace("<!doctype html>", ""),
        PAGE.replace("h1", "h2"),
    ],
)
def test_a_page_with_a_fault_is_left_to_the_parser_which_names_the_line(spoilt: str) -> None:
    assert regular_page(spoilt.encode()) is None
