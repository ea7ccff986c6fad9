"""Outpost's import form: hours in three columns, further rows, flags that hide a contact or an address."""

from __future__ import annotations

from typing import Any

import pytest

from generator.staff.spreadsheets.import_rows import Imported
from generator.staff.spreadsheets.table import Cell, Table
from tests.builders import a_catalogue, a_service
from tests.staff.spreadsheets.services import imported

HEADINGS = (
    "import_id,import_id_reference,name,description,organisation,url,approved,visible_from,visible_to,visible,"
    "needs_referral,min_age,max_age,notes,contact_name,contact_visible,contact_email,contact_phone,location_name,"
    "location_latitude,location_longitude,location_address_1,location_city,location_postcode,location_visible,"
    "mask_exact_address,location_accessibilities,free,cost_option,cost_amount,cost_type,temporarily_closed,"
    "schedules_opens_at,schedules_closes_at,scheduled_weekday,links_label,links_url"
).split(",")
WHOLE = {
    "import_id": "1",
    "name": "Quay Advocates",
    "description": "Advocates for all.",
    "organisation": "Victim Support",
    "url": "http://www.example.org",
    "contact_name": "Pat Sample",
    "contact_visible": "TRUE",
    "contact_phone": "01632960101",
}


GIVEN = {"kind": "helpline", "helps_with": "any-crime", "areas": "cumbria"}


def as_table(*rows: dict[str, str]) -> Table:
    lines = (HEADINGS, *([row.get(name, "") for name in HEADINGS] for row in rows))
    return Table(tuple(tuple(map(Cell, line)) for line in lines))


def outpost(*rows: dict[str, str], **defaults: str) -> Imported:
    """What becomes of rows, each with what it says by heading."""
    return imported(as_table(*rows), a_catalogue(a_service()), **{**GIVEN, **defaults})


def one(*rows: dict[str, str], **defaults: str) -> dict[str, Any]:
    """The plain values of the one good service in rows."""
    (result,) = outpost(*rows, **defaults).results
    assert (result.state, result.problems) == ("new", [])
    return result.values


def more(number: int, **values: str) -> dict[str, str]:
    return {"import_id": str(number), "import_id_reference": "1", **values}


def on(day: str, opens: str, closes: str) -> dict[str, str]:
    return {"schedules_opens_at": opens, "schedules_closes_at": closes, "scheduled_weekday": day}


def test_further_rows_are_further_contacts_links_and_places_of_one_service() -> None:
    place = {"location_address_1": "2 Quay Street", "location_city": "Penrith", "location_postcode": "CA11 7AA"}
    found = one(
        WHOLE | {"links_label": "Facebook", "links_url": "http://www.example.org/fb"},
        more(2, notes="second note"),
        more(3, contact_visible="TRUE", contact_phone="01632960102", contact_email="two@example.org"),
        more(4, **place),
        more(5, links_label="Videos", links_url="http://www.example.org/videos"),
    )

    assert found["contact"] == [
        {"phone": "01632 960101"},
        {"website": "http://www.example.org"},
        {"website": "http://www.example.org/fb", "label": "Facebook"},
        {"phone": "01632 960102"},
        {"email": "two@example.org"},
        {"website": "http://www.example.org/videos", "label": "Videos"},
    ]
    assert found["places"] == [
        {"name": "Main building", "address": "2 Quay Street, Penrith", "postcode": "CA11 7AA", "show": "never"}
    ]


@pytest.mark.parametrize(
    ("rows", "hours"),
    [
        ([on("monday", "09:00:00", "18:00:00")], "Mo 09:00-18:00"),
        ([on("monday", "9:00", "17:00"), on("tuesday", "09:00:00", "12:00:00")], "Mo 09:00-17:00; Tu 09:00-12:00"),
        ([on("Monday", "09:00:00", "12:00:00"), on("monday", "13:00:00", "17:00:00")], "Mo 09:00-12:00,13:00-17:00"),
        ([on("saturday", "18:00:00", "02:00:00")], "Sa 18:00-02:00"),
        ([on("sunday", "00:00:00", "23:59:59")], "Su 00:00-24:00"),
        ([on("monday", "09:00:00.000", "17:00:00.000")] * 2, "Mo 09:00-17:00"),
        ([on("friday", "9am", "5pm")], "Fr 09:00-17:00"),
    ],
)
def test_times_in_three_columns_are_the_hours_of_the_number_to_call(rows: list[dict[str, str]], hours: str) -> None:
    found = one(WHOLE | rows[0], *(more(number, **row) for number, row in enumerate(rows[1:], 2)))

    assert found["contact"][0] == {"phone": "01632 960101", "hours": hours}


@pytest.mark.parametrize(
    "row", [on("monday", "hh:mm:ss", "hh:mm:ss"), on("", "09:00:00", "17:00:00"), on("monday", "09:00:00", "")]
)
def test_times_that_say_no_day_or_no_time_are_told_and_not_guessed(row: dict[str, str]) -> None:
    found = outpost(WHOLE, more(6, **row))

    assert found.results[0].values["contact"][0] == {"phone": "01632 960101"}
    assert "a day or a time is missing, so no hours were taken: row 3." in found.told


