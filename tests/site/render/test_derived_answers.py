"""What follows from another fact of a service is said, and not asked; and an old number is not called first."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.builders import a_service
from tests.site.render.test_service_page import HIDDEN_OLD, PLACE, QUESTIONS, page_of, row, to_ask
from tests.sites import some_templates


def test_three_questions_are_asked_and_the_others_folded() -> None:
    body = page_of(a_service())
    asked, _, folded = body.partition('<div class="to-ask">')[2].partition("</div>")[0].partition("<details")

    assert re.findall(r"<li>(.*?)</li>", asked) == list(QUESTIONS)[:3]
    assert re.findall(r"<li>(.*?)</li>", folded) == list(QUESTIONS)[3:]
    three = {name: value for question in list(QUESTIONS)[3:] for name, value in QUESTIONS[question].items()}
    assert "<details" not in page_of(a_service(**three)).partition('<div class="to-ask">')[2].partition("</div>")[0]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "You can ask for help yourself."),
        ({"contact": [{"chat": "https://www.example.org/chat"}]}, "You can ask for help yourself."),
        ({"contact": [{"email": "help@example.org"}]}, "You can ask for help yourself."),
        ({"report_needed": "no"}, "You can ask for help yourself."),
        ({"referral": ["police"]}, "The police can ask."),
        ({"report_needed": "yes"}, ""),
        ({"report_needed": "depends"}, ""),
        ({"contact": [{"website": "https://www.example.org/"}]}, ""),
        ({"contact": []}, ""),
        ({"checked": None}, ""),
    ],
)
def test_whoever_can_call_can_ask_where_the_record_says_nothing_against_it(changes: Any, says: str) -> None:
    body = page_of(a_service(**changes))

    assert row(body, "How to get this help") == says
    assert ("How do I get this help?" in to_ask(body)) == (not says)


def test_whom_a_professional_must_refer_is_not_told_to_call() -> None:
    catalogue = some_templates(a_service(id="theirs", **{"for": "professionals"}), a_service()).edition
    theirs, everyones = catalogue.catalogue.services

    assert catalogue.routes(theirs) == ()
    assert catalogue.routes(everyones) == ("self",)


@pytest.mark.parametrize(
    ("number", "cost", "says"),
    [
        ("0808 157 0123", {}, "Free to call."),
        ("116 123", {}, "Free to call."),
        ("01632 960001", {}, ""),
        ("0300 123 2040", {}, ""),
        ("0808 157 0123", {"cost": "You pay 10 pounds a visit."}, "You pay 10 pounds a visit."),
    ],
)
def test_what_a_call_costs_answers_what_it_costs(number: str, cost: dict[str, str], says: str) -> None:
    body = page_of(a_service(contact=[{"phone": number}], **cost))

    assert row(body, "What it costs") == says
    assert ("What does it cost?" in to_ask(body)) == (not says)


def test_a_free_number_that_nobody_may_see_says_nothing_of_cost() -> None:
    body = page_of(a_service(contact=[{"phone": "0808 157 0123"}], checked=None))

    assert row(body, "What it costs") == ""


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, HIDDEN_OLD),
        (
            {"contact": [{"email": "help@example.org"}]},
            "Nobody has checked these details for a long time. They may have changed.",
        ),
        ({"places": [PLACE | {"show": "full"}]}, f"{HIDDEN_OLD} Call before you go."),
        ({"places": [PLACE | {"show": "never"}]}, HIDDEN_OLD),
    ],
)
def test_an_old_number_is_not_to_be_called_first_but_a_visit_is(changes: Any, says: str) -> None:
    body = page_of(a_service(**changes), now="2031-01-01 00:00")

    assert f">{says}</p>" in body


def test_figures_are_not_headed_as_what_people_said() -> None:
    figure = {"says": "590 people were helped", "when": "the first year", "source": "S002"}
    body = page_of(a_service(outcomes=[figure]))

    assert '<h2 id="outcomes">In figures</h2>' in body
    assert "What people said" not in body
