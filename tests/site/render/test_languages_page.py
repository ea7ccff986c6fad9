"""The page in other languages: what public bodies say, whom to call, who speaks it and who has an interpreter."""

from __future__ import annotations

import re
from typing import Any

from generator import urls
from generator.content.loading.shipped import read_spoken_languages
from generator.model.service import Service
from generator.output import Page
from generator.site.render.languages_page import languages_page
from tests.builders import a_service
from tests.sites import a_publication, a_site, page_at, some_templates

A_LINE: dict[str, Any] = {"areas": ["uk"], "contact": [{"phone": "0808 157 0001", "hours": "24/7"}]}


def the_page(*services: Service) -> Page:
    return languages_page(some_templates(*services, spoken_languages=read_spoken_languages()))


def block(code: str, body: str) -> str:
    found = re.search(rf'<section aria-labelledby="{code}">.*?</section>', body, re.DOTALL)
    assert found
    return found[0]


def test_each_language_has_an_anchor_its_own_name_and_a_sentence_only_where_a_public_body_wrote_one() -> None:
    body = the_page(a_service()).body

    for code, name in {"pl": "Polski", "ro": "Română", "zh": "中文", "uk": "Українська", "lt": "Lietuvių"}.items():
        assert f'<a href="#{code}" lang="{code}" dir="ltr">{name}</a>' in body
        assert f'<h2 id="{code}"><span lang="{code}" dir="ltr">{name}</span>' in body
    assert '<p lang="pl" dir="ltr">Jeśli jesteś w bezpośrednim niebezpieczeństwie, zadzwoń pod numer 999' in body
    assert '<p lang="zh"' not in body


def test_a_language_from_right_to_left_says_so_and_nothing_else_of_its_part_is_turned() -> None:
    urdu = block("ur", the_page(a_service()).body)

    assert '<span lang="ur" dir="rtl">اردو</span>' in urdu
    assert "<strong>I need an interpreter. I speak Urdu.</strong>" in urdu
    assert urdu.count('dir="rtl"') == 1


def test_each_part_says_whom_to_call_in_danger_and_whom_anyone_may_call() -> None:
    body = the_page(a_service(name="A line", **A_LINE)).body

    for code in ("pl", "ur", "zh"):
        part = block(code, body)
        assert 'href="tel:999"' in part
        assert '<a href="tel:+448081570001">0808 157 0001</a>' in part


def test_who_speaks_a_language_stands_in_its_part_by_any_of_its_codes_and_by_those_of_a_way() -> None:
    polish = a_service(id="polish", name="Pomoc", languages=["en", "pl"])
    cantonese = a_service(id="cantonese", name="Help", contact=[{"phone": "01632 960001", "languages": ["yue"]}])
    body = the_page(polish, cantonese).body

    assert "/services/polish/" in block("pl", body)
    assert "/services/cantonese/" in block("zh", body)
    assert "/services/" not in block("lt", body)


def test_who_has_interpreters_is_named_and_that_nobody_is_known_to_have_is_said() -> None:
    known = the_page(a_service(id="some", interpreters="yes"), a_service(id="none", interpreters="no")).body
    unknown = the_page(a_service(interpreters="unknown")).body

    assert "/services/some/" in block("interpreters", known)
    assert "/services/none/" not in block("interpreters", known)
    assert "We do not know yet which services have one. Ask them." in block("interpreters", unknown)


def test_a_closed_service_and_one_for_people_who_harm_speak_to_nobody() -> None:
    closed = a_service(id="closed", languages=["pl"], status="closed", closed_on="2026-01-01")
    harm = a_service(id="harm", languages=["pl"], **{"for": "people-who-harm"})

    assert "/services/" not in block("pl", the_page(closed, harm).body)


def test_more_than_anyone_reads_have_pages_by_their_letters() -> None:
    many = [a_service(id=f"s{number}", name=f"{'AB'[number % 2]} {number}", languages=["pl"]) for number in range(7)]
    page = the_page(*many)

    assert {part.address for part in page.parts} == {"languages/pl/letters/a/", "languages/pl/letters/b/"}
    assert '<a href="/languages/pl/letters/a/">A</a>' in block("pl", page.body)
    assert "/services/s1/" not in page.body


def test_every_page_leads_there_from_its_head_and_its_foot_and_in_welsh_too() -> None:
    build = a_publication(a_service(), spoken_languages=read_spoken_languages())
    welsh = a_publication(a_service(), spoken_languages=read_spoken_languages(), site=a_site(language="cy"))

    assert [(one.code, one.name, one.root) for one in build.frame.tongues] == [
        ("pl", "Polski", urls.LANGUAGES),
        ("ur", "اردو", urls.LANGUAGES),
        ("zh", "中文", urls.LANGUAGES),
    ]
    assert urls.LANGUAGES in {one.address for one in build.frame.foot}
    assert "I need an interpreter. I speak Polish." in page_at(urls.LANGUAGES, welsh).body
