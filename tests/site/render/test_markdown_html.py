"""Markdown in records -> HTML: headings in their place, links to allowed schemes, nothing that runs or loads."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.fields.link_schemes import PROSE_SCHEMES
from generator.model.fields.text import Words
from generator.site.render import markdown_html
from generator.site.render.markdown_html import Prose

ALLOWED_TAGS = set("p br hr em strong code pre blockquote ul ol li a h2 h3 h4 h5 h6".split())
ALLOWED_ATTRIBUTES = {"href", "title", "rel", "start", "class"}
PIECES = st.sampled_from(
    [
        *("[a](", "[a]: ", "![a](", "<", ">", ")", "]", "javascript:", "JaVaScRiPt:", "data:text/html,", "vbscript:"),
        *(
            "<script>",
            "</p>",
            '" onclick="x',
            "' onload='x",
            "<img src=x onerror=y>",
            "<!--",
            "&lt;",
            "&#106;",
            "&colon;",
        ),
        *(
            "https://x.org",
            "//x.org",
            "mailto:a@x.org",
            "tel:999",
            "`",
            "```\n",
            "~~~html onclick=x\n",
            "    ",
            "\t",
            "\\",
        ),
        *(
            "# ",
            "###### ",
            "- ",
            "1. ",
            "> ",
            "***",
            "---\n",
            "===\n",
            "| a |",
            "\n",
            "\n\n",
            " ",
            "  \n",
            "a",
            "\u00a0",
        ),
    ]
)
MARKDOWN = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=3)), max_size=15).map("".join)
PLAIN = (
    st.lists(
        st.sampled_from(
            ["a", "b c", "é", ".", ",", "'", '"', "?", "(", ":", "1", " ", "  ", "\n", "\n\n", "\n \n", "\t", "\u00a0"]
        ),
        max_size=14,
    )
    .map("".join)
    .map(str.strip)
    .filter(bool)
)


def html(text: str, under: int = 1) -> str:
    return str(Prose("en").html(text, under))


def elements(markup: str) -> list[tuple[str, dict[str, str]]]:
    """Every element that a browser makes of some HTML."""
    tree = html5lib.parseFragment(markup, namespaceHTMLElements=False)
    return [(element.tag, dict(element.attrib)) for element in tree.iter() if element.tag != "DOCUMENT_FRAGMENT"]


def text_blocks(markup: str) -> list[str]:
    """The text of each paragraph, its white space as a browser shows it."""
    tree = html5lib.parseFragment(markup, namespaceHTMLElements=False)
    return [" ".join(re.split(r"[ \t\n]+", "".join(block.itertext()).strip(" \t\n"))) for block in tree]


@given(MARKDOWN)
@example("[a](<javascript:alert(1)>) ![x](https://x.org/p.png) <img src=x onerror=y>")
@example("[a](java&#115;cript:x) [b](\\javascript:x) [c](&#1;javascript:x)")
def test_whatever_an_author_writes_nothing_runs_and_nothing_loads(text: str) -> None:
    found = elements(html(text))
    assert {str(tag) for tag, _ in found} - ALLOWED_TAGS == set()
    assert {name for _, attributes in found for name in attributes} - ALLOWED_ATTRIBUTES == set()
    links = [attributes["href"] for _, attributes in found if "href" in attributes]
    schemes = {match[1].lower() for link in links if (match := re.match(r"[\x00-\x20]*([A-Za-z][\w+.-]*):", link))}
    assert schemes - PROSE_SCHEMES == set()


@given(PLAIN)
@example("a\n\n \n\nb")
@example("a \nb")
@example(" \tcode?")
@example("a\n  b")
def test_plain_text_reads_the_same_by_the_quick_way_and_by_the_parser(text: str) -> None:
    if markdown_html.MARKED_UP.search(text):
        return
    assert text_blocks(html(text)) == text_blocks(markdown_html._parser(1).render(text))


def test_plain_paragraphs_are_split_at_blank_lines() -> None:
    assert html("One.\nStill one.\n\n \n\nTwo.") == "<p>One.\nStill one.</p>\n<p>Two.</p>\n"


def test_plain_text_is_escaped() -> None:
    assert html('It\'s "free".') == "<p>It&#39;s &#34;free&#34;.</p>\n"


@pytest.mark.parametrize(
    ("markdown", "under", "tag"),
    [("# A", 1, "h2"), ("## A", 1, "h2"), ("### A", 1, "h3"), ("# A", 2, "h3"), ("## A", 2, "h3"), ("### A", 2, "h4")],
)
def test_a_heading_stands_below_the_one_above_it(markdown: str, under: int, tag: str) -> None:
    assert html(markdown, under) == f"<{tag}>A</{tag}>\n"


@pytest.mark.parametrize("under", [1, 2, 5])
def test_no_heading_is_lower_than_the_sixth(under: int) -> None:
    assert html("###### A", under) == "<h6>A</h6>\n"


def test_a_link_out_keeps_to_itself_where_it_was_clicked() -> None:
    assert html("[a](https://x.org)") == '<p><a href="https://x.org" rel="noreferrer noopener">a</a></p>\n'


def test_a_link_to_our_own_page_has_no_such_note() -> None:
    assert html("[a](/rights/)") == '<p><a href="/rights/">a</a></p>\n'


def test_raw_html_is_shown_as_it_was_typed() -> None:
    assert html("a <b>b</b>") == "<p>a &lt;b&gt;b&lt;/b&gt;</p>\n"


def test_a_picture_is_not_loaded() -> None:
    assert "<img" not in html("![a](https://x.org/a.png)")


def test_the_words_are_those_of_the_sites_language() -> None:
    words = Words({"en": "Help", "cy": "Cymorth"})
    assert [str(Prose(language).html(words)) for language in ("cy", "en")] == ["<p>Cymorth</p>\n", "<p>Help</p>\n"]


@pytest.mark.parametrize("text", ["Cymorth", "*Cymorth*"])
def test_words_that_are_not_there_in_the_sites_language_name_their_own(text: str) -> None:
    found = str(Prose("en").html(Words({"cy": text})))
    assert found.startswith('<div lang="cy" dir="ltr">\n<p>')
    assert found.endswith("</p>\n</div>\n")
