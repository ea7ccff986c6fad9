"""The page for whoever is not sure: three questions whose answers are links to pages that are there."""

from __future__ import annotations

import re
from typing import Any

from generator.model.service import Service
from generator.site.render.not_sure import not_sure
from tests.builders import a_service
from tests.sites import a_publication, page_at, some_templates


def body(*services: Service, **changes: Any) -> str:
    return not_sure(some_templates(*services, **changes)).body


def answers(text: str) -> list[str]:
    return re.findall(r'<li><a href="([^"]+)">', text)


def test_three_questions_each_with_answers_that_are_links_and_nothing_else_to_press() -> None:
    text = body(a_service(kind="helpline"))

    assert re.findall(r"<h2 id=\"[a-z]+\">([^<]+)</h2>", text)[:3] == [
        "Are you safe now?",
        "What comes closest?",
        "What would help most?",
    ]
    assert not re.search(r"<(?:form|input|button|select|script)", text)


def test_every_answer_leads_to_a_page_of_the_site_or_to_whom_to_call_in_danger() -> None:
    services = (
        a_service(kind="helpline"),
        a_service(id="child", who={"audiences": ["families-carers"]}, helps_with=["homicide"]),
    )
    made = a_publication(*services)
    there = {page.address for page in made.pages} | {"rights/", "stay-safe/"}
    found = answers(page_at("not-sure/", made).body)

    assert "#danger" in found
    assert len(found) > 10
    assert [one for one in found if one != "#danger" and one.lstrip("/") not in there] == []


def test_an_answer_that_leads_nowhere_here_is_not_offered() -> None:
    found = answers(body(a_service(helps_with=["fraud-cyber", "stalking-harassment"])))

    assert "/what-happened/fraud-cyber/" in found
    assert [one for one in found if "homicide" in one or one.startswith(("/kinds/", "/who/"))] == []


def test_home_and_the_search_lead_there() -> None:
    made = a_publication(a_service())

    assert '<a href="/not-sure/">I am not sure</a>' in page_at("", made).body
    assert '<a href="/not-sure/">I am not sure</a>' in page_at("search/", made).body


def test_whom_to_call_stands_below_the_questions() -> None:
    text = body(a_service(contact=[{"phone": "0808 157 0011", "hours": "24/7"}], areas=["uk"]))

    assert text.index("What would help most?") < text.index('href="tel:+448081570011"')
