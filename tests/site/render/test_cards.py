from __future__ import annotations

import re
from html import unescape

from lxml import html

from generator import urls
from generator.content.loading.shipped import read_vocabulary
from generator.model.vocabulary import Vocabulary
from generator.output import Page
from generator.site.render.directory_pages import card_pages, numbers_of
from tests.builders import a_service, an_edition
from tests.sites import a_publication, page_at, some_templates

ABUSE = {
    "name": "Rape and Sexual Abuse Support Line",
    "kind": "helpline",
    "summary": "Help after rape.",
    "helps_with": ["sexual-violence"],
    "contact": [
        {"phone": "0808 500 2222", "label": "Rape helpline", "hours": "24/7", "note": "For survivors of rape."},
        {"text": "01632 960002", "label": "Text"},
        {"website": "https://rape.example.org"},
    ],
}


def cards(*services: object) -> list[Page]:
    return list(card_pages(some_templates(*services)))  # type: ignore[arg-type]


def text_of(page: Page) -> str:
    return " ".join(html.fragment_fromstring(page.body, create_parent="main").text_content().split())


def crime_words(vocabulary: Vocabulary) -> set[str]:
    terms = [*vocabulary.crimes.values(), *vocabulary.kinds.values()]
    phrases = {str(word) for term in terms for word in (term.name, *term.synonyms, *term.terms)}
    return {word for phrase in phrases for word in phrase.lower().split() if len(word) > 4} - {"someone", "small"}


def test_a_card_holds_numbers_and_times() -> None:
    (page,) = cards(a_service(**ABUSE))
    first = html.fragment_fromstring(page.body, create_parent="main").find(".//div[@class='cut']")

    assert [" ".join(p.text_content().split()) for p in first.iter("p")] == [
        "Numbers",
        "Call 0808 500 2222 Day and night, every day",
        "Text 01632 960002",
    ]


def test_a_card_says_nothing_of_what_the_service_is_for() -> None:
    (page,) = cards(a_service(**ABUSE))
    said = f"{page.title} {page.description} {text_of(page)}".lower()

    assert {"rape", "abuse", "sexual", "survivors", "help in cumbria"} & set(said.split()) == set()
    assert crime_words(read_vocabulary()) & set(said.split()) == set()
    assert "rape.example.org" not in page.body


def test_a_reader_is_told_that_someone_may_see_it() -> None:
    (page,) = cards(a_service())

    assert "Someone may see this card." in text_of(page)


def test_a_card_keeps_the_site_off_its_title_and_off_paper() -> None:
    (page,) = cards(a_service())

    assert (page.title, page.discreet) == ("Small card 1", True)
    assert page.address == "services/victim-support-cumbria/card/"


def test_every_card_has_a_title_of_its_own() -> None:
    pages = cards(a_service(), a_service(id="other"))

    assert [page.title for page in pages] == ["Small card 1", "Small card 2"]


def test_copies_for_paper_are_not_read_out_or_reached_by_keyboard() -> None:
    (page,) = cards(a_service())
    body = html.fragment_fromstring(page.body, create_parent="main")
    copies = body.findall(".//div[@class='cut on-paper']")

    assert len(copies) == 7
    assert {copy.get("aria-hidden") for copy in copies} == {"true"}
    assert [link for copy in copies for link in copy.iter("a")] == []


def test_only_numbers_that_a_reader_may_see_are_on_a_card() -> None:
    edition = an_edition(
        a_service(id="unchecked", checked=None),
        a_service(id="closed", status="closed"),
        a_service(id="not-yet", status="not-yet"),
        a_service(id="no-number", contact=[{"website": "https://example.org"}]),
        a_service(id="shown"),
    )

    assert [service.id for service in edition.catalogue.services if numbers_of(edition, service)] == ["shown"]


def test_the_service_page_leads_to_its_card() -> None:
    site = a_publication(a_service(), a_service(id="silent", contact=[]))

    assert f'href="/{urls.card("victim-support-cumbria")}"' in page_at("services/victim-support-cumbria/", site).body
    assert "card/" not in page_at("services/silent/", site).body


def test_a_number_can_be_sent_in_a_text_that_holds_nothing_else_and_a_warning_stands_before_it() -> None:
    (page,) = cards(a_service(**ABUSE))
    links = re.findall(r'href="(sms:\?[^"]+)"', page.body)

    assert [unescape(link) for link in links] == ["sms:?&body=0808%20500%202222", "sms:?&body=01632%20960002"]
    assert page.body.index("A message stays where it was sent from") < page.body.index("sms:?")
    assert not crime_words(read_vocabulary()) & set(text_of(page).lower().split())


def test_a_number_can_be_copied_by_a_button_that_only_a_script_shows() -> None:
    (page,) = cards(a_service(**ABUSE))

    assert re.findall(r'<button type="button" hidden data-copy="([^"]+)"', page.body) == [
        "0808 500 2222",
        "01632 960002",
    ]
