"""Of the tables that offices really get, each row that a careful person would take is taken, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from generator.staff.spreadsheets.csv_files import read_csv
from generator.staff.spreadsheets.import_rows import Imported, read_services
from tests.builders import a_catalogue, a_service
from tests.staff.spreadsheets.layouts import LAYOUTS

HERE = a_catalogue(a_service())


def read(name: str) -> Imported:
    layout = LAYOUTS[name]
    return read_services(read_csv(layout.text.encode()), HERE, layout.told, layout.defaults, add_organisations=True)


def values(name: str) -> list[dict[str, Any]]:
    return [one.values for one in read(name).results if one.state == "new"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_row_that_a_careful_person_would_take_is_taken(name: str) -> None:
    states = [one.state for one in read(name).results]

    assert (states.count("new"), states.count("to mend")) == (LAYOUTS[name].takes, LAYOUTS[name].leaves)


def test_days_in_columns_are_the_hours_of_the_number() -> None:
    first, second = values("hours in seven columns")

    assert first["contact"] == [
        {
            "phone": "01632 960109",
            "hours": "Mo 09:00-17:00; Tu 09:00-17:00; We 09:00-20:00; Th 09:00-17:00; Fr 09:00-16:00",
        }
    ]
    assert second["contact"][0]["hours"] == "Mo 10:00-14:00; We 10:00-14:00"
    (pair,) = values("hours that open and close in columns")
    assert pair["contact"][0]["hours"] == "Mo 09:00-17:00; Tu 09:00-12:30"


def test_ticks_are_lists() -> None:
    assert [one["areas"] for one in values("areas with ticks")] == [
        ["cumberland", "westmorland-and-furness"],
        ["westmorland-and-furness"],
    ]
    assert [one["helps_with"] for one in values("crimes with ticks")] == [
        ["domestic-abuse", "stalking-harassment"],
        ["fraud-cyber"],
    ]


def test_contact_details_are_the_ways_that_they_name() -> None:
    quay, coast, dales = values("an office's list of what it pays for")

    assert quay["contact"] == [{"phone": "01632 960104"}, {"email": "quay@example.org"}]
    assert coast["contact"] == [{"phone": "01632 960105"}]
    assert dales["contact"] == [{"email": "dales@example.org"}]


def test_two_numbers_are_two_contacts_unless_a_word_tells_them_apart() -> None:
    found = read("two numbers in a cell")

    assert [one["contact"] for one in values("two numbers in a cell")] == [
        [{"phone": "01632 960124"}, {"phone": "01632 960125"}],
        [{"phone": "01632 960126"}, {"phone": "01632 960127"}],
    ]
    assert "'Telephone' holds several ways to get in touch, each taken: rows 2, 3." in found.told


def test_markup_of_a_website_is_no_part_of_its_words() -> None:
    (one,) = values("from a website, with its markup")

    assert (one["summary"], one["about"]) == (
        "A line for the Men's group & others.",
        "They listen.\n\nThey take their time.",
    )


def test_a_column_in_welsh_is_not_taken_for_the_english_one() -> None:
    (one,) = values("in two languages")

    assert (one["name"], one["summary"]) == ("Quay Line", "A line.")


def test_a_list_of_bodies_names_each_service_as_its_body_and_says_so() -> None:
    found = read("a register of charities")

    assert [one["name"] for one in values("a register of charities")] == ["QUAY TRUST", "COAST TRUST"]
    assert "No column says what a service is called, so each has the name of 'charity_name'." in found.told


def test_hours_that_can_not_be_read_lose_no_row_and_are_told() -> None:
    table = "Service name,Organisation,Kind,Summary,Helps with,Areas,Tel,Hours\n"
    row = "Quay,Victim Support,helpline,A line.,any-crime,cumbria,01632 960139,9am-5pm\n"
    (one,) = read_services(read_csv((table + row).encode()), HERE, {}, {}, False).results

    assert (one.state, one.values["contact"]) == ("new", [{"phone": "01632 960139"}])
    assert one.made[0] == (
        "Hours was not taken: '9am-5pm' can mean Mo-Fr 09:00-17:00 or Mo-Su 09:00-17:00; write the one that is right"
    )


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Monday notes", "9am-5pm"),
        ("Cumberland manager", "x"),
        ("Cumberland", "some of it"),
        ("Contact person", "Pat Sample 01632 960140"),
    ],
)
def test_a_column_that_is_only_like_one_is_left(heading: str, value: str) -> None:
    table = f"Service name,Organisation,Kind,Summary,Helps with,Areas,{heading}\n"
    row = f"Quay,Victim Support,helpline,A line.,any-crime,cumbria,{value}\n"
    (one,) = read_services(read_csv((table + row).encode()), HERE, {}, {}, False).results

    assert (one.state, one.values["areas"], one.values.get("contact", [])) == ("new", ["cumbria"], [])


def test_no_place_and_no_number_of_a_layout_is_in_words_that_everyone_reads() -> None:
    free = ("name", "summary", "about", "first_step", "who", "cost")
    said = [str(one.get(field, "")) for name in LAYOUTS for one in values(name) for field in free]

    assert [text for text in said if "Lantern" in text or "01632" in text or "@" in text] == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"services": [{"name": "Quay"}]}', "this is JSON, not a table"),
        (b'  [{"name": "Quay"}]', "this is JSON, not a table"),
        (b'{"name": "Quay"}\n{"name": "Coast"}\n', "this is JSON, not a table"),
        (b"[]", "this is JSON, not a table"),
        (b"{}", "this is JSON, not a table"),
        (b"<!DOCTYPE html><html><body><table>", "this is a web page (HTML)"),
        (b"<table border=1><tr><td>Service name", "this is a web page (HTML)"),
        (b'<?xml version="1.0"?><services/>', "this is XML, not a table"),
        (b"{\\rtf1\\ansi Service name}", "this is no table"),
        (b"BEGIN:VCARD\nFN:Quay\nEND:VCARD\n", "this is no table"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(data: bytes, said: str) -> None:
    from generator.staff.spreadsheets.table import TableError

    with pytest.raises(TableError) as refused:
        read_csv(data)

    assert str(refused.value).startswith(said)


def test_a_heading_between_brackets_is_no_json() -> None:
    assert read_csv(b"[en] Name,Tel\nQuay,01632 960141\n").rows[0][0].text == "[en] Name"
