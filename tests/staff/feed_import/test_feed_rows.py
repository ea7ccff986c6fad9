"""A feed goes through every guard of a spreadsheet: no place is seen, no words say a number, nothing is checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from generator.privacy.whereabouts import told_by
from generator.staff.feed_import.feed_rows import read_feed_services
from generator.staff.open_referral.feed_pages import FeedRecords
from generator.staff.open_referral.feed_services import services_of
from generator.staff.spreadsheets.import_rows import Imported
from generator.staff.spreadsheets.row_changes import Result
from tests.builders import ANY_INPUT, a_catalogue, a_service
from tests.staff.open_referral.feeds_of_others import FIRST, HERE, WHOLE
from tests.staff.open_referral.test_feed_services import VALUES, st

TODAY = date(2026, 11, 22)
FREE_WORDS = ("name", "summary", "about", "first_step", "cost", "also_known_as", "response", "by_when")
LACKS = {"organisation": "victim-support"}


def taken(*records: Mapping[str, Any], defaults: Mapping[str, str] | None = None, there: Any = ()) -> Imported:
    services = services_of(FeedRecords([(f"{HERE}/{number}", one) for number, one in enumerate(records, 1)]), TODAY)
    return read_feed_services(services, a_catalogue(*there), defaults or {}, add_organisations=True)


def only(*records: Mapping[str, Any], **more: Any) -> Result:
    (found,) = taken(*records, **more).results
    return found


def test_a_service_of_another_office_is_new_and_nobody_has_checked_it() -> None:
    found = only(WHOLE)

    assert (found.state, found.id, list(map(str, found.problems))) == ("new", "quayside", [])
    assert found.values == {
        "id": "quayside",
        "name": "Quayside",
        "kind": "helpline",
        "organisation": "coast-trust",
        "summary": "Someone to talk to.",
        "about": "Someone to talk to.\n\nWe are here & we listen.",
        "helps_with": ["hate-crime"],
        "who": {"ages": {"from": "16"}},
        "areas": ["cumbria"],
        "contact": [
            {"phone": "01632 960101", "hours": "Mo-We 09:00-17:00"},
            {"website": "https://www.example.org/quay"},
            {"email": "help@example.org"},
        ],
        "places": [
            {"name": "Harbour House", "address": "12 Church Street, Harbour", "postcode": "CA1 1AA", "show": "never"}
        ],
        "sources": [f"{HERE}/1"],
    }
    assert found.made == (
        "coordinates were not taken",
        "these words have no place in the directory: Blue",
        "Areas: the directory has no Elsewhere",
        "Place 1 is not shown, because nothing says that it may be",
    )


def test_what_a_feed_does_not_say_is_said_once_for_all() -> None:
    bare = {"id": "1", "name": "Quayside", "description": "A line.", "organization": {"name": "Coast Trust"}}
    assert [str(one) for one in only(bare).problems] == ["row 1: nothing says Kind of service, Helps with and Areas"]

    defaults = {"kind": "helpline", "helps_with": "any-crime", "areas": "cumbria"}
    assert only(bare, defaults=defaults).state == "new"


@pytest.mark.parametrize(
    "said",
    [
        "Call 01632 960199 at any time.",
        "Come to 12 Church Street, Harbour.",
        "We are at CA1 1AA.",
        "Write to sam.reed@example.org.",
        "See https://maps.example.org/?q=54.1,-2.1",
    ],
)
@pytest.mark.parametrize("name", ["description", "application_process", "fees_description", "eligibility_description"])
def test_no_words_say_a_place_or_how_to_be_reached(name: str, said: str) -> None:
    found = only({**WHOLE, name: f"We help. {said}"})

    texts = [str(found.values.get(field, "")) for field in FREE_WORDS] + [str(found.values.get("who", ""))]
    assert [text for text in texts if told_by(text)] == []
    assert any("left out" in one or "not taken" in one for one in found.made), found.made


@pytest.mark.parametrize("name", ["12 Church Street refuge", "Line 01632 960199"])
def test_a_name_that_says_a_place_or_a_number_is_no_name_of_ours(name: str) -> None:
    assert only({**WHOLE, "name": name}).state == "to mend"


def test_of_a_refuge_every_place_that_its_record_speaks_of_is_kept_back() -> None:
    """Its address has no field of its own here: it stands in the words of a contact, which nobody takes."""
    attributes = [
        {"link_type": "service_type", "taxonomy_term": {"name": "Refuge"}},
        {"link_type": "crime_type", "taxonomy_term": {"name": "Domestic abuse"}},
    ]
    contacts = [{"name": "Office", "title": "Ask at 7 Hidden Lane, Harbour, CA1 9ZZ"}]
    record = {**WHOLE, "attributes": attributes, "contacts": contacts, "service_at_locations": []}
    found = only(record)

    assert found.secret
    assert {place["show"] for place in found.values["places"]} == {"never"}
    assert any("7 Hidden Lane" in place["address"] for place in found.values["places"])
    assert "7 Hidden Lane" not in str({name: said for name, said in found.values.items() if name != "places"})


def test_what_says_that_it_is_ours_is_guarded_like_all_else() -> None:
    """Anybody can write `x_waymark`: it shows no place, counts as no check, and gets no words past the search."""
    ours = {
        "id": "harbour-refuge",
        "areas": ["cumbria"],
        "first_step": "Come to 12 Church Street, Harbour.",
        "checked": {"on": "2026-11-20", "by": "Us", "how": "phoned"},
        "by_when": "<script>alert(1)</script>Soon.",
    }
    way = {"way": "website", "to": "javascript:alert(1)", "checked": {"on": "2026-11-20", "by": "Us", "how": "phoned"}}
    place = {"kind": "place", "show": "full", "address": "12 Church Street, Harbour"}
    meetings = [{"location": {"name": "Harbour House"}, "x_waymark": place}]
    terms = [
        {"link_type": "service_type", "taxonomy_term": {"name": "Refuge", "code": "refuge"}},
        {"link_type": "crime_type", "taxonomy_term": {"name": "Any crime", "code": "any-crime"}},
    ]
    contacts = [{"name": "Site", "x_waymark": way}]
    record = {"attributes": terms, "contacts": contacts, "service_at_locations": meetings, "x_waymark": ours}
    found = only({**WHOLE, **record})

    assert found.state == "new", list(map(str, found.problems))
    assert [place["show"] for place in found.values["places"]] == ["never"]
    assert "checked" not in str(found.values)
    assert "first_step" not in found.values
    assert "contact" not in found.values
    assert found.values["by_when"] == "Soon."


def test_an_area_that_is_left_out_there_and_not_known_here_makes_no_service_wider() -> None:
    terms = [
        {"link_type": "service_type", "taxonomy_term": {"name": "Helpline", "code": "helpline"}},
        {"link_type": "crime_type", "taxonomy_term": {"name": "Any crime", "code": "any-crime"}},
    ]
    ours = {"id": "quayside", "areas": ["cumbria"], "all_but": ["nowhere"]}
    found = only({**WHOLE, "attributes": terms, "x_waymark": ours})

    assert found.lost == ("Areas",)


def test_a_service_that_is_there_is_known_and_its_new_number_waits_for_a_check() -> None:
    there = a_service(id="quayside", name="Quayside", organisation="victim-support")
    record = {**WHOLE, "organization": {"name": "Victim Support"}}
    found = only(record, there=(there,))

    assert (found.state, found.id) == ("changed", "quayside")


def test_one_service_twice_is_taken_once() -> None:
    states = [one.state for one in taken(WHOLE, {**WHOLE, "id": "other"}).results]

    assert states == ["new", "to mend"]


@ANY_INPUT
@given(st.sampled_from([WHOLE, FIRST]), st.dictionaries(st.sampled_from([*WHOLE, *FIRST, "x_waymark"]), VALUES))
def test_any_feed_is_taken_or_named(record: dict[str, Any], changes: dict[str, Any]) -> None:
    for found in taken({**record, **changes}).results:
        assert found.state in ("new", "to mend", "changed", "unchanged")
        assert found.state != "to mend" or found.problems
