"""No number is shown on the word of a check that never saw it; and a day's check is recorded as the command does."""

from __future__ import annotations

import pytest

from generator.preview.form_gate import PLACE
from tests.preview.form_site import SAVED, VICTIM_SUPPORT, Staff, said, staff, tree_of
from tests.site_builder import SERVICES_YAML, a_site

__all__ = ["staff"]
NEW_NUMBER = "this is new, and the check that it stands under was made before"


@pytest.mark.parametrize(
    "changes",
    [
        {"contact.0.phone": ["01632 960111"]},
        {"contact.1.email": ["help@example.org"]},
        {"points.0.name": ["Library"], "points.0.show": ["full"], "points.0.contact.0.phone": ["01632 960111"]},
        {"contact.1.text": ["01632 960111"], "contact.1.label": ["By text"]},
    ],
    ids=str,
)
def test_no_new_number_is_shown_on_the_word_of_an_older_check(changes: dict[str, list[str]], staff: Staff) -> None:
    refused = staff.saves(VICTIM_SUPPORT, changes)
    checked = {"checked.on": ["10 February 2027"], "checked.by": ["Sam Reed"], "checked.how": ["phoned"]}

    assert (refused.status, staff.text) == (422, SERVICES_YAML)
    assert [one for one in said(refused) if one.startswith(NEW_NUMBER)]
    assert staff.saves(VICTIM_SUPPORT, changes | checked).status == 303
    assert "checked: {on: 2027-02-10, by: Sam Reed, how: phoned}" in staff.text


def test_a_number_that_is_only_spaced_anew_keeps_its_check(staff: Staff) -> None:
    assert staff.saves(VICTIM_SUPPORT, {"contact.0.phone": ["0300 303 0554"]}).status == 303


def test_the_check_of_a_day_is_recorded_as_due_does(staff: Staff) -> None:
    other = a_site(staff.site.root.parent / "other")
    assert other.waymark("due", "--done", "victim-support-cumbria", "--by", "Sam Reed", "--how", "phoned").status == 0
    seen = staff.opens(VICTIM_SUPPORT)["seen"]
    answer = staff.sends("checked/victim-support-cumbria", {"seen": seen, "by": ["Sam  Reed"], "how": ["phoned"]})

    assert (answer.status, answer.headers) == (303, SAVED)
    assert staff.text == (other.root / "services.yaml").read_text(encoding="utf-8")
    again = tree_of(staff.forms.answer("GET", PLACE + VICTIM_SUPPORT, {}))
    assert again.xpath("//input[@id='check-by']/@value") == ["Sam Reed"], "who checks ten services types it once"
    assert "Last time: 2027-02-10, Sam Reed, phoned." in " ".join(again.text_content().split())


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"by": [" "]}, 422),
        ({"how": [""]}, 422),
        ({"seen": ["0" * 64]}, 409),
        ({"by": ["<b>"]}, 422),
        ({"x": ["y"]}, 400),
    ],
    ids=str,
)
def test_no_check_is_recorded_that_nobody_made(changes: dict[str, list[str]], status: int, staff: Staff) -> None:
    given = {"seen": staff.opens(VICTIM_SUPPORT)["seen"], "by": ["Sam Reed"], "how": ["phoned"]}

    assert staff.sends("checked/victim-support-cumbria", {**given, **changes}).status == status
    assert staff.text == SERVICES_YAML
