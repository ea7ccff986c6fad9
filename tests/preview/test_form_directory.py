"""Organisations and areas in the form: what a service stands on can be added before it, and changed."""

from __future__ import annotations

from generator.preview.form_gate import PLACE
from tests.preview.form_site import Staff, said, staff, tree_of
from tests.site_builder import SERVICES_YAML

__all__ = ["staff"]


def test_an_organisation_is_added_and_then_chosen(staff: Staff) -> None:
    answer = staff.saves("new/organisations", {"name": ["Harbour Trust"], "website": ["https://www.example.org/"]})

    assert (answer.status, answer.headers["Location"]) == (303, f"{PLACE}organisations/harbour-trust?saved=yes")
    entry = "  harbour-trust:\n    name: Harbour Trust\n    website: https://www.example.org/\n"
    assert staff.text == SERVICES_YAML.replace("services:\n", f"{entry}services:\n", 1)
    page = tree_of(staff.forms.answer("GET", f"{PLACE}new/services", {}))
    assert page.xpath("//select[@id='organisation']/option/text()") == ["Not said", "Victim Support", "Harbour Trust"]


def test_an_area_is_added_within_another_and_changed_in_its_line_alone(staff: Staff) -> None:
    assert (
        staff.saves("new/areas", {"name": ["Eden"], "within": ["cumbria"], "towns": ["Penrith\r\nAppleby"]}).status
        == 303
    )
    assert "  eden:\n    name: Eden\n    within: cumbria\n    towns: [Penrith, Appleby]\n" in staff.text
    before = staff.text
    assert staff.saves("areas/cumbria", {"postcodes": ["CA1\r\nLA12"]}).status == 303
    assert staff.text == before.replace("{name: Cumbria}", "{name: Cumbria, postcodes: [CA1, LA12]}")


def test_an_id_that_other_programs_would_read_as_a_number_stands_in_quotation_marks(staff: Staff) -> None:
    assert staff.saves("new/organisations", {"name": ["112"]}).status == 303
    assert '  "112":\n    name: "112"\n' in staff.text
    assert staff.saves("organisations/112", {"about": ["They help."]}).status == 303


def test_what_is_wrong_is_named_beside_its_field_and_an_id_is_never_used_twice(staff: Staff) -> None:
    wrong = staff.saves("areas/cumbria", {"postcodes": ["CA10 2AU"], "within": ["cumbria"]})
    twice = staff.saves("new/areas", {"name": ["Cumbria"]})
    empty = staff.saves("new/organisations", {"about": ["They help."]})

    assert (wrong.status, empty.status, staff.text) == (422, 422, SERVICES_YAML)
    assert "'CA10 2AU' is not the first half of a postcode; write it as LA12" in said(wrong)
    assert [one for one in said(empty) if one.startswith("this is empty")]
    assert twice.status != 303
    assert '"cumbria" is already an id here' in " ".join(tree_of(twice).text_content().split())


def test_who_changes_an_area_late_sees_both(staff: Staff) -> None:
    late = staff.opens("areas/cumbria") | {"towns": ["Kendal"]}
    assert staff.saves("areas/cumbria", {"towns": ["Penrith"]}).status == 303
    answer = staff.forms.answer("POST", f"{PLACE}areas/cumbria", late)

    assert answer.status == 409
    assert [one.text_content() for one in tree_of(answer).xpath("//tbody//th | //tbody//td")] == [
        "Towns",
        "Kendal",
        "Penrith",
    ]


def test_a_new_service_goes_where_its_sibling_stands_and_is_right_at_once(staff: Staff) -> None:
    filled = {
        "name": ["Harbour Helpline"],
        "kind": ["helpline"],
        "organisation": ["victim-support"],
        "summary": ["A free helpline."],
        "helps_with": ["", "any-crime"],
        "areas": ["", "cumbria"],
        "contact.0.phone": ["01632 960123"],
        "contact.0.hours": ["24 hours"],
    }
    missing = staff.saves("new/services", {**filled, "summary": [""]})
    assert (missing.status, staff.text) == (422, SERVICES_YAML)
    assert [one for one in said(missing) if one.startswith("this is empty")]
    answer = staff.saves("new/services", filled)

    assert (answer.status, answer.headers["Location"]) == (303, f"{PLACE}services/harbour-helpline?saved=yes")
    entry = """\
  - id: harbour-helpline
    name: Harbour Helpline
    kind: helpline
    organisation: victim-support
    summary: A free helpline.
    helps_with: [any-crime]
    areas: [cumbria]
    contact:
      - phone: 01632 960123
        hours: 24/7
"""
    assert staff.text == SERVICES_YAML.replace("retired_numbers:", f"{entry}retired_numbers:")
    again = staff.saves("new/services", filled)
    assert again.status == 422
    assert [one for one in said(again) if '"harbour-helpline" is already an id' in one]
