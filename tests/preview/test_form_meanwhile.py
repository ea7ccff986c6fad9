"""Two who change one file: who comes late sees both sides, and nothing of anybody is lost."""

from __future__ import annotations

from generator.preview.form_gate import PLACE
from tests.preview.form_site import REFUGE, VICTIM_SUPPORT, Staff, sent_by, staff, tree_of
from tests.site_builder import SERVICES_YAML

__all__ = ["staff"]


def test_who_saves_late_sees_both_and_can_save_into_what_is_there_now(staff: Staff) -> None:
    late = staff.opens(VICTIM_SUPPORT) | {"summary": ["Mine."]}
    assert staff.saves(VICTIM_SUPPORT, {"summary": ["Theirs."], "first_step": ["Call."]}).status == 303
    theirs = staff.text
    answer = staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, late)
    tree = tree_of(answer)

    assert (answer.status, staff.text) == (409, theirs)
    assert [one.text_content() for one in tree.xpath("//tbody//th | //tbody//td")] == ["Summary", "Mine.", "Theirs."]
    mine = {**sent_by(tree), "do": ["save"]}
    assert staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, mine).status == 303
    assert staff.text == theirs.replace("Theirs.", "Mine.")


def test_who_saves_late_where_an_entry_went_is_shown_both_and_nothing_lands_in_another_entry(staff: Staff) -> None:
    staff.site.change(
        "services.yaml", "        hours: 24/7\n", "        hours: 24/7\n      - chat: https://www.example.org/\n"
    )
    late = staff.opens(VICTIM_SUPPORT) | {"contact.0.label": ["By phone"]}
    staff.site.change("services.yaml", "      - phone: 03003030554\n        hours: 24/7\n", "")
    now = staff.text
    answer = staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, late)

    assert (answer.status, staff.text) == (409, now)
    assert "By phone" in answer.body.decode()
    assert tree_of(answer).xpath("//form") == []


def test_what_is_said_of_both_shows_no_secret_place_before_somebody_opens_it(staff: Staff) -> None:
    late = staff.opens(REFUGE) | {"places.0.name": ["Bramble House"], "name": ["Harbour House"]}
    staff.site.change("services.yaml", "summary: A safe place to stay.", "summary: A safe house.")
    tree = tree_of(staff.forms.answer("POST", PLACE + REFUGE, late))
    folds = tree.xpath("//tbody//details")

    assert [fold.get("open") for fold in folds] == [None, None]
    assert "Bramble" in tree.text_content()
    for fold in folds:
        fold.drop_tree()
    assert [word for word in ("Larkspur", "Bramble") if word in tree.xpath("string(//table)")] == []


def test_a_change_of_another_record_of_the_file_stops_a_save_too(staff: Staff) -> None:
    late = staff.opens(VICTIM_SUPPORT) | {"summary": ["Mine."]}
    staff.site.change("services.yaml", "name: Harbour\n", "name: Harbour House\n")

    assert staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, late).status == 409
    assert "Mine." not in staff.text


def test_a_record_that_went_meanwhile_is_not_there(staff: Staff) -> None:
    late = staff.opens(REFUGE) | {"name": ["Mine"]}
    staff.site.write("services.yaml", SERVICES_YAML.partition("  - id: harbour-refuge")[0])

    assert staff.forms.answer("POST", PLACE + REFUGE, late).status == 404
