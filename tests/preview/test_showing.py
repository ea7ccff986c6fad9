"""What a browser gets from a preview: pages with a bar, other days, drafts, mistakes in the page, and no way out."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from lxml import html as lxml_html

from generator.cli.engine import ENGINE
from generator.preview.current_site import Answer, Showing
from generator.preview.server import HERE, Handler, PreviewServer
from generator.preview.snapshot import PreviewDay
from tests.builders import at
from tests.site_builder import PATIENCE, SERVICES_YAML, Site, a_site

OLD = "---\nchecked: {on: 2026-01-31, by: Us, how: read}\n---\n# Stay safe online\n"
FUTURE = """\
---
id: harbour-week
title: Harbour Week
summary: A week about safe harbours.
about: [any-crime]
services: [victim-support-cumbria]
runs:
  - {from: 2027-06-07, to: 2027-06-13}
posts:
  - {id: harbour-2027, at: 2027-06-07 09:00, text: Victim Support can help.}
---
Words.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with one campaign that nobody confirmed yet."""
    return a_site(
        tmp_path_factory.mktemp("preview") / "site", **{"campaigns/harbour.md": FUTURE, "content/stay-safe.md": OLD}
    )


@pytest.fixture
def showing(site: Site) -> Showing:
    """The site as on 10 February 2027."""
    site.write("services.yaml", SERVICES_YAML)
    day = PreviewDay(at("2027-02-10 09:00"))
    return Showing(
        site.root, site.root / "overrides", day, lambda: at("2026-11-24 10:00"), "http://127.0.0.1:8000/", ENGINE
    )


def text_of(answer: Answer) -> str:
    return " ".join(lxml_html.document_fromstring(answer.body.decode()).text_content().split())


def test_every_page_has_a_bar_with_the_day_and_the_way_to_others(showing: Showing) -> None:
    for address in ("/", "/services/victim-support-cumbria/", "/privacy/", "/services/victim-support-cumbria/card/"):
        answer = showing.answer(address)

        assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert "Preview as on Wednesday 10 February 2027, 9am" in text_of(answer)
        assert f'move=1&amp;back={address}"' in answer.body.decode()


def test_a_page_is_what_a_build_makes_of_it(showing: Showing) -> None:
    body = showing.answer("/services/victim-support-cumbria/").body.decode()

    assert body.startswith("<!doctype html>")
    assert 'href="tel:+443003030554"' in body
    assert "<main" in body


def test_files_and_feeds_have_their_own_types(showing: Showing) -> None:
    assert showing.answer("/assets/waymark.css").headers == {"Content-Type": "text/css"}
    assert b"dating-scams-2027-launch" in showing.answer("/feeds/campaigns.xml").body
    assert b"harbour-2027" not in showing.answer("/feeds/campaigns.xml").body


def test_no_style_or_script_of_a_preview_needs_more_than_the_policy_allows(showing: Showing) -> None:
    tree = lxml_html.document_fromstring(showing.answer("/").body.decode())
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")

    assert "form-action 'self'" in policy
    assert tree.xpath("//style | //*[@style]") == []
    assert tree.xpath("//aside[@class='preview-bar']//script") == []
    for name in ("preview.css", "preview.js"):
        assert showing.answer(f"/_preview/{name}").status == 200


def test_another_day_is_shown_and_the_reader_is_led_back(showing: Showing) -> None:
    led = showing.answer("/_preview/day?to=2027-03-05T09:00&back=/campaigns/")

    assert (led.status, led.headers) == (303, {"Location": "/campaigns/"})
    assert "This campaign is over." in text_of(showing.answer("/campaigns/dating-scams/"))
    showing.answer("/_preview/day?move=-7&back=/")
    assert "Friday 26 February 2027, 9am" in text_of(showing.answer("/"))
    showing.answer("/_preview/day?to=now")
    assert "Tuesday 24 November 2026, 10am" in text_of(showing.answer("/"))


@pytest.mark.parametrize("to", ["", "to=yesterday", "to=2027-02-30T09:00", "move=x", "move=99999999999", "move="])
def test_a_day_that_does_not_exist_changes_nothing(to: str, showing: Showing) -> None:
    assert showing.answer(f"/_preview/day?{to}&back=/").status == 303
    assert "10 February 2027, 9am" in text_of(showing.answer("/"))


@pytest.mark.parametrize("back", ["/%0D%0ASet-Cookie:x", "/%09/evil.example.org"])
def test_no_address_to_go_back_to_writes_a_header_of_its_own(back: str, showing: Showing) -> None:
    location = showing.answer(f"/_preview/day?move=0&back={back}").headers["Location"]

    assert [letter for letter in location if letter.isspace()] == []


@pytest.mark.parametrize("back", ["//evil.example.org/", "https://evil.example.org/", "/%5Cevil.example.org", "x"])
def test_a_preview_leads_to_no_other_site(back: str, showing: Showing) -> None:
    assert showing.answer(f"/_preview/day?move=0&back={back}").headers["Location"] == "/"


def test_drafts_are_shown_and_marked_and_can_be_hidden(showing: Showing) -> None:
    mark = "Only in this preview. Nobody has confirmed these dates yet."

    assert mark in text_of(showing.answer("/campaigns/"))
    assert mark in text_of(showing.answer("/campaigns/harbour-week/"))
    showing.answer("/_preview/drafts?show=no&back=/")
    assert "Harbour Week" not in text_of(showing.answer("/campaigns/"))
    assert showing.answer("/campaigns/harbour-week/").status == 404
    assert "as the public sees it" in text_of(showing.answer("/"))
    showing.answer("/_preview/drafts?show=yes&back=/")
    assert mark in text_of(showing.answer("/campaigns/"))


def test_a_mistake_shows_in_every_page_with_its_line_and_mending_it_brings_the_page_back(
    site: Site, showing: Showing
) -> None:
    site.change("services.yaml", "kind: victim-hub", "kind: <b>hub")
    answer = showing.answer("/services/")
    seen = showing.version
    site.write("services.yaml", SERVICES_YAML)
    showing.refresh()

    assert answer.status == 500
    assert "services.yaml, line 10" in text_of(answer)
    assert "<b>" not in answer.body.decode()
    assert "10 kind: <b>hub" in text_of(answer)
    assert showing.changed_since(seen, 0)
    assert showing.answer("/services/").status == 200


def test_a_template_that_is_wrong_is_said_in_the_page(site: Site, showing: Showing) -> None:
    site.take_template("pages/services.html")
    template = site.root / "overrides/pages/services.html"
    right = template.read_text(encoding="utf-8")
    template.write_text("{{ nothing.of.the.kind }}", encoding="utf-8")
    answer = showing.answer("/services/")
    template.write_text(right, encoding="utf-8")

    assert answer.status == 500
    assert "this template fails: 'nothing' is undefined; mend it" in text_of(answer)
    assert showing.answer("/services/").status == 200


def test_a_preview_that_could_not_begin_says_why_and_begins_when_it_can(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"services.yaml": ""})
    showing = Showing(
        site.root,
        site.root / "overrides",
        PreviewDay(at("2027-02-10 09:00")),
        lambda: at("2027-02-10 09:00"),
        "http://127.0.0.1:8000/",
        ENGINE,
    )

    assert "this file is empty" in text_of(showing.answer("/"))
    site.write("services.yaml", SERVICES_YAML)
    assert showing.answer("/").status == 200


def test_what_is_not_there_is_the_sites_own_page_for_that(showing: Showing) -> None:
    answer = showing.answer("/nowhere/")

    assert answer.status == 404
    assert "Preview as on" in text_of(answer)
    assert showing.answer("/_preview/nothing").status == 404
    assert showing.answer("/../services.yaml").status == 404
    assert showing.answer("/services").headers == {"Location": "/services/"}


def test_what_could_be_better_is_one_click_away(showing: Showing) -> None:
    answer = showing.answer("/_preview/notes")
    notes = text_of(answer)

    assert b'<li><a href="/services/harbour-refuge/">Harbour</a>: never checked</li>' in answer.body
    assert "content/stay-safe.md:2:15 last checked on 2026-01-31" in notes


@contextmanager
def served(showing: Showing) -> Iterator[str]:
    server = PreviewServer((HERE, 0), Handler)
    server.showing = showing
    running = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    running.start()
    try:
        yield f"http://{HERE}:{server.server_address[1]}"
    finally:
        server.shutdown()
        running.join()
        server.server_close()


def test_a_page_hears_of_news_and_of_nothing_else(showing: Showing) -> None:
    with served(showing) as address:
        old = showing.version
        with urllib.request.urlopen(f"{address}/_preview/changes?seen={old}", timeout=PATIENCE) as news:  # noqa: S310 # ours
            assert news.headers["Content-Type"] == "text/event-stream"
            showing.show(showing.view.day)
            assert news.readline() == b"data: new\n"


BACKWARDS = "{{ 'enaL yrrebesooG 7' | reverse }}"
"""No search of the template finds it: only one of the page does."""


@pytest.mark.parametrize("secret", ["7 Gooseberry Lane", BACKWARDS, "01632 960777", "0845 30 30 900"])
def test_no_page_is_shown_that_a_build_would_stop_at(secret: str, showing: Showing, site: Site) -> None:
    site.change("overrides/main.html", "</main>", f"{secret}</main>")

    try:
        for path in ("/", "/services/", "/nowhere/"):
            answer = showing.answer(path)
            assert (answer.status, "1 to mend" in text_of(answer)) == (500, True)
            assert "Gooseberry" not in text_of(answer)
        # What a check finds stops the whole site; what only a page's own search finds stops that page.
        assert showing.answer("/assets/waymark.css").status == (200 if secret == BACKWARDS else 500)
    finally:
        site.change("overrides/main.html", f"{secret}</main>", "</main>")
    assert showing.answer("/").status == 200
