"""A service -> a message to its provider, with what we publish and never a secret address."""

from __future__ import annotations

from typing import Any

import pytest

from generator.staff.planning.checks_due import DayWords
from generator.staff.planning.provider_email import message_to
from tests.builders import CHECKED, a_service, an_edition
from tests.sites import a_site

SETTINGS = a_site()
SAY = DayWords(str, lambda hours: hours.text)
PLACE = {
    "name": "Larkspur House",
    "address": "7 Gooseberry Lane",
    "postcode": "CA99 9ZZ",
    "directions": "Past the mill",
}


def written(**changes: Any) -> str:
    service = a_service(**changes)
    return str(message_to(an_edition(service), service, SETTINGS, SAY))


def test_a_message_says_what_we_publish_and_asks_for_the_rest() -> None:
    text = written(
        contact=[{"phone": "0808 157 0001", "label": "Helpline", "hours": "24/7"}],
        who={"audiences": ["men", "women"], "not_for": "Children."},
        first_step="Call us.",
        cost="free",
    )

    assert text.startswith("Subject: Victim Support: are our details right?\n\nHello,\n")
    assert text.endswith(f"\nThank you,\n{SETTINGS.office.name}\n")
    for line in (
        "- What it is: Free, private help after any crime.\n",
        "- Helpline: 0808 157 0001; 24/7; free to call\n",
        "- Where: Cumbria\n",
        "- For: Men and Women\n",
        "- Not for: Children.\n",
        "- First step: Call us.\n",
        "- Cost: free\n",
        "1. Do the ways to reach you still work, and are their hours right?\n",
        "2. Do you still help people in Cumbria?\n",
    ):
        assert line in text, line


def test_a_number_that_nobody_checked_stands_apart_for_its_owner_to_confirm() -> None:
    one = {"phone": "01632 960001", "checked": CHECKED}
    before, _, after = written(checked=None, contact=[one, {"phone": "01632 960002"}]).partition("do not show until")

    assert "01632 960001" in before
    assert "01632 960002" not in before
    assert "- Phone: 01632 960002\n" in after


def test_a_service_without_a_contact_to_show_is_told_that_we_are_checking() -> None:
    assert "- How to reach you: we say that we are checking this\n" in written(contact=[])


def test_an_address_that_is_public_is_in_the_message() -> None:
    assert "- Address: Larkspur House, 7 Gooseberry Lane, CA99 9ZZ\n" in written(places=[PLACE])


@pytest.mark.parametrize("kind", ["refuge", "sarc"])
def test_a_secret_place_leaves_no_trace_in_the_message(kind: str) -> None:
    text = written(kind=kind, places=[PLACE])

    assert not any(word in text for word in ("Larkspur", "Gooseberry", "CA99", "mill"))
    assert "\nPlease do not write a secret address in your answer.\n" in text


def test_a_place_of_which_only_the_name_is_shown_is_named_without_its_address() -> None:
    text = written(places=[PLACE | {"show": "area"}])

    assert "- Place: Larkspur House, without an address\n" in text
    assert not any(word in text for word in ("Gooseberry", "CA99", "mill"))


def test_a_secret_that_an_author_wrote_into_a_label_is_left_out() -> None:
    contact = {"phone": "01632 960002", "label": "Office at 7  gooseberry lane, ca999zz"}
    text = written(kind="refuge", checked=None, places=[PLACE], contact=[contact])

    assert "- Office at [left out: secret], [left out: secret]: 01632 960002\n" in text
    assert "gooseberry" not in text.lower()
