"""A service -> what to ask its provider: only what is worth asking."""

from __future__ import annotations

from typing import Any

from generator.staff.planning.checks_due import DayWords, not_shown, numbered, questions
from tests.builders import CHECKED, a_service, an_edition

SAY = DayWords(str, lambda hours: hours.text)
ALL_TOLD: dict[str, Any] = {
    "contact": [{"phone": "0808 157 0001", "label": "Helpline", "hours": "24/7"}],
    "when_you_contact": {
        "answered_by": "A trained listener.",
        "leaves_messages": "Never.",
        "wait": {"text": "Two weeks", "as_of": "2026-11-01"},
    },
    "who": {"text": "Adults.", "not_for": "Children."},
    "first_step": "Call.",
    "cost": "free",
    "referral": ["self"],
    "languages": ["en"],
    "interpreters": "yes",
    "access": ["step-free"],
    "report_needed": "no",
    "who_will_know": {"police": "no", "immigration": "no"},
    "places": [{"name": "Quay House", "address": "1 Quay Street"}],
}


def asked(to_provider: bool = False, **changes: Any) -> dict[str, str]:
    service = a_service(**(ALL_TOLD | changes))
    found = questions(an_edition(service), service, SAY, to_provider=to_provider)
    return {question.about: question.text for question in found}


def test_where_all_is_told_only_what_may_have_changed_is_asked() -> None:
    assert asked() == {
        "contacts": "Do the ways to reach you still work, and are their hours right?",
        "area": "Do you still help people in Cumbria?",
        "wait": 'How long do people wait now? On 2026-11-01 it was: "Two weeks".',
        "places": "Is the address that we publish still right, and may it be public?",
    }


def test_each_thing_that_nobody_told_us_is_asked_for() -> None:
    unknown = a_service(contact=[{"phone": "01632 960001"}])
    found = questions(an_edition(unknown), unknown, SAY)

    assert [question.about for question in found] == [
        "contacts",
        "area",
        "wait",
        "hours",
        "who answers",
        "messages",
        "first step",
        "who it is for",
        "who it is not for",
        "cost",
        "referral",
        "languages",
        "access",
        "report",
        "police",
        "immigration",
        "places",
    ]


def test_contacts_are_named_by_number_to_staff_and_by_their_own_names_to_the_provider() -> None:
    contacts = [{"phone": "01632 960001"}, {"chat": "https://help.example.org", "label": "Live chat"}]

    assert asked(contact=contacts)["hours"] == (
        "When is someone there? We do not know the hours of contact 1 (phone) and contact 2 (chat, Live chat)."
    )
    assert asked(contact=contacts, to_provider=True)["hours"] == (
        "When is someone there? We do not know the hours of your phone number and Live chat."
    )


def test_a_contact_that_nobody_checked_is_asked_about_without_its_number() -> None:
    one = {"phone": "01632 960001", "hours": "24/7", "checked": CHECKED}
    found = asked(checked=None, contact=[one, {"phone": "01632 960002", "hours": "24/7"}])

    assert found["contact not shown"] == "We do not show contact 2 (phone) yet. Are these details right?"
    assert not any("960002" in text for text in found.values())


def test_without_a_contact_the_first_question_is_how_to_reach_them() -> None:
    assert "contact" in asked(contact=[])


def test_hours_that_say_nothing_of_bank_holidays_are_asked_about() -> None:
    assert "bank holidays" in asked(contact=[{"phone": "0808 157 0001", "hours": "Mo-Fr 09:00-17:00"}])
    assert "bank holidays" not in asked(contact=[{"phone": "0808 157 0001", "hours": "Mo-Fr 09:00-17:00; PH off"}])


def test_only_a_call_whose_cost_nobody_can_tell_is_asked_about() -> None:
    assert "cost of a call" in asked(contact=[{"phone": "0844 457 0001", "hours": "24/7"}])
    assert "cost of a call" not in asked(contact=[{"phone": "0808 157 0001", "hours": "24/7"}])


def test_a_paused_service_and_one_whose_contract_is_known_are_asked_about_that() -> None:
    found = asked(status="paused", contract_until="2027-03-31")

    assert found["open again"] == "We say that you can't take new people at the moment. Is that still so?"
    assert found["contract"] == "We know of funding until 2027-03-31. What happens to your service after that?"


def test_a_refuge_is_never_asked_for_its_address() -> None:
    found = asked(kind="refuge")

    assert found["secret places"] == (
        "Must where you are stay secret? Please answer yes or no, and do not write the address."
    )
    assert "places" not in found
    assert not any("Quay" in text for text in found.values())


def test_contacts_not_shown_are_those_without_any_check() -> None:
    service = a_service(checked=None, contact=[{"phone": "01632 960001"}, {"chat": "https://a.example.org"}])
    hidden = not_shown(service)

    assert numbered(service, hidden) == "contact 1 (phone) and contact 2 (chat)"
