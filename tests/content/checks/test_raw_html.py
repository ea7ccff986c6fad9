"""What the site's policy for browsers would stop in a page, or would ask another site, is an error with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.checks.raw_html import MOST_OPEN, stopped, stopped_in
from tests.builders import ANY_INPUT

ELEMENT = (
    "is stopped by the site's own rules for safety; take it out, and write a link: [Words](https://www.example.org/)"
)
ATTRIBUTE = "in a tag is stopped by the site's own rules for safety; take it out"
ELSEWHERE = (
    "this would come from another site, which then knows who reads the page; put the picture into content/images/ and "
    "write ![What it shows](images/name.png)"
)
LINK = "a link begins with https:, mailto:, tel: or sms: here; write [Words](https://www.example.org/)"
ODD = "browsers do not agree on what this HTML means; take it out, and write it in Markdown"


def wrong(text: str) -> list[str]:
    """What is said of a page, each with its line and column."""
    return [str(one).removeprefix("content/a.md:") for one in stopped_in(text, "content/a.md", "content")]


@pytest.mark.parametrize(
    "tag",
    """script iframe object embed form input button select textarea style link meta base svg math video audio track
    applet frame frameset noscript template portal marquee dialog canvas map area param slot fencedframe x-custom html
    head body title iframE SCRIPT""".split(),
)
def test_an_element_that_runs_fetches_or_asks_is_named_on_its_line(tag: str) -> None:
    assert f"3:1: <{tag.lower()}> {ELEMENT}" in wrong(f"# A page\n\n<{tag} x=y></{tag}>\n")
    assert f"3:7: <{tag.lower()}> {ELEMENT}" in wrong(f"# A page\n\nWords <{tag} x=y></{tag}>\n")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('<p onclick="x()">a</p>', "onclick"),
        ("<P ONMOUSEOVER=x>a</P>", "onmouseover"),
        ("<img src=a.png alt=x onerror=x>", "onerror"),
        ("<a/onfocus=x href=a>b</a>", "onfocus"),
        ("<details ontoggle=x open>a</details>", "ontoggle"),
        ('<p style="color: red">a</p>', "style"),
        ("# Heading {: style='color: red' }", "style"),
        ("# Heading {: onclick='x' }", "onclick"),
        ("[a](b.md){: onmouseover=x }", "onmouseover"),
        ("<p srcdoc='<script>'>a</p>", "srcdoc"),
        ("<a ping=https://evil.example.org href=a>b</a>", "ping"),
        ("<a formaction=javascript:x href=a>b</a>", "formaction"),
    ],
)
def test_an_attribute_that_runs_or_paints_is_named(text: str, name: str) -> None:
    found = wrong(f"# A page\n\n{text}\n")

    assert any(one.startswith("3:") and one.endswith(f": '{name}' {ATTRIBUTE}") for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "![a](https://evil.example.org/a.png)",
        "![a](http://evil.example.org/a.png)",
        "![a](//evil.example.org/a.png)",
        "![a][b]\n\n[b]: https://evil.example.org/a.png",
        '<img alt="" src="https://evil.example.org/a.png">',
        '<img alt="" src="\\\\evil.example.org\\a.png">',
        '<img alt="" src="/\\evil.example.org/a.png">',
        '<img alt="" src=" https://evil.example.org/a.png">',
        '<img alt="" src="a.png" srcset="a.png, https://evil.example.org/b.png 2x">',
        '<picture><source srcset="//evil.example.org/b.webp"></picture>',
        "![a](data:image/svg+xml;base64,AAAA)",
        '<p lowsrc="https://evil.example.org/a">a</p>',
    ],
)
def test_a_picture_of_another_site_is_named(text: str) -> None:
    found = wrong(f"# A page\n\n{text}\n")

    assert [one.partition(": ")[2] for one in found] == [ELSEWHERE]


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert(1))",
        "[a](JavaScript:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "<a href='\tjava\nscript:x'>a</a>",
        "<a href='&#1;javascript:x'>a</a>",
        "<javascript:x>\n\n[a]: javascript:x\n\n[a]",
        "[a](file:///etc/passwd)",
        "[a](blob:x)",
        "[a](//evil.example.org/)",
        "<a href='\\\\evil.example.org'>a</a>",
        "<blockquote cite='javascript:x'>a</blockquote>",
    ],
)
def test_a_link_that_leads_to_no_page_is_named(text: str) -> None:
    assert LINK in [one.partition(": ")[2] for one in wrong(f"# A page\n\n{text}\n")]


@pytest.mark.parametrize(
    "text", ["<!--><b>a</b>-->", "<!-- a <script>x</script> -->", "<!DOCTYPE html>", "<?php x ?>", "<![CDATA[a]]>"]
)
def test_what_browsers_read_in_different_ways_is_named(text: str) -> None:
    assert wrong(f"# A page\n\n{text}\n") == [f"3:1: {ODD}"]


def test_the_second_of_two_is_named_on_its_own_line_and_code_is_no_html() -> None:
    code = "---\ntitle: A\n---\n`<script>`\n\n```\n<script>\n```\n\n"

    assert wrong(f"{code}<script></script>\n\nWords.\n\n<script></script>\n") == [
        f"10:1: <script> {ELEMENT}",
        f"14:1: <script> {ELEMENT}",
    ]


def test_words_pictures_and_tables_of_ours_are_left_alone() -> None:
    text = """\
# A page

Call <a href="tel:+441632960001">01632 960001</a>, [write](mailto:help@example.org) or [text](sms:+441632960001).

| a | b |
|:-:|--:|
| 1 | 2 |

![The hall](images/hall.jpg) and <img src="/images/hall.jpg" alt="" width="20"> and [out](https://www.example.org/a?b=c:d).

<details><summary>More</summary><p>Words <b>in</b> <abbr title="x">WHO</abbr>.</p></details>

<!-- for the next editor -->

Term
:   Its meaning, 5 < 6 & 7 > 3, a:b, <https://www.example.org/>, <help@example.org>

[down](#a-page) [page](rights.md) [colon](a/b:c)
"""
    assert wrong(text) == []


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "[a][", "> [", "<a ", "<b><", " ", "\t", ">", "- ["])
def test_no_page_makes_markdown_sit_for_minutes(sign: str) -> None:
    found = wrong("# A page\n\n" + sign * 20_000 + "a\n\nWords.\n")

    assert [one.partition(",")[0] for one in found] == [f"3:1: this paragraph holds over {MOST_OPEN} brackets"]


def test_tags_that_never_close_are_named_once() -> None:
    words = "tags stand in tags more than 60 deep here; close those above, or write it in Markdown"

    assert [one.text for one in stopped_in("<div>\n\n" * 200, "content/a.md", "content")] == [words]


@ANY_INPUT
@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "script", "svg", " onload=x", "/", "!--", "--", "a", "'", '"', "`", "\n", "=", "[", "]("]
        )
    )
)
def test_no_script_gets_through_whatever_is_around_it(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(stopped_in(f"{text}\n\n<script>x</script>\n", "content/a.md", "content"))
    code = "`" in text or "<!--" in text or "<" in text

    assert found or code
    assert all(one.location.line >= 1 for one in found)
    assert stopped(f"<p>{'a' * 3}</p><script>x</script>", "content")
