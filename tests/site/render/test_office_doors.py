"""An office's own networks, quality marks and doors: their pages, what leads there, what a service says."""

from __future__ import annotations

import json
import re

from generator import urls
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import vocabulary_of_site
from generator.model.vocabulary import Vocabulary
from generator.site.build import Build
from generator.site.render.search.search_index import search_index
from tests.builders import a_service, read_vocabulary
from tests.sites import a_publication, page_at, some_templates

OWN = """\
kinds:
  victim-hub: {name: Victim care, synonyms: [the harbour hub]}
networks:
  harbour-network:
    name: {en: Harbour Network, cy: Rhwydwaith yr Harbwr}
    plain: Services that meet each month.
    synonyms: [partnership]
    sources: [https://www.example.org/network]
  empty: {name: Empty, plain: Nobody yet.}
marks:
  harbour-mark: {name: Harbour Mark, plain: Somebody has looked at how they treat people.}
doors:
  stages:
    name: Where are you on the way?
    plain: Choose where you are.
    choices:
      - {id: court, name: I have to go to court, plain: Help on the day., synonyms: [trial], services: [member]}
      - {id: later, name: Much later, plain: After all of it., services: [closed]}
"""
MEMBER = a_service(id="member", name="Member", networks=["harbour-network"], marks=["harbour-mark"])
OTHER = a_service(id="other", name="Other")
CLOSED = a_service(id="closed", name="Closed", status="closed", networks=["harbour-network"])


def own(language: str = "en") -> Vocabulary:
    directory, problems = read_directory({"vocabulary.yaml": OWN})
    assert problems == []
    return vocabulary_of_site(directory, language)


def built() -> Build:
    return a_publication(MEMBER, OTHER, CLOSED, vocabulary=own())


def words(address: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", page_at(address, built()).body).split())


def listed(address: str) -> list[str]:
    return re.findall(r'<h3><a href="/services/([a-z-]+)/"', page_at(address, built()).body)


def test_a_network_has_a_page_with_its_listed_services_its_sentence_and_its_sources() -> None:
    assert listed("networks/harbour-network/") == ["member"]
    said = words("networks/harbour-network/")
    assert "Harbour Network Services that meet each month." in said
    assert "Where these facts come from https://www.example.org/network" in said


def test_what_no_listed_service_belongs_to_has_no_page_and_no_link() -> None:
    addresses = {page.address for page in built().pages}

    assert {"networks/", "networks/harbour-network/", "marks/", "marks/harbour-mark/"} <= addresses
    assert {"doors/stages/", "doors/stages/court/"} <= addresses
    assert not {"networks/empty/", "doors/stages/later/"} & addresses
    assert "Empty" not in words("networks/")
    assert "Much later" not in words("doors/stages/")


def test_the_page_of_a_service_says_what_it_is_part_of_and_what_it_holds_and_why() -> None:
    body, said = page_at("services/member/", built()).body, words("services/member/")

    assert "Part of Harbour Network Services that meet each month." in said
    assert "Quality mark Harbour Mark Somebody has looked at how they treat people." in said
    assert '<a href="/networks/harbour-network/">' in body
    assert '<a href="/marks/harbour-mark/">' in body
    assert "https://www.example.org/network" in said
    assert "Part of" not in words("services/other/")


def test_all_services_and_kinds_of_help_lead_there_by_plain_links() -> None:
    for address in ("services/", "kinds/"):
        body = page_at(address, built()).body
        assert '<a href="/networks/harbour-network/">Harbour Network</a>' in body
        assert '<a href="/marks/harbour-mark/">Harbour Mark</a>' in body
    assert "/networks/" not in page_at("who/", built()).body


def test_a_door_stands_on_home_and_its_choices_behind_it() -> None:
    assert '<a href="/doors/stages/">Where are you on the way?</a>' in page_at(urls.HOME, built()).body
    assert '<a href="/doors/stages/court/">I have to go to court</a>' in page_at("doors/stages/", built()).body
    assert listed("doors/stages/court/") == ["member"]


def test_the_search_finds_each_page_by_its_name_and_what_people_type() -> None:
    templates = some_templates(MEMBER, OTHER, CLOSED, vocabulary=own())
    core = json.loads(next(iter(search_index(templates, built().pages))).data)
    found = {address: (title, phrases) for group, address, title, phrases in core["pages"] if group == "page"}

    assert found["networks/harbour-network/"] == ("Harbour Network", "partnership")
    assert found["doors/stages/court/"] == ("I have to go to court", "trial")
    assert found["doors/stages/"][0] == "Where are you on the way?"
    assert found["marks/harbour-mark/"][0] == "Harbour Mark"
    assert not {"networks/empty/", "doors/stages/later/"} & found.keys()


def test_a_term_that_ships_has_the_office_s_name_and_the_rest_as_it_ships() -> None:
    term, shipped = own().kinds["victim-hub"], read_vocabulary().kinds["victim-hub"]

    assert (term.name, term.plain, term.check_every) == ("Victim care", shipped.plain, shipped.check_every)
    assert term.synonyms == (*shipped.synonyms, "the harbour hub")
    assert "Victim care" in words("kinds/")


def test_an_office_s_words_without_a_language_are_in_the_site_s_own_and_are_not_translated() -> None:
    name = own("cy").kinds["victim-hub"].name

    assert getattr(name, "by_language", None) == {"cy": "Victim care"}


def test_a_site_without_its_own_words_has_none_of_these_pages() -> None:
    plain = a_publication(OTHER)

    assert not [page.address for page in plain.pages if page.address.startswith(("networks/", "marks/", "doors/"))]
    assert "doors/" not in page_at(urls.HOME, plain).body
