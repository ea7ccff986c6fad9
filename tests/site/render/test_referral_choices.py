"""What a professional chooses services by: each question has the answers that change the list, and no others."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any, cast

from generator.model.service import Service
from generator.site.render.first_view import FirstView
from generator.site.render.referral_choices import referral_selects, referral_words
from generator.site.render.single_pages import professional_pages
from tests.builders import a_service, an_edition
from tests.sites import a_publication, page_at, some_templates


def words(**changes: Any) -> set[str]:
    service = a_service(**changes)
    return set(referral_words(service, an_edition(service)))


def asked(*services: Service) -> dict[str, list[str]]:
    selects = referral_selects(services, an_edition(*services), "en", lambda text: text)
    return {one.asks: [choice.says for choice in one.choices] for one in selects}


def test_what_helps_after_any_crime_is_found_by_each_and_what_names_one_by_that() -> None:
    assert {"after-homicide", "after-robbery"} <= words()
    assert {one for one in words(helps_with=["homicide"]) if one.startswith("after-")} == {"after-homicide"}


def test_an_area_leads_to_what_is_in_it_and_to_what_reaches_it_from_around() -> None:
    assert {"at-cumberland", "at-cumbria", "at-uk"} <= words(areas=["cumbria"])
    assert "at-westmorland-and-furness" not in words(areas=["cumberland"])


def test_who_may_refer_is_what_the_page_says() -> None:
    assert {one for one in words(referral=["professional", "police"]) if one.startswith("by-")} == {
        "by-professional",
        "by-police",
    }
    assert {"by-professional", "by-self", "by-police"} <= words(referral=["any"])


def test_ages_are_those_that_a_service_takes() -> None:
    assert {"aged-children", "aged-adults"} <= words()
    assert "aged-children" not in words(who={"ages": {"from": 18}})
    assert "aged-children" not in words(who={"audiences": ["adults"]})
    assert "aged-adults" not in words(who={"audiences": ["children"]})


def test_a_question_stands_only_where_an_answer_changes_the_list() -> None:
    one, other = a_service(id="one", referral=["self"]), a_service(id="two", referral=["self"], response="In two days.")

    assert asked(one, other) == {"Response and wait": ["Says how soon"]}
    assert asked(one) == {}


def test_the_page_asks_and_each_service_says_what_it_answers_to() -> None:
    made = a_publication(a_service(), a_service(id="two", helps_with=["homicide"]))
    body = page_at("professionals/", made).body

    assert '<section class="narrow" data-narrow hidden' in body
    assert 'data-fit="after-fraud-cyber" aria-pressed="false">Fraud, scams and cyber crime</button>' in body
    assert 'data-fit="after-homicide"' not in body
    assert len(re.findall(r'data-fits="[^"]*after-homicide', body)) == 2
    assert "assets/lists.js" in body


def test_where_services_stand_on_pages_by_kind_the_first_page_still_names_and_narrows_them() -> None:
    homicide = a_service(id="one", name="One", kind="helpline", helps_with=["homicide"])
    templates = some_templates(homicide, a_service(id="two", kind="refuge", helps_with=["robbery"]))
    templates.list_view = cast(FirstView, SimpleNamespace(fits=lambda body: "<dl>" not in body))
    pages = {page.address: page.body for page in professional_pages(templates)}

    assert '<a href="/professionals/helpline/#to-one">One</a>' in pages["professionals/"]
    assert pages["professionals/"].count("data-fits=") == 2
    assert 'data-fit="after-robbery"' in pages["professionals/"]
    assert 'id="to-one"' in pages["professionals/helpline/"]
