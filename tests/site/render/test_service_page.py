"""The page of one service in each state that it can be in: what a reader must see, and what must not be there."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

import pytest

from generator.model.catalogue import Catalogue
from generator.model.service import Service
from generator.site.render.directory_pages import directory_pages
from generator.site.render.templates import Templates
from tests.builders import CHECKED, TODAY, a_service, at
from tests.sites import a_site, some_templates

OPEN = "Get in touch"
HIDDEN_DUE = "These details are due for a check."
HIDDEN_OLD = "Nobody has checked this number for a long time. It may have changed."
PLACE = {"name": "Rosehill", "address": "12 Mill Lane", "postcode": "CA10 2AU", "directions": "Behind the church."}


def page_of(service: Service, *more: Service, now: str = "2026-11-22 09:00", **changes: object) -> str:
    templates = some_templates(service, *more, now=now, **changes)
    (page,) = [page for page in directory_pages(templates) if page.address == f"services/{service.id}/"]
    return unescape(page.body)


def row(body: str, name: str) -> str:
    """What a row of the facts says."""
    return body.partition(f"<dt>{name}</dt>")[2].partition("<dd>")[2].partition("</dd>")[0]


# Whether it can be reached


def test_a_checked_number_is_shown_and_can_be_dialled() -> None:
    assert '<a href="tel:+441632960001">' in page_of(a_service())


def test_a_number_that_nobody_checked_is_not_there_and_the_page_says_why() -> None:
    body = page_of(a_service(checked=None))
    assert ["960001" in body, "We are checking how to get in touch." in body] == [False, True]


def test_a_number_through_relay_uk_says_how_to_use_it() -> None:
    body = page_of(a_service(contact=[{"textphone": "18001 01632 960001"}, {"textphone": "01632 960002"}]))
    ways = re.findall(r'<span class="way">(.*?)</span>', body)
    assert ways == ["Relay UK", "Textphone"]
    assert body.count("Use the Relay UK app or a textphone to type to them.") == 1


def test_a_retired_number_is_not_there() -> None:
    assert "960001" not in page_of(a_service(), retired=["01632 960001"])


def test_where_one_of_two_contacts_is_withheld_the_page_says_other_ways() -> None:
    checked = {"phone": "01632 960002", "checked": CHECKED}
    body = page_of(a_service(checked=None, contact=[checked, {"phone": "01632 960001"}]))
    assert ["960002" in body, "960001" in body, "We are checking other ways" in body] == [True, False, True]


def test_a_service_without_any_contact_says_so() -> None:
    assert "We do not have a number or website for this service." in page_of(a_service(contact=[]))


def test_where_a_service_can_not_be_reached_a_number_for_anyone_stands_in_its_place() -> None:
    helper = a_service(id="helper", helps_with=["any-crime"], contact=[{"phone": "0808 157 0123", "hours": "24/7"}])
    unchecked = a_service(id="unchecked", checked=None)
    top = page_of(unchecked, helper).partition('<h2 id="facts">')[0]
    assert ("Talk to someone now" in top, "tel:+448081570123" in top) == (True, True)
    assert "Talk to someone now" not in page_of(helper, unchecked)
    assert "Talk to someone now" not in page_of(unchecked)


def test_who_comes_to_a_service_that_closed_sees_others_first() -> None:
    body = page_of(a_service(status="closed", closed_on="2026-01-01"), a_service(id="another"))
    assert body.index("Others who can help") < body.index("What this service was")


def test_a_closed_service_shows_no_contact_and_leads_to_the_one_that_took_over() -> None:
    closed = a_service(id="old", status="closed", closed_on="2026-03-31", replaced_by="new")
    body = page_of(closed, a_service(id="new", name="New help", contact=[{"phone": "01632 960009"}]))
    assert "This service closed on 31 March 2026." in body
    assert 'This one took over: <a href="/services/new/">New help</a>.' in body
    assert ["960001" in body, OPEN in body] == [False, False]


def test_a_closed_service_without_a_successor_leads_to_others() -> None:
    body = page_of(a_service(id="old", status="closed"), a_service(id="other"))
    assert "This service has closed. Others can help: they are listed below." in body
    assert 'href="/services/other/"' in body


def test_a_paused_service_says_so_and_can_still_be_reached() -> None:
    body = page_of(a_service(status="paused"))
    assert ["This service is not taking new people at the moment." in body, OPEN in body] == [True, True]


def test_a_service_that_has_not_begun_says_so() -> None:
    assert "This service has not started yet." in page_of(a_service(status="not-yet"))


# How old the facts are


def shown(body: str, note: str) -> bool | None:
    """Whether a note is there to be read; None where it is not in the page at all."""
    tag = body.partition(note)[0].rpartition("<p")[2]
    return " hidden>" not in tag if note in body else None


@pytest.mark.parametrize(
    ("now", "due", "old"),
    [
        ("2026-11-22 09:00", False, False),
        ("2027-05-19 23:59", False, False),
        ("2027-05-20 00:00", True, False),
        ("2027-11-15 23:59", True, False),
        ("2027-11-16 00:00", False, True),
        ("2031-01-01 00:00", False, True),
    ],
)
def test_the_note_on_old_facts_is_the_one_of_that_day(now: str, due: bool, old: bool) -> None:
    body = page_of(a_service(), now=now)
    assert (shown(body, HIDDEN_DUE), shown(body, HIDDEN_OLD)) == (due, old)


def test_a_service_that_nobody_checked_says_so() -> None:
    body = page_of(a_service(checked=None))
    assert "Nobody has checked these details yet." in body
    assert (shown(body, HIDDEN_DUE), shown(body, HIDDEN_OLD)) == (None, None)


def test_the_last_check_is_told_with_who_and_how() -> None:
    assert "Details checked on 20 November 2026 by Communications team (phoned)." in page_of(a_service())


# The facts


QUESTIONS = {
    "Do I need to tell the police?": {"report_needed": "no"},
    "Who will know that I got in touch?": {"who_will_know": {"text": "Only the service."}},
    "How long will I wait?": {"when_you_contact": {"wait": {"text": "Two days.", "as_of": "2026-03-01"}}},
    "What does it cost?": {"cost": "free"},
    "Will you tell the police?": {"who_will_know": {"text": "Only the service.", "police": "no"}},
    "Would you tell immigration enforcement?": {
        "who_will_know": {"text": "Only the service.", "police": "no", "immigration": "no"}
    },
    "Which languages do you speak?": {"languages": ["en"]},
    "Can you get an interpreter?": {"interpreters": "yes"},
    "What help is there for disabled people?": {"access": ["bsl"]},
}
"""What a reader is told to ask while the record does not say, and a record that says."""


def to_ask(body: str) -> list[str]:
    """The questions under "Not known: ask them", those that are folded too."""
    under = re.search(r'<div class="to-ask">(.*?)</div>', body, re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", under[1]) if under else []


def test_what_is_not_known_is_named_as_a_question_to_ask() -> None:
    assert to_ask(page_of(a_service())) == list(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_known_need_not_be_asked(question: str) -> None:
    left = to_ask(page_of(a_service(**QUESTIONS[question])))
    assert question not in left
    assert len(left) >= len(QUESTIONS) - 3


def test_whether_immigration_enforcement_is_told_stands_on_the_page() -> None:
    body = page_of(a_service(who_will_know={"immigration": "only-if-you-agree"}))
    assert "<dt>Do they tell immigration enforcement?</dt>\n<dd>Only if you agree.</dd>" in body


def test_where_everything_is_known_nothing_is_left_to_ask() -> None:
    everything = {name: value for known in QUESTIONS.values() for name, value in known.items()}
    assert "Not known: ask them" not in page_of(a_service(**everything))


def test_nobody_is_sent_to_ask_a_service_that_has_closed() -> None:
    assert to_ask(page_of(a_service(status="closed", closed_on="2026-01-01"))) == []


@pytest.mark.parametrize(
    ("value", "promise"),
    [
        ("no", "You do not have to tell the police."),
        ("yes", "You need to have told the police."),
        ("depends", "It depends. Ask them."),
    ],
)
def test_whether_the_police_must_know_is_said_on_top(value: str, promise: str) -> None:
    body = page_of(a_service(report_needed=value))
    assert (promised(body).endswith(promise), body.count(promise)) == (True, 1)


def test_where_nobody_knows_whether_the_police_must_know_it_is_a_question_among_others() -> None:
    body = page_of(a_service())
    assert promised(body) == ""
    assert "Do I need to tell the police?" in to_ask(body)


def test_nobody_is_sent_to_ask_the_police_whether_they_tell_the_police() -> None:
    assert [question for question in to_ask(page_of(a_service(kind="reporting"))) if "police" in question] == []


def test_a_service_without_a_number_is_not_to_be_asked() -> None:
    body = page_of(a_service(contact=[]))
    assert ("<h3>Not known yet</h3>" in body, "ask them</h3>" in body) == (True, False)


def promised(body: str) -> str:
    return body.partition('<p class="promise">')[2].partition("</p>")[0]


@pytest.mark.parametrize(
    ("show", "kind", "seen"),
    [
        ("full", "victim-hub", [True, True, True, True]),
        ("area", "victim-hub", [True, False, False, False]),
        ("never", "victim-hub", [False, False, False, False]),
        (None, "victim-hub", [True, True, True, True]),
        (None, "refuge", [False, False, False, False]),
        (None, "sarc", [False, False, False, False]),
        ("full", "sarc", [True, True, True, True]),
    ],
)
def test_a_place_is_shown_as_far_as_it_may_be(show: str | None, kind: str, seen: list[bool]) -> None:
    place = PLACE | ({"show": show} if show else {})
    body = page_of(a_service(kind=kind, places=[place]))
    assert [text in body for text in PLACE.values()] == seen


# Text and language


@lru_cache(maxsize=1)
def welsh() -> Templates:
    both = {
        "name": {"en": "Help", "cy": "Cymorth"},
        "summary": {"en": "Free help.", "cy": "Cymorth am ddim."},
        "about": {"en": "About us", "cy": "Amdanom ni"},
        "cost": {"en": "One pound", "cy": "Un bunt"},
    }
    return some_templates(a_service(**both), site=a_site(language="cy"))


def test_words_that_know_translations_are_shown_in_the_sites_language() -> None:
    (page,) = [page for page in directory_pages(welsh()) if page.address == "services/victim-support-cumbria/"]
    assert (page.title, page.description) == ("Cymorth", "Cymorth am ddim.")
    assert [text in page.body for text in ("Cymorth am ddim.", "Amdanom ni", "Un bunt")] == [True, True, True]
    assert [text in page.body for text in ("Free help", "About us", "One pound")] == [False, False, False]


def test_marks_in_a_name_are_escaped() -> None:
    templates = some_templates(a_service(name='R & D\'s "own" 1 < 2'))
    (page,) = [page for page in directory_pages(templates) if page.address == "services/victim-support-cumbria/"]
    assert "<h1>R &amp; D&#39;s &#34;own&#34; 1 &lt; 2</h1>" in page.body


def test_the_catalogue_of_a_day_is_all_that_a_page_needs() -> None:
    assert isinstance(some_templates().edition.catalogue, Catalogue)
    assert some_templates().edition.now == at(f"{TODAY} 09:00")


# What is not there to link to


def test_the_only_service_of_its_kind_leads_to_no_list_while_it_is_not_listed() -> None:
    body = page_of(a_service(status="not-yet", kind="isva"))

    assert "/kinds/isva/" not in body
    assert row(body, "Kind of help") == "Independent Sexual Violence Adviser (ISVA)"


def test_the_access_of_a_place_is_said_in_words() -> None:
    body = page_of(a_service(access=["step-free", "bsl", "easy-read"]))

    assert row(body, "Access") == "Step free, British Sign Language (BSL), Easy Read"
