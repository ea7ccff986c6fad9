"""Numbers reach people who read a page by other means: extractors of text, speech, eyes that read from the right."""

from __future__ import annotations

import re

import pytest
from lxml.html import HtmlElement

from tests.built_site.browser import Visitor
from tests.built_site.conftest import Built

TO_REACH = "a[starts-with(@href, 'tel:') or starts-with(@href, 'sms:') or starts-with(@href, 'mailto:')]"
BLOCKS = ("p", "li", "dd", "dt", "td", "th", "div", "section", "main", "figcaption", "blockquote", "caption", "summary")
BLOCKS += ("h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "nav", "aside", "article", "body")
A_LETTER = re.compile(r"[^\W\d_]")
IN_THREE_LANGUAGES = "services/in-three-languages/"
GROUPS = """(swap) => {
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const at = node.data.search(/01632.960.012/);
    if (at < 0) continue;
    if (swap) node.data = node.data.replaceAll("\\u00a0", " ");
    return [[0, 5], [6, 9], [10, 13]].map(([from, to]) => {
      const group = document.createRange();
      group.setStart(node, at + from);
      group.setEnd(node, at + to);
      return group.getBoundingClientRect().left;
    });
  }
}"""
"""Where each group of digits of a number in a sentence is drawn. `swap`: with spaces, as nobody should write it."""


def nothing_but_a_link(tree: HtmlElement) -> list[str]:
    """The blocks of a page whose words are all inside links that call, text or write to somebody."""
    found = []
    for link in tree.xpath(f"//{TO_REACH}"):
        block = next(parent for parent in link.iterancestors() if parent.tag in BLOCKS)
        around = "".join(block.xpath(f".//text()[not(ancestor::{TO_REACH})]"))
        if not A_LETTER.search(around):
            found.append(" ".join(link.text_content().split()))
    return found


@pytest.mark.parametrize("name", ["built", "nasty", "nasty_rtl"])
def test_no_paragraph_is_nothing_but_a_number_or_an_address(name: str, request: pytest.FixtureRequest) -> None:
    """Programs that take the words out of a page drop such a paragraph with the menus; read out, it has no sense."""
    site: Built = request.getfixturevalue(name)
    links = sum(len(tree.xpath(f"//{TO_REACH}")) for tree in site.trees.values())

    assert links > 50
    assert {page: found for page, tree in site.trees.items() if (found := nothing_but_a_link(tree))} == {}


def test_a_number_in_an_arabic_sentence_is_drawn_in_its_order_and_would_not_be_with_spaces(
    visitors: dict[str, Visitor],
) -> None:
    page = visitors["ar"].at(IN_THREE_LANGUAGES, (1280, 800))
    whole, broken = page.evaluate(GROUPS, False), page.evaluate(GROUPS, True)

    assert whole == sorted(whole)
    assert broken == sorted(broken, reverse=True)


def test_a_page_read_from_the_left_keeps_the_spaces_of_its_numbers(nasty: Built) -> None:
    assert "\u00a0" not in nasty.pages[IN_THREE_LANGUAGES]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_number_to_call_is_broken_across_two_lines(language: str, visitors: dict[str, Visitor]) -> None:
    page = visitors[language].at("services/everything-known/", (320, 640))
    heights = page.eval_on_selector_all(
        "main a[href^='tel:'], main a[href^='sms:']",
        """(links) => links.filter((link) => link.closest('.reach')).map((link) => {
          const words = document.createRange();
          let text = link.firstChild;
          while (text.firstChild) text = text.firstChild;
          words.selectNodeContents(text);
          return new Set([...words.getClientRects()].map((one) => Math.round(one.top))).size;
        })""",
    )

    assert len(heights) > 1
    assert set(heights) == {1}
