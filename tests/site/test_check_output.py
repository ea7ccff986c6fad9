"""A built folder -> links that lead nowhere, ids used twice, headings and pictures without their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.settings import Settings
from generator.site.check_output import broken_html
from tests.sites import a_site


def found_in(folder: Path, body: str, file: str = "services/index.html", site: Settings | None = None) -> list[str]:
    """What is wrong with a small site, of which one page has this body below its heading, from line 2 on."""
    pages = {
        "index.html": "<h1>Home</h1>",
        "who/index.html": '<h1>Who</h1><p id="older">Older</p><p id="café">Café</p>',
        file: f"<h1>Here</h1>\n{body}",
    }
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "feeds").mkdir(exist_ok=True)
    (folder / "feeds/campaigns.xml").write_text("<rss/>", encoding="utf-8")
    (folder / "a b.png").write_bytes(b"")
    return [str(problem) for problem in broken_html(folder, site or a_site())]


@pytest.mark.parametrize(
    "link",
    [
        "/",
        "/who/",
        "/who/#older",
        "/who/#caf%C3%A9",
        "/who/index.html",
        "/feeds/campaigns.xml",
        "/a%20b.png",
        "../who/",
        "../who/#older",
        "../",
        "..",
        ".",
        "./",
        "",
        "#",
        "#top",
        "?page=2",
        "https://help.example.org/who/#older",
        "https://www.example.com/any",
        "mailto:help@example.org",
        "tel:+441632960001",
        "sms:+441632960001",
    ],
)
def test_a_good_link_is_no_problem(tmp_path: Path, link: str) -> None:
    assert found_in(tmp_path, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    "link",
    [
        "/nowhere/",
        "/who",
        "/who/#younger",
        "#nothing",
        "../nowhere/",
        "../../../../../../etc/passwd",
        "/../outside.html",
        "https://help.example.org/nowhere/",
        "https://help.example.org/who/#younger",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//elsewhere.example.com/",
        "http://[bad/",
        "tell:999",
    ],
)
def test_a_bad_link_is_told_with_its_place(tmp_path: Path, link: str) -> None:
    assert found_in(tmp_path, f'<p>x</p>\n<a href="{link}">x</a>') == [
        f"services/index.html:3:1: the link {link} leads nowhere"
    ]


def test_a_bad_link_is_told_for_each_page_that_has_it(tmp_path: Path) -> None:
    found_in(tmp_path, '<a href="/nowhere/">x</a>', "a.html")
    assert found_in(tmp_path, '<a href="/nowhere/">x</a>', "b.html") == [
        "a.html:2:1: the link /nowhere/ leads nowhere",
        "b.html:2:1: the link /nowhere/ leads nowhere",
    ]


@pytest.mark.parametrize(
    "tag", ['<img src="/no.png" alt="">', '<script src="/no.png"></script>', '<link href="/no.png">']
)
def test_what_a_page_fetches_must_be_there(tmp_path: Path, tag: str) -> None:
    assert found_in(tmp_path, tag) == ["services/index.html:2:1: the link /no.png leads nowhere"]


def test_where_a_form_goes_must_be_there(tmp_path: Path) -> None:
    assert found_in(tmp_path, '<form action="/send/"></form>') == [
        "services/index.html:2:1: the link /send/ leads nowhere"
    ]


def test_a_site_below_the_root_of_its_host_may_not_lead_out_of_its_path(tmp_path: Path) -> None:
    site = a_site(site_url="https://example.org/help/")
    assert found_in(tmp_path, '<a href="/help/who/">x</a><a href="/who/">x</a>', site=site) == [
        "services/index.html:2:1: the link /who/ leads nowhere"
    ]


def test_an_id_used_twice_is_told_at_its_second_place(tmp_path: Path) -> None:
    assert found_in(tmp_path, '<p id="a">x</p>\n<p id="a">x</p>') == [
        'services/index.html:3:1: the id "a" is used twice'
    ]


def test_a_page_without_a_main_heading_is_told(tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_text("<h2>Help</h2>", encoding="utf-8")
    assert found_in(tmp_path, "") == ["bare.html:1:1: this page has 0 main headings (h1); it needs exactly one"]


def test_a_page_with_two_main_headings_is_told(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<h1>Again</h1>") == [
        "services/index.html:1:1: this page has 2 main headings (h1); it needs exactly one"
    ]


def test_an_empty_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("\n", encoding="utf-8")
    assert found_in(tmp_path, "") == ["empty.html:1:1: this page is empty"]


def test_a_picture_without_alt_text_is_told(tmp_path: Path) -> None:
    assert found_in(tmp_path, '<img src="/a%20b.png">') == ["services/index.html:2:1: this picture has no alt text"]


def test_a_picture_that_says_nothing_on_purpose_is_no_problem(tmp_path: Path) -> None:
    assert found_in(tmp_path, '<img src="/a%20b.png" alt="">') == []