@pytest.mark.parametrize("flag", ["FALSE", "false", "", "no", "0"])
def test_a_contact_that_is_not_visible_is_left_out_and_told(flag: str) -> None:
    found = outpost(WHOLE, more(3, contact_visible=flag, contact_phone="01632960102", contact_email="two@example.org"))

    (result,) = found.results
    assert result.values["contact"] == [{"phone": "01632 960101"}, {"website": "http://www.example.org"}]
    assert "contact_visible is not TRUE, so the contact was left out: row 3." in found.told


@pytest.mark.parametrize("flags", [("TRUE", "TRUE"), ("FALSE", "FALSE"), ("TRUE", ""), ("", "FALSE"), ("yes", "yes")])
def test_an_address_that_is_masked_or_hidden_is_shown_to_nobody(flags: tuple[str, str]) -> None:
    masked, visible = flags
    place = {"location_address_1": "17 Lantern Row", "location_postcode": "CA3 8AA"}
    found = outpost(WHOLE | place | {"mask_exact_address": masked, "location_visible": visible})

    (result,) = found.results
    assert [place["show"] for place in result.values["places"]] == ["never"]
    assert "mask_exact_address or location_visible hides the place, so nobody is shown it: row 2." in found.told


def test_a_mask_without_a_place_makes_none() -> None:
    assert "places" not in one(WHOLE | {"mask_exact_address": "TRUE"})


def test_a_refuges_points_on_the_map_are_kept_back_also_from_a_further_row() -> None:
    found = outpost(
        WHOLE | {"location_latitude": "54.8951", "location_longitude": "-2.9382"},
        more(2, notes="Now at 17 Lantern Row"),
        kind="refuge",
    )

    (result,) = found.results
    assert {place["show"] for place in result.values["places"]} == {"never"}
    assert "17 Lantern Row" in [place["address"] for place in result.values["places"]]
    assert "54.8951" in str(result.values["places"])


def test_flags_and_lists_say_what_they_mean() -> None:
    found = one(
        WHOLE
        | {"temporarily_closed": "TRUE", "needs_referral": "FALSE", "free": "FALSE", "min_age": "16"}
        | {"cost_option": "Adults", "cost_amount": "1", "cost_type": "per session"}
        | {"location_accessibilities": "Hearing loop;Accessible toilet facilities; Hearing loop"},
        more(2, cost_option="OAP", cost_amount="0.50", cost_type="per session"),
        more(3, location_accessibilities="Wheelchair accessible entrance"),
    )

    assert (found["status"], found["referral"], found["who"]) == ("paused", ["self"], {"ages": {"from": "16"}})
    assert found["cost"] == "£1 per session (Adults); £0.50 per session (OAP)"
    assert found["access"] == ["hearing-loop", "toilet", "step-free"]
    assert one(WHOLE | {"free": "TRUE", "temporarily_closed": "FALSE"})["cost"] == "free"


def test_a_word_of_access_that_we_have_not_loses_no_row_and_is_told() -> None:
    found = outpost(WHOLE | {"location_accessibilities": "Hoist; Hearing loop"})

    assert found.results[0].values["access"] == ["hearing-loop"]
    assert 'location_accessibilities: "Hoist" is no word of ours, and was not taken: row 2.' in found.told


@pytest.mark.parametrize(
    ("hidden", "taken"),
    [
        ({"approved": "FALSE"}, 0),
        ({"visible": "FALSE"}, 0),
        ({"visible": "FALSE", "visible_from": "2026-05-17", "visible_to": "2027-05-17"}, 1),
        ({"visible": "TRUE", "approved": "TRUE"}, 1),
        ({}, 1),
    ],
)
def test_a_service_that_outpost_shows_to_nobody_is_left_out_with_its_rows(hidden: dict[str, str], taken: int) -> None:
    found = outpost(WHOLE | hidden, more(2, contact_visible="TRUE", contact_phone="01632960102"))

    assert len(found.results) == taken
    assert any("so the service was not taken: rows 2, 3." in line for line in found.told) is not taken


def test_a_description_of_several_paragraphs_is_a_summary_and_all_of_it_below() -> None:
    found = one(WHOLE | {"description": "Advocates for all.\n\nThey listen\nfirst."})

    assert (found["summary"], found["about"]) == ("Advocates for all.", "Advocates for all.\n\nThey listen first.")


def test_the_label_of_a_link_is_no_website_and_goes_nowhere_without_its_link() -> None:
    found = one(WHOLE | {"links_label": "Facebook"})

    assert found["contact"] == [{"phone": "01632 960101"}, {"website": "http://www.example.org"}]
    left = {one.heading: one.sort for one in outpost(WHOLE).left}
    assert "links_label" not in left


def test_what_somebody_says_of_a_column_comes_first() -> None:
    told = {"url": "-", "contact_phone": "contact.text"}
    (result,) = imported(as_table(WHOLE), a_catalogue(a_service()), told, **GIVEN).results

    assert result.values["contact"] == [{"text": "01632 960101"}]


def test_a_row_that_names_none_is_named_and_takes_nothing_with_it() -> None:
    found = outpost(WHOLE, {"import_id": "7", "import_id_reference": "99", "contact_phone": "01632960102"})

    assert [result.state for result in found.results] == ["new", "to mend"]


def test_a_row_may_stand_above_the_one_it_carries_on() -> None:
    found = one(more(2, contact_visible="TRUE", contact_phone="01632960102"), WHOLE)

    assert [contact.get("phone") for contact in found["contact"]] == ["01632 960101", None, "01632 960102"]
